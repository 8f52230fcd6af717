/* cube: the cells of a table by group, year and column. Private to src/chart.
 */
#ifndef OGI_CHART_CUBE_H
#define OGI_CHART_CUBE_H

#include "chart/model.h"

struct cube {
  struct arena *arena;
  const struct table *table;
  struct people_style style;
  struct span at;
  struct diags *diags;
  enum chart_kind wanted;
  struct str unit; /* of all that is drawn */
  size_t *columns; /* of the table: those drawn; of an answer across years, of the first year */
  struct str *column_names;
  size_t ncolumns;
  bool has_groups; /* there are keys besides the year */
  bool is_across;  /* the years stand across: a row is a group */
  struct {
    struct place *at;
    size_t n, cap;
  } groups;
  const struct row *whole; /* of a comparison: the row whose parts follow, */
  size_t nshared;          /* and the keys that all of these have in common */
  bool is_cut; /* there are more groups than anything could draw: not all were gathered */
  int *years;  /* ascending */
  size_t nyears;
  struct {
    struct cube_place {
      size_t group, year;
    } * at;
    size_t n, cap;
  } order;              /* what the table has, as it stands there */
  bool is_mixed;        /* that is another order than year by year, or much of it is not there */
  size_t *rows;         /* by group and year: index of the row + 1; 0: there is none */
  size_t *year_columns; /* across years: by year and column: the column + 1; 0: there is none */
  struct {
    struct str *at; /* what is not drawn */
    size_t n, cap;
  } notes;
};

/* Fills what follows the first six members. False after a message: nothing can be drawn. */
bool cube_fill(struct cube *cube);

/* The row, and which of its cells; NULL: the table has none. */
const struct row *cube_cell(const struct cube *cube, size_t group, size_t year, size_t column,
                            size_t *cell);

#endif
