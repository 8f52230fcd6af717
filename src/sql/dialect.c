/* dialect: the table for SQLite (see dialect.h). */
#include "sql/dialect.h"

const struct dialect dialect_sqlite = {
    .name = "sqlite",
    .has_numbered_binds = false,
    .materialized = "MATERIALIZED",
    .regexp = "REGEXP",
    .same = "IS",
    .greatest = "max",
    .then_join = "CROSS JOIN",
    .real_type = "REAL",
};
