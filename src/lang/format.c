/* format: words → lines, and whole scripts with their comments (see format.h).
 */
#include "lang/format.h"

#include "base/utf8.h"
#include "lang/bits.h"
#include "lang/parse.h"
#include "ogi_grammar.h"

#define STEP 2 /* blanks that a further level stands in */

struct page {
  struct arena *arena;
  struct sbuf text;
  size_t column;
  const struct bit *pending; /* whose comments on lines of their own wait for the next line */
  bool must_break;           /* a comment stands at the end of this line */
};

static void put(struct page *page, struct str text) {
  sbuf_add(&page->text, text);
  page->column += utf8_text_width(text);
}

static void put_line(struct page *page, size_t indent) {
  sbuf_add_char(&page->text, '\n');
  for (size_t i = 0; i < indent; i++)
    sbuf_add_char(&page->text, ' ');
  page->column = indent;
  page->must_break = false;
}

static void new_line(struct page *page, size_t indent) {
  const struct bit *bit = page->pending;
  page->pending = NULL;
  for (size_t i = 0; bit != NULL && i < bit->ncomments; i++)
    if (bit->own_lines[i]) {
      put_line(page, indent);
      put(page, bit->comments[i]);
    }
  put_line(page, indent);
}

static bool has_own_lines(const struct bit *bit) {
  for (size_t i = 0; i < bit->ncomments; i++)
    if (bit->own_lines[i])
      return true;
  return false;
}

static void put_bit(struct page *page, const struct bit *bit, bool begins_line, size_t indent) {
  if (page->must_break && !begins_line) {
    new_line(page, indent);
    begins_line = true;
  }
  if (!begins_line && !bit->is_glued)
    put(page, STR(" "));
  put(page, bit->text);
  page->must_break = bit->ends_line;
  for (size_t i = 0; i < bit->ncomments; i++) {
    page->must_break = true;
    if (!bit->own_lines[i]) {
      put(page, STR("  "));
      put(page, bit->comments[i]);
    }
  }
  if (has_own_lines(bit))
    page->pending = bit;
}

/* The columns of a stretch on one line, without the blank before it. */
static size_t flat_width(const struct bit *bits, size_t n) {
  size_t width = 0;
  for (size_t i = 0; i < n; i++)
    width += utf8_text_width(bits[i].text) + (i > 0 && !bits[i].is_glued);
  return width;
}

/* A comment at the very end does not keep a stretch from one line. */
static bool has_comments(const struct bit *bits, size_t n) {
  for (size_t i = 0; i + 1 < n; i++)
    if (bits[i].ncomments > 0)
      return true;
  return false;
}

/* The bracket that closes the one at `i`. */
static size_t closing(const struct bit *bits, size_t n, size_t i) {
  int depth = 0;
  for (; i < n; i++) {
    depth += (bits[i].role == BIT_OPEN) - (bits[i].role == BIT_CLOSE);
    if (depth == 0)
      return i;
  }
  return n - 1;
}

/* The strongest break outside brackets, after the first word. */
static enum bit_break strongest(const struct bit *bits, size_t n) {
  enum bit_break found = BREAK_NONE;
  int depth = 0;
  for (size_t i = 0; i < n; i++) {
    if (i > 0 && depth == 0 && bits[i].before > found)
      found = bits[i].before;
    depth += (bits[i].role == BIT_OPEN) - (bits[i].role == BIT_CLOSE);
  }
  return found;
}

static void lay(struct page *page, const struct bit *bits, size_t n, bool begins_line,
                size_t indent, size_t behind);

/* A part for each break of that strength, each but the first on a line of its own. */
static void lay_parts(struct page *page, const struct bit *bits, size_t n, bool begins_line,
                      size_t indent, size_t behind, enum bit_break where) {
  size_t from = 0;
  int depth = 0;
  for (size_t i = 0; i <= n; i++) {
    if (i == n || (i > from && depth == 0 && bits[i].before == where)) {
      if (from > 0)
        new_line(page, indent + STEP);
      lay(page, bits + from, i - from, begins_line || from > 0, indent + (from > 0 ? STEP : 0),
          i == n ? behind : 0);
      from = i;
    }
    if (i < n)
      depth += (bits[i].role == BIT_OPEN) - (bits[i].role == BIT_CLOSE);
  }
}

/* The words between two brackets, a line for each part. */
static void lay_brackets(struct page *page, const struct bit *bits, size_t n, size_t indent) {
  size_t from = 1;
  int depth = 0;
  put_bit(page, &bits[0], false, indent + STEP);
  for (size_t i = 1; i + 1 < n; i++) {
    depth += (bits[i].role == BIT_OPEN) - (bits[i].role == BIT_CLOSE);
    if (i + 2 < n && !(depth == 0 && bits[i].role == BIT_COMMA))
      continue;
    new_line(page, indent + STEP);
    lay(page, bits + from, i + 1 - from, true, indent + STEP, 0);
    from = i + 1;
  }
  new_line(page, indent);
  put_bit(page, &bits[n - 1], true, indent);
}

