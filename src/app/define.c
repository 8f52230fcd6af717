/* define: measures, rates and queries under a name: keeping, showing and dropping them, and reading
 * those that ship with ogi and those of the panel (see plan/definitions.h).
 */
#include "app/state.h"

#include "base/file.h"
#include "form/names.h"
#include "form/stdlib.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define SHIPPED "measures.ogi" /* in stdlib/, or the folder of --stdlib */

/* --- Keeping */

static const char *family_word(enum definition_kind kind) {
  return definition_family(kind) == FIND_QUERY ? "query" : "figure";
}

/* In the panel, where there is one that may be written; one from a file that runs before everything
 * is the session's, as a setting is. */
static bool keep(struct run *run, const struct definition *definition) {
  struct session *session = run->session;
  const struct vocab *vocab = &session->vocab;
  struct kept_definition kept = {
      .family = family_word(definition->kind),
      .name = definition->words[0],
      .form = definition->form >= 0 ? vocab->forms[definition->form].names.key : (struct str){0},
      .text = definition->source.text,
      .origin = definition->source.name,
      .line = definition->source.first_line};
  return store_is_readonly(session->store) || session->init != INIT_NONE ||
         store_definition_put(session->store, &kept, &run->diags);
}

bool run_define(struct run *run, const struct node *tree) {
  struct session *session = run->session;
  if (!definition_check(run->arena, tree, &session->vocab, &session->settings, &run->diags))
    return false;
  const struct definition *definition =
      definition_new(&session->arena, tree, run->source, session->settings.form, false);
  if (!keep(run, definition))
    return false;
  definitions_put(&session->arena, &session->definitions, definition);
  if (session->init != INIT_NONE)
    definitions_put(&session->arena, &session->init_made.definitions, definition);
  trace_forget(session);
  return true;
}

/* --- Reading */

/* The form that `use form` names in the file of shipped definitions. False after a message. */
static bool use_form(const struct vocab *vocab, const struct node *name, int *form,
                     struct diags *diags) {
  for (*form = (int)vocab->nforms - 1; *form >= 0; --*form)
    if (form_is_called(&vocab->forms[*form], name->text))
      return true;
  return diag_add(diags, DIAG_DEFINITION, name->span, "there is no form \"%.*s\"",
                  STR_ARG(name->text));
}

/* Definitions alone, and the forms that they are for. */
static bool take_shipped(struct session *session, const struct source *source,
                         struct diags *diags) {
  struct lex lex = {.source = source};
  struct plan_settings settings = {.form = -1, .definitions = &session->definitions};
  struct token_list tokens = {0};
  enum lex_outcome outcome;
  diags->source = source;
  while ((outcome = lex_statement(&session->arena, &lex, &tokens, diags)) == LEX_STATEMENT) {
    const struct node *tree = tree_from_tokens(&session->arena, source, &tokens, diags);
    if (tree == NULL)
      return false;
    if (tree->kind == NODE_USE && tree->first->kind == NODE_NAME) {
      if (!use_form(&session->vocab, tree->first, &settings.form, diags))
        return false;
    } else if (tree->kind != NODE_DEFINITION) {
      return diag_add(diags, DIAG_DEFINITION, tree->span, "only definitions may stand here");
    } else if (!definition_check(&session->arena, tree, &session->vocab, &settings, diags)) {
      return false;
    } else {
      definitions_put(&session->arena, &session->definitions,
                      definition_new(&session->arena, tree, source, settings.form, true));
    }
  }
  return outcome == LEX_END;
}

static bool open_builtin(struct session *session, struct diags *diags) {
  for (size_t i = 0; i < stdlib_nfiles; i++) {
    const struct stdlib_file *file = &stdlib_files[i];
    if (!str_eq(str_from_z(file->name), STR(SHIPPED)))
      continue;
    struct source source = {
        STR("stdlib/" SHIPPED), {file->start, (size_t)(file->end - file->start)}, 1};
    return take_shipped(session, &source, diags);
  }
  return true;
}

static bool open_dir(struct session *session, const char *dir, struct diags *diags) {
  struct str path = str_fmt(&session->arena, "%s/%s", dir, SHIPPED), text;
  if (access(path.p, F_OK) != 0) /* a folder of forms needs no formulas */
    return true;
  if (!file_read(&session->arena, path, &text))
    return diag_add(diags, DIAG_DEFINITION, (struct span){0, 0}, "\"%.*s\" cannot be read: %s",
                    STR_ARG(path), strerror(errno));
  struct source source = {path, text, 1};
  return take_shipped(session, &source, diags);
}

