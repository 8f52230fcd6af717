/* dialect: how one database spells what SQL leaves open. The generator asks these questions and
 * never which database it is; a further database is a further table.
 */
#ifndef OGI_SQL_DIALECT_H
#define OGI_SQL_DIALECT_H

#include "base/str.h"

struct dialect {
  const char *name;
  bool has_numbered_binds;  /* ?1 (false) or $1 (true) */
  const char *materialized; /* behind AS, so that a common table expression is computed once */
  const char *regexp;       /* operator: text OP pattern */
  const char *same;         /* operator: equal, NULL equal to NULL */
  const char *greatest;     /* function: the larger of two */
  const char *least;        /* and the smaller */
  const char *then_join;    /* JOIN … ON that keeps the order written: the small side first */
  bool keeps_order;         /* the rows of such a join come in the order of its left side */
  bool has_search;          /* there is the index of words (store/search.c) */
  const char *real_type;    /* for CAST(… AS …) to a double */
};

/* The one that the panel is kept in. */
extern const struct dialect dialect_sqlite;

/* NULL: there is none of that name. Case does not count. */
const struct dialect *dialect_named(struct str name);
/* The i-th name; NULL behind the last. */
const char *dialect_name(size_t i);

#endif
