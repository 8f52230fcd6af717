/* dialect: how one database spells what SQL leaves open. The generator asks these questions and
 * never which database it is; a further database is a further table.
 */
#ifndef OGI_SQL_DIALECT_H
#define OGI_SQL_DIALECT_H

#include <stdbool.h>

struct dialect {
  const char *name;
  bool has_numbered_binds;  /* ?1 (false) or $1 (true) */
  const char *materialized; /* behind AS, so that a common table expression is computed once */
  const char *regexp;       /* operator: text OP pattern */
  const char *same;         /* operator: equal, NULL equal to NULL */
  const char *greatest;     /* function: the larger of two */
  const char *then_join;    /* a join that keeps the order written: the small side first */
  const char *real_type;    /* for CAST(… AS …) to a double */
};

extern const struct dialect dialect_sqlite;

#endif