/* One that the panel keeps, as it was when it was made. */
static bool take_kept(struct session *session, const struct kept_definition *kept,
                      struct diags *diags) {
  struct vocab *vocab = &session->vocab;
  struct arena *arena = &session->arena;
  struct source source = {kept->origin, kept->text, (uint32_t)kept->line};
  struct lex lex = {.source = &source, .is_interactive = true};
  struct token_list tokens = {0};
  int form = -1;
  for (int i = 0; i < (int)vocab->nforms; i++)
    if (str_eq(vocab->forms[i].names.key, kept->form))
      form = i;
  diags->source = &source;
  const struct node *tree = lex_statement(arena, &lex, &tokens, diags) == LEX_STATEMENT
                                ? tree_from_tokens(arena, &source, &tokens, diags)
                                : NULL;
  if (tree != NULL &&
      tree->kind == NODE_DEFINE_CHECK) /* rules.c reads these when they are needed */
    return true;
  if (tree == NULL || tree->kind != NODE_DEFINITION)
    return diag_add(diags, DIAG_STORE, (struct span){0, 0},
                    "the panel keeps a definition \"%.*s\" that cannot be read",
                    STR_ARG(kept->name));
  definitions_put(arena, &session->definitions, definition_new(arena, tree, &source, form, false));
  return true;
}

bool definitions_open(struct session *session, struct diags *diags) {
  struct kept_definitions kept = {0};
  bool ok = session->options.stdlib != NULL ? open_dir(session, session->options.stdlib, diags)
                                            : open_builtin(session, diags);
  diags->source = NULL;
  if (!ok || !store_definitions(&session->arena, session->store, &kept, diags))
    return false;
  for (size_t i = 0; i < kept.n && ok; i++)
    ok = take_kept(session, &kept.at[i], diags);
  for (size_t i = 0; i < session->init_made.definitions.n && ok; i++)
    definitions_put(&session->arena, &session->definitions, session->init_made.definitions.at[i]);
  return ok;
}

/* --- Showing */

static const unsigned every_kind = FIND_FIGURE | FIND_QUERY;

/* The kinds that the word of a statement names (show rates, drop query x). 0 after a message. */
static unsigned kinds_of(struct run *run, const struct node *statement) {
  int kind = definition_kind_named(statement->text);
  if (kind >= 0)
    return 1U << kind;
  if (str_eq(statement->text, STR("definitions")))
    return every_kind;
  diag_add(&run->diags, DIAG_NAME, statement->span, "nothing of the kind \"%.*s\" is defined",
           STR_ARG(statement->text));
  diag_hint(&run->diags, "it can be measures, rates, queries or definitions");
  return 0;
}

const struct definition *definition_of(struct run *run, const struct node *statement) {
  const struct node *name = statement->first;
  const struct definitions *definitions = &run->session->definitions;
  unsigned kinds = kinds_of(run, statement);
  struct str near[3];
  if (kinds == 0)
    return NULL;
  const struct definition *found = definitions_find(definitions, kinds, name->text, false);
  if (found != NULL)
    return found;
  const struct definition *other = definitions_find(definitions, every_kind, name->text, false);
  diag_add(&run->diags, DIAG_NAME, name->span, "no %.*s \"%.*s\" is defined",
           STR_ARG(statement->text), STR_ARG(name->text));
  if (other != NULL)
    diag_hint(&run->diags, "\"%.*s\" is a %s", STR_ARG(other->names.key),
              definition_kind_word(other->kind));
  else if (definitions_near(run->arena, definitions, kinds, name->text, near) > 0)
    diag_hint(&run->diags, "did you mean \"%.*s\"?", STR_ARG(near[0]));
  return NULL;
}

static struct str place_of(struct run *run, const struct definition *definition) {
  return str_fmt(run->arena, "%.*s:%u", STR_ARG(definition->source.name),
                 (unsigned)definition->source.first_line);
}

static struct str forms_of(struct run *run, const struct definition *definition) {
  const struct vocab *vocab = &run->session->vocab;
  uint64_t forms = definition_forms(vocab, &run->session->definitions, definition);
  struct sbuf b = {.arena = run->arena};
  for (size_t i = 0; i < vocab->nforms; i++)
    if ((forms >> i & 1) != 0)
      sbuf_addf(&b, "%s%.*s", b.n > 0 ? ", " : "", STR_ARG(vocab->forms[i].names.key));
  return sbuf_str(&b);
}

static struct str params_of(struct run *run, const struct definition *definition) {
  const struct node *params = definition_params(definition->tree);
  struct sbuf b = {.arena = run->arena};
  for (const struct node *param = params != NULL ? params->first : NULL; param != NULL;
       param = param->next)
    sbuf_addf(&b, "%s%.*s", b.n > 0 ? ", " : "",
              STR_ARG(str_sub(definition->source.text, param->span.start, param->span.end)));
  return sbuf_str(&b);
}

static const struct node *to_of(const struct node *clause) {
  return clause != NULL ? clause->first : NULL;
}

