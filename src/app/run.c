/* run: one statement from its tokens to what it shows. The only file that sees every stage: read it
 * as the list of steps under "One statement" in the README.
 */
#include "app/state.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

bool run_may_touch_files(struct run *run, struct span at) {
  if (!run->session->options.safe)
    return true;
  return diag_add(&run->diags, DIAG_FORBIDDEN, at, "--safe allows no statement to touch a file");
}

bool run_may_change(struct run *run, struct span at) {
  if (!store_is_readonly(run->session->store))
    return true;
  return diag_add(&run->diags, DIAG_FORBIDDEN, at, "--readonly allows no change of the panel");
}

static size_t terminal_width(FILE *out) {
  struct winsize size;
  if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return 0;
}

/* Writes beside the file and renames, so that a full disk leaves nothing half-written. */
static bool write_file(struct run *run, struct table *table, const struct node *to) {
  if (!run_may_touch_files(run, to->span))
    return false;
  const struct format *format = format_for_path(to->text);
  if (format == NULL) {
    diag_add(&run->diags, DIAG_OUTPUT, to->span, "the ending of \"%.*s\" names no format",
             STR_ARG(to->text));
    diag_hint(&run->diags, "it can be .csv, .tsv, .json, .jsonl, .md or .txt");
    return false;
  }
  const char *path = str_z(run->arena, to->text);
  struct str beside = str_fmt(run->arena, "%s.%ld.part", path, (long)getpid());
  FILE *out = fopen(beside.p, "wb");
  bool ok = out != NULL;
  if (ok) {
    struct show_options options = {.quiet = true, .is_first = true};
    format->write(run->arena, table, &options, out);
    ok = !ferror(out);
    ok = fclose(out) == 0 && ok;
    ok = ok && rename(beside.p, path) == 0;
  }
  if (ok)
    return true;
  int error = errno;
  if (out != NULL)
    remove(beside.p);
  return diag_add(&run->diags, DIAG_OUTPUT, to->span, "\"%s\" cannot be written: %s", path,
                  strerror(error));
}

bool run_show(struct run *run, struct table *table, const struct node *to) {
  struct session *session = run->session;
  table->statement = run->text;
  if (to != NULL)
    return write_file(run, table, to);
  bool is_terminal = session->options.is_interactive && isatty(fileno(session->options.out));
  struct show_options options = {.is_terminal = is_terminal,
                                 .width = is_terminal ? terminal_width(session->options.out) : 0,
                                 .quiet = session->options.quiet,
                                 .is_first = session->results == 0};
  session->format->write(run->arena, table, &options, session->options.out);
  session->results++;
  bool has_footer = !session->format->is_machine && !session->options.quiet;
  fflush(session->options.out);
  if (has_footer)
    show_footer(table, session->options.err);
  return true;
}

static bool dispatch(struct run *run, const struct node *tree, const struct token_list *tokens) {
  switch (tree->kind) {
  case NODE_QUERY:
    return run_query(run, tree);
  case NODE_EXPLAIN:
    return run_explain(run, tree, tokens);
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
  case NODE_HELP:
    return run_help(run, tree);
  case NODE_DESCRIBE:
    return run_describe(run, tree);
  case NODE_MEMBERS:
    return run_members(run, tree);
  case NODE_SHOW_REPORT:
    return run_show_report(run, tree);
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

int run_statement(struct session *session, const struct source *source,
                  const struct token_list *tokens) {
  /* `use` runs statements inside a statement: each level has its own arena. */
  struct arena own = {0};
  struct arena *arena = session->depth == 0 ? &session->statement : &own;
  if (session->depth == 0)
    arena_reset(arena);
  struct run run = {.session = session, .arena = arena, .source = source};
  session->is_interrupted = 0;
  run.diags = (struct diags){.arena = arena, .source = source};
  struct span whole = span_join(tokens->at[0].span, tokens->at[tokens->n - 1].span);
  run.text = str_sub(source->text, whole.start, whole.end);
  const struct node *tree = tree_from_tokens(arena, source, tokens, &run.diags);
  if (tree != NULL)
    dispatch(&run, tree, tokens);
  int status = diags_status(&run.diags);
  diags_render(&run.diags, session->options.err);
  arena_free(&own);
  return run.status > status ? run.status : status;
}

bool run_subject(struct run *run, const struct node *subject, struct panel_name *agency,
                 int64_t *low, int64_t *high) {
  const struct node *who = subject->first, *years = who->next;
  struct panel_name found[4];
  struct session *session = run->session;
  size_t n =
      session->panel.find(session->panel.context, run->arena, REPORT_AGENCY, who->text, found, 4);
  if (n == 0)
    return diag_add(&run->diags, DIAG_NAME, who->span, "no report has the agency \"%.*s\"",
                    STR_ARG(who->text));
  if (n > 1) {
    diag_add(&run->diags, DIAG_AMBIGUOUS, who->span, "\"%.*s\" fits more than one agency (%zu)",
             STR_ARG(who->text), n);
    diag_hint(&run->diags, "write \"%.*s\" or \"%.*s\"", STR_ARG(found[0].name),
              STR_ARG(found[1].name));
    return false;
  }
  *agency = found[0];
  *low = *high = 0;
  if (years != NULL) {
    *low = years->kind == NODE_RANGE ? years->first->number : years->number;
    *high = years->kind == NODE_RANGE ? years->last->number : years->number;
  }
  return true;
}

bool run_read_file(struct run *run, struct str path, struct span at, struct str *bytes) {
  const char *name = str_z(run->arena, path);
  FILE *file = fopen(name, "rb");
  struct sbuf text = {.arena = run->arena};
  char chunk[65536];
  size_t n;
  bool ok = file != NULL;
  while (ok && (n = fread(chunk, 1, sizeof chunk, file)) > 0)
    sbuf_add(&text, (struct str){chunk, n});
  ok = ok && !ferror(file);
  int error = errno;
  if (file != NULL)
    fclose(file);
  *bytes = sbuf_str(&text);
  if (!ok)
    return diag_add(&run->diags, DIAG_FILE, at, "\"%s\" cannot be read: %s", name, strerror(error));
  return true;
}
