/* xlsx: an answer → a workbook (see xlsx.h).
 *
 *   answer | year | agency | received (件)     numbers as numbers, shown as on a terminal; a blank
 *          | 2021 | …      |        1,234     cell where there is none; the column `row` where
 *          |      | total  |        5,678     there are subtotals or totals, to filter by
 *
 *   source | statement, coverage, notes, what marks mean; then agency, year and file of each report
 *
 * A mark is part of how the number is shown ("!"#,##0), so that the number stays one, and a comment
 * says what it means.
 */
#include "show/xlsx.h"

#include "base/utf8.h"
#include "show/fields.h"
#include "show/mark.h"
#include "show/people.h"
#include "show/xlsx_lib.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define ROWS_MAX LXW_ROW_MAX
#define TEXT_MAX 32000            /* bytes of a cell; a sheet takes 32767 characters */
#define EXACT_MAX 999999999999999 /* 15 digits: what a sheet keeps of a number */
#define WIDTH_MAX 60              /* columns of a cell; longer words are wrapped */
#define MADE_ON 315532800 /* 1980-01-01, as in the archive: the clock has no say in the bytes */

/* What a cell looks like; each look is made once. */
struct look {
  struct str number; /* the format of numbers; empty: of words */
  bool is_bold, is_head, is_total, is_right, is_wrapped, is_grey;
  uint8_t indent;
};

struct book {
  struct xlsx_lib lib;
  struct arena *arena;
  const struct table *table;
  lxw_workbook *workbook;
  lxw_worksheet *answer, *source;
  struct {
    struct {
      struct look look;
      lxw_format *format;
    } * at;
    size_t n, cap;
  } looks;
};

static bool same_look(const struct look *a, const struct look *b) {
  return str_eq(a->number, b->number) && a->is_bold == b->is_bold && a->is_head == b->is_head &&
         a->is_total == b->is_total && a->is_right == b->is_right &&
         a->is_wrapped == b->is_wrapped && a->is_grey == b->is_grey && a->indent == b->indent;
}

static lxw_format *look_format(struct book *book, struct look look) {
  for (size_t i = 0; i < book->looks.n; i++)
    if (same_look(&book->looks.at[i].look, &look))
      return book->looks.at[i].format;
  lxw_format *format = book->lib.workbook_add_format(book->workbook);
  if (look.number.n > 0)
    book->lib.format_set_num_format(format, str_z(book->arena, look.number));
  if (look.is_bold || look.is_head)
    book->lib.format_set_bold(format);
  if (look.is_head)
    book->lib.format_set_bottom(format, LXW_BORDER_THIN);
  if (look.is_total)
    book->lib.format_set_top(format, LXW_BORDER_THIN);
  if (look.is_right)
    book->lib.format_set_align(format, LXW_ALIGN_RIGHT);
  if (look.is_wrapped)
    book->lib.format_set_text_wrap(format);
  if (look.is_grey)
    book->lib.format_set_font_color(format, 0x777777);
  if (look.indent > 0)
    book->lib.format_set_indent(format, look.indent);
  book->looks.at = book->looks.n == book->looks.cap
                       ? arena_grow(book->arena, book->looks.at, book->looks.n, &book->looks.cap,
                                    book->looks.n + 1, sizeof *book->looks.at)
                       : book->looks.at;
  book->looks.at[book->looks.n].look = look;
  book->looks.at[book->looks.n++].format = format;
  return format;
}

/* Words as words, whatever they begin with. */
static void put_text(struct book *book, lxw_worksheet *sheet, size_t r, size_t c, struct str text,
                     struct look look) {
  text = people_escape(book->arena, text);
  if (text.n > TEXT_MAX) {
    size_t end = TEXT_MAX;
    while (end > 0 && ((unsigned char)text.p[end] & 0xC0) == 0x80)
      end--;
    text = str_fmt(book->arena, "%.*s\xE2\x80\xA6", (int)end, text.p);
  }
  look.is_wrapped = look.is_wrapped || utf8_text_width(text) > WIDTH_MAX;
  book->lib.worksheet_write_string(sheet, (lxw_row_t)r, (lxw_col_t)c, str_z(book->arena, text),
                                   look_format(book, look));
}

/* --- Columns of the sheet: those of the answer that are shown, and `row` behind the keys */