void definition_facts(struct run *run, const struct definition *definition, struct table *table) {
  struct sbuf also = {.arena = run->arena};
  for (size_t i = 0; i < definition->names.nsynonyms; i++)
    sbuf_addf(&also, "%s%.*s", i > 0 ? "; " : "", STR_ARG(definition->names.synonyms[i]));
  describe_fact(run, table, definition_kind_word(definition->kind), definition->names.key);
  describe_fact(run, table, "Chinese", definition->names.zh);
  describe_fact(run, table, "English", definition->names.en);
  describe_fact(run, table, "also", sbuf_str(&also));
  describe_fact(run, table, "parameters", params_of(run, definition));
  describe_fact(run, table, definition->kind == DEFINES_QUERY ? "asks" : "formula",
                definition_formula(run->arena, definition));
  if (definition->kind != DEFINES_QUERY)
    describe_fact(run, table, "form", forms_of(run, definition));
  describe_fact(run, table, "source", definition->origin);
  describe_fact(run, table, "defined in", place_of(run, definition));
}

bool run_show_definition(struct run *run, const struct node *show) {
  static const char *const columns[] = {"what", "value"};
  unsigned kinds = kinds_of(run, show);
  if (kinds == 0)
    return false;
  bool is_figure = (kinds & FIND_FIGURE) != 0;
  struct meaning found;
  if (is_figure &&
      definitions_find(&run->session->definitions, kinds, show->first->text, false) == NULL &&
      names_find(&run->session->vocab, MEANS_MEASURE, -1, show->first->text, &found, 1) > 0)
    return run_describe(run, show); /* a measure of a form */
  const struct definition *definition = definition_of(run, show);
  if (definition == NULL)
    return false;
  struct table *table = table_new(run->arena, 2, columns);
  definition_facts(run, definition, table);
  return run_show(run, table, to_of(show->first->next));
}

/* Shipped ones first, people's own behind them, each in the order in which they were made; what a
 * name of people's own hides is left out. */
bool run_show_definitions(struct run *run, const struct node *show) {
  static const char *const columns[] = {"kind", "name", "chinese", "formula", "defined_in"};
  struct session *session = run->session;
  const struct definitions *definitions = &session->definitions;
  unsigned kinds = kinds_of(run, show);
  if (kinds == 0)
    return false;
  struct table *table = table_new(run->arena, 5, columns);
  for (size_t i = 0; i < definitions->n; i++) {
    const struct definition *one = definitions->at[i];
    uint64_t forms = definition_forms(&session->vocab, definitions, one);
    bool is_out = session->settings.form >= 0 && (forms >> session->settings.form & 1) == 0;
    bool is_hidden =
        definitions_find(definitions, definition_family(one->kind), one->names.key, false) != one;
    if ((kinds >> one->kind & 1) == 0 || is_out || is_hidden)
      continue;
    struct row *row = table_row(run->arena, table);
    struct str params = params_of(run, one);
    row->cells[0] = value_text(str_from_z(definition_kind_word(one->kind)));
    row->cells[1] = value_text(
        params.n > 0 ? str_fmt(run->arena, "%.*s(%.*s)", STR_ARG(one->names.key), STR_ARG(params))
                     : one->names.key);
    row->cells[2] = value_text(one->names.zh);
    row->cells[3] = value_text(definition_formula(run->arena, one));
    row->cells[4] = value_text(place_of(run, one));
  }
  if (table->rows.n == 0)
    ARENA_PUSH(run->arena, &table->notes,
               say(run->session->says, "nothing of this kind is defined"));
  if ((kinds & FIND_MEASURE) != 0)
    ARENA_PUSH(run->arena, &table->notes,
               say(run->session->says, "\"help measures\" lists those of the form"));
  return run_show(run, table, to_of(show->first));
}

/* --- Dropping */

bool run_drop_definition(struct run *run, const struct node *drop) {
  struct session *session = run->session;
  const struct definition *definition = definition_of(run, drop);
  if (definition == NULL)
    return false;
  if (definition->is_shipped)
    return diag_add(&run->diags, DIAG_DEFINITION, drop->first->span,
                    "\"%.*s\" ships with ogi and stays; one of your own may take its name",
                    STR_ARG(definition->names.key));
  struct definitions rest = {0};
  for (size_t i = 0; i < session->definitions.n; i++)
    if (session->definitions.at[i] != definition)
      ARENA_PUSH(run->arena, &rest, session->definitions.at[i]);
  bool has_shipped = definitions_find(&rest, definition_family(definition->kind),
                                      definition->names.key, true) != NULL;
  const struct definition *user =
      has_shipped ? NULL : definitions_using(&session->definitions, definition);
  if (user != NULL) {
    diag_add(&run->diags, DIAG_DEFINITION, drop->first->span, "the %s \"%.*s\" rests on it",
             definition_kind_word(user->kind), STR_ARG(user->names.key));
    diag_hint(&run->diags, "drop or change that first");
    return false;
  }
  if (!store_is_readonly(session->store) &&
      !store_definition_drop(session->store, family_word(definition->kind), definition->words[0],
                             &run->diags))
    return false;
  definitions_remove(&session->definitions, definition);
  definitions_remove(&session->init_made.definitions, definition);
  trace_forget(session);
  return true;
}
