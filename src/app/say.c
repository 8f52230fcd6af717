/* say: messages to people and programs (see session.h, state.h): in a window their lines end
 * between words.
 */
#include "app/state.h"

#include "app/window.h"
#include "base/utf8.h"

#include <stdlib.h>

#define INDENT 4 /* of what goes on on another line */

/* Where the line must end to be `width` wide: behind a blank, or where there is none inside a word;
 * what stands before `least` is no place to end. */
static size_t break_at(struct str line, size_t least, size_t width) {
  size_t taken = 0, blank = 0, i = 0;
  for (size_t length; i < line.n; i += length) {
    size_t next = (size_t)utf8_width(utf8_at(str_sub(line, i, line.n), &length));
    if (taken + next > width)
      return blank > least ? blank : i;
    taken += next;
    if (line.p[i] == ' ')
      blank = i + 1;
  }
  return i;
}

/* The bytes before the text of a line: blanks, and the carets below a place. */
static size_t lead_of(struct str line, bool *is_caret) {
  size_t n = 0;
  while (n < line.n && line.p[n] == ' ')
    n++;
  *is_caret = n < line.n && line.p[n] == '^';
  while (*is_caret && n < line.n && (line.p[n] == '^' || line.p[n] == '~' || line.p[n] == ' '))
    n++;
  return n;
}

static void write_line(FILE *out, struct str line, size_t width) {
  bool is_caret;
  size_t lead = lead_of(line, &is_caret), indent = lead > 0 && lead < width / 3 ? lead : INDENT;
  bool is_cited = lead > 0 && !is_caret; /* what was written: the carets below must fit */
  size_t end = is_cited || width <= 2 * INDENT ? line.n
               : lead + INDENT > width         ? lead
                                               : break_at(line, lead, width);
  size_t shown = end;
  while (shown > 0 && line.p[shown - 1] == ' ')
    shown--;
  fprintf(out, "%.*s\n", STR_ARG(str_sub(line, 0, shown)));
  while (end < line.n) {
    struct str rest = str_trim(str_sub(line, end, line.n));
    size_t n = break_at(rest, 0, width - indent);
    fprintf(out, "%*s%.*s\n", (int)indent, "", STR_ARG(str_trim(str_sub(rest, 0, n))));
    end = line.n - rest.n + n;
  }
}

void say_line(FILE *out, struct str line) {
  write_line(out, line, window_of(fileno(out)).columns);
}

/* As they are where there is no window. */
static void render(const struct diags *diags, FILE *out) {
  size_t width = window_of(fileno(out)).columns, n = 0;
  char *text = NULL;
  FILE *memory = width > 0 && diags->n > 0 ? open_memstream(&text, &n) : NULL;
  if (memory == NULL) {
    diags_render(diags, out);
    return;
  }
  diags_render(diags, memory);
  fclose(memory);
  struct str all = {text, n};
  for (size_t at = 0, end; at < all.n; at += end + 1) {
    struct str rest = str_sub(all, at, all.n);
    end = str_find(rest, STR("\n"));
    write_line(out, str_sub(rest, 0, end), width);
  }
  free(text);
}

/* In a session at the terminal it is said which help there is on the last error. */
void session_say(const struct session_options *options, const struct diags *diags) {
  if (options->has_json_errors) {
    diags_render_json(diags, options->err);
    return;
  }
  render(diags, options->err);
  if (options->log != NULL) {
    diags_render(diags, options->log);
    fflush(options->log);
  }
  const struct diag *last = diags->n > 0 ? &diags->at[diags->n - 1] : NULL;
  bool is_asked_for = last != NULL && last->code == DIAG_INTERRUPTED;
  if (options->is_interactive && last != NULL && last->severity == SEV_ERROR && !is_asked_for)
    fprintf(options->err, "  `help %s` says more\n", diag_topic(last->code));
}
