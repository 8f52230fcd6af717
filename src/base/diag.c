/* diag: messages with their place, and their one rendering (see diag.h). */
#include "base/diag.h"

#include "base/utf8.h"

#include <string.h>

#define DIAGS_KEPT 50  /* more than a screen of messages helps nobody */
#define TEXT_KEPT 600  /* bytes of one sentence */
#define LINE_SHOWN 100 /* columns of a source line around the caret */

static const struct {
  enum diag_code code;
  enum severity severity;
  int status;
  const char *topic, *name;
} codes[] = {
#define DIAG_ROW(name, number, severity, status, topic)                                            \
  {DIAG_##name, SEV_##severity, status, topic, #name},
    DIAG_CODES(DIAG_ROW)
#undef DIAG_ROW
};

/* A message about a name of a megabyte shows its beginning. */
static struct str clipped(struct arena *arena, struct str text) {
  if (text.n <= TEXT_KEPT)
    return text;
  size_t end = TEXT_KEPT;
  while (end > 0 && ((unsigned char)text.p[end] & 0xC0) == 0x80)
    end--;
  return str_fmt(arena, "%.*s…", (int)end, text.p);
}

/* The text that was brought in and holds the place; NULL: it lies in the statement itself. */
static const struct brought *brought_at(const struct diags *diags, struct span at) {
  for (size_t i = diags->brought.n; i-- > 0;)
    if (at.start >= diags->brought.at[i].base)
      return &diags->brought.at[i];
  return NULL;
}

static struct span moved_back(struct span at, uint32_t base) {
  return (struct span){at.start - base, at.end > base ? at.end - base : 0};
}

uint32_t diags_bring(struct diags *diags, const struct source *source, struct span used) {
  const struct brought *last =
      diags->brought.n > 0 ? &diags->brought.at[diags->brought.n - 1] : NULL;
  size_t end = last != NULL            ? last->base + last->source->text.n
               : diags->source != NULL ? diags->source->text.n
                                       : 0;
  struct brought brought = {source, (uint32_t)end + 1, used};
  ARENA_PUSH(diags->arena, &diags->brought, brought);
  return brought.base;
}

struct str diags_text(const struct diags *diags, struct span span) {
  const struct brought *in = brought_at(diags, span);
  if (in == NULL)
    return str_sub(diags->source->text, span.start, span.end);
  struct span at = moved_back(span, in->base);
  return str_sub(in->source->text, at.start, at.end);
}

/* Finds the text in which the message's place lies, and the places that brought it in. */
static void place(struct diags *diags, struct diag *diag) {
  const struct brought *in = brought_at(diags, diag->at);
  const struct diag_use **use = &diag->use;
  if (in != NULL) {
    diag->source = in->source;
    diag->at = moved_back(diag->at, in->base);
  }
  while (in != NULL) {
    const struct brought *outer = brought_at(diags, in->used);
    struct diag_use *one = ARENA_NEW(diags->arena, struct diag_use);
    one->source = outer != NULL ? outer->source : diags->source;
    one->at = outer != NULL ? moved_back(in->used, outer->base) : in->used;
    *use = one;
    use = &one->outer;
    in = outer;
  }
}

bool diag_add(struct diags *diags, enum diag_code code, struct span at, const char *format, ...) {
  enum severity severity = codes[code - 1].severity;
  if (severity == SEV_ERROR)
    diags->errors++;
  if (diags->n >= DIAGS_KEPT)
    return false;
  va_list args;
  va_start(args, format);
  struct diag diag = {code,
                      severity,
                      diags->source,
                      at,
                      clipped(diags->arena, str_vfmt(diags->arena, format, args)),
                      {0},
                      NULL};
  va_end(args);
  place(diags, &diag);
  ARENA_PUSH(diags->arena, diags, diag);
  return false;
}

void diag_hint(struct diags *diags, const char *format, ...) {
  if (diags->n == 0 || diags->n >= DIAGS_KEPT)
    return;
  va_list args;
  va_start(args, format);
  diags->at[diags->n - 1].hint = clipped(diags->arena, str_vfmt(diags->arena, format, args));
  va_end(args);
}

void diags_take(struct diags *diags, const struct diags *from) {
  for (size_t i = 0; i < from->n; i++) {
    ARENA_PUSH(diags->arena, diags, from->at[i]);
    diags->errors += from->at[i].severity == SEV_ERROR;
  }
}

bool diags_failed(const struct diags *diags) {
  return diags->errors > 0;
}

int diag_status(enum diag_code code) {
  return codes[code - 1].status;
}

const char *diag_topic(enum diag_code code) {
  return codes[code - 1].topic;
}

const char *diag_name(enum diag_code code) {
  return codes[code - 1].name;
}

int diags_status(const struct diags *diags) {
  int status = 0;
  for (size_t i = 0; i < diags->n; i++)
    if (diag_status(diags->at[i].code) > status && diags->at[i].severity == SEV_ERROR)
      status = diag_status(diags->at[i].code);
  return status;
}

static size_t line_start(struct str text, size_t offset) {
  while (offset > 0 && text.p[offset - 1] != '\n')
    offset--;
  return offset;
}

void source_position(const struct source *source, uint32_t offset, uint32_t *line,
                     uint32_t *column) {
  struct str text = source->text;
  size_t end = offset < text.n ? offset : text.n;
  *line = source->first_line > 0 ? source->first_line : 1;
  for (size_t i = 0; i < end; i++)
    *line += text.p[i] == '\n';
  size_t start = line_start(text, end);
  *column = (uint32_t)utf8_length(str_sub(text, start, end)) + 1;
}

/* One character of a source line as shown: tabs become a blank, control characters a dot. */
static void put_shown(struct sbuf *b, struct str character, uint32_t c) {
  if (c == '\t')
    sbuf_add_char(b, ' ');
  else if (c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0xFFFD)
    sbuf_add_char(b, '.');
  else
    sbuf_add(b, character);
}

/* The line of a place and below it the carets and the hint, cut to a window when the line is long.
 */
static void render_line(const struct source *source, struct span at, struct str hint,
                        struct arena *arena, FILE *out) {
  struct str text = source->text;
  size_t from = at.start < text.n ? at.start : text.n;
  size_t start = line_start(text, from), end = start;
  while (end < text.n && text.p[end] != '\n' && text.p[end] != '\r')
    end++;
  size_t until = at.end > from ? at.end : from;
  if (until > end)
    until = end;

  struct sbuf shown = {.arena = arena}, carets = {.arena = arena};
  size_t before = utf8_text_width(str_sub(text, start, from));
  size_t skip = before > LINE_SHOWN / 2 ? before - LINE_SHOWN / 2 : 0;
  size_t width = 0, marked = 0;
  if (skip > 0) {
    sbuf_add_z(&shown, "...");
    sbuf_add_z(&carets, "   ");
  }
  for (size_t i = start, length; i < end; i += length) {
    uint32_t c = utf8_at(str_sub(text, i, end), &length);
    size_t columns = (size_t)utf8_width(c);
    width += columns;
    if (width <= skip)
      continue;
    if (width > skip + LINE_SHOWN) {
      sbuf_add_z(&shown, "...");
      break;
    }
    put_shown(&shown, str_sub(text, i, i + length), c);
    for (size_t k = 0; k < columns; k++) {
      bool inside = i >= from && i < until;
      sbuf_add_char(&carets, inside ? (marked == 0 ? '^' : '~') : ' ');
      marked += inside;
    }
  }
  struct str line = str_trim(sbuf_str(&carets));
  size_t lead = line.n > 0 ? (size_t)(line.p - carets.at) : carets.n;
  if (marked == 0) { /* the place is the end of the line */
    lead = carets.n;
    line = STR("^");
  }
  fprintf(out, "  %.*s\n  %*s%.*s", STR_ARG(sbuf_str(&shown)), (int)lead, "", STR_ARG(line));
  if (hint.n > 0)
    fprintf(out, " %.*s", STR_ARG(hint));
  fputc('\n', out);
}

/* "questions.ogi:3:5: " */
static void render_place(const struct source *source, struct span at, FILE *out) {
  uint32_t line, column;
  source_position(source, at.start, &line, &column);
  fprintf(out, "%.*s:%u:%u: ", STR_ARG(source->name), line, column);
}

static void render_uses(const struct diag *diag, struct arena *arena, FILE *out) {
  for (const struct diag_use *use = diag->use; use != NULL; use = use->outer) {
    if (use->source == NULL || use->source->text.n == 0)
      continue;
    render_place(use->source, use->at, out);
    fputs("note: used here\n", out);
    render_line(use->source, use->at, (struct str){0}, arena, out);
  }
}

void diags_render(const struct diags *diags, FILE *out) {
  static const char *const names[] = {"note", "warning", "error"};
  struct arena scratch = {0};
  for (size_t i = 0; i < diags->n; i++) {
    const struct diag *diag = &diags->at[i];
    bool has_line = diag->source != NULL && diag->source->text.n > 0 &&
                    (diag->at.start > 0 || diag->at.end > 0);
    if (has_line) {
      render_place(diag->source, diag->at, out);
    } else if (diag->source != NULL && diag->source->name.n > 0) {
      fprintf(out, "%.*s: ", STR_ARG(diag->source->name));
    } else {
      fputs("ogi: ", out);
    }
    fprintf(out, "%s: %.*s\n", names[diag->severity], STR_ARG(diag->text));
    if (has_line)
      render_line(diag->source, diag->at, diag->hint, &scratch, out);
    else if (diag->hint.n > 0)
      fprintf(out, "  %.*s\n", STR_ARG(diag->hint));
    render_uses(diag, &scratch, out);
    arena_reset(&scratch);
  }
  if (diags->errors > DIAGS_KEPT)
    fprintf(out, "ogi: note: %zu further errors not shown\n", diags->errors - DIAGS_KEPT);
  arena_free(&scratch);
}
