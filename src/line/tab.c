/* tab: completion. The first Tab writes what all that fits has in common and lists it below the
 * line; further ones put one after the other into the line (see state.h).
 */
#include "line/state.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

#include <readline/readline.h>

#define GAP 2       /* columns between words of a list, and before their notes */
#define NOTE_MIN 16 /* a note that is cut to less says nothing */

/* --- The list */

struct shape {
  size_t columns, rows; /* of words */
  size_t first, n;      /* of the offers: those that are shown */
  bool has_notes;
  size_t word_width, note_width; /* what is wider than that is cut */
};

/* In so many columns: what is left of each for a note. */
static size_t note_width(const struct line *line, const struct shape *s, size_t columns) {
  size_t room = (line->width - 1) / columns, words = s->word_width + GAP + (columns > 1 ? GAP : 0);
  return room > words ? room - words : 0;
}

/* Puts the notes beside the words, in as few columns as have room for all, or as many as leave the
 * notes enough to say something. */
static void lay_with_notes(const struct line *line, struct shape *s, size_t height) {
  s->columns = 1;
  while ((s->n + s->columns - 1) / s->columns > height &&
         note_width(line, s, s->columns + 1) >= NOTE_MIN)
    s->columns++;
  s->rows = (s->n + s->columns - 1) / s->columns;
  s->note_width = note_width(line, s, s->columns);
}

static void lay_words(const struct line *line, struct shape *s) {
  s->columns = (line->width - 1) / (s->word_width + GAP);
  s->columns = s->columns > 0 ? s->columns : 1;
  s->rows = (s->n + s->columns - 1) / s->columns;
}

static struct shape shape_of(const struct line *line, size_t height) {
  const struct line_offers *offers = &line->list.offers;
  struct shape s = {.n = offers->n};
  for (size_t i = 0; i < offers->n; i++) {
    size_t width = utf8_text_width(offers->at[i].word);
    s.word_width = width > s.word_width ? width : s.word_width;
  }
  lay_with_notes(line, &s, height);
  s.has_notes = s.rows <= height;
  if (s.has_notes)
    return s;
  lay_words(line, &s);
  if (s.rows <= height)
    return s;
  lay_with_notes(line, &s, height); /* of several pages */
  s.has_notes = s.note_width > 0;
  if (!s.has_notes)
    lay_words(line, &s);
  s.rows = height > 1 ? height - 1 : 1; /* below them: how many there are more */
  size_t page = s.rows * s.columns;
  s.first = line->list.chosen < offers->n ? line->list.chosen / page * page : 0;
  s.n = offers->n - s.first < page ? offers->n - s.first : page;
  return s;
}

static struct str blanks(struct arena *arena, size_t n) {
  return str_fmt(arena, "%*s", (int)n, "");
}

/* As much of a note as has room, and blanks up to the next column. */
static struct str note_in(struct arena *arena, struct str note, size_t room, bool is_last) {
  size_t end = 0, width = 0, whole = utf8_text_width(note);
  size_t most = whole <= room ? whole : room - 1;
  while (end < note.n) {
    size_t length, next = (size_t)utf8_width(utf8_at(str_sub(note, end, note.n), &length));
    if (width + next > most)
      break;
    width += next;
    end += length;
  }
  size_t pad = is_last ? 0 : room + GAP - width - (whole > room);
  return str_fmt(arena, "%.*s%s%*s", STR_ARG(str_sub(note, 0, end)), whole > room ? "…" : "",
                 (int)pad, "");
}

/* A row of the list: a word with its note, or one word of each column. */
static void list_row(const struct line *line, struct frame *frame, const struct shape *s,
                     size_t row) {
  const struct line_offers *offers = &line->list.offers;
  struct arena *arena = frame->arena;
  struct {
    struct line_piece *at;
    size_t n, cap;
  } pieces = {0};
  for (size_t column = 0; column < s->columns; column++) {
    size_t i = column * s->rows + row;
    if (i >= s->n)
      continue;
    const struct line_offer *offer = &offers->at[s->first + i];
    size_t pad = s->word_width - utf8_text_width(offer->word) + GAP;
    bool is_chosen = s->first + i == line->list.chosen;
    struct line_piece word = {offer->word, is_chosen ? MARK_CHOSEN : MARK_NONE};
    bool is_last = column + 1 == s->columns;
    struct line_piece gap = {blanks(arena, pad), MARK_NONE};
    struct line_piece note = {note_in(arena, offer->note, s->note_width, is_last), MARK_NOTE};
    ARENA_PUSH(arena, &pieces, word);
    ARENA_PUSH(arena, &pieces, gap);
    if (s->has_notes)
      ARENA_PUSH(arena, &pieces, note);
  }
  layout_row(frame, pieces.at, pieces.n, line->width - 1);
}

