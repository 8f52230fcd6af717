/* grid: tables whose cells have a column and spans → rows of a document (see grid.h). */
#include "read/grid.h"

#include "base/utf8.h"

#define SPAN_LIMIT 1000 /* as in pages; a form's longest span is 22 rows */
#define SPANS_OPEN 64   /* cells of one row that may reach down; more is an attack */
#define COPIES 200000   /* in a table; a report has some 60 */

/* A cell that reaches down into the next rows. */
struct reach {
  uint32_t column;
  uint32_t rows; /* still to come */
  struct doc_cell cell;
};

struct reaches {
  struct reach at[SPANS_OPEN]; /* by column */
  size_t n;
};

struct cells {
  struct doc_cell *at;
  size_t n, cap;
};

void grid_add_blank(struct sbuf *text) {
  if (text->n > 0 && text->at[text->n - 1] != ' ')
    sbuf_add_char(text, ' ');
}

void grid_add_text(struct sbuf *text, struct str part) {
  for (size_t i = 0, length; i < part.n; i += length) {
    uint32_t c = utf8_at(str_sub(part, i, part.n), &length);
    if (utf8_is_blank(c))
      grid_add_blank(text);
    else
      sbuf_add(text, str_sub(part, i, i + length));
  }
}

void grid_add_paragraph(struct arena *arena, struct doc *doc, struct str text, struct place place) {
  text = str_trim(text);
  if (text.n == 0)
    return;
  struct doc_row *row = ARENA_NEW(arena, struct doc_row);
  row->cells = ARENA_NEW(arena, struct doc_cell);
  row->ncells = 1;
  row->cells[0] = (struct doc_cell){str_copy(arena, text), place, 1, 1, false};
  struct doc_block block = {DOC_PARAGRAPH, row, 1, false};
  ARENA_PUSH(arena, &doc->blocks, block);
}

static uint16_t span(uint32_t wanted) {
  return (uint16_t)(wanted < 1 ? 1 : wanted > SPAN_LIMIT ? SPAN_LIMIT : wanted);
}

static void open_reach(struct reaches *open, struct reach reach) {
  if (open->n == SPANS_OPEN)
    return;
  size_t i = open->n++;
  for (; i > 0 && open->at[i - 1].column > reach.column; i--)
    open->at[i] = open->at[i - 1];
  open->at[i] = reach;
}

/* The row with its own cells and the copies between them. */
static struct doc_row add_row(struct arena *arena, const struct grid_row *row, struct reaches *open,
                              size_t *copies) {
  struct cells cells = {0};
  struct reaches next = {.n = 0};
  size_t above = 0;
  for (size_t i = 0; i <= row->n; i++) {
    for (; above < open->n && (i == row->n || open->at[above].column <= row->at[i].column);
         above++) {
      struct reach *reach = &open->at[above];
      if ((*copies)++ < COPIES) {
        struct doc_cell copy = reach->cell;
        copy.is_copy = true;
        ARENA_PUSH(arena, &cells, copy);
      }
      if (--reach->rows > 0)
        open_reach(&next, *reach);
    }
    if (i == row->n)
      break;
    const struct grid_cell *own = &row->at[i];
    struct doc_cell cell = {own->text, own->place, span(own->rowspan), span(own->colspan), false};
    ARENA_PUSH(arena, &cells, cell);
    if (cell.rowspan > 1)
      open_reach(&next, (struct reach){own->column, cell.rowspan - 1u, cell});
  }
  *open = next;
  return (struct doc_row){cells.at, cells.n, false};
}

void grid_add_table(struct arena *arena, struct doc *doc, const struct grid_rows *rows) {
  struct reaches *open = ARENA_NEW(arena, struct reaches);
  struct doc_row *all = ARENA_ARRAY(arena, struct doc_row, rows->n + 1);
  size_t copies = 0;
  for (size_t r = 0; r < rows->n; r++)
    all[r] = add_row(arena, &rows->at[r], open, &copies);
  struct doc_block block = {DOC_TABLE, all, rows->n, false};
  ARENA_PUSH(arena, &doc->blocks, block);
}
