/* item: reading the parts of a definition: `key "zh" "en" "more" word 3 other = coordinates ( items
 * )`.
 */
#ifndef OGI_FORM_ITEM_H
#define OGI_FORM_ITEM_H

#include "form/form.h"
#include "lang/tree.h"

/* The first word as key, the strings as zh, en and synonyms. */
void item_names(struct arena *arena, const struct node *item, struct names *names);

/* The strings from number `from` (0 is the first) on. */
void item_strings(struct arena *arena, const struct node *item, size_t from, struct str **strings,
                  size_t *n);

bool item_has(const struct node *item, const char *word); /* as a word behind the key */
int64_t item_number(const struct node *item, const char *word, int64_t otherwise);
struct str item_word_after(const struct node *item, const char *word);
/* All strings right behind a word: `corner "a" "b"`. */
void item_strings_after(struct arena *arena, const struct node *item, const char *word,
                        struct str **strings, size_t *n);
struct str item_string_after(const struct node *item, const char *word);
const struct node *item_child(const struct node *item, enum node_kind kind); /* NULL: none */

#endif
