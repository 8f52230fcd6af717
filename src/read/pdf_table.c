/* pdf_table: the cells between ruled lines (see pdf_page.h).
 *
 * Lines that touch make a table; their places along and down the page are the borders of columns
 * and rows. Where no line parts two neighbours they are one cell. A word is in the cell that holds
 * its middle; one that reaches far into the next cell gets a mark, so that it is never taken for a
 * figure.
 */
#include "base/utf8.h"
#include "read/grid.h"
#include "read/pdf_page.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TOUCH 3.0   /* lines that end so near to each other meet */
#define NEAR 2.5    /* lines so near are one; double borders are 1 apart */
#define BORDERS 100 /* of a table along either side; a report's have 30 */
#define QUARTER 0.25
#define OVER 3.0 /* a word may reach so far over the border of its cell */

struct borders {
  double at[BORDERS];
  size_t n;
};

struct lattice {
  struct borders across, down; /* columns, rows */
  bool *is_lined_left;         /* [row * BORDERS + border]: a line at this border of columns */
  bool *is_lined_above;        /* [border * BORDERS + column] */
};

struct box {
  size_t row, column, high, wide;
};

struct layout {
  struct arena *arena;
  const struct pdf_page *page;
  size_t number; /* of the page */
  struct doc *doc;
  size_t *group;  /* of a rule: the first rule that it is connected with */
  bool *is_taken; /* of a word: it is in a table */
};

/* --- Tables */

static bool touches(const struct pdf_rule *a, const struct pdf_rule *b) {
  return a->left <= b->right + TOUCH && b->left <= a->right + TOUCH &&
         a->top <= b->bottom + TOUCH && b->top <= a->bottom + TOUCH;
}

static size_t root(size_t *group, size_t i) {
  while (group[i] != i)
    i = group[i] = group[group[i]];
  return i;
}

static void connect(struct layout *l) {
  size_t n = l->page->rules.n;
  l->group = ARENA_ARRAY(l->arena, size_t, n + 1);
  for (size_t i = 0; i < n; i++)
    l->group[i] = i;
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < i; k++)
      if (touches(&l->page->rules.at[i], &l->page->rules.at[k])) {
        size_t a = root(l->group, i), b = root(l->group, k);
        l->group[a > b ? a : b] = a > b ? b : a;
      }
}

/* Puts a place among the borders, in order, unless one is near. */
static void add_border(struct borders *borders, double place) {
  size_t i = borders->n;
  for (size_t k = 0; k < borders->n; k++)
    if (fabs(borders->at[k] - place) <= NEAR)
      return;
  if (borders->n == BORDERS)
    return;
  for (borders->n++; i > 0 && borders->at[i - 1] > place; i--)
    borders->at[i] = borders->at[i - 1];
  borders->at[i] = place;
}

static size_t border_near(const struct borders *borders, double place) {
  size_t best = 0;
  for (size_t i = 1; i < borders->n; i++)
    if (fabs(borders->at[i] - place) < fabs(borders->at[best] - place))
      best = i;
  return best;
}

/* Marks between which cells the rule stands. */
static void draw(struct lattice *t, const struct pdf_rule *rule) {
  if (rule->is_down) {
    size_t border = border_near(&t->across, rule->left);
    for (size_t r = 0; r + 1 < t->down.n; r++) {
      double middle = (t->down.at[r] + t->down.at[r + 1]) / 2;
      if (rule->top <= middle && middle <= rule->bottom)
        t->is_lined_left[r * BORDERS + border] = true;
    }
    return;
  }
  size_t border = border_near(&t->down, rule->top);
  for (size_t c = 0; c + 1 < t->across.n; c++) {
    double middle = (t->across.at[c] + t->across.at[c + 1]) / 2;
    if (rule->left <= middle && middle <= rule->right)
      t->is_lined_above[border * BORDERS + c] = true;
  }
}

/* The lattice of the rules of a group; NULL when they make no cells. */
static struct lattice *lattice_of(struct layout *l, size_t group) {
  struct lattice *t = ARENA_NEW(l->arena, struct lattice);
  for (size_t i = 0; i < l->page->rules.n; i++) {
    const struct pdf_rule *rule = &l->page->rules.at[i];
    if (root(l->group, i) == group)
      add_border(rule->is_down ? &t->across : &t->down, rule->is_down ? rule->left : rule->top);
  }
  if (t->across.n < 2 || t->down.n < 2 || t->across.n + t->down.n < 5)
    return NULL;
  t->is_lined_left = ARENA_ARRAY(l->arena, bool, BORDERS *BORDERS);
  t->is_lined_above = ARENA_ARRAY(l->arena, bool, BORDERS *BORDERS);
  for (size_t i = 0; i < l->page->rules.n; i++)
    if (root(l->group, i) == group)
      draw(t, &l->page->rules.at[i]);
  return t;
}

/* --- Cells */

static bool is_open_left(const struct lattice *t, size_t row, size_t column) {
  return column + 1 < t->across.n && !t->is_lined_left[row * BORDERS + column];
}

