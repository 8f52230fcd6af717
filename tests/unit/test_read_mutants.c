/* Reports bent at random: whatever is lost, doubled or moved, a figure that is read is the one
 * printed for its cell. Each figure of report_text tells its cell, so that one that slipped to
 * another row or column is seen. A report is bent in one place only: two bends of one row can make
 * it say another figure, as when a figure goes and the label of the next row goes too. OGI_MUTANTS
 * says how many mutants are made of each shape.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "read_form.h"

#include <stdlib.h>
#include <string.h>

#define MUTANTS 25

enum bend {
  DELETE_LINE,
  DOUBLE_LINE,
  COPY_LINE, /* to a place far away */
  SWAP_LINES,
  DELETE_FIGURE,
  DELETE_LABEL,
  DELETE_CHARACTER,
  INSERT_CELL,
  CUT,
  BENDS
};

static const char *const bend_names[BENDS] = {"delete line",      "double line",   "copy line",
                                              "swap lines",       "delete figure", "delete label",
                                              "delete character", "insert cell",   "cut"};

static uint64_t chance;

static size_t below(size_t n) {
  chance = chance * 6364136223846793005u + 1442695040888963407u;
  return n == 0 ? 0 : (size_t)(chance >> 33) % n;
}

/* Two mutants must not depend on the ones before. */
static void seed(size_t edition, size_t shape, size_t number) {
  chance = (edition * 31 + shape) * 1000003 + number;
  below(1);
  below(1);
}

static size_t line_start(struct str text, size_t at) {
  while (at > 0 && text.p[at - 1] != '\n')
    at--;
  return at;
}

static size_t line_end(struct str text, size_t at) {
  return at + str_find(str_sub(text, at, text.n), STR("\n"));
}

