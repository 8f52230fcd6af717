/* say: what ogi says of itself in tables, charts, pages and workbooks, in the reader's language.
 *
 * The English text stands in the code, where it is read with what it is about; the Chinese one is
 * looked up by it in a text of pairs (stdlib/says.txt). What has no pair is said in English.
 * Machine formats do not ask here: their keys are a contract.
 *
 *   say(table->says, "total")                                       total, 合计
 *   SAY(arena, table->says, "reports {1} of {2}", number, all)      报告 5 份，共 7 份
 */
#ifndef OGI_BASE_SAY_H
#define OGI_BASE_SAY_H

#include "base/str.h"

/* In which language, and its words; NULL: English. */
struct says;

/* Reads pairs: a line of English at the margin, then its Chinese, indented; `#` begins a comment.
 * `both`: the English stands behind the Chinese. The text must outlive what is said. */
const struct says *says_read(struct arena *arena, struct str text, bool both);

/* As in the attribute `lang`: "en", "zh". */
const char *says_language(const struct says *says);

struct str say(const struct says *says, const char *english);

/* The same of a word that comes from elsewhere, as the name of a column; empty: it has no pair, or
 * is to be said in English. */
struct str say_word(const struct says *says, struct str word);

/* With texts in place of {1}, {2} …, which may stand in another order in the other language. */
struct str say_with(struct arena *arena, const struct says *says, const char *english,
                    const struct str *texts, size_t n);
#define SAY(arena, says, english, ...)                                                             \
  say_with((arena), (says), (english), (const struct str[]){__VA_ARGS__},                          \
           sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))

struct str say_number(struct arena *arena, int64_t number);

#endif