struct sheet_column {
  const struct column *column;
  size_t field; /* see fields.h */
  size_t i;     /* in the table; ncolumns: it is the mark */
  struct str number;
  size_t width;
};

/* 12.5 → 1 */
static size_t decimals_of(struct arena *arena, struct value v) {
  struct str text = value_plain(arena, v);
  size_t point = str_find(text, STR("."));
  return point < text.n ? text.n - point - 1 : 0;
}

/* How the numbers of a column are shown: groups of three digits in what counts, none in a year. */
static struct str number_format(struct book *book, const struct sheet_column *column) {
  const struct table *table = book->table;
  size_t decimals = 0;
  switch (column->column->shown) {
  case SHOWN_PERCENT:
    return STR("0.0%");
  case SHOWN_POINTS:
    return str_fmt(book->arena, "0.0\" %.*s\"", STR_ARG(say(table->says, "pp")));
  case SHOWN_QUOTIENT:
    return STR("#,##0.00");
  case SHOWN_YEAR:
    return STR("0");
  case SHOWN_PLAIN:
    break;
  }
  if (column->column->role != COLUMN_FIGURE)
    return STR("0");
  for (size_t r = 0; r < table->rows.n; r++) {
    struct value v = table->rows.at[r].cells[column->i];
    size_t n = v.kind == VALUE_DECIMAL ? decimals_of(book->arena, v) : 0;
    decimals = n > decimals ? n : decimals;
    if (v.kind == VALUE_REAL) /* as long as it is */
      return STR("General");
  }
  return str_fmt(book->arena, "#,##0%s%.*s", decimals > 0 ? "." : "",
                 (int)(decimals < 18 ? decimals : 18), "000000000000000000");
}

static size_t list_columns(struct book *book, struct sheet_column *columns) {
  const struct table *table = book->table;
  size_t n = 0, i = 0;
  for (size_t field = 0; field < field_count(table); field++) {
    struct column *column = ARENA_NEW(book->arena, struct column);
    *column = field_column(table, field);
    bool is_mark = column->role == COLUMN_MARK;
    bool is_put_in = is_mark && (i >= table->ncolumns || table->columns[i].role != COLUMN_MARK);
    columns[n] = (struct sheet_column){.column = column, .field = field};
    columns[n].i = is_mark ? table->ncolumns : i;
    i += is_put_in ? 0 : 1;
    if (!is_mark)
      columns[n].number = number_format(book, &columns[n]);
    n++;
  }
  return n;
}

static struct str heading(struct book *book, const struct column *column) {
  /* `row` is put in, and has no word yet. */
  struct str word = column->label.n > 0 ? STR("") : say_word(book->table->says, column->name);
  struct str name = word.n > 0 ? word : people_heading(book->arena, column);
  bool has_unit =
      column->unit.n > 0 && column->shown != SHOWN_PERCENT && column->shown != SHOWN_POINTS;
  return has_unit ? str_fmt(book->arena, "%.*s (%.*s)", STR_ARG(name), STR_ARG(column->unit))
                  : name;
}

/* --- Cells */

/* Is the number one that a sheet keeps to the last digit? */
static bool is_kept(struct value v) {
  return v.kind == VALUE_REAL || (v.integer <= EXACT_MAX && v.integer >= -EXACT_MAX);
}

static void put_number(struct book *book, size_t r, size_t c, const struct sheet_column *column,
                       struct value v, struct look look) {
  double number = value_as_real(v) * (column->column->shown == SHOWN_POINTS ? 100 : 1);
  struct str mark = str_fmt(book->arena, "%s%s%s", v.is_doubtful ? "!" : "",
                            v.is_inferred ? "~" : "", v.is_unread ? "?" : "");
  look.number = column->number;
  if (mark.n > 0 && str_eq(look.number, STR("General")))
    look.number = STR("0.0###########");
  if (mark.n > 0) /* of what is below 0 the sign comes behind the mark, as on a terminal */
    look.number = str_fmt(book->arena, "\"%.*s\"%.*s;\"%.*s\"-%.*s", STR_ARG(mark),
                          STR_ARG(look.number), STR_ARG(mark), STR_ARG(look.number));
  look.is_grey = v.is_small && v.text.n > 0;
  book->lib.worksheet_write_number(book->answer, (lxw_row_t)r, (lxw_col_t)c, number,
                                   look_format(book, look));
  /* What the legend says of this number alone. */
  struct value *cell = &v;
  struct row row = {.cells = cell};
  struct table alone = {.ncolumns = 1, .rows = {&row, 1, 1}, .says = book->table->says};
  struct sbuf why = {.arena = book->arena};
  sbuf_add(&why, mark_legend(book->arena, &alone));
  if (look.is_grey) {
    sbuf_add_z(&why, why.n > 0 ? "\n" : "");
    sbuf_add(&why, SAY(book->arena, book->table->says, "{1}: a rate over too few to rank", v.text));
  }
  if (why.n > 0)
    book->lib.worksheet_write_comment(book->answer, (lxw_row_t)r, (lxw_col_t)c,
                                      str_z(book->arena, sbuf_str(&why)));
}

