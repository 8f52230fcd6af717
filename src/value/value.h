/* value: one cell of an answer, and the answer as a table.
 *
 * Numbers are exact: counts are 64-bit integers, money is a 64-bit integer of its smallest unit
 * with a scale (12.5 with scale 8 is 1250000000), quotients are doubles.
 */
#ifndef OGI_VALUE_VALUE_H
#define OGI_VALUE_VALUE_H

#include "base/say.h"
#include "base/str.h"

enum value_kind {
  VALUE_MISSING,
  VALUE_INTEGER,
  VALUE_DECIMAL,
  VALUE_REAL,
  VALUE_TEXT,
  VALUE_BOOLEAN /* integer: 0 or 1 */
};

struct value {
  enum value_kind kind;
  uint8_t scale;    /* VALUE_DECIMAL: decimals, 0 to 18 */
  bool is_inferred; /* rests on a cell that only the form's own sums settled: people see ~ */
  bool is_doubtful; /* rests on a cell in a check that fails: people see ! */
  bool is_unread;   /* printed, but not to be read for certain: people see ? */
  bool is_unknown;  /* missing since a part of it is unknown, so no sum may leave it out */
  bool is_small;    /* a rate over so little that it ranks nowhere; people see `text` */
  int64_t integer;  /* VALUE_INTEGER; VALUE_DECIMAL: the number times 10^scale */
  double real;      /* VALUE_REAL */
  struct str text;  /* VALUE_TEXT; borrowed. Of a number: what people see instead; mostly empty */
};

struct value value_missing(void);
struct value value_integer(int64_t integer);
struct value value_decimal(int64_t scaled, unsigned scale);
struct value value_real(double real);
struct value value_text(struct str text);
struct value value_text_if(struct str text); /* missing where the text is empty */
/* The same, its text in `arena`: what a cursor gives lasts until its next row. */
struct value value_kept(struct arena *arena, struct value v);
struct value value_boolean(bool is_so);

double value_as_real(struct value v); /* 0 for missing and text */
bool value_is_number(struct value v);

/* a + b, a - b, a * b: exact where both are; missing where one of them is, and where 64 bits do not
 * hold the result. */
struct value value_plus(struct value a, struct value b);
struct value value_less(struct value a, struct value b);
struct value value_times(struct value a, struct value b);
/* Digits as written, with or without a point, divided by 10^shift (2 for a percentage): exact where
 * 18 decimals and 64 bits hold them. */
struct value value_read(struct str digits, unsigned shift);
/* Is a quotient, rounded to so many decimals (a half away from zero), what is wanted? What is no
 * quotient is compared exactly. */
bool value_rounds_to(struct value found, struct value wanted, unsigned decimals);
/* part / whole; missing where one of them is or the whole is 0. Inferred where one of them is. */
struct value value_ratio(struct value part, struct value whole);
/* The same of a difference to its base; missing also below 0, where the sign would mislead. */
struct value value_growth(struct value difference, struct value base);

/* Missing sorts last; numbers by size, exactly where both are exact; texts by bytes. */
int value_compare(struct value a, struct value b);

/* The shortest text that reads back the same: 42, 12.5, 0.1, missing is empty. A decimal has no
 * trailing zeros. For machine formats. */
struct str value_plain(struct arena *arena, struct value v);

/* What a column holds, so that renderers need not guess. */
enum column_role {
  COLUMN_KEY,    /* a member, a year, a name: from `by` */
  COLUMN_MARK,   /* the column `row`: leaf, subtotal, total, others */
  COLUMN_FIGURE, /* a number that answers */
  COLUMN_TEXT    /* words, paths */
};

