/* save: the statements of the session that worked, kept for `save session`.
 */
#ifndef OGI_APP_SAVE_H
#define OGI_APP_SAVE_H

#include "lang/tree.h"
#include "plan/plan.h"

struct session;

struct kept {
  struct str text;               /* in canonical form */
  enum node_kind kind;           /* of the statement */
  struct plan_settings settings; /* under which it was asked */
};

struct kept_list {
  struct kept *at;
  size_t n, cap;
};

/* Keeps a statement that worked, unless it only looked at something (help, explain, describe). */
void save_keep(struct session *session, const struct node *tree);

/* Keeps the files named on the command line as a `load`. */
void save_keep_paths(struct session *session, const char *const *paths, size_t npaths);

#endif
