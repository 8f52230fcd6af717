/* match_stream: running text as a skeleton that knows where each character stood (see
 * match_stream.h).
 */
#include "read/match_stream.h"

#include "base/utf8.h"
#include "read/number.h"

#include <string.h>

/* --- The skeleton of a section */

static bool is_kept(uint32_t c) {
  return c < 0x80 ? (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') : utf8_is_han(c);
}

/* Adds a piece and the skeleton of its bytes from .. to. Folding keeps the number of characters,
 * so that both texts are walked in step. */
static void add_piece(struct stream *f, struct piece piece, size_t from, size_t to) {
  struct arena *arena = f->m->arena;
  struct str text = str_sub(piece.text, from, to);
  struct str folded = utf8_fold(arena, text);
  uint32_t number = (uint32_t)f->pieces.n;
  piece.end = to;
  ARENA_PUSH(arena, &f->pieces, piece);
  bool after_han = false;
  size_t skip = 0; /* folded bytes of pinyin still to leave out */
  for (size_t i = 0, k = 0, length, step; i < text.n; i += length, k += step) {
    utf8_at(str_sub(text, i, text.n), &length);
    struct str rest = str_sub(folded, k, folded.n);
    uint32_t c = utf8_at(rest, &step);
    if (skip == 0 && after_han)
      skip = utf8_pinyin(rest);
    if (skip > 0) {
      skip -= step;
      continue;
    }
    after_han = utf8_is_han(c);
    if (!is_kept(c))
      continue;
    sbuf_add(&f->text, str_sub(rest, 0, step));
    struct origin origin = {number, (uint32_t)(from + i)};
    for (size_t b = 0; b < step; b++)
      ARENA_PUSH(arena, &f->origins, origin);
  }
}

/* Gathers the text from behind a section's heading to the next heading. */
void stream_add_section(struct stream *f, int section) {
  const struct match *m = f->m;
  const struct heading *start = &m->headings[section - 1];
  const struct heading *end = NULL;
  for (size_t s = (size_t)section; s < m->nsections && end == NULL; s++)
    if (m->headings[s].is_found)
      end = &m->headings[s];
  size_t last = end != NULL ? end->block : m->doc->blocks.n - 1;
  f->at_end = end == NULL;
  for (size_t i = start->block; i <= last; i++) {
    const struct doc_block *block = &m->doc->blocks.at[i];
    if (block->kind == DOC_PARAGRAPH) {
      struct doc_cell *cell = &block->rows[0].cells[0];
      size_t from = i == start->block ? start->to : 0;
      size_t to = end != NULL && i == last ? end->from : cell->text.n;
      add_piece(f, (struct piece){cell->text, 0, cell->place, i, false}, from, to);
      continue;
    }
    for (size_t r = 0; r < block->nrows && block->is_flattened; r++)
      for (size_t c = 0; c < block->rows[r].ncells; c++) {
        struct doc_cell *cell = &block->rows[r].cells[c];
        add_piece(f, (struct piece){cell->text, 0, cell->place, i, true}, 0, cell->text.n);
      }
  }
}

/* --- Labels in the skeleton */

/* The first of the spellings between from and to; of those at one place the longest. */
struct hit stream_find(const struct stream *f, const struct spellings *words, size_t from,
                       size_t to) {
  struct hit best = {false, 0, 0};
  struct str all = sbuf_str(&f->text);
  for (size_t i = 0; i < words->n; i++) {
    size_t limit = best.is_hit ? best.from + words->at[i].n : to;
    struct str area = str_sub(all, from, limit < to ? limit : to);
    size_t at = str_find(area, words->at[i]);
    if (at >= area.n)
      continue;
    at += from;
    if (!best.is_hit || at < best.from || (at == best.from && at + words->at[i].n > best.to))
      best = (struct hit){true, at, at + words->at[i].n};
  }
  return best;
}

struct hit stream_find_word(const struct stream *f, struct str skeleton, size_t from, size_t to) {
  struct spellings one = {&skeleton, 1, 1};
  return stream_find(f, &one, from, to);
}

/* --- What stands behind a label */

/* Moves the end of a run before an opening bracket or a quote that belongs to the next label. */
static size_t trim_end(struct str text, size_t from, size_t to) {
  static const struct str openers[] = {{"（", 3}, {"(", 1}, {"“", 3}, {"「", 3}, {"\"", 1}};
  for (bool cut = true; cut;) {
    cut = false;
    to = from + str_trim(str_sub(text, from, to)).n +
         (size_t)(str_trim(str_sub(text, from, to)).p - (text.p + from));
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++)
      if (to > from && str_ends(str_sub(text, from, to), openers[i])) {
        to -= openers[i].n;
        cut = true;
      }
  }
  return to;
}

