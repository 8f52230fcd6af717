/* fill: running text in the width of a window (see fill.h). */
#include "show/fill.h"

#include "base/utf8.h"

/* Where a paragraph stands while it is written. */
struct filling {
  FILE *out;
  size_t width, column;
  bool is_glued; /* the next word follows what stands there without a blank */
};

static struct str take_line(struct str *text) {
  size_t n = str_find(*text, STR("\n"));
  struct str line = str_sub(*text, 0, n);
  *text = str_sub(*text, n < text->n ? n + 1 : n, text->n);
  return line;
}

static bool is_prose(struct str line) {
  return line.n > 0 && line.p[0] != ' ';
}

static struct str first_word(struct str line) {
  return str_sub(line, 0, str_find(line, STR(" ")));
}

/* The widest line of prose: how wide its author filled it. */
static size_t margin_of(struct str text) {
  size_t widest = 0;
  while (text.n > 0) {
    struct str line = take_line(&text);
    size_t width = is_prose(line) ? utf8_text_width(line) : 0;
    widest = width > widest ? width : widest;
  }
  return widest;
}

/* The words of a line behind what is written, on new lines where they do not fit. */
static void add_words(struct filling *f, struct str line) {
  while (line.n > 0) {
    struct str word = first_word(line);
    size_t width = utf8_text_width(word), blank = f->column > 0 && !f->is_glued;
    if (f->column > 0 && f->column + blank + width > f->width) {
      fputc('\n', f->out);
      f->column = blank = 0;
    }
    fprintf(f->out, "%s%.*s", blank ? " " : "", STR_ARG(word));
    f->column += blank + width;
    f->is_glued = false;
    line = str_sub(line, word.n < line.n ? word.n + 1 : word.n, line.n);
  }
}

void fill_write(FILE *out, struct str text, size_t width, size_t lead) {
  size_t margin = margin_of(text);
  struct filling f = {out, width, lead, true};
  if (width == 0 || margin + lead <= width) {
    fprintf(out, "%.*s", STR_ARG(text));
    return;
  }
  while (text.n > 0) {
    struct str line = take_line(&text), behind = text, next = take_line(&behind);
    bool goes_on = is_prose(line) && is_prose(next) &&
                   utf8_text_width(line) + 1 + utf8_text_width(first_word(next)) > margin;
    if (is_prose(line))
      add_words(&f, line);
    else
      fprintf(out, "%.*s", STR_ARG(line));
    if (!goes_on) {
      fputc('\n', out);
      f.column = 0;
    }
  }
}