static bool is_open_above(const struct lattice *t, size_t row, size_t from, size_t wide) {
  if (row + 1 >= t->down.n)
    return false;
  for (size_t c = from; c < from + wide; c++)
    if (t->is_lined_above[row * BORDERS + c] || (c > from && !is_open_left(t, row, c)))
      return false;
  return true;
}

/* The cell that begins here. */
static struct box box_at(const struct lattice *t, size_t row, size_t column) {
  struct box box = {row, column, 1, 1};
  while (is_open_left(t, row, column + box.wide))
    box.wide++;
  while (is_open_above(t, row + box.high, column, box.wide))
    box.high++;
  return box;
}

/* Is there a line on each side of the cell? What is not closed is beside a narrower part of the
 * table. */
static bool is_closed(const struct lattice *t, struct box b) {
  return t->is_lined_left[b.row * BORDERS + b.column] &&
         t->is_lined_left[b.row * BORDERS + b.column + b.wide] &&
         t->is_lined_above[b.row * BORDERS + b.column] &&
         t->is_lined_above[(b.row + b.high) * BORDERS + b.column];
}

static double middle_x(const struct pdf_word *w) {
  return (w->left + w->right) / 2;
}

static double middle_y(const struct pdf_word *w) {
  return (w->top + w->bottom) / 2;
}

/* From left to right within a line, else from above. */
static int by_place(const void *a, const void *b) {
  const struct pdf_word *x = *(const struct pdf_word *const *)a;
  const struct pdf_word *y = *(const struct pdf_word *const *)b;
  double dx = x->left - y->left, dy = middle_y(x) - middle_y(y);
  double d = dy != 0 ? dy : dx;
  return (d > 0) - (d < 0);
}

struct word_list {
  const struct pdf_word **at;
  size_t n, cap;
};

/* The end of the line that begins at `from`, words being in the order of height; sorts it. */
static size_t take_line(struct word_list *words, size_t from) {
  size_t to = from + 1;
  const struct pdf_word *first = words->at[from];
  double half = (first->bottom - first->top) / 2;
  while (to < words->n && middle_y(words->at[to]) - middle_y(first) < half)
    to++;
  for (size_t i = from + 1; i < to; i++) {
    const struct pdf_word *word = words->at[i];
    size_t k = i;
    for (; k > from && words->at[k - 1]->left > word->left; k--)
      words->at[k] = words->at[k - 1];
    words->at[k] = word;
  }
  return to;
}

/* Is there a blank between two words of a line? Between Han and other characters programs leave a
 * quarter of a character, which is none. */
static bool is_apart(const struct pdf_word *a, const struct pdf_word *b) {
  bool is_ascii =
      (unsigned char)a->text.p[a->text.n - 1] < 0x80 && (unsigned char)b->text.p[0] < 0x80;
  return is_ascii || b->left - a->right > QUARTER * (a->bottom - a->top);
}

static struct str text_of(struct arena *arena, struct word_list *words, double left, double right) {
  struct sbuf text = {.arena = arena};
  if (words->n > 1)
    qsort(words->at, words->n, sizeof *words->at, by_place);
  for (size_t from = 0, to; from < words->n; from = to) {
    to = take_line(words, from);
    for (size_t i = from; i < to; i++) {
      if (i == from || is_apart(words->at[i - 1], words->at[i]))
        grid_add_blank(&text);
      grid_add_text(&text, words->at[i]->text);
      if (words->at[i]->left < left - OVER || words->at[i]->right > right + OVER)
        sbuf_add_z(&text, "…");
    }
  }
  return str_trim(sbuf_str(&text));
}

/* The text in a cell; its words are taken. */
static struct str take_text(struct layout *l, const struct lattice *t, struct box box) {
  double left = t->across.at[box.column], right = t->across.at[box.column + box.wide];
  double top = t->down.at[box.row], bottom = t->down.at[box.row + box.high];
  struct word_list words = {0};
  for (size_t i = 0; i < l->page->words.n; i++) {
    const struct pdf_word *w = &l->page->words.at[i];
    if (l->is_taken[i] || middle_x(w) < left || middle_x(w) >= right || middle_y(w) < top ||
        middle_y(w) >= bottom)
      continue;
    l->is_taken[i] = true;
    ARENA_PUSH(l->arena, &words, w);
  }
  return text_of(l->arena, &words, left, right);
}

static void read_rows(struct layout *l, const struct lattice *t, size_t table,
                      struct grid_rows *rows) {
  bool *is_done = ARENA_ARRAY(l->arena, bool, BORDERS *BORDERS);
  for (size_t r = 0; r + 1 < t->down.n; r++) {
    struct grid_row row = {0};
    for (size_t c = 0; c + 1 < t->across.n; c++) {
      if (is_done[r * BORDERS + c])
        continue;
      struct box box = box_at(t, r, c);
      for (size_t i = r; i < r + box.high; i++)
        for (size_t k = c; k < c + box.wide; k++)
          is_done[i * BORDERS + k] = true;
      if (!is_closed(t, box))
        continue;
      struct place place = {place_on_page(l->number, table), (uint32_t)rows->n + 1,
                            (uint32_t)row.n + 1};
      struct grid_cell cell = {take_text(l, t, box), place, (uint32_t)c, (uint32_t)box.high,
                               (uint32_t)box.wide};
      ARENA_PUSH(l->arena, &row, cell);
    }
    ARENA_PUSH(l->arena, rows, row);
  }
}