/* The text with what stands between `from` and `to` replaced. */
static struct str spliced(struct str text, size_t from, size_t to, struct str by) {
  return str_fmt(&arena, "%.*s%.*s%.*s", (int)from, text.p, STR_ARG(by),
                 (int)(text.n - (to < text.n ? to : text.n)), text.p + (to < text.n ? to : text.n));
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* Does a figure begin here: digits between blanks, pipes or tags? */
static size_t figure_length(struct str text, size_t at) {
  size_t n = 0;
  while (at + n < text.n && is_digit(text.p[at + n]))
    n++;
  bool opens = at > 0 && strchr(" |\n>", text.p[at - 1]) != NULL;
  bool closes = at + n < text.n && strchr(" |\n<", text.p[at + n]) != NULL;
  return n > 0 && opens && closes ? n : 0;
}

/* The bounds of a figure with its separators, so that nothing of its cell is left. */
static struct str without_figure(struct str text, enum shape shape, size_t at) {
  while (at < text.n && figure_length(text, at) == 0)
    at++;
  if (at >= text.n)
    return text;
  size_t from = at, to = at + figure_length(text, at);
  if (shape == SHAPE_HTML) {
    while (from > 0 && !str_starts(str_sub(text, from, text.n), STR("<td")))
      from--;
    to += str_find(str_sub(text, to, text.n), STR("</td>")) + 5;
  } else {
    to += to < text.n && text.p[to] == ' ';
    to += to < text.n && text.p[to] == '|';
    to += to < text.n && (text.p[to] == ' ' || text.p[to] == '\n');
  }
  return spliced(text, from, to, STR(""));
}

static bool is_word(uint32_t c) {
  return c >= 0x80 || strchr("(),.\"", (int)c) != NULL;
}

/* Without the words that begin at `at` or behind it. */
static struct str without_label(struct str text, size_t at) {
  while (at < text.n && (unsigned char)text.p[at] < 0xC0)
    at++;
  size_t to = at, length;
  while (to < text.n && is_word(utf8_at(str_sub(text, to, text.n), &length)))
    to += length;
  return spliced(text, at, to, STR(""));
}

static struct str without_character(struct str text, size_t at) {
  while (at < text.n && (((unsigned char)text.p[at] & 0xC0) == 0x80 || is_digit(text.p[at])))
    at++;
  size_t length = 0;
  utf8_at(str_sub(text, at, text.n), &length);
  /* The border of two figures or part of a unit: without it the page says another figure. */
  if (str_starts(str_sub(text, at, text.n), STR("万")))
    return text;
  if (at > 0 && at + 1 < text.n && is_digit(text.p[at - 1]) && is_digit(text.p[at + 1]))
    return text;
  return spliced(text, at, at + length, STR(""));
}

static struct str with_cell(struct str text, enum shape shape, size_t at) {
  struct str mark = shape == SHAPE_HTML ? STR("<td") : shape == SHAPE_LOOSE ? STR("\n") : STR("|");
  struct str cell = shape == SHAPE_HTML    ? STR("<td></td>")
                    : shape == SHAPE_LOOSE ? STR("\n|")
                                           : STR("| ");
  at += str_find(str_sub(text, at, text.n), mark);
  return spliced(text, at, at, cell);
}

/* Are the lines of this shape rows? */
static bool has_rows(enum shape shape) {
  return shape == SHAPE_TRAILING || shape == SHAPE_LEADING || shape == SHAPE_BLANKS ||
         shape == SHAPE_HTML;
}

static struct str bent(struct str text, enum shape shape, enum bend bend) {
  size_t at = below(text.n), from = line_start(text, at), to = line_end(text, at) + 1;
  to = to < text.n ? to : text.n;
  struct str line = str_sub(text, from, to);
  size_t far = line_start(text, below(text.n)), next = line_end(text, to) + 1;
  switch (bend) {
  case DELETE_LINE:
    return spliced(text, from, to, STR(""));
  case DOUBLE_LINE:
    return spliced(text, from, from, line);
  case COPY_LINE:
    return spliced(text, far, far, line);
  case SWAP_LINES: /* of one cell each: the page says so */
    return !has_rows(shape) || next > text.n
               ? text
               : spliced(
                     text, from, next,
                     str_fmt(&arena, "%.*s%.*s", STR_ARG(str_sub(text, to, next)), STR_ARG(line)));
  case DELETE_FIGURE:
    return without_figure(text, shape, at);
  case DELETE_LABEL:
    return without_label(text, at);
  case DELETE_CHARACTER:
    return without_character(text, at);
  case INSERT_CELL:
    return with_cell(text, shape, at);
  case CUT:
    return str_sub(text, 0, at);
  case BENDS:
    break;
  }
  return text;
}

/* The first cell whose number is that of another; ncells when there is none. */
static size_t first_wrong(const struct report *report) {
  const struct edition *edition = &vocab.editions[report->edition];
  for (size_t slot = 0; slot < report->ncells; slot++) {
    int64_t want = (int64_t)slot + 1;
    for (int i = 0; i < vocab.units[vocab.measures[edition->cells[slot].measure].unit].decimals;
         i++)
      want *= 10;
    if (report->cells[slot].state == CELL_NUMBER && report->cells[slot].value != want)
      return slot;
  }
  return report->ncells;
}

static size_t check_mutant(int edition, enum shape shape, size_t number) {
  struct arena_mark mark = arena_mark(&arena);
  struct report report;
  struct str text = report_text(edition, shape, "2021");
  seed((size_t)edition, shape, number);
  enum bend bend = (enum bend)below(BENDS);
  text = bent(text, shape, bend);
  enum read_outcome outcome =
      read_outcome_of(text, shape == SHAPE_HTML ? "a.html" : "a.txt", &report);
  size_t wrong = 0;
  if (outcome == READ_DONE && report.edition == edition) {
    size_t slot = first_wrong(&report);
    wrong = slot < report.ncells;
    if (wrong > 0) {
      const struct block *block = cell_block(&report, slot);
      const struct form_cell *cell = &vocab.editions[edition].cells[slot];
      print_error("%s, shape %d, mutant %zu, %s: %s is %zu and not %s\n",
                  str_z(&arena, vocab.editions[edition].names.key), (int)shape, number,
                  bend_names[bend], str_z(&arena, line_name(block->title, &block->rows[cell->row])),
                  slot + 1, str_z(&arena, report.cells[slot].printed));
      if (getenv("OGI_MUTANT_FILE") != NULL) {
        FILE *file = fopen(getenv("OGI_MUTANT_FILE"), "w");
        if (file != NULL) {
          fwrite(text.p, 1, text.n, file);
          fclose(file);
        }
      }
    }
  }
  diags.n = 0;
  arena_rewind(&arena, mark);
  return wrong;
}

static void no_figure_slips(void **state) {
  (void)state;
  static const char *const editions[] = {"cn.2019", "cn.2021"};
  const char *asked = getenv("OGI_MUTANTS");
  size_t each = asked != NULL ? strtoul(asked, NULL, 10) : MUTANTS, wrong = 0;
  read_setup();
  for (size_t e = 0; e < 2; e++)
    for (enum shape shape = 0; shape < SHAPES; shape++)
      for (size_t i = 0; shape != SHAPE_JOINED && i < each; i++)
        wrong += check_mutant(edition_named(editions[e]), shape, i);
  assert_int_equal(wrong, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(no_figure_slips)};
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  arena_free(&arena);
  return failed;
}
