/* run: one statement from its tokens to what it shows. The only file that sees every stage: read it
 * as the list of steps under "One statement" in the README.
 */
#include "app/dot.h"
#include "app/output.h"
#include "app/tutorial.h"

static bool dispatch(struct run *run, const struct node *tree, const struct token_list *tokens) {
  if (run->session->init == INIT_PROJECT && !init_may_run(run, tree))
    return false;
  if (!doubt_prepare(run, tree))
    return false;
  switch (tree->kind) {
  case NODE_RUN:
    return run_kept(run, tree, tokens);
  case NODE_DEFINITION:
    return run_define(run, tree);
  case NODE_SHOW_DEFINITION:
    return speaks_of_rules(tree) ? run_show_rule(run, tree) : run_show_definition(run, tree);
  case NODE_SHOW_DEFINITIONS:
    return speaks_of_rules(tree) ? run_show_rules(run, tree) : run_show_definitions(run, tree);
  case NODE_DROP_DEFINITION:
    return speaks_of_rules(tree) ? run_drop_rule(run, tree) : run_drop_definition(run, tree);
  case NODE_WHAT_IF:
    return run_what_if(run, tree, tokens);
  case NODE_PLOT:
    return run_plot(run, tree, tokens);
  case NODE_EDIT:
    return run_edit(run, tree);
  case NODE_QUERY:
    return run_query(run, tree);
  case NODE_EXPLAIN:
    return run_explain(run, tree, tokens);
  case NODE_SQL:
    return run_sql(run, tree);
  case NODE_LOAD:
    return run_load(run, tree);
  case NODE_RELOAD:
    return run_reload(run, tree);
  case NODE_DROP:
    return run_drop(run, tree);
  case NODE_SET:
    return run_set(run, tree);
  case NODE_USE:
    return run_use(run, tree);
  case NODE_REPORT:
    return run_report(run, tree);
  case NODE_HELP:
    return run_help(run, tree);
  case NODE_DESCRIBE:
    return run_describe(run, tree);
  case NODE_MEMBERS:
    return run_members(run, tree);
  case NODE_SHOW_REPORT:
    return run_show_report(run, tree);
  case NODE_COMPARE_REPORTS:
    return run_compare(run, tree);
  case NODE_FLOW:
    return run_flow(run, tree);
  case NODE_SAVE:
    return run_save(run, tree);
  case NODE_ASSERT:
    return run_kept_assert(run, tree);
  case NODE_TRACE:
    return run_trace(run, tree);
  case NODE_CHECK:
    return run_check(run, tree);
  case NODE_DIAGNOSE:
    return run_diagnose(run, tree);
  case NODE_WAIVE:
    return run_waive(run, tree);
  case NODE_WAIVERS:
    return run_list_waivers(run, tree);
  case NODE_DEFINE_CHECK:
    return run_define_check(run, tree);
  case NODE_EXPLAIN_CHECK:
    return run_explain_check(run, tree);
  case NODE_TEST:
    return run_test(run, tree);
  case NODE_GIVEN_REPORT:
  case NODE_EXPECT:
    diag_add(&run->diags, DIAG_CLAUSE, tree->span, "\"%s\" stands in files of tests alone",
             node_word(tree->kind));
    diag_hint(&run->diags, "try them with \"test\" and the name of the file");
    return false;
  case NODE_SHOW_LOAD:
    return run_show_load(run, tree);
  case NODE_TUTORIAL:
    return run_tutorial(run, tree);
  case NODE_QUIT:
    run->session->is_over = true;
    return true;
  case NODE_NOTHING:
    return true;
  case NODE_DEFINE:
    diag_add(&run->diags, DIAG_DEFINITION, tree->span,
             "forms are defined in the folder of --stdlib");
    return false;
  default:
    return diag_add(&run->diags, DIAG_SYNTAX, tree->span, "\"%s\" is no statement",
                    node_word(tree->kind));
  }
}

bool run_inner(struct run *run, const struct node *tree, const struct token_list *tokens) {
  return dispatch(run, tree, tokens);
}

/* Outside a definition no parameter has a value. */
static bool has_no_stray_parameter(struct run *run, const struct node *tree) {
  const struct node *stray = tree->kind == NODE_DEFINITION ? NULL : params_stray(tree, NULL);
  if (stray == NULL)
    return true;
  diag_add(&run->diags, DIAG_VALUE, stray->span, "\":%.*s\" has no value here",
           STR_ARG(stray->text));
  diag_hint(&run->diags, "parameters belong to \"define query NAME(:%.*s) = …\"",
            STR_ARG(stray->text));
  return false;
}

/* All that one statement asks of the panel it asks of one state of it, and which year is the latest
 * first; of an assertion when what it runs stands in it (kept.c). `use` and `report` run statements
 * that see what those before them did. */
static void run_tree(struct run *run, const struct node *tree, const struct token_list *tokens) {
  struct store *store = run->session->store;
  if (tree->kind == NODE_USE || tree->kind == NODE_REPORT) {
    dispatch(run, tree, tokens);
    return;
  }
  store_view_begin(store);
  const struct node *settled = tree->kind != NODE_ASSERT ? run_settle(run, tree) : tree;
  if (settled != NULL)
    dispatch(run, settled, tokens);
  store_view_end(store);
}