/* What a row is, in the column `row`. */
static struct str mark_text(const struct book *book, struct value v) {
  struct str said = say_word(book->table->says, v.text);
  return said.n > 0 ? said : v.text;
}

static void put_cell(struct book *book, size_t r, size_t c, struct sheet_column *column) {
  const struct table *table = book->table;
  const struct row *row = &table->rows.at[r];
  struct look look = {.is_bold = row->mark == ROW_TOTAL || row->mark == ROW_SUBTOTAL,
                      .is_total = row->mark == ROW_TOTAL};
  struct value v = field_value(table, row, column->field);
  bool is_mark = column->i == table->ncolumns;
  bool is_key = column->column->role == COLUMN_KEY;
  struct str text = is_mark ? mark_text(book, v) : people_text(book->arena, table, row, column->i);
  size_t width;
  if (!is_mark && column->i == row->tree)
    look.indent = row->depth;
  bool is_missing = v.kind == VALUE_MISSING || (v.kind == VALUE_REAL && !isfinite(v.real));
  /* A key may be shown under a name, and a total has words in place of one. */
  bool is_number = value_is_number(v) && v.kind != VALUE_BOOLEAN && !is_missing &&
                   (!is_key || str_eq(text, value_plain(book->arena, v)));
  if (is_number && is_kept(v)) {
    put_number(book, r + 1, c, column, v, look);
    text = people_grouped(book->arena, text);
  } else if (is_missing && !is_key) {
    book->lib.worksheet_write_blank(book->answer, (lxw_row_t)(r + 1), (lxw_col_t)c,
                                    look_format(book, look));
  } else {
    look.is_right = is_number;
    if (v.is_unread && !is_missing)
      text = str_fmt(book->arena, "?%.*s", STR_ARG(text));
    put_text(book, book->answer, r + 1, c, text, look);
  }
  width = utf8_text_width(text) + 2 + 2 * (size_t)look.indent;
  column->width = width > column->width ? width : column->width;
}

static void put_answer(struct book *book) {
  const struct table *table = book->table;
  struct sheet_column *columns =
      ARENA_ARRAY(book->arena, struct sheet_column, field_count(table) + 1);
  size_t n = list_columns(book, columns), nkeys = 0;
  while (nkeys < n && columns[nkeys].column->role == COLUMN_KEY)
    nkeys++;
  for (size_t c = 0; c < n; c++) {
    bool is_right = columns[c].i < table->ncolumns && people_is_right(columns[c].column);
    struct str text = heading(book, columns[c].column);
    put_text(book, book->answer, 0, c, text, (struct look){.is_head = true, .is_right = is_right});
    columns[c].width = utf8_text_width(text) + 3; /* bold is wider */
  }
  for (size_t r = 0; r < table->rows.n; r++)
    for (size_t c = 0; c < n; c++)
      put_cell(book, r, c, &columns[c]);
  for (size_t c = 0; c < n; c++) {
    size_t width = columns[c].width < WIDTH_MAX ? columns[c].width : WIDTH_MAX;
    book->lib.worksheet_set_column(book->answer, (lxw_col_t)c, (lxw_col_t)c, (double)width, NULL);
  }
  book->lib.worksheet_freeze_panes(book->answer, 1, (lxw_col_t)(nkeys < n ? nkeys : 0));
  book->lib.worksheet_repeat_rows(book->answer, 0, 0);
  book->lib.worksheet_set_paper(book->answer, 9); /* A4 */
  if (n > 7)
    book->lib.worksheet_set_landscape(book->answer);
  book->lib.worksheet_fit_to_pages(book->answer, 1, 0);
}

/* --- What it rests on */

