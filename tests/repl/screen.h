/* A terminal's screen, as far as ogi uses one: what was written to it → cells with their looks.
 * Wide characters take two cells and wrap as terminals wrap them; what is written behind the last
 * column wraps when the next character comes.
 */
#ifndef OGI_REPL_SCREEN_H
#define OGI_REPL_SCREEN_H

#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SCREEN_ROWS 60
#define SCREEN_COLUMNS 220

enum { LOOK_BOLD = 1, LOOK_DIM = 2, LOOK_UNDERLINE = 4, LOOK_REVERSE = 8 };

struct screen_cell {
  char text[24]; /* a character and what combines with it; "" behind a wide one */
  int look;      /* LOOK_…, and the number of the colour times 16 */
};

struct screen {
  int rows, columns;
  int row, column; /* column == columns: the next character wraps */
  int look;
  struct screen_cell cells[SCREEN_ROWS][SCREEN_COLUMNS];
  char rest[64]; /* the beginning of a sequence that has not come whole */
  size_t nrest;
};

static inline void screen_erase(struct screen *s, int row, int from, int to) {
  for (int c = from; c < to; c++) {
    strcpy(s->cells[row][c].text, " ");
    s->cells[row][c].look = 0;
  }
}

static inline void screen_clear(struct screen *s, int rows, int columns) {
  memset(s, 0, sizeof *s);
  s->rows = rows;
  s->columns = columns;
  for (int r = 0; r < rows; r++)
    screen_erase(s, r, 0, columns);
}

static inline void screen_newline(struct screen *s) {
  if (s->row + 1 < s->rows) {
    s->row++;
    return;
  }
  memmove(s->cells[0], s->cells[1], sizeof s->cells[0] * (size_t)(s->rows - 1));
  screen_erase(s, s->rows - 1, 0, s->columns);
}

static inline void screen_put(struct screen *s, const char *bytes, size_t n, int width) {
  if (width == 0) { /* stands on the cell before */
    int c = s->column > 0 ? s->column - 1 : 0;
    struct screen_cell *cell = &s->cells[s->row][c];
    if (cell->text[0] == '\0' && c > 0)
      cell--;
    if (strlen(cell->text) + n < sizeof cell->text)
      strncat(cell->text, bytes, n);
    return;
  }
  if (s->column + width > s->columns) {
    s->column = 0;
    screen_newline(s);
  }
  struct screen_cell *cell = &s->cells[s->row][s->column];
  if (cell->text[0] == '\0' && s->column > 0) /* the half of a wide one goes */
    strcpy(cell[-1].text, " ");
  snprintf(cell->text, sizeof cell->text, "%.*s", (int)n, bytes);
  cell->look = s->look;
  if (width == 2) {
    cell[1].text[0] = '\0';
    cell[1].look = s->look;
  }
  s->column += width;
  if (s->column < s->columns && s->cells[s->row][s->column].text[0] == '\0')
    strcpy(s->cells[s->row][s->column].text, " ");
}

static inline void screen_look(struct screen *s, int n) {
  if (n == 0)
    s->look = 0;
  else if (n == 1 || n == 2)
    s->look |= n == 1 ? LOOK_BOLD : LOOK_DIM;
  else if (n == 4 || n == 7)
    s->look |= n == 4 ? LOOK_UNDERLINE : LOOK_REVERSE;
  else if (n >= 30 && n < 38)
    s->look = (s->look & 15) | n * 16;
}

