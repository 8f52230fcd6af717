/* claims: the figures that the sentences of narratives state (see answer.h).
 *
 * They are read from the stored texts when the question is asked: it costs no more than reading the
 * texts does, and new words for them need no loading anew.
 */
#include "answer/narrative.h"

#include "base/prose.h"
#include "form/claim.h"

static const struct column claim_columns[] = {
    {.name = {"claim", 5}, .role = COLUMN_KEY, .type = VALUE_INTEGER, .spare = 2},
    {.name = {"kind", 4}, .role = COLUMN_KEY, .type = VALUE_TEXT, .spare = 2},
    {.name = {"counts", 6}, .role = COLUMN_KEY, .type = VALUE_TEXT},
    {.name = {"perhaps", 7}, .role = COLUMN_KEY, .type = VALUE_TEXT, .spare = 6},
    {.name = {"number", 6}, .role = COLUMN_TEXT, .type = VALUE_TEXT, .spare = 2},
    {.name = {"value", 5}, .role = COLUMN_FIGURE, .type = VALUE_DECIMAL},
    {.name = {"unit", 4}, .role = COLUMN_KEY, .type = VALUE_TEXT, .spare = 1},
    {.name = {"bound", 5}, .role = COLUMN_KEY, .type = VALUE_TEXT, .spare = 3},
    {.name = {"about", 5},
     .role = COLUMN_FIGURE,
     .type = VALUE_INTEGER,
     .shown = SHOWN_YEAR,
     .spare = 4},
    {.name = {"against", 7}, .role = COLUMN_FIGURE, .type = VALUE_INTEGER, .shown = SHOWN_YEAR},
    {.name = {"direction", 9}, .role = COLUMN_KEY, .type = VALUE_TEXT},
    {.name = {"whole", 5}, .role = COLUMN_FIGURE, .type = VALUE_INTEGER, .shown = SHOWN_YEAR},
    {.name = {"sentence", 8}, .role = COLUMN_TEXT, .type = VALUE_TEXT}};
#define NCOLUMNS (sizeof claim_columns / sizeof claim_columns[0])

static struct value key_text(struct arena *arena, const struct claim_key *key) {
  return key != NULL ? value_text(str_copy(arena, key->text)) : value_missing();
}

static struct value direction_text(const struct claim *claim) {
  bool has_one = claim->kind == CLAIM_CHANGE || claim->kind == CLAIM_DIRECTION;
  if (!has_one)
    return value_missing();
  return value_text(claim->direction > 0   ? STR("up")
                    : claim->direction < 0 ? STR("down")
                                           : STR("same"));
}

static bool add_row(struct narrative *n, const struct claim *claim, int64_t number) {
  struct value *cell;
  if (narrative_row(n, claim->figure.start, &cell) == NULL)
    return false;
  bool has_bound = claim->kind != CLAIM_DIRECTION;
  struct sbuf text = {.arena = n->arena};
  prose_add_line(&text, str_sub(n->text, claim->number.start, claim->number.end));
  *cell++ = value_integer(number);
  *cell++ = value_text(str_from_z(claim_kind_name(claim->kind)));
  *cell++ = key_text(n->arena, claim->counts);
  *cell++ = key_text(n->arena, claim->perhaps);
  *cell++ = value_text(sbuf_str(&text));
  *cell++ = claim->value;
  *cell++ = value_text_if(claim->unit);
  *cell++ = has_bound ? value_text(str_from_z(claim_bound_name(claim->bound))) : value_missing();
  *cell++ = value_integer(claim->year);
  *cell++ = claim->against != 0 ? value_integer(claim->against) : value_missing();
  *cell++ = direction_text(claim);
  *cell++ = claim->kind == CLAIM_PART ? value_integer(claim->whole + 1) : value_missing();
  *cell =
      value_text(narrative_sentence(n, claim->sentence, claim->figure.start, claim->figure.end));
  return true;
}

static bool take_section(struct narrative *n, struct arena *scratch,
                         struct claim_reader **readers) {
  const struct claim_words *words = n->plan->vocab->forms[n->form].claims;
  struct claim_list claims = {0};
  if (words == NULL)
    return true;
  if (readers[n->form] == NULL)
    readers[n->form] = claim_reader_new(n->arena, words);
  arena_reset(scratch);
  claim_scan(scratch, readers[n->form], narrative_heading(n), n->text, n->year, &claims);
  for (size_t i = 0; i < claims.n && !narrative_is_full(n); i++)
    if (!add_row(n, &claims.at[i], (int64_t)i + 1))
      return false;
  return true;
}

/* Columns that hold nothing in any row say nothing to people. */
static void drop_empty(struct table *table) {
  size_t kept = NARRATIVE_COLUMNS;
  for (size_t c = NARRATIVE_COLUMNS; c < table->ncolumns; c++) {
    bool is_empty = table->rows.n > 0;
    for (size_t i = 0; i < table->rows.n && is_empty; i++)
      is_empty = table->rows.at[i].cells[c].kind == VALUE_MISSING;
    if (is_empty)
      continue;
    table->columns[kept] = table->columns[c];
    for (size_t i = 0; i < table->rows.n; i++)
      table->rows.at[i].cells[kept] = table->rows.at[i].cells[c];
    kept++;
  }
  table->ncolumns = kept;
}

bool answer_claims(struct arena *arena, const struct plan *plan, struct store *store, int context,
                   struct table *table, struct diags *diags) {
  struct narrative n = {
      .arena = arena, .plan = plan, .table = table, .diags = diags, .context = context};
  struct arena scratch = {0};
  if (!narrative_begin(&n, store, claim_columns, NCOLUMNS))
    return false;
  struct claim_reader **readers =
      ARENA_ARRAY(arena, struct claim_reader *, plan->vocab->nforms + 1);
  int step;
  while ((step = narrative_next(&n)) == 1)
    if (!take_section(&n, &scratch, readers)) {
      step = -1;
      break;
    }
  arena_free(&scratch);
  if (step != 0 || !narrative_end(&n))
    return false;
  if (context > 0)
    drop_empty(table);
  return true;
}
