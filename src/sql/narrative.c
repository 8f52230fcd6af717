/* narrative: the sections that `find` goes through as SQL (see gen.h).
 *
 * Reports come in the order of the answer and their sections are read one after the other, so that
 * the texts, nearly all of a panel, never have to be sorted. Where the index of words can tell
 * which sections to look at, those and the ones it does not hold yet are read alone; whether the
 * word stands there the caller sees.
 */
#include "sql/gen.h"

#include "base/utf8.h"

#define TRIGRAM 3
/* Of a long word; more would not narrow it down. */
#define TRIGRAMS_ASKED 24

/* Adds the question to the index for one word; false when it is too short for it. */
static bool match_word(struct sbuf *b, const struct prose_word *word) {
  struct str text = prose_word_text(word);
  size_t starts[TRIGRAMS_ASKED + TRIGRAM + 1], n = 0, asked = 0;
  for (size_t i = 0, length; i <= text.n && n < sizeof starts / sizeof starts[0]; i += length) {
    starts[n++] = i;
    utf8_at(str_sub(text, i, text.n), &length);
    if (length == 0)
      break;
  }
  for (size_t i = 0; i + TRIGRAM < n; i++, asked++) {
    struct str part = str_sub(text, starts[i], starts[i + TRIGRAM]);
    sbuf_add_z(b, asked > 0 ? " AND \"" : "(\"");
    for (size_t k = 0; k < part.n; k++)
      sbuf_addf(b, part.p[k] == '"' ? "\"\"" : "%c", part.p[k]);
    sbuf_add_char(b, '"');
  }
  if (asked > 0)
    sbuf_add_char(b, ')');
  return asked > 0;
}

/* Adds the question to the index; false, and nothing, when it cannot narrow the search down. */
static bool match_wanted(struct sbuf *b, const struct plan *plan, const struct wanted *wanted) {
  size_t before = b->n;
  if (wanted->kind == WANTED_NOT)
    return false;
  if (wanted->kind == WANTED_WORD)
    return match_word(b, plan->words[wanted->word]);
  sbuf_add_char(b, '(');
  bool is_and = wanted->kind == WANTED_AND, left = match_wanted(b, plan, wanted->left);
  size_t half = b->n;
  if (left)
    sbuf_add_z(b, is_and ? " AND " : " OR ");
  bool right = (left || is_and) && match_wanted(b, plan, wanted->right);
  if (left && !right)
    b->n = half;
  if (is_and ? !left && !right : !left || !right) {
    b->n = before;
    return false;
  }
  sbuf_add_char(b, ')');
  return true;
}

/* The sections to be read, over section t and report r. */
static void in_sections(struct gen *g) {
  const struct plan *plan = g->plan;
  for (size_t i = 0; i < plan->nsections; i++) {
    const struct plan_section *section = &plan->sections[i];
    sbuf_add_z(&g->text, i > 0 ? " OR " : " AND (");
    if (section->form >= 0)
      sbuf_addf(&g->text, "(o.form = %d AND t.n = %d)", section->form, section->n);
    else
      sbuf_addf(&g->text, "t.n = %d", section->n);
  }
  if (plan->nsections > 0)
    sbuf_add_char(&g->text, ')');
}

/* o: the reports in scope, or the sections named by the index, in the order of the answer. A limit
 * keeps that order through the join. */
static void ordered(struct gen *g, bool by_index) {
  gen_with(g, "o", true);
  sbuf_addf(&g->text, "SELECT %s AS id, r.year, a.name, r.path, r.form FROM ",
            by_index ? "h.id" : "r.id");
  if (by_index)
    sbuf_addf(&g->text, "hit h %s report r ON r.id = h.id / %d %s ", g->dialect->then_join,
              SQL_SECTIONS, g->dialect->then_join);
  else
    sbuf_add_z(&g->text, "report r JOIN ");
  sbuf_add_z(&g->text, "agency a ON a.id = r.agency WHERE r.counts = 1");
  if (g->plan->scope != NULL) {
    sbuf_add_z(&g->text, " AND ");
    gen_cond(g, g->plan->scope, "r");
  }
  sbuf_addf(&g->text, " ORDER BY r.year, a.name, %s LIMIT 9223372036854775807)",
            by_index ? "h.id" : "r.id");
}

struct sql gen_narrative(struct gen *g) {
  const struct plan *plan = g->plan;
  struct sbuf match = {.arena = g->text.arena};
  bool by_index = plan->wanted != NULL && plan->indexed > 0 && g->dialect->has_search &&
                  !gen_is_few(plan->scope) && match_wanted(&match, plan, plan->wanted);
  if (by_index) {
    gen_with(g, "hit", true);
    sbuf_add_z(&g->text, "SELECT rowid AS id FROM search WHERE search MATCH ");
    gen_bind(g, value_text(sbuf_str(&match)));
    /* Behind its end the index may hold what has gone. */
    sbuf_add_z(&g->text, " AND rowid <= ");
    gen_bind(g, value_integer(plan->indexed));
    sbuf_add_z(&g->text, " UNION ALL SELECT id FROM section WHERE id > ");
    gen_bind(g, value_integer(plan->indexed));
    sbuf_add_z(&g->text, ")");
  }
  ordered(g, by_index);
  sbuf_addf(&g->text,
            "\nSELECT o.year, o.name AS agency, o.path, o.form, t.n AS section, t.lines, t.text "
            "FROM o %s section t ON ",
            g->dialect->then_join);
  if (by_index)
    sbuf_add_z(&g->text, "t.id = o.id");
  else
    sbuf_addf(&g->text, "t.id BETWEEN o.id * %d AND o.id * %d + %d", SQL_SECTIONS, SQL_SECTIONS,
              SQL_SECTIONS - 1);
  in_sections(g);
  if (!g->dialect->keeps_order)
    sbuf_add_z(&g->text, " ORDER BY o.year, o.name, t.id");
  return gen_done(g);
}
