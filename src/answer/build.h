/* build: an answer while it is made, shared by the files that make it: answer.c, shape.c (where
 * things stand), columns.c, rows.c, order.c (rows by their keys), derive.c (shares, rates, change),
 * others.c, choose.c (having, top, order). Private to src/answer.
 */
#ifndef OGI_ANSWER_BUILD_H
#define OGI_ANSWER_BUILD_H

#include "answer/answer.h"
#include "answer/region.h"

/* One row of the SQL. */
struct piece {
  int cut, group;
  struct value keys[MAX_KEYS]; /* by report key */
  struct value value;
  int64_t n;
  bool is_possible; /* some report in scope could have it */
  bool is_guessed;  /* it rests on inferred cells */
  bool is_doubtful; /* on cells in failing checks */
};

/* Where things stand in the cells of a row: those of the columns first, then what is not shown. */
struct shape {
  size_t nkeys;                    /* columns of keys */
  size_t nfigures, nheads, stride; /* heads: members across, else 1; stride 2: n beside each */
  size_t figure;                   /* see shape_figure */
  size_t ratio;                    /* rate or share under the first head, the others behind it */
  size_t main;                     /* what `change` speaks of, */
  size_t change;                   /* and where previous, difference, percent stand */
  size_t index, rank;              /* where they stand, when asked for */
  size_t whole;                    /* of a share: what it is a part of, by head */
  size_t whole_id;                 /* and which one: parts of different ones do not add */
  size_t raw; /* by key: its value in the SQL; of a form key its index among those shown */
  size_t ncells;
};

struct build {
  struct arena *arena;
  const struct plan *plan;
  struct store *store;
  enum names_shown names;
  struct table *table;
  struct diags *diags;
  struct {
    struct piece *at;
    size_t n, cap;
  } pieces;
  int report_key[MAX_KEYS]; /* key → its number among report keys; -1 */
  int across;               /* key that stands across; -1 */
  struct value *heads;      /* values of a report key across, in order; the last may be the total */
  struct shape shape;
  int form_of_key[MAX_KEYS]; /* key → its number among form keys; -1 */
  bool several_years;
  bool is_too_large;          /* some sum of rows does not fit 64 bits */
  struct region_list regions; /* read when a key is the region */
};

/* Runs the SQL and makes the whole table, for a build with its first five members set. False after
 * a message. */
bool build_answer(struct build *b, const struct answer_chosen *chosen);

/* --- shape.c */

/* The cell of figure f under head h. */
size_t shape_figure(const struct shape *shape, size_t f, size_t h);

/* The group of the plan behind figure f in a row, under head h; -1: there is none. */
int build_group(const struct build *b, const struct row *row, size_t f, size_t h);

/* The member that a form key shows in place `shown`; NULL for the total. */
const struct member *build_member(const struct build *b, int form_key, size_t shown);

/* Is key `k` dropped by a cut? */
bool build_drops(const struct build *b, int cut, int key);

/* --- columns.c */

/* Lays out the table's columns. False after a message: two would have one name. */
bool columns_add(struct build *b);
/* Do machine formats say of each row what it is? */
bool answer_has_marks(const struct build *b);
struct str build_name(const struct build *b, const struct names *names);
/* Regions, editions and forms come as ids. */
struct value build_key_shown(const struct build *b, int key, struct value value);
/* And how it is called in the language of `set names`; empty. */
struct str build_key_label(const struct build *b, int key, struct value value);

/* --- order.c: rows by their keys, and in an order */

/* Which row (or whole) has which keys. */
struct row_keys {
  struct str *keys;
  size_t *index;
  size_t nslots;
};

/* Room for n of them. */
struct row_keys row_keys_new(struct arena *arena, size_t n);
/* The index kept under a key; `index` is put there when it is new. */
size_t *row_keys_at(struct row_keys *keys, struct str key, size_t index);
/* NULL: there is none. */
const size_t *row_keys_find(const struct row_keys *keys, struct str key);

/* A key under construction: what tells rows of the same values apart, then value after value. */
struct sbuf row_key_new(struct arena *arena, int kind);
void row_key_add(struct sbuf *key, struct value value);

/* Sorts rows; equal ones stay in their order. compare: below 0, 0, above 0, as for qsort. */
void rows_merge(struct arena *arena, struct row *rows, size_t n,
                int (*compare)(const void *context, const struct row *x, const struct row *y),
                const void *context);

/* --- rows.c: fills table->rows from the pieces. */
void rows_fill(struct build *b);
/* Puts rows in the order of the form, by the keys from `first` on: years ascending, names by bytes,
 * totals last. */
void rows_sort(const struct build *b, struct row *rows, size_t n, int first);

/* --- derive.c */

/* Fills what a row's own figures give: rate, share, and of two years the change. */
void derive_row(struct build *b, struct row *row);
/* The wholes of shares, from all rows. False after a message: a stock would be added over years. */
bool derive_wholes(struct build *b);
/* Rates, shares and changes of all rows. */
void derive_rows(struct build *b);
/* Changes from year to year, and indexes, among the rows of one mark. */
void derive_years(struct build *b, enum row_mark mark);
/* Sum and part: what is missing does not count, what is unknown makes the sum unknown. */
struct value derive_sum(struct build *b, struct value sum, struct value part);

/* --- others.c: what `top` leaves out, put together */

/* Puts all of `rest` in one row, before the totals. */
void others_add(struct build *b, const struct row *rest, size_t n);
/* Of `top 10 agencies by …, by year`: keeps the rows of those chosen, in their order, and with
 * `with others` puts the rest together by the further keys. `chosen`: the values of key 0, best
 * first. */
void others_best(struct build *b, const struct value *chosen, size_t nchosen);

/* --- choose.c */

/* having, order by, top and limit on a filled table. False after a message. */
bool choose_rows(struct build *b);

#endif