/* `use` runs statements inside a statement: each level has its own arena. */
static struct run begin(struct session *session, const struct source *source, struct span whole,
                        struct arena *own) {
  struct arena *arena = session->depth == 0 ? &session->statement : own;
  if (session->depth == 0)
    arena_reset(arena);
  struct run run = {.session = session, .arena = arena, .source = source};
  session->is_interrupted = 0;
  session->output.is_left = false;
  run.diags = (struct diags){.arena = arena, .source = source};
  run.text = str_sub(source->text, whole.start, whole.end);
  bool is_typed = session->options.is_interactive && session->depth == 0;
  if (session->display.has_echo && !is_typed)
    fprintf(session->options.out, "%.*s\n", STR_ARG(run.text));
  return run;
}

/* Does it only look at something, and does what it finds go through the pager? All else may ask or
 * tell something while it runs. */
static bool is_read(const struct node *tree) {
  switch (tree->kind) {
  case NODE_QUERY:
  case NODE_SQL:
  case NODE_RUN:
  case NODE_WHAT_IF:
  case NODE_PLOT:
  case NODE_EXPLAIN:
  case NODE_SET:
  case NODE_HELP:
  case NODE_DESCRIBE:
  case NODE_MEMBERS:
  case NODE_SHOW_DEFINITION:
  case NODE_SHOW_DEFINITIONS:
  case NODE_SHOW_REPORT:
  case NODE_SHOW_LOAD:
  case NODE_COMPARE_REPORTS:
  case NODE_FLOW:
  case NODE_TRACE:
  case NODE_ASSERT:
  case NODE_CHECK:
  case NODE_DIAGNOSE:
  case NODE_WAIVERS:
  case NODE_EXPLAIN_CHECK:
    return true;
  default:
    return false;
  }
}

/* Runs it where its answer goes: the pager, or the file of `.once`. */
static void answer(struct run *run, const struct node *tree, const struct token_list *tokens) {
  struct session *session = run->session;
  struct output *output = &session->output;
  bool reads = is_read(tree), is_about_ogi = tree->kind == NODE_SET || tree->kind == NODE_HELP;
  struct str once = output->once;
  bool goes_to_file = reads && !is_about_ogi && once.n > 0;
  last_begin(session, reads && !is_about_ogi);
  if (goes_to_file) {
    output->once = (struct str){0};
    struct span at = tree->span;
    if (!run_may_touch_files(run, at) || !output_open(run, once, at))
      return;
  }
  if (reads)
    pager_begin(session);
  run_tree(run, tree, tokens);
  if (reads)
    pager_end(session);
  if (goes_to_file)
    output_close(session, &run->diags);
}

/* That it was ended is no mistake where nobody wanted more of it. */
static void forget_interruption(struct diags *diags) {
  size_t kept = 0;
  for (size_t i = 0; i < diags->n; i++)
    if (diags->at[i].code != DIAG_INTERRUPTED)
      diags->at[kept++] = diags->at[i];
  diags->errors -= diags->n - kept;
  diags->n = kept;
}

/* `tree`: what was run; NULL: nothing that is worth keeping. */
static int finish(struct run *run, const struct node *tree, struct arena *own) {
  struct session *session = run->session;
  FILE *file = session->output.file;
  if (file != NULL && ferror(file)) /* a full disk is told once, here */
    output_close(session, &run->diags);
  if (session->output.is_left)
    forget_interruption(&run->diags);
  int status = diags_status(&run->diags);
  /* Of a `load` that could not read some file the rest was loaded. */
  bool worked = status == 0 &&
                (run->status == 0 || (run->status == 3 && tree != NULL && tree->kind == NODE_LOAD));
  if (tree != NULL && session->depth == 0 && worked)
    save_keep(session, tree);
  session_say(&session->options, &run->diags);
  status = run->status > status ? run->status : status;
  arena_free(own);
  return status;
}

int run_statement(struct session *session, const struct source *source,
                  const struct token_list *tokens) {
  struct arena own = {0};
  struct span whole = span_join(tokens->at[0].span, tokens->at[tokens->n - 1].span);
  struct run run = begin(session, source, whole, &own);
  const struct node *tree = tree_from_tokens(run.arena, source, tokens, &run.diags);
  if (tree == NULL)
    run_advise(&run, tokens);
  if (tree != NULL && has_no_stray_parameter(&run, tree))
    answer(&run, tree, tokens);
  return finish(&run, tree, &own);
}

int run_dot_line(struct session *session, const struct source *source, struct span line) {
  struct arena own = {0};
  struct run run = begin(session, source, line, &own);
  const struct node *tree = NULL;
  pager_begin(session);
  bool ok = dot_run(&run, line, &tree);
  pager_end(session);
  if (ok && tree != NULL)
    answer(&run, tree, NULL);
  return finish(&run, tree, &own);
}