/* One control sequence: its numbers and its letter. */
static inline void screen_control(struct screen *s, const char *numbers, char letter) {
  int n = atoi(numbers), count = n > 0 ? n : 1;
  int column = s->column < s->columns ? s->column : s->columns - 1;
  if (numbers[0] == '?')
    return;
  switch (letter) {
  case 'A':
    s->row = s->row > count ? s->row - count : 0;
    break;
  case 'B':
    s->row = s->row + count < s->rows ? s->row + count : s->rows - 1;
    break;
  case 'C':
    s->column = column + count < s->columns ? column + count : s->columns - 1;
    break;
  case 'D':
    s->column = column > count ? column - count : 0;
    break;
  case 'H':
    s->row = s->column = 0;
    break;
  case 'K':
    screen_erase(s, s->row, column, s->columns);
    break;
  case 'J':
    screen_erase(s, s->row, n == 2 ? 0 : column, s->columns);
    for (int r = n == 2 ? 0 : s->row + 1; r < s->rows; r++)
      screen_erase(s, r, 0, s->columns);
    break;
  case 'm':
    for (const char *p = numbers; p != NULL; p = strchr(p, ';') ? strchr(p, ';') + 1 : NULL)
      screen_look(s, atoi(p));
    break;
  }
}

/* How many bytes of a sequence or character were taken; 0: it has not come whole. */
static inline size_t screen_take(struct screen *s, const char *p, size_t n) {
  size_t length, i = 2;
  if (p[0] == '\x1b') {
    char numbers[32] = "";
    if (n < 2 || p[1] != '[')
      return n < 2 ? 0 : 2;
    while (i < n && (unsigned char)p[i] < 0x40)
      i++;
    if (i == n)
      return 0;
    snprintf(numbers, sizeof numbers, "%.*s", (int)(i - 2), p + 2);
    screen_control(s, numbers, p[i]);
    return i + 1;
  }
  if (p[0] == '\r')
    s->column = 0;
  else if (p[0] == '\n')
    screen_newline(s);
  else if (p[0] == '\b')
    s->column = s->column > 0 ? s->column - 1 : 0;
  if ((unsigned char)p[0] < 0x20)
    return 1;
  size_t whole = (unsigned char)p[0] < 0xC0   ? 1
                 : (unsigned char)p[0] < 0xE0 ? 2
                 : (unsigned char)p[0] < 0xF0 ? 3
                                              : 4;
  if (n < whole)
    return 0;
  uint32_t c = utf8_at((struct str){p, n}, &length);
  screen_put(s, p, length, utf8_width(c));
  return length;
}

static inline void screen_write(struct screen *s, const char *bytes, size_t n) {
  static char all[1 << 17];
  size_t taken, at = 0, total = s->nrest + n < sizeof all ? s->nrest + n : sizeof all;
  memcpy(all, s->rest, s->nrest);
  if (n > 0)
    memcpy(all + s->nrest, bytes, total - s->nrest);
  while (at < total && (taken = screen_take(s, all + at, total - at)) > 0)
    at += taken;
  s->nrest = total - at < sizeof s->rest ? total - at : 0;
  memcpy(s->rest, all + at, s->nrest);
}

/* The text of a row, without blanks at its end. */
static inline const char *screen_row(const struct screen *s, int row) {
  static char text[SCREEN_COLUMNS * 24];
  size_t n = 0;
  for (int c = 0; c < s->columns; c++)
    n += (size_t)snprintf(text + n, sizeof text - n, "%s", s->cells[row][c].text);
  while (n > 0 && text[n - 1] == ' ')
    n--;
  text[n] = '\0';
  return text;
}

/* The lowest row that holds the text; -1: none. *column: where it begins there. */
static inline int screen_find(const struct screen *s, const char *wanted, int *column) {
  for (int row = s->rows; row-- > 0;) {
    const char *text = screen_row(s, row), *hit = strstr(text, wanted);
    if (hit == NULL)
      continue;
    size_t at = 0;
    for (*column = 0; at < (size_t)(hit - text); ++*column)
      at += strlen(s->cells[row][*column].text);
    return row;
  }
  return -1;
}

/* How the lowest occurrence of a word looks; -1: it is not there. */
static inline int screen_look_of(const struct screen *s, const char *word) {
  int column, row = screen_find(s, word, &column);
  return row < 0 ? -1 : s->cells[row][column].look;
}

static inline void screen_print(const struct screen *s) {
  for (int r = 0; r < s->rows; r++)
    printf("|%s\n", screen_row(s, r));
}

#endif
