/* show: drawing the line being typed, in place of readline's own redisplay, which knows no colours
 * (see state.h). In its searches and with counts readline shows a message in place of the prompt;
 * that is drawn like a prompt.
 */
#include "line/state.h"

#include "base/utf8.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include <readline/history.h>
#include <readline/readline.h>

#define MARKED_MAX 16384 /* bytes; a longer text is pasted, and read by nobody */
#define NARROWEST 8      /* columns: with fewer nothing can be read anyway */

struct str line_text(void) {
  return (struct str){rl_line_buffer, (size_t)rl_end};
}

void line_measure(struct line *line) {
  struct winsize size = {0};
  bool is_known = ioctl(fileno(rl_outstream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  line->width = is_known ? size.ws_col : 80;
  line->height = is_known && size.ws_row > 0 ? size.ws_row : 24;
  if (line->width < NARROWEST)
    line->width = NARROWEST;
}

/* Is readline in a mode of its own, in which the text is not what the user types? */
static bool is_searching(void) {
  return RL_ISSTATE(RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_NUMERICARG) != 0;
}

/* Has it a name that is none? Nobody wants to make the same slip again. */
static bool has_slip(const struct line *line, struct str entry) {
  struct arena arena = {0};
  bool is_found = false;
  if (entry.n > MARKED_MAX)
    return false;
  unsigned char *marks = arena_alloc(&arena, entry.n);
  line->client->mark(line->client->context, entry, entry.n + 1, marks);
  for (size_t i = 0; i < entry.n; i++)
    is_found = is_found || marks[i] == MARK_UNKNOWN;
  arena_free(&arena);
  return is_found;
}

struct str line_suggestion(const struct line *line) {
  struct str text = line_text();
  HIST_ENTRY **entries = history_list();
  if (!line->has_suggestions || line->is_plain || rl_point != rl_end || str_trim(text).n == 0 ||
      is_searching() || entries == NULL)
    return STR("");
  for (int i = history_length; i-- > 0;) {
    struct str entry = str_from_z(entries[i]->line);
    if (entry.n > text.n && str_starts(entry, text) && !has_slip(line, entry))
      return str_sub(entry, text.n, entry.n);
  }
  return STR("");
}

/* Of a suggestion of several lines the first. */
static struct str ghost_of(struct arena *arena, struct str suggestion) {
  size_t end = str_find(suggestion, STR("\n"));
  if (end == suggestion.n)
    return suggestion;
  return str_fmt(arena, "%.*s \xE2\x80\xA6", STR_ARG(str_sub(suggestion, 0, end)));
}

static const unsigned char *marks_of(const struct line *line, struct arena *arena, bool is_last) {
  struct str text = line_text();
  if (text.n == 0 || text.n > MARKED_MAX || !line->has_colour)
    return NULL;
  unsigned char *marks = arena_alloc(arena, text.n);
  /* What is run has no word that is still being typed. */
  line->client->mark(line->client->context, text, is_last ? text.n + 1 : (size_t)rl_point, marks);
  bool is_found = RL_ISSTATE(RL_STATE_ISEARCH) != 0 && rl_mark_active_p() && !is_last;
  size_t from = (size_t)(rl_mark < rl_point ? rl_mark : rl_point);
  size_t to = (size_t)(rl_mark < rl_point ? rl_point : rl_mark);
  for (size_t i = from; is_found && i < to && i < text.n; i++)
    marks[i] = MARK_FOUND;
  return marks;
}

static void send(const struct sbuf *out) {
  if (out->n > 0)
    fwrite(out->at, 1, out->n, rl_outstream);
  fflush(rl_outstream);
}

static void draw(struct line *line, bool is_last) {
  struct frame frame = paint_frame(&line->painter);
  struct arena *arena = frame.arena;
  struct sbuf out = {.arena = arena};
  bool has_message = rl_display_prompt != NULL && rl_display_prompt != rl_prompt && !is_last;
  struct layout layout = {
      .prompt = has_message ? str_from_z(rl_display_prompt) : line->prompt,
      .more = line->more,
      .text = line_text(),
      .marks = marks_of(line, arena, is_last),
      .cursor = is_last ? (size_t)rl_end : (size_t)rl_point,
      .width = line->width,
  };
  if (rl_last_func != line_tab && rl_last_func != line_tab_back)
    line->list.is_open = false;
  bool has_list = line->list.is_open && !is_last;
  if (!is_last && !has_list)
    layout.ghost = ghost_of(arena, line_suggestion(line));
  layout_text(&frame, &layout);
  if (has_list && frame.n + 1 < line->height)
    line_list(line, &frame, line->height - frame.n);
  line->painter.has_colour = line->has_colour;
  paint(&line->painter, &frame, line->height, &out);
  send(&out);
  line->is_dirty = false;
}

void line_draw(struct line *line) {
  draw(line, false);
}

/* While more is waiting to be read, as in a paste, nobody sees what would be drawn. */
void line_show(void) {
  struct pollfd keys = {.fd = fileno(rl_instream), .events = POLLIN};
  if (line_current == NULL)
    return;
  line_current->is_dirty = true;
  if (poll(&keys, 1, 0) == 0)
    line_draw(line_current);
}

void line_finish(struct line *line, const char *behind) {
  if (line->is_plain)
    return;
  draw(line, true);
  fprintf(rl_outstream, "%s\r\n", behind);
  fflush(rl_outstream);
  paint_forget(&line->painter);
}

void line_redraw(struct line *line, bool is_resized) {
  struct arena arena = {0};
  struct sbuf out = {.arena = &arena};
  line_measure(line);
  if (is_resized)
    paint_resized(&line->painter, line->width, &out);
  else
    paint_forget(&line->painter);
  send(&out);
  arena_free(&arena);
  line_draw(line);
}