struct column {
  struct str name;  /* plain key for machine formats */
  struct str label; /* for people: a name in the language that `set names` chose; empty = name */
  enum column_role role;
  enum value_kind type; /* of its values, missing ones aside */
  struct str unit;      /* 件, 万元; empty when it has none */
  enum column_shown {
    SHOWN_PLAIN,
    SHOWN_QUOTIENT, /* an average: two decimals on a terminal */
    SHOWN_PERCENT,  /* a fraction that people read as a percent */
    SHOWN_POINTS,   /* a difference of two such, in points */
    SHOWN_YEAR      /* it names something, a year or a place in a list: its digits are not parted */
  } shown;
  bool is_verdict; /* pass, fail, n/a: documents colour it */
  bool is_said;    /* its texts are ogi's own words: people see them in their language */
  bool is_beside;  /* of figures: only stands beside those that answer (n, numerator, percent) */
  int year;        /* of an answer across years: the year whose column this is; 0 */
  bool is_unit;    /* its text is the unit of the row's figures, where rows differ in it */
  uint8_t spare;   /* above 0: is left out early where a window is narrow, the larger the earlier */
};

enum row_mark { ROW_LEAF, ROW_SUBTOTAL, ROW_TOTAL, ROW_OTHERS };

struct row {
  struct value *cells; /* as many as there are columns */
  struct str *labels;  /* for people, per key column; may be NULL, an empty one = the cell */
  enum row_mark mark;
  uint8_t tree;      /* the column of the tree that depth and is_undivided speak of */
  uint8_t depth;     /* indentation of the last key column in a tree */
  bool is_undivided; /* an inner member that the form records itself */
};

/* How much stands behind the figures; -1 = not known (null in json). */
struct coverage {
  bool is_set;      /* answers about no reports (help, describe) have none */
  int64_t reports;  /* reports the figures rest on */
  int64_t in_scope; /* reports that the conditions admit */
  int64_t expected, missing;
  bool blank_is_unknown; /* `set blank unknown`: blank leaves are not taken as 0 */
  int64_t blank;         /* blank leaves taken as 0 */
  int64_t unread;        /* reports left out because a leaf is unread or holds text */
  bool is_of_totals;     /* of printed totals: a blank one is left out too */
  int64_t inferred, failing;
  struct str scope; /* the condition that `set` added, as text; empty when none */
};

/* A report that an answer rests on. */
struct source_report {
  struct str agency;
  int64_t year;
  struct str path;
};

/* What `latest` stood for: the last year of an agency, or (empty) of all reports. */
struct latest_year {
  struct str agency;
  int64_t year;
};

/* Rows that come one by one, each in place of the one before; for machine formats, which need to
 * see no row twice. */
struct row_feed {
  const struct row *(*next)(void *context); /* NULL: no more */
  void *context;
};

struct table {
  struct str title;        /* shown above on a terminal; may be empty */
  struct str statement;    /* as written, for json */
  const struct says *says; /* the language of what it says of itself; NULL: English */
  struct column *columns;
  size_t ncolumns;
  struct {
    struct row *at;
    size_t n, cap;
  } rows;
  const struct row_feed *feed; /* rows that come behind those of `rows`; NULL: none */
  bool is_comparison; /* its columns stand beside each other: a chart draws bars, even of years */
  bool has_marks;     /* rows differ in mark: machine formats get a column `row` after the keys */
  struct coverage coverage;
  struct {
    struct str *at; /* notes for the footer: a break of editions, what was left out */
    size_t n, cap;
  } notes;
  struct {
    struct source_report *at; /* by year, agency, path; filled for documents alone */
    size_t n, cap;
  } sources;
  const struct str *supposed; /* `what if`: the cells that held other numbers, and which */
  size_t nsupposed;
  const struct latest_year *latest; /* where a year was not named but meant */
  size_t nlatest;
};

/* The next row to be written, NULL at the end; *at begins with 0. */
const struct row *table_next(const struct table *table, size_t *at);

/* A row with all cells missing, that is in no table yet. */
struct row *row_new(struct arena *arena, const struct table *table);
/* A new row with all cells missing. */
struct row *table_row(struct arena *arena, struct table *table);
/* A table of text columns, for commands. */
struct table *table_new(struct arena *arena, size_t ncolumns, const char *const names[]);

#endif