/* Word by word, a new line where this one is full; brackets that do not fit take several. */
static void lay_filled(struct page *page, const struct bit *bits, size_t n, bool begins_line,
                       size_t indent, size_t behind) {
  for (size_t i = 0; i < n; i++) {
    bool is_first = i == 0 && begins_line;
    if (bits[i].role == BIT_OPEN) {
      size_t end = closing(bits, n, i), count = end - i + 1;
      size_t tail = end + 1 < n && bits[end + 1].role == BIT_COMMA ? 1 : 0;
      bool fits = page->column + 1 + flat_width(bits + i, count) + tail + behind <= FORMAT_WIDTH;
      if (!fits || has_comments(bits + i, count)) {
        lay_brackets(page, bits + i, count, indent);
        i = end;
        continue;
      }
    }
    size_t upto = i + 1; /* what cannot be parted from it */
    while (upto < n && bits[upto].before == BREAK_NONE && bits[upto].role != BIT_OPEN)
      upto++;
    size_t width = flat_width(bits + i, upto - i) + 1;
    if (!is_first && bits[i].before != BREAK_NONE && page->column + width > FORMAT_WIDTH) {
      new_line(page, indent + STEP);
      is_first = true;
    }
    put_bit(page, &bits[i], is_first, indent + STEP);
  }
}

/* A stretch of words, `behind` columns of which something else takes the rest of the last line. */
static void lay(struct page *page, const struct bit *bits, size_t n, bool begins_line,
                size_t indent, size_t behind) {
  if (n == 0)
    return;
  size_t blank = begins_line || bits[0].is_glued ? 0 : 1;
  bool fits = page->column + blank + flat_width(bits, n) + behind <= FORMAT_WIDTH;
  enum bit_break where = strongest(bits, n);
  if (fits && !has_comments(bits, n)) {
    for (size_t i = 0; i < n; i++)
      put_bit(page, &bits[i], begins_line && i == 0, indent + STEP);
  } else if (where >= BREAK_JOIN) {
    lay_parts(page, bits, n, begins_line, indent, behind, where);
  } else {
    lay_filled(page, bits, n, begins_line, indent, behind);
  }
}

static struct bits bits_of(struct arena *arena, const struct node *tree) {
  struct bits bits = {.arena = arena};
  bits_statement(&bits, tree);
  return bits;
}

struct str format_line(struct arena *arena, const struct node *tree) {
  struct bits bits = bits_of(arena, tree);
  struct page page = {.arena = arena, .text = {.arena = arena}};
  for (size_t i = 0; i < bits.n; i++)
    put_bit(&page, &bits.at[i], i == 0, 0);
  return sbuf_str(&page.text);
}

struct str format_tree(struct arena *arena, const struct node *tree) {
  struct bits bits = bits_of(arena, tree);
  struct page page = {.arena = arena, .text = {.arena = arena}};
  lay(&page, bits.at, bits.n, true, 0, 0);
  return sbuf_str(&page.text);
}

/* --- Scripts */

struct comment {
  struct str text;
  size_t at;
  bool is_alone; /* nothing but blanks before it on its line */
  bool is_apart; /* a blank line before it */
};

struct comments {
  struct comment *at;
  size_t n, cap;
};

static bool begins_comment(struct str rest) {
  bool is_dashes = str_starts(rest, STR("--")) &&
                   (rest.n == 2 || rest.p[2] == ' ' || rest.p[2] == '\n' || rest.p[2] == '\r');
  return str_starts(rest, STR("#")) || is_dashes;
}

/* The comments between two offsets where no token stands; *is_apart: is there a blank line behind
 * the last of them? */
static void comments_between(struct arena *arena, struct str text, size_t from, size_t to,
                             struct comments *found, bool *is_apart) {
  size_t newlines = from == 0 ? 1 : 0;
  found->n = 0;
  for (size_t i = from; i < to;) {
    struct str rest = str_sub(text, i, to);
    if (!begins_comment(rest)) {
      newlines += text.p[i++] == '\n';
      continue;
    }
    size_t end = i;
    while (end < to && text.p[end] != '\n')
      end++;
    struct comment comment = {str_trim(str_sub(text, i, end)), i, newlines > 0, newlines > 1};
    ARENA_PUSH(arena, found, comment);
    newlines = 0;
    i = end;
  }
  *is_apart = newlines > 1;
}

static bool is_bracket(int kind) {
  return kind == TOK_LP || kind == TOK_RP || kind == TOK_COMMA;
}

static bool is_mark(const struct bit *bit, int kind) {
  return (kind == TOK_LP && bit->role == BIT_OPEN) || (kind == TOK_RP && bit->role == BIT_CLOSE) ||
         (kind == TOK_COMMA && bit->role == BIT_COMMA);
}

/* The word behind which a comment belongs that follows token `token`: the last name, string or
 * number before it, and the brackets and commas after that one. */
