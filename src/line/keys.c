/* keys: what keys do besides what readline has them do (see state.h). A key is taken over only
 * where it still does what readline comes with: an inputrc goes before.
 */
#include "line/state.h"

#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <readline/history.h>
#include <readline/readline.h>

/* --- Enter */

static bool is_last_line_blank(struct str text) {
  size_t start = text.n;
  while (start > 0 && text.p[start - 1] != '\n')
    start--;
  return start > 0 && str_trim(str_sub(text, start, text.n)).n == 0;
}

static int end_line(int key) {
  line_finish(line_current, "");
  return rl_newline(1, key);
}

/* Ends the text when it is whole, or its last line is blank; else goes on on another line. */
static int on_enter(int count, int key) {
  struct line *line = line_current;
  struct str text = line_text();
  (void)count;
  if (line->is_plain || str_trim(text).n == 0 || (rl_point == rl_end && is_last_line_blank(text)) ||
      line->client->is_whole(line->client->context, text))
    return end_line(key);
  rl_insert_text("\n");
  return 0;
}

static int on_newline(int count, int key) {
  (void)count;
  if (line_current->is_plain)
    return end_line(key);
  rl_insert_text("\n");
  return 0;
}

static int on_editor(int count, int key) {
  (void)count;
  line_current->wants_editor = true;
  return end_line(key);
}

/* --- Moving, and taking what is suggested when there is nothing to move over */

static bool take_suggestion(size_t n) {
  struct arena arena = {0};
  struct str rest = line_suggestion(line_current);
  bool is_there = rest.n > 0;
  if (is_there)
    rl_insert_text(str_z(&arena, str_sub(rest, 0, n < rest.n ? n : rest.n)));
  arena_free(&arena);
  return is_there;
}

static int on_right(int count, int key) {
  return take_suggestion(SIZE_MAX) ? 0 : rl_forward_char(count, key);
}

/* Up to the end of the next word: what stands before it, and the word. */
static int on_forward_word(int count, int key) {
  struct str rest = line_suggestion(line_current);
  size_t i = 0, length;
  for (bool is_inside = false; i < rest.n; i += length) {
    uint32_t c = utf8_at(str_sub(rest, i, rest.n), &length);
    bool is_word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                   c == '_' || c >= 0x80;
    if (is_inside && !is_word)
      break;
    is_inside = is_word;
  }
  return take_suggestion(i) ? 0 : rl_forward_word(count, key);
}

static int line_start(int at) {
  while (at > 0 && rl_line_buffer[at - 1] != '\n')
    at--;
  return at;
}

static int line_stop(int at) {
  while (at < rl_end && rl_line_buffer[at] != '\n')
    at++;
  return at;
}

/* Of the line of several in which the cursor is; there already, of all. */
static int on_home(int count, int key) {
  int start = line_start(rl_point);
  (void)count;
  (void)key;
  rl_point = rl_point == start ? 0 : start;
  return 0;
}

static int on_end(int count, int key) {
  int end = line_stop(rl_point);
  (void)count;
  (void)key;
  if (!take_suggestion(SIZE_MAX))
    rl_point = rl_point == end ? rl_end : end;
  return 0;
}

/* --- Up and down: lines of the text, then of the history what begins with what is typed */

static int on_up(int count, int key);
static int on_down(int count, int key);

/* The offset in the line from `start` to `stop` that is as many columns from its start. */
static int same_column(int start, int stop, size_t columns) {
  struct str line = {rl_line_buffer + start, (size_t)(stop - start)};
  size_t i = 0, length, width = 0;
  for (; i < line.n; i += length) {
    width += (size_t)utf8_width(utf8_at(str_sub(line, i, line.n), &length));
    if (width > columns)
      break;
  }
  return start + (int)i;
}

/* Goes to the line above or below; false when the cursor is on the first, or the last. */
static bool move_line(bool is_up) {
  int start = line_start(rl_point), stop = line_stop(rl_point);
  size_t columns =
      utf8_text_width((struct str){rl_line_buffer + start, (size_t)(rl_point - start)});
  if (is_up ? start == 0 : stop == rl_end)
    return false;
  int other = is_up ? line_start(start - 1) : stop + 1;
  rl_point = same_column(other, line_stop(other), columns);
  return true;
}

static void put_past(const struct line *line, int at) {
  struct arena arena = {0};
  HIST_ENTRY **entries = history_list();
  const char *text = at < history_length ? entries[at]->line : str_z(&arena, line->past.typed);
  rl_replace_line(text, 1);
  rl_point = rl_end;
  history_set_pos(at);
  arena_free(&arena);
}

/* Of what was asked several times the last time alone is shown. */
static bool is_repeated(HIST_ENTRY **entries, int at) {
  for (int later = at + 1; later < history_length; later++)
    if (strcmp(entries[later]->line, entries[at]->line) == 0)
      return true;
  return false;
}

