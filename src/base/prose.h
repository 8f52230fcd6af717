/* prose: running text: its sentences, and where words stand in it.
 *
 * Words are found whatever their width, their ASCII case and their script. Blanks beside a Han
 * character do not count either: pages break lines inside words, and `2025 年` is 2025年. Elsewhere
 * a run of blanks is one blank.
 */
#ifndef OGI_BASE_PROSE_H
#define OGI_BASE_PROSE_H

#include "base/str.h"

/* The text in the form in which words are compared. With `origins` not NULL, (*origins)[i] is the
 * offset in `text` of the character from which byte i of the result came, and one more stands at
 * the end: text.n. */
struct str prose_fold(struct arena *arena, struct str text, uint32_t **origins);

/* A word to be looked for, made ready. */
struct prose_word;

/* NULL when nothing but blanks is in it. */
struct prose_word *prose_word_new(struct arena *arena, struct str word);

/* Its form under prose_fold. */
struct str prose_word_text(const struct prose_word *word);

/* The offset at which the word next stands from `from` on, text.n when it does not; *end is the
 * offset behind it. */
size_t prose_find(const struct prose_word *word, struct str text, size_t from, size_t *end);

/* The end of the sentence that begins at `from`, its mark included: 。 ！ ？ and the ASCII twins of
 * the latter two (a point also stands in numbers), or the end of the line, unless the page has
 * broken a sentence there: in a long line without a mark at its end, before one that begins nothing
 * new. */
size_t prose_sentence_end(struct str text, size_t from);

/* Adds the text in one line: a line that the page has broken is joined, with a blank between Latin
 * letters alone. */
void prose_add_line(struct sbuf *b, struct str text);

#endif