/* --- The page */

struct found_table {
  double top;
  struct grid_rows rows;
};

struct table_list {
  struct found_table *at;
  size_t n, cap;
};

static void find_tables(struct layout *l, struct table_list *tables) {
  for (size_t g = 0; g < l->page->rules.n; g++) {
    struct arena_mark mark = arena_mark(l->arena);
    struct lattice *t = root(l->group, g) == g ? lattice_of(l, g) : NULL;
    if (t == NULL) {
      arena_rewind(l->arena, mark);
      continue;
    }
    struct found_table table = {.top = t->down.at[0]};
    size_t i = tables->n;
    ARENA_PUSH(l->arena, tables, table);
    read_rows(l, t, tables->n, &table.rows);
    for (; i > 0 && tables->at[i - 1].top > table.top; i--)
      tables->at[i] = tables->at[i - 1];
    tables->at[i] = table;
  }
}

/* Lines of text that are growing to a paragraph. */
struct paragraph {
  struct sbuf text;
  double right, middle, height; /* of its last line */
  bool is_parted;               /* that line has wide gaps: rather a row without borders */
  uint32_t line;                /* of its first */
};

static void end_paragraph(struct layout *l, struct paragraph *p) {
  struct place place = {place_on_page(l->number, 0), p->line, 1};
  grid_add_paragraph(l->arena, l->doc, sbuf_str(&p->text), place);
  p->text.n = 0;
}

static bool is_parted(const struct word_list *line) {
  for (size_t i = 1; i < line->n; i++)
    if (line->at[i]->left - line->at[i - 1]->right > line->at[i]->bottom - line->at[i]->top)
      return true;
  return false;
}

/* Does the line go on with the paragraph? It does when the one before goes to the right edge, is of
 * the same size and right above, and both are running text. */
static bool goes_on(const struct paragraph *p, const struct word_list *line, double edge) {
  const struct pdf_word *first = line->at[0];
  double height = first->bottom - first->top;
  return p->text.n > 0 && !p->is_parted && !is_parted(line) && p->right > edge - 1.5 * p->height &&
         fabs(height - p->height) < 0.2 * p->height &&
         middle_y(first) - p->middle < 2.5 * p->height;
}

static void add_line(struct layout *l, struct paragraph *p, struct word_list *line, double edge,
                     uint32_t number) {
  const struct pdf_word *first = line->at[0], *last = line->at[line->n - 1];
  struct str text = text_of(l->arena, line, -1e9, 1e9);
  if (!goes_on(p, line, edge)) {
    end_paragraph(l, p);
    p->line = number;
  } else if ((unsigned char)p->text.at[p->text.n - 1] < 0x80 && (unsigned char)text.p[0] < 0x80) {
    sbuf_add_char(&p->text, ' '); /* words that need it; Chinese has none */
  }
  sbuf_add(&p->text, text);
  p->is_parted = is_parted(line);
  p->right = last->right;
  p->middle = middle_y(first);
  p->height = first->bottom - first->top;
}

size_t pdf_lay_out(struct arena *arena, const struct pdf_page *page, size_t number,
                   struct doc *doc) {
  struct layout l = {.arena = arena, .page = page, .number = number, .doc = doc};
  uint32_t lines = 0;
  struct table_list found = {0};
  struct word_list words = {0};
  struct paragraph paragraph = {.text.arena = arena};
  double edge = 0; /* of the text */
  l.is_taken = ARENA_ARRAY(arena, bool, page->words.n + 1);
  connect(&l);
  find_tables(&l, &found);
  for (size_t i = 0; i < page->words.n; i++) {
    const struct pdf_word *word = &page->words.at[i];
    edge = fmax(edge, l.is_taken[i] ? 0 : word->right);
    if (!l.is_taken[i])
      ARENA_PUSH(arena, &words, word);
  }
  if (words.n > 1)
    qsort(words.at, words.n, sizeof *words.at, by_place);
  size_t next = 0;
  for (size_t from = 0, to; from < words.n; from = to) {
    to = take_line(&words, from);
    for (; next < found.n && found.at[next].top < middle_y(words.at[from]); next++) {
      end_paragraph(&l, &paragraph);
      grid_add_table(arena, doc, &found.at[next].rows);
    }
    struct word_list line = {words.at + from, to - from, 0};
    add_line(&l, &paragraph, &line, edge, ++lines);
  }
  end_paragraph(&l, &paragraph);
  for (; next < found.n; next++)
    grid_add_table(arena, doc, &found.at[next].rows);
  return found.n;
}