/* A line each, the first with its word in front. */
static void put_fact(struct book *book, size_t *r, const char *what, struct str text) {
  struct look bold = {.is_bold = true};
  put_text(book, book->source, *r, 0, say(book->table->says, what), bold);
  do {
    size_t end = str_find(text, STR("\n"));
    put_text(book, book->source, (*r)++, 1, str_sub(text, 0, end), (struct look){0});
    text = str_sub(text, end < text.n ? end + 1 : end, text.n);
  } while (text.n > 0);
}

static void put_marks(struct book *book, size_t *r) {
  struct str legend = mark_legend(book->arena, book->table);
  if (legend.n > 0)
    put_fact(book, r, "marks", legend);
}

static void put_source(struct book *book) {
  static const char *const names[] = {"agency", "year", "file"};
  const struct table *table = book->table;
  size_t r = 0, width = 12;
  if (table->statement.n > 0)
    put_fact(book, &r, "statement", table->statement);
  struct str coverage = show_coverage(book->arena, table);
  if (coverage.n > 0)
    put_fact(book, &r, "coverage", coverage);
  for (size_t i = 0; i < table->nsupposed; i++)
    put_fact(book, &r, "what if", table->supposed[i]);
  for (size_t i = 0; i < table->notes.n; i++)
    put_fact(book, &r, "note", table->notes.at[i]);
  put_marks(book, &r);
  if (table->sources.n > 0) {
    r++;
    for (size_t c = 0; c < 3; c++)
      put_text(book, book->source, r, c, say(table->says, names[c]),
               (struct look){.is_head = true});
    r++;
  }
  for (size_t i = 0; i < table->sources.n; i++, r++) {
    const struct source_report *report = &table->sources.at[i];
    size_t needed = utf8_text_width(report->agency) + 2;
    width = needed > width ? needed : width;
    put_text(book, book->source, r, 0, report->agency, (struct look){0});
    book->lib.worksheet_write_number(book->source, (lxw_row_t)r, 1, (double)report->year,
                                     look_format(book, (struct look){.number = STR("0")}));
    put_text(book, book->source, r, 2, report->path, (struct look){0});
  }
  book->lib.worksheet_set_column(book->source, 0, 0,
                                 (double)(width < WIDTH_MAX ? width : WIDTH_MAX), NULL);
  book->lib.worksheet_set_column(book->source, 2, 2, WIDTH_MAX, NULL);
}

/* --- The file */

static lxw_worksheet *add_sheet(struct book *book, const char *name) {
  struct str said = say(book->table->says, name);
  return book->lib.workbook_add_worksheet(book->workbook, str_z(book->arena, said));
}

static bool make(struct book *book, const char *path) {
  lxw_doc_properties properties = {.created = MADE_ON};
  book->workbook = book->lib.workbook_new(path);
  if (book->workbook == NULL)
    return false;
  book->answer = add_sheet(book, "answer");
  book->source = add_sheet(book, "source");
  book->lib.workbook_set_properties(book->workbook, &properties);
  put_answer(book);
  put_source(book);
  return book->lib.workbook_close(book->workbook) == LXW_NO_ERROR;
}

static bool copy(int from, FILE *out) {
  char bytes[65536];
  ssize_t n;
  if (lseek(from, 0, SEEK_SET) != 0)
    return false;
  while ((n = read(from, bytes, sizeof bytes)) > 0)
    fwrite(bytes, 1, (size_t)n, out); /* what goes wrong stands in the stream */
  return n == 0;
}

bool xlsx_write(struct arena *scratch, const struct table *table, FILE *out) {
  struct book book = {.arena = scratch, .table = table};
  if (table->rows.n + 1 > ROWS_MAX || table->sources.n + table->notes.n + 100 > ROWS_MAX) {
    errno = EFBIG;
    return false;
  }
  if (!xlsx_lib_open(&book.lib)) {
    errno = ENOSYS;
    return false;
  }
  /* The library writes to a name, and an archive is not written from front to back: memory has
   * both. */
  int memory = memfd_create("xlsx", MFD_CLOEXEC);
  if (memory < 0)
    return false;
  errno = 0;
  bool ok = make(&book, str_fmt(scratch, "/proc/self/fd/%d", memory).p) && copy(memory, out);
  int error = errno != 0 ? errno : EIO;
  close(memory);
  errno = error;
  return ok;
}
