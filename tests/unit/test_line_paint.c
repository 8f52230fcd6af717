/* A text being typed: its rows of cells, and what is sent to a terminal to show them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "line/paint.h"
#include "repl/screen.h"

static struct screen screen;
static struct painter painter;
static size_t sent; /* bytes, by the last show */

static int begin(void **state) {
  (void)state;
  screen_clear(&screen, 10, 20);
  paint_forget(&painter);
  painter.has_colour = true;
  return 0;
}

static int end(void **state) {
  (void)state;
  paint_free(&painter);
  memset(&painter, 0, sizeof painter);
  return 0;
}

/* Shows a text with the cursor at an offset and a ghost behind it. */
static void show_all(const char *text, size_t cursor, const char *ghost, unsigned char *marks) {
  struct arena arena = {0};
  struct sbuf out = {.arena = &arena};
  struct frame frame = paint_frame(&painter);
  struct layout layout = {.prompt = STR("> "),
                          .more = STR(". "),
                          .text = str_from_z(text),
                          .marks = marks,
                          .cursor = cursor,
                          .ghost = str_from_z(ghost),
                          .width = (size_t)screen.columns};
  layout_text(&frame, &layout);
  paint(&painter, &frame, (size_t)screen.rows, &out);
  screen_write(&screen, out.at, out.n);
  sent = out.n;
  arena_free(&arena);
}

static void show(const char *text) {
  show_all(text, strlen(text), "", NULL);
}

static void is_at(int row, int column) {
  assert_int_equal(screen.row, row);
  assert_int_equal(screen.column, column);
}

static void one_line(void **state) {
  (void)state;
  show("sum");
  assert_string_equal(screen_row(&screen, 0), "> sum");
  is_at(0, 5);
  show_all("sum", 1, "", NULL);
  is_at(0, 3);
  show("");
  assert_string_equal(screen_row(&screen, 0), ">");
  is_at(0, 2);
}

static void lines_of_their_own(void **state) {
  (void)state;
  show("sum\nby\n");
  assert_string_equal(screen_row(&screen, 0), "> sum");
  assert_string_equal(screen_row(&screen, 1), ". by");
  assert_string_equal(screen_row(&screen, 2), ".");
  is_at(2, 2);
  show_all("sum\nby\n", 3, "", NULL); /* the end of the first line */
  is_at(0, 5);
  show("sum");
  assert_string_equal(screen_row(&screen, 1), "");
}

static void long_lines_wrap(void **state) {
  (void)state;
  show("123456789012345678"); /* up to the last column: the cursor has no room there */
  assert_string_equal(screen_row(&screen, 0), "> 123456789012345678");
  is_at(1, 0);
  show("1234567890123456789");
  assert_string_equal(screen_row(&screen, 1), "9");
  is_at(1, 1);
  show("12345678901234567");
  assert_string_equal(screen_row(&screen, 1), "");
  is_at(0, 19);
}

static void wide_characters_are_not_cut(void **state) {
  (void)state;
  show("12345678901234567\xE5\xB9\xB4x"); /* one column is left, and 年 takes two */
  assert_string_equal(screen_row(&screen, 0), "> 12345678901234567");
  assert_string_equal(screen_row(&screen, 1), "\xE5\xB9\xB4x");
  is_at(1, 3);
  show_all("12345678901234567\xE5\xB9\xB4x", 17, "", NULL); /* on 年 */
  is_at(1, 0);
  show("1234567890123456\xE5\xB9\xB4"); /* two are left */
  assert_string_equal(screen_row(&screen, 0), "> 1234567890123456\xE5\xB9\xB4");
  is_at(1, 0);
}

static void a_wide_one_goes_for_two_narrow_ones(void **state) {
  (void)state;
  show("a\xE5\xB9\xB4z");
  show("abcz");
  assert_string_equal(screen_row(&screen, 0), "> abcz");
  show("a\xE5\xB9\xB4z");
  assert_string_equal(screen_row(&screen, 0), "> a\xE5\xB9\xB4z");
  show("ab");
  assert_string_equal(screen_row(&screen, 0), "> ab");
}

static void combining_characters_take_no_column(void **state) {
  (void)state;
  show("e\xCC\x81x"); /* e and an acute accent */
  assert_string_equal(screen_row(&screen, 0), "> e\xCC\x81x");
  is_at(0, 4);
  show("ex");
  assert_string_equal(screen_row(&screen, 0), "> ex");
  show("\xCC\x81"); /* with nothing to stand on it stands on the prompt's blank */
  is_at(0, 2);
  show("123456789012345678\xCC\x81"); /* in the last column */
  is_at(1, 0);
  assert_string_equal(screen_row(&screen, 0), "> 123456789012345678\xCC\x81");
}

static void what_is_no_character_is_shown(void **state) {
  (void)state;
  show("a\x01\x7F");
  assert_string_equal(screen_row(&screen, 0), "> a^A^?");
  show("a\xFFz");
  assert_string_equal(screen_row(&screen, 0), "> a\xEF\xBF\xBDz");
  show("a\tb");
  assert_string_equal(screen_row(&screen, 0), "> a     b");
  show("\x1b[31mred"); /* pasted: steers nothing */
  assert_string_equal(screen_row(&screen, 0), "> ^[[31mred");
}