void line_list(const struct line *line, struct frame *frame, size_t height) {
  const struct line_offers *offers = &line->list.offers;
  struct shape s = shape_of(line, height);
  for (size_t row = 0; row < s.rows; row++)
    list_row(line, frame, &s, row);
  if (s.n == offers->n)
    return;
  size_t more = offers->n - s.n;
  struct line_piece rest = {str_fmt(frame->arena, "and %zu more", more), MARK_NOTE};
  layout_row(frame, &rest, 1, line->width - 1);
}

/* On a terminal that cannot move its cursor: below the line, which is then written again. */
static void print_list(const struct line *line) {
  struct arena arena = {0};
  struct frame frame = {.arena = &arena};
  line_list(line, &frame, line->height > 2 ? line->height - 2 : 1);
  fputc('\n', rl_outstream);
  for (size_t i = 0; i < frame.n; i++) {
    for (size_t c = 0; c < frame.at[i].n; c++)
      fwrite(frame.at[i].at[c].bytes.p, 1, frame.at[i].at[c].bytes.n, rl_outstream);
    fputc('\n', rl_outstream);
  }
  arena_free(&arena);
  rl_forced_update_display();
}

/* --- What is written into the line */

/* How many bytes all words have in common, whole characters only. */
static size_t common_length(const struct line_offers *offers) {
  struct str first = offers->at[0].word;
  size_t n = first.n;
  for (size_t i = 1; i < offers->n; i++) {
    struct str word = offers->at[i].word;
    size_t k = 0;
    while (k < n && k < word.n && word.p[k] == first.p[k])
      k++;
    n = k;
  }
  while (n > 0 && n < first.n && ((unsigned char)first.p[n] & 0xC0) == 0x80)
    n--;
  return n;
}

/* Puts `word` in place of the one being typed. */
static void replace(struct line *line, struct str word) {
  struct arena arena = {0};
  size_t start = line->list.offers.start;
  rl_begin_undo_group();
  rl_delete_text((int)start, (int)line->list.end);
  rl_point = (int)start;
  rl_insert_text(str_z(&arena, word));
  rl_end_undo_group();
  line->list.end = (size_t)rl_point;
  arena_free(&arena);
}

/* The only one that fits: whole, and a blank behind it where another word may follow. */
static void write_only(struct line *line, struct str word) {
  char last = word.n > 0 ? word.p[word.n - 1] : ' ';
  replace(line, word);
  bool has_blank = rl_point < rl_end && rl_line_buffer[rl_point] == ' ';
  bool is_open = last == '(' || last == '/' || last == ' ' || last == '=' || last == ',';
  if (is_open || (word.n == 1 && last == '"'))
    return;
  if (has_blank)
    rl_point++;
  else
    rl_insert_text(" ");
  line->list.has_blank = !has_blank;
}

/* Words that are spelt in another way (another case, full-width), or only hold what is typed, must
 * not eat it. */
static bool goes_further(struct str common, struct str typed) {
  struct arena arena = {0};
  bool is_so =
      common.n > typed.n && str_starts(utf8_fold(&arena, common), utf8_fold(&arena, typed));
  arena_free(&arena);
  return is_so;
}

static void begin(struct line *line) {
  struct line_offers *offers = &line->list.offers;
  struct str text = line_text();
  struct sbuf whole = {.arena = &line->list.arena};
  arena_reset(&line->list.arena);
  line->list.offers = (struct line_offers){0};
  line->list.is_open = line->list.has_blank = false;
  sbuf_add(&whole, line->before);
  sbuf_add(&whole, text);
  size_t at = line->before.n + (size_t)rl_point;
  line->client->complete(line->client->context, &line->list.arena, sbuf_str(&whole), at, offers);
  if (offers->n == 0 || offers->start < line->before.n) {
    rl_ding();
    return;
  }
  offers->start -= line->before.n;
  line->list.end = (size_t)rl_point;
  line->list.chosen = offers->n;
  if (offers->n == 1) {
    write_only(line, offers->at[0].word);
    return;
  }
  struct str common = str_sub(offers->at[0].word, 0, common_length(offers));
  if (goes_further(common, str_sub(text, offers->start, (size_t)rl_point)))
    replace(line, common);
  line->list.is_open = true;
  if (line->is_plain)
    print_list(line);
}

static int step(bool is_back) {
  struct line *line = line_current;
  size_t n = line->list.offers.n;
  bool goes_on = line->list.is_open && (rl_last_func == line_tab || rl_last_func == line_tab_back);
  if (!goes_on) {
    begin(line);
    return 0;
  }
  size_t chosen = line->list.chosen; /* n: none so far */
  if (is_back)
    line->list.chosen = chosen == 0 || chosen == n ? n - 1 : chosen - 1;
  else
    line->list.chosen = chosen + 1 < n ? chosen + 1 : 0;
  replace(line, line->list.offers.at[line->list.chosen].word);
  return 0;
}

int line_tab(int count, int key) {
  (void)count;
  (void)key;
  return step(false);
}

int line_tab_back(int count, int key) {
  (void)count;
  (void)key;
  return step(true);
}