static size_t bit_before(const struct bits *bits, const struct token_list *tokens, size_t token) {
  uint32_t end = tokens->at[token].span.end;
  size_t found = 0;
  uint32_t last = 0;
  for (size_t i = 0; i < bits->n; i++)
    if (bits->at[i].at.end > 0 && bits->at[i].at.end <= end) {
      found = i;
      last = bits->at[i].at.end;
    }
  for (size_t t = 0; t <= token; t++)
    if (tokens->at[t].span.start >= last && is_bracket(tokens->at[t].kind) && found + 1 < bits->n &&
        is_mark(&bits->at[found + 1], tokens->at[t].kind))
      found++;
  return found;
}

static void attach(struct arena *arena, struct bit *bit, const struct comments *comments) {
  size_t n = bit->ncomments + comments->n;
  struct str *texts = ARENA_ARRAY(arena, struct str, n);
  bool *own_lines = ARENA_ARRAY(arena, bool, n);
  for (size_t i = 0; i < n; i++) {
    bool is_old = i < bit->ncomments;
    texts[i] = is_old ? bit->comments[i] : comments->at[i - bit->ncomments].text;
    own_lines[i] = is_old ? bit->own_lines[i] : comments->at[i - bit->ncomments].is_alone || i > 0;
  }
  bit->comments = texts;
  bit->own_lines = own_lines;
  bit->ncomments = n;
}

/* A newline behind a reserved word would not end the statement. */
static bool needs_end(const struct source *source, struct token last, struct arena *arena) {
  return token_is_keyword(last.kind) && word_is_reserved(token_value(arena, source, last));
}

struct script {
  struct arena *arena;
  const struct source *source;
  struct sbuf text;
};

static void put_statement(struct script *s, const struct node *tree,
                          const struct token_list *tokens) {
  struct bits bits = bits_of(s->arena, tree);
  struct comments comments = {0};
  bool is_apart;
  for (size_t t = 0; t + 1 < tokens->n; t++) {
    comments_between(s->arena, s->source->text, tokens->at[t].span.end,
                     tokens->at[t + 1].span.start, &comments, &is_apart);
    if (comments.n > 0)
      attach(s->arena, &bits.at[bit_before(&bits, tokens, t)], &comments);
  }
  struct page page = {.arena = s->arena, .text = {.arena = s->arena}};
  lay(&page, bits.at, bits.n, true, 0, 0);
  const struct bit *waiting = page.pending;
  for (size_t i = 0; waiting != NULL && i < waiting->ncomments; i++) /* behind the last word */
    if (waiting->own_lines[i]) {
      put_line(&page, STEP);
      put(&page, waiting->comments[i]);
    }
  sbuf_add(&s->text, sbuf_str(&page.text));
  if (needs_end(s->source, tokens->at[tokens->n - 1], s->arena))
    sbuf_add_char(&s->text, ';');
}

/* Between two statements, and at both ends of the script. The comment that ends the line of a
 * statement stays there. */
static void put_between(struct script *s, size_t from, size_t to) {
  struct comments comments = {0};
  bool is_apart;
  bool is_end = to == s->source->text.n;
  comments_between(s->arena, s->source->text, from, to, &comments, &is_apart);
  for (size_t i = 0; i < comments.n; i++) {
    const struct comment *comment = &comments.at[i];
    bool is_behind = i == 0 && !comment->is_alone && s->text.n > 0;
    if (!is_behind && s->text.n > 0)
      sbuf_add_z(&s->text, comment->is_apart ? "\n\n" : "\n");
    sbuf_addf(&s->text, "%s%.*s", is_behind ? "  " : "", STR_ARG(comment->text));
  }
  if (s->text.n > 0)
    sbuf_add_z(&s->text, is_end ? "\n" : is_apart ? "\n\n" : "\n");
}

bool format_script(struct arena *arena, const struct source *source, struct str *text,
                   struct diags *diags) {
  struct script s = {.arena = arena, .source = source, .text = {.arena = arena}};
  struct lex lex = {.source = source};
  size_t from = 0;
  for (;;) {
    struct token_list tokens = {0};
    struct span dot;
    if (lex_dot_line(&lex, &dot)) { /* as it was written */
      put_between(&s, from, dot.start);
      sbuf_add(&s.text, str_sub(source->text, dot.start, dot.end));
      from = dot.end;
      continue;
    }
    enum lex_outcome outcome = lex_statement(arena, &lex, &tokens, diags);
    if (outcome == LEX_END)
      break;
    const struct node *tree =
        outcome == LEX_STATEMENT ? tree_from_tokens(arena, source, &tokens, diags) : NULL;
    if (tree == NULL)
      continue;
    put_between(&s, from, tokens.at[0].span.start);
    put_statement(&s, tree, &tokens);
    from = tokens.at[tokens.n - 1].span.end;
  }
  put_between(&s, from, source->text.n);
  *text = sbuf_str(&s.text);
  return !diags_failed(diags);
}