static void marks_are_looks(void **state) {
  unsigned char marks[] = {MARK_KEYWORD, MARK_KEYWORD, MARK_KEYWORD, 0, MARK_UNKNOWN, 0};
  (void)state;
  show_all("sum xy", 6, "", marks);
  assert_int_equal(screen_look_of(&screen, "sum"), LOOK_BOLD);
  assert_int_equal(screen_look_of(&screen, "x"), LOOK_UNDERLINE | 31 * 16);
  assert_int_equal(screen_look_of(&screen, "y"), 0);
  painter.has_colour = false;
  begin(state);
  painter.has_colour = false;
  show_all("sum xy", 6, "", marks);
  assert_int_equal(screen_look_of(&screen, "sum"), 0);
  assert_int_equal(screen_look_of(&screen, "x"), 0);
}

static void a_ghost_stands_behind_the_cursor(void **state) {
  (void)state;
  show_all("sum", 3, " received", NULL);
  assert_string_equal(screen_row(&screen, 0), "> sum received");
  assert_int_equal(screen_look_of(&screen, "received"), LOOK_DIM);
  is_at(0, 5);
  show_all("123456789012345678", 18, "90", NULL); /* where the row is full */
  assert_string_equal(screen_row(&screen, 1), "90");
  is_at(1, 0);
}

/* A key sends a cell, not the line: lines may be slow. */
static void only_what_differs_is_sent(void **state) {
  (void)state;
  show("sum received where agency");
  show("sum received where agency=");
  assert_true(sent <= 4);
  show("sum received where agency=");
  assert_int_equal(sent, 0);
  show_all("sum", 3, " received", NULL);
  show_all("sum ", 4, "received", NULL); /* the ghost's first character is typed: it looks typed */
  assert_true(sent <= 12);
}

static void a_text_longer_than_the_screen(void **state) {
  (void)state;
  show("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl");
  assert_string_equal(screen_row(&screen, 9), ". l");
  assert_string_equal(screen_row(&screen, 0), ". c");
  is_at(9, 3);
  show_all("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl", 0, "", NULL);
  assert_string_equal(screen_row(&screen, 0), "> a");
  assert_string_equal(screen_row(&screen, 9), ". j");
  is_at(0, 2);
  show("a");
  assert_string_equal(screen_row(&screen, 1), "");
}

/* At the bottom of the screen new rows scroll it. */
static void rows_begin_at_the_bottom(void **state) {
  (void)state;
  screen.row = 9;
  show("a\nb\nc");
  assert_string_equal(screen_row(&screen, 7), "> a");
  assert_string_equal(screen_row(&screen, 9), ". c");
  show("a\nbc");
  assert_string_equal(screen_row(&screen, 8), ". bc");
  assert_string_equal(screen_row(&screen, 9), "");
  is_at(8, 4);
}

static void lists_are_cut(void **state) {
  struct arena arena = {0};
  struct frame frame = {.arena = &arena};
  struct line_piece pieces[] = {{STR("abc"), MARK_NONE},
                                {STR("\xE5\xB9\xB4\xE5\xB9\xB4"), MARK_NOTE}};
  (void)state;
  layout_row(&frame, pieces, 2, 6);
  assert_int_equal(frame.at[0].width, 5); /* the second 年 has one column left */
  assert_int_equal(frame.at[0].n, 4);
  arena_free(&arena);
}

/* A narrower terminal has wrapped what was there: it is gone back over. */
static void narrower_terminals(void **state) {
  struct arena arena = {0};
  struct sbuf out = {.arena = &arena};
  (void)state;
  show("1234567890123456");
  paint_resized(&painter, 10, &out);
  screen_clear(&screen, 10, 10);
  screen_write(&screen,
               "> 12345678"
               "90123456",
               18);
  screen_write(&screen, out.at, out.n);
  is_at(0, 0);
  assert_string_equal(screen_row(&screen, 0), "");
  assert_string_equal(screen_row(&screen, 1), "");
  show("1234567890123456");
  assert_string_equal(screen_row(&screen, 0), "> 12345678");
  assert_string_equal(screen_row(&screen, 1), "90123456");
  arena_free(&arena);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void) {
  const struct CMUnitTest tests[] = {TEST(one_line),
                                     TEST(lines_of_their_own),
                                     TEST(long_lines_wrap),
                                     TEST(wide_characters_are_not_cut),
                                     TEST(a_wide_one_goes_for_two_narrow_ones),
                                     TEST(combining_characters_take_no_column),
                                     TEST(what_is_no_character_is_shown),
                                     TEST(marks_are_looks),
                                     TEST(a_ghost_stands_behind_the_cursor),
                                     TEST(only_what_differs_is_sent),
                                     TEST(a_text_longer_than_the_screen),
                                     TEST(rows_begin_at_the_bottom),
                                     TEST(lists_are_cut),
                                     TEST(narrower_terminals)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