static int search_past(bool is_back) {
  struct line *line = line_current;
  struct str text = line_text();
  HIST_ENTRY **entries = history_list();
  if (rl_last_func != on_up && rl_last_func != on_down) {
    if (where_history() == history_length)
      line->past.typed = str_copy(&line->arena, text);
    line->past.prefix = str_copy(&line->arena, str_sub(text, 0, (size_t)rl_point));
  }
  int at = where_history(), step = is_back ? -1 : 1;
  for (at += step; at >= 0 && at < history_length; at += step) {
    struct str entry = str_from_z(entries[at]->line);
    if (str_starts(entry, line->past.prefix) && !str_eq(entry, text) && !is_repeated(entries, at))
      break;
  }
  if (at < 0 || at > history_length || entries == NULL)
    return rl_ding();
  put_past(line, at);
  return 0;
}

/* While the arrows go through the history they do not stop at the lines of an entry. */
static bool is_in_past(void) {
  return rl_last_func == on_up || rl_last_func == on_down;
}

static int on_up(int count, int key) {
  (void)count;
  (void)key;
  bool goes_on = is_in_past() && where_history() < history_length;
  return !goes_on && move_line(true) ? 0 : search_past(true);
}

static int on_down(int count, int key) {
  (void)count;
  (void)key;
  bool goes_on = is_in_past() && where_history() < history_length;
  return !goes_on && move_line(false) ? 0 : search_past(false);
}

/* --- Marks, pastes, the screen */

/* No blank stands before these: one that Tab wrote behind a word goes. */
static const char closing[] = "=,;).:";

static int on_closing(int count, int key) {
  bool has_blank = rl_last_func == line_tab && line_current->list.has_blank;
  if (has_blank && rl_point > 0 && rl_line_buffer[rl_point - 1] == ' ') {
    rl_delete_text(rl_point - 1, rl_point);
    rl_point--;
  }
  return rl_insert(count, key);
}

/* What is pasted is one block, and waits for Enter; the newline at its end is no part of it. */
static int on_paste(int count, int key) {
  bool is_at_end = rl_point == rl_end;
  int result = rl_bracketed_paste_begin(count, key);
  rl_deactivate_mark();
  while (is_at_end && rl_end > 0 && rl_line_buffer[rl_end - 1] == '\n')
    rl_delete_text(rl_end - 1, rl_end);
  if (rl_point > rl_end)
    rl_point = rl_end;
  return result;
}

static int on_clear(int count, int key) {
  if (line_current->is_plain)
    return rl_clear_screen(count, key);
  fputs("\x1b[H\x1b[2J", rl_outstream);
  line_redraw(line_current, false);
  return 0;
}

/* --- Binding */

static const struct {
  rl_command_func_t *theirs, *ours;
} taken[] = {
    {rl_newline, on_enter},
    {rl_complete, line_tab},
    {rl_menu_complete, line_tab},
    {rl_possible_completions, line_tab},
    {rl_insert_completions, line_tab},
    {rl_backward_menu_complete, line_tab_back},
    {rl_forward_char, on_right},
    {rl_forward_word, on_forward_word},
    {rl_beg_of_line, on_home},
    {rl_end_of_line, on_end},
    {rl_get_previous_history, on_up},
    {rl_get_next_history, on_down},
    {rl_history_search_backward, on_up},
    {rl_history_search_forward, on_down},
    {rl_bracketed_paste_begin, on_paste},
    {rl_clear_screen, on_clear},
    {rl_clear_display, on_clear},
    {rl_vi_editing_mode, on_newline}, /* Alt-Enter */
};

static const struct {
  const char *keys;
  rl_command_func_t *ours;
} added[] = {{"\\e[Z", line_tab_back},      {"\\C-x\\C-e", on_editor},
             {"\\e[1;5C", on_forward_word}, {"\\e[1;5D", rl_backward_word},
             {"\\e[1;3C", on_forward_word}, {"\\e[1;3D", rl_backward_word}};

static void bind_in(Keymap map) {
  for (size_t i = 0; i < sizeof taken / sizeof taken[0]; i++) {
    char **keys = rl_invoking_keyseqs_in_map(taken[i].theirs, map);
    for (size_t k = 0; keys != NULL && keys[k] != NULL; k++) {
      rl_bind_keyseq_in_map(keys[k], taken[i].ours, map);
      free(keys[k]);
    }
    free(keys);
  }
  for (size_t i = 0; i < sizeof added / sizeof added[0]; i++)
    rl_bind_keyseq_if_unbound_in_map(added[i].keys, added[i].ours, map);
  for (const char *c = closing; *c != '\0'; c++)
    if (map[(unsigned char)*c].function == rl_insert)
      rl_bind_key_in_map(*c, on_closing, map);
}

void line_bind_keys(void) {
  bind_in(rl_get_keymap_by_name("emacs-standard"));
  bind_in(rl_get_keymap_by_name("vi-insert"));
}
