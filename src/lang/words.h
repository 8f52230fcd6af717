/* words: how the tokens of the grammar are written. Private to lang/; what others ask is in lex.h.
 */
#ifndef OGI_LANG_WORDS_H
#define OGI_LANG_WORDS_H

#include "base/str.h"

/* The kind of a word: a keyword in any case, p1 to p99, else a name. */
int word_kind(struct str word);

/* The mark that two characters begin with, and how many of them it takes; 0 and 0: none. */
int mark_kind(const char two[2], size_t *length);

/* Does a statement go on behind it, on the next line? Reserved words, and marks but `)`
 * and `..`. */
bool token_is_open_ended(int kind);

#endif
