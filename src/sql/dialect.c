/* dialect: the tables for SQLite and PostgreSQL (see dialect.h). */
#include "sql/dialect.h"

const struct dialect dialect_sqlite = {
    .name = "sqlite",
    .has_numbered_binds = false,
    .materialized = "MATERIALIZED",
    .regexp = "REGEXP",
    .same = "IS",
    .greatest = "max",
    .least = "min",
    .then_join = "CROSS JOIN",
    .keeps_order = true,
    .has_search = true,
    .real_type = "REAL",
};

/* From release 12 on (MATERIALIZED). It plans the order of joins by itself. */
static const struct dialect dialect_postgres = {
    .name = "postgres",
    .has_numbered_binds = true,
    .materialized = "MATERIALIZED",
    .regexp = "~",
    .same = "IS NOT DISTINCT FROM",
    .greatest = "greatest",
    .then_join = "JOIN",
    .keeps_order = false,
    .has_search = false,
    .real_type = "DOUBLE PRECISION",
};

static const struct dialect *const dialects[] = {&dialect_sqlite, &dialect_postgres};

const char *dialect_name(size_t i) {
  return i < sizeof dialects / sizeof dialects[0] ? dialects[i]->name : NULL;
}

const struct dialect *dialect_named(struct str name) {
  for (size_t i = 0; i < sizeof dialects / sizeof dialects[0]; i++)
    if (str_same_word(name, str_from_z(dialects[i]->name)))
      return dialects[i];
  return NULL;
}
