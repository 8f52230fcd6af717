/* book: the rules there are: those of stdlib/checks and those that users defined for the panel.
 * Read when the first check asks for them.
 */
#ifndef OGI_CHECK_BOOK_H
#define OGI_CHECK_BOOK_H

#include "plan/rule.h"

struct book {
  struct rule **at;
  size_t n, cap;
};

/* From the files compiled in, or with `dir` not NULL from the files *.ogi in DIR/checks (none
 * there: an empty book). Everything is kept in `arena`. False after messages. */
bool book_read(struct arena *arena, struct book *book, const char *dir, const struct vocab *vocab,
               struct diags *diags);

/* Reads the rules in a text of definitions. `is_user`: they are the panel's. */
bool book_read_source(struct arena *arena, struct book *book, const struct source *source,
                      bool is_user, const struct vocab *vocab, struct diags *diags);

/* Adds a user's rule, in place of his own of that name. False after a message when the book itself
 * has one of that name. */
bool book_add(struct arena *arena, struct book *book, struct rule *rule, struct span at,
              struct diags *diags);

/* The rule of that name; NULL: none. Case does not count. */
struct rule *book_find(const struct book *book, struct str name);

/* Takes a rule out. */
void book_remove(struct book *book, const struct rule *rule);

/* The rules that a name means, itself or those of its family (T3: T3.balance, T3.closed …), added
 * to `chosen`; each once. False after a message when there are none. */
struct rule_list {
  const struct rule **at;
  size_t n, cap;
};
bool book_choose(struct arena *arena, const struct book *book, const struct node *name,
                 struct rule_list *chosen, struct diags *diags);

#endif