/* Moves the start of a run behind the marks that close its label. */
static size_t trim_start(struct str text, size_t from, size_t to) {
  size_t length;
  for (; from < to; from += length) {
    uint32_t c = utf8_at(str_sub(text, from, to), &length);
    uint32_t twin = utf8_ascii_twin(c);
    bool closes = twin == ')' || twin == '"' || twin == ':' || twin == ',' || c == 0x300D ||
                  c == 0x3002 || c == 0x3011 || twin == ';' || c == '.';
    if (!closes && !utf8_is_blank(c))
      break;
  }
  return from;
}

/* The place of a byte of a piece: in a line the number of the field, parted by blanks. */
struct place stream_place(struct stream *f, size_t piece, size_t offset) {
  struct place place = f->pieces.at[piece].place;
  if (f->pieces.at[piece].is_cell)
    return place;
  if (piece != f->field_piece || offset < f->field_offset) {
    f->field_piece = piece;
    f->field_offset = 0;
    f->field = 1;
  }
  struct str text = f->pieces.at[piece].text;
  bool blank = false;
  while (f->field_offset < offset) {
    size_t length;
    bool is_blank = utf8_is_blank(utf8_at(str_sub(text, f->field_offset, text.n), &length));
    f->field += blank && !is_blank;
    blank = is_blank;
    f->field_offset += length;
  }
  f->field += blank; /* the offset is that of a token */
  place.cell = f->field;
  return place;
}

static void add_token(struct stream *f, struct tokens *t, size_t piece, size_t from, size_t to) {
  struct place place = stream_place(f, piece, from);
  if (t->printed.n == 0)
    t->start = place;
  else
    sbuf_add_char(&t->printed, ' ');
  struct str text = str_sub(f->pieces.at[piece].text, from, to);
  sbuf_add(&t->printed, text);
  t->end_block = f->pieces.at[piece].block;
  t->end = to;
  if (t->n < MAX_TOKENS)
    t->at[t->n++] = (struct found_cell){text, place};
  else
    t->is_over = true;
}

static size_t token_end(struct str text, size_t from, size_t to) {
  for (size_t step; from < to; from += step)
    if (utf8_is_blank(utf8_at(str_sub(text, from, to), &step)))
      break;
  return from;
}

static size_t token_start(struct str text, size_t from, size_t to) {
  for (size_t step; from < to; from += step)
    if (!utf8_is_blank(utf8_at(str_sub(text, from, to), &step)))
      break;
  return from;
}

#define UNIT_LENGTH 9 /* bytes of a unit behind a figure */

/* A number, perhaps with its unit, or a mark for an empty cell. */
bool stream_is_figure(struct str text) {
  struct number number;
  size_t used = number_parse(text, &number);
  if (used > 0 && text.n - used > UNIT_LENGTH)
    return false;
  for (size_t i = used; used > 0 && i < text.n; i++)
    if (text.p[i] >= '0' && text.p[i] <= '9')
      return false;
  return used > 0 || number_is_blank(text);
}

/* Parts the text between a label and the next at blanks. A line that begins with a word ends it. */
void stream_tokens(struct stream *f, struct tokens *t, size_t label_end, size_t until) {
  struct origin first = f->origins.at[label_end - 1];
  struct origin last = {(uint32_t)f->pieces.n, 0};
  if (until < f->origins.n)
    last = f->origins.at[until];
  size_t length;
  utf8_at(str_sub(f->pieces.at[first.piece].text, first.offset, SIZE_MAX), &length);
  size_t from = first.offset + length;
  for (size_t p = first.piece; p < f->pieces.n && p <= last.piece; p++, from = 0) {
    const struct piece *piece = &f->pieces.at[p];
    struct str text = piece->text;
    size_t to = trim_end(text, from, p == last.piece ? last.offset : piece->end);
    if (p == first.piece)
      from = trim_start(text, from, to);
    else if (piece->is_cell && text.n == 0)
      t->blanks++;
    for (from = token_start(text, from, to); from < to; from = token_start(text, from, to)) {
      size_t end = token_end(text, from, to);
      if (p > first.piece && from == 0 && !stream_is_figure(str_sub(text, from, end)))
        return;
      add_token(f, t, p, from, end);
      from = end;
    }
  }
}

struct str stream_text(const struct stream *f, struct hit hit) {
  struct origin from = f->origins.at[hit.from], to = f->origins.at[hit.to - 1];
  size_t length;
  struct str text = f->pieces.at[from.piece].text;
  if (from.piece != to.piece)
    return STR("");
  utf8_at(str_sub(text, to.offset, text.n), &length);
  return str_sub(text, from.offset, to.offset + length);
}
