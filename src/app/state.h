/* state: the session from inside, and what the files that run statements ask of each other. Private
 * to src/app.
 */
#ifndef OGI_APP_STATE_H
#define OGI_APP_STATE_H

#include "answer/answer.h"
#include "app/display.h"
#include "app/save.h"
#include "app/session.h"
#include "check/excuse.h"
#include "check/write.h"
#include "form/define.h"
#include "form/shipped.h"
#include "lang/parse.h"
#include "read/reader.h"

#include <signal.h>

/* Which file is run before anything is asked (init.c). */
enum init_kind { INIT_NONE, INIT_USER, INIT_PROJECT };

struct session {
  struct session_options options;
  struct arena arena;     /* as long as the session: vocabulary, settings, names */
  struct arena statement; /* reset before each statement */
  struct vocab vocab;
  struct match_index *index; /* made at the first load */
  struct store *store;
  struct panel panel;
  struct definitions definitions; /* shipped, of the panel, and of this session */
  struct book *book;              /* of rules; NULL: not read yet (check.c) */
  struct plan_settings settings;
  struct error_rules errors; /* settings.errors, once a statement asked for them (doubt.c) */
  enum names_shown names;
  const struct says *says; /* in which tables speak of themselves; NULL: English */
  const struct says *read_says[NAMES_BOTH + 1]; /* those that were asked for */
  const struct format *format;
  struct display display;
  struct output output;
  struct last_result shown; /* for `.last` */
  struct str waivers;       /* `set waivers`: the file; empty: the one beside the panel */
  struct last_query {       /* whose answer was shown last; tree NULL: none */
    struct arena arena;
    const struct node *tree;
    struct source source;
    struct plan_settings settings;
  } last;
  struct {
    struct str *at; /* `what if`: the cells that hold other numbers now */
    size_t n, cap;
  } supposed;
  bool was_supposed;             /* the last answer was one to `what if` */
  struct kept_list kept;         /* what worked, for `save session` */
  struct asserted_list asserted; /* by the script, for `check format junit` and the like */
  size_t results;                /* shown so far on options.out */
  int depth;                     /* of `use` within `use` */
  struct page *page;             /* `report`: where answers go now; NULL (page.h) */
  enum init_kind init;           /* the file that is run now */
  struct init_made {             /* what such files defined: it outlasts `.open` */
    struct definitions definitions;
    struct {
      struct init_rule {
        struct str key;
        struct source source;
      } * at;
      size_t n, cap;
    } rules;
  } init_made;
  struct { /* what the panel was asked while a statement was typed */
    struct arena arena;
    struct known_name {
      enum report_dim dim;
      struct str word;
      bool is_known;
    } * at;
    size_t n, cap;
  } known;
  bool is_tutorial;          /* of the tutorial: its own session */
  struct tutorial *tutorial; /* at a terminal, while it lasts (tutorial.c); NULL */
  bool wants_editor;         /* `.edit` was typed */
  bool is_over;
  volatile sig_atomic_t is_interrupted; /* set by a signal handler, cleared before each statement */
};

/* One statement while it runs. */
struct run {
  struct session *session;
  struct arena *arena; /* the statement's */
  struct diags diags;
  const struct source *source;
  struct str text;                 /* of the statement, for json */
  const struct node *asked;        /* `run …` before it was bound; NULL */
  struct latest_list latest;       /* what `latest` stands for in it */
  const struct plotting *plotting; /* the answer is drawn (plot.c); NULL: listed */
  int status;
};

/* Runs one statement; its messages are written. Returns its status. */
int run_statement(struct session *session, const struct source *source,
                  const struct token_list *tokens);

/* Runs a dot command (dot.h), whose place in the source `line` is. Returns its status. */
int run_dot_line(struct session *session, const struct source *source, struct span line);

/* Goes on with the panel in another file, which is made where there is none. The one that was open
 * stays open when that fails. False after a message. */
bool session_reopen(struct run *run, struct str path);

/* --- saying.c */

/* `set names`: which names people see, and in which language answers speak of themselves. */
void session_set_names(struct session *session, enum names_shown names);

/* Headings that have no name of their own get their word; the rest is said where it is shown. */
void table_speak(struct table *table, const struct says *says);

/* Runs all statements of a text. */
int run_text(struct session *session, struct str name, struct str text, uint32_t first_line,
             bool interactive, bool *stop);

/* Shows a table: to the session's output, or to the file that `to` (a string node; NULL: none)
 * names. */
bool run_show(struct run *run, struct table *table, const struct node *to);

/* The same in a format that the statement names. */
bool run_show_as(struct run *run, struct table *table, const struct format *format,
                 const struct node *to);

/* Writes the file that `to` names: beside it, then renamed, so that a full disk leaves nothing
 * half-written. False after a message, also where `write` gives false, having said why. */
bool run_write_file(struct run *run, const struct node *to, bool (*write)(void *context, FILE *out),
                    void *context);

/* What `latest` was, where what is shown is no table. */
void run_tell_latest(struct run *run);

/* say.c: a line that tells something, fitted into the window if `out` has one. */
void say_line(FILE *out, struct str line);

/* False after a message when --safe forbids touching files, or --readonly changing the panel. */
bool run_may_touch_files(struct run *run, struct span at);
bool run_may_change(struct run *run, struct span at);

/* --- query.c */
bool run_query(struct run *run, const struct node *query);
bool run_explain(struct run *run, const struct node *explain, const struct token_list *tokens);

/* The plan of a query under the session's settings; of `top 10 agencies by …` also which ten.
 * *chosen is left alone where the plan chooses none. NULL after messages. */
struct plan *query_plan(struct run *run, const struct node *query, struct answer_chosen *chosen);

/* A query's answer under the session's settings, not shown, without its coverage. False after
 * messages. */
bool query_answer(struct run *run, const struct node *query, struct table *table,
                  const struct plan **plan);

/* --- sql.c: sql select … */
bool run_sql(struct run *run, const struct node *sql);
/* --- assert.c */
bool run_assert(struct run *run, const struct node *assertion);
/* --- advise.c: adds to a syntax error what the vocabulary tells of the words around it. */
void run_advise(struct run *run, const struct token_list *tokens);
/* --- save.c */
bool run_save(struct run *run, const struct node *save);

/* --- inquire.c: questions that a statement asks on its own account */

/* Asks a query written by ogi itself, under no setting of the user's; names in it come from the
 * vocabulary or through run_quote. Its answer is not shown. False after a message at `at`. */
bool run_inquire(struct run *run, struct span at, struct str query, struct table *table);
/* A name as a string of the language. */
struct str run_quote(struct run *run, struct str name);

/* --- who.c: rows (what, value) about agencies */
/* Region, level, function and parent of an agency, with the reasons. */
bool who_facts(struct run *run, int64_t agency, struct table *table);
/* The level, function, region and agency called so, each where there is exactly one; sets *any.
 * False after a message. */
bool who_describe(struct run *run, struct str word, struct table *table, bool *any);

/* --- compare.c */
bool run_compare(struct run *run, const struct node *compare);
/* --- flow.c */
bool run_flow(struct run *run, const struct node *flow);

/* --- define.c: measures, rates and queries kept under a name */
bool run_define(struct run *run, const struct node *definition);
bool run_show_definition(struct run *run, const struct node *show);
bool run_show_definitions(struct run *run, const struct node *show);
bool run_drop_definition(struct run *run, const struct node *drop);
/* Reads those of stdlib/ and those of the panel. False after a message. */
bool definitions_open(struct session *session, struct diags *diags);
/* Adds the rows of a description: names, formula, source, where it stands. */
void definition_facts(struct run *run, const struct definition *definition, struct table *table);
/* The definition that a statement names (its first child), of the kind that its text says; of its
 * name alone when that says none. NULL after a message. */
const struct definition *definition_of(struct run *run, const struct node *statement);
/* --- suppose.c: what if stated applications for "X" 2021 = 131: … */
bool run_what_if(struct run *run, const struct node *what, const struct token_list *tokens);

/* --- plot.c: plot sum received by year as line to "f.svg" */
bool run_plot(struct run *run, const struct node *plot, const struct token_list *tokens);
/* The question whose answer is drawn. */
const struct node *plot_question(struct run *run, const struct node *plot);
/* Shows the answer of a question behind `plot`. */
bool run_show_chart(struct run *run, const struct table *table, const struct node *to);

/* --- kept.c: run yearly("X"); assert run yearly("X") = 66 */
bool run_kept(struct run *run, const struct node *tree, const struct token_list *tokens);
bool run_kept_assert(struct run *run, const struct node *assertion);

/* --- run.c: a statement that stands inside another; tokens are needed of `what if`, `run` and
 * `explain` alone */
bool run_inner(struct run *run, const struct node *tree, const struct token_list *tokens);

/* --- edit.c */
bool run_edit(struct run *run, const struct node *edit);
/* --- check.c */
bool run_check(struct run *run, const struct node *check);
/* check_timing.c: `check timing`, shown or written to the file that `to` names (NULL: shown). */
bool run_check_timing(struct run *run, const struct node *to);
/* The condition of `where` and `for` clauses on reports, joined, under the session's settings;
 * *cond is NULL where there is none. False after a message. */
bool run_scope(struct run *run, const struct node *clauses, const struct cond **cond);
/* --- doubt.c: what rests on reports in which a check fails */
/* Where the statement asks what is clean: tries the rules of severity error, so that
 * settings.errors says which they are. False after a message. */
bool doubt_prepare(struct run *run, const struct node *tree);
/* Where the panel was ever checked: what in the plan's figures rests on failing checks. */
bool doubt_attach(struct run *run, struct plan *plan);
/* `with doubt`: adds the columns clean and doubtful to the plan's answer. */
bool doubt_columns(struct run *run, const struct plan *plan, const struct answer_chosen *chosen,
                   struct table *table);
/* --- diagnose.c */
bool run_diagnose(struct run *run, const struct node *diagnose);
/* --- waivers.c */
/* Where waivers are kept: `set waivers`, else waivers.ogi beside the panel. */
struct str run_waivers_path(struct run *run);
/* Reads them; there may be no such file. False after messages. */
bool run_waivers(struct run *run, const struct book *book, struct waiver_list *list);
bool run_waive(struct run *run, const struct node *waive);
bool run_list_waivers(struct run *run, const struct node *waivers);
/* --- rules.c */
/* The book of rules and those of the panel, read at the first call. NULL after messages. */
struct book *run_book(struct run *run);
/* The same for the line editor: NULL, and nothing said, where they cannot be read. */
struct book *session_book(struct session *session);
bool run_define_check(struct run *run, const struct node *define);
/* Does a statement about definitions speak of rules: `show rules`, `drop check carry`? */
bool speaks_of_rules(const struct node *statement);
bool run_show_rule(struct run *run, const struct node *show);
bool run_show_rules(struct run *run, const struct node *show);
bool run_drop_rule(struct run *run, const struct node *drop);
/* --- explain_check.c */
bool run_explain_check(struct run *run, const struct node *explain);
/* explain_told.c: the same of a rule about what narratives tell, by its number in the panel: a
 * table; NULL after a message. */
struct rule;
struct table *explain_told(struct run *run, const struct rule *rule, int64_t number, int64_t agency,
                           int year, struct span at);
/* --- try_rules.c */
bool run_test(struct run *run, const struct node *test);

/* --- trace.c */
/* What was asked cannot be asked again: a name in it means something else now. */
void trace_forget(struct session *session);
bool run_trace(struct run *run, const struct node *trace);
/* Keeps the query whose answer was shown, for `trace`. */
void trace_keep(struct run *run, const struct node *query);
/* --- loading.c: what is named to be loaded, and where it is named */
struct load_source {
  struct str text; /* a file, a folder or a pattern */
  struct span at;
  const struct said *said; /* as report of; NULL: each file tells, or it was said before */
};
/* Loads the reports in them. Returns the exit status: 3 when a file that was named, or a damaged
 * one, could not be read; with --strict also when there are doubts, or a file met in a folder holds
 * no report. */
int load_paths(struct session *session, const struct load_source *sources, size_t n,
               struct diags *diags);

/* --- load_list.c */
bool run_show_load(struct run *run, const struct node *show);
/* Its columns by number, and the verdicts, with a few words of each; NULL behind the last. */
const char *load_column_at(size_t i, const char **note);
const char *load_verdict_at(size_t i, const char **note);

/* --- load.c */
bool run_load(struct run *run, const struct node *load);
bool run_reload(struct run *run, const struct node *reload);
/* The files from which the panel's reports came, each once. False after a message at `at`. */
bool run_loaded_files(struct run *run, struct span at, struct load_source **files, size_t *n);
bool run_drop(struct run *run, const struct node *drop);

/* --- describe.c */
bool run_describe(struct run *run, const struct node *describe);
bool run_members(struct run *run, const struct node *members);
/* "flow", "stock at the start of the year" …; its dimensions, "requester, outcome". */
const char *describe_flow(const struct vocab *vocab, const struct measure *measure);
/* A row of two columns: what, and its value; none where the value is empty. */
void describe_fact(struct run *run, struct table *table, const char *what, struct str value);
struct str describe_dims(struct run *run, const struct measure *measure);
/* --- init.c: may the statement stand in the file of a project? False after a message. */
bool init_may_run(struct run *run, const struct node *tree);
/* --- help.c */
bool run_help(struct run *run, const struct node *help);
/* The i-th topic: its words, and what its first line says. False behind the last. */
struct help_topic {
  struct str words, line;
};
bool help_topic_at(struct arena *arena, size_t i, struct help_topic *topic);

/* --- report.c */
bool run_show_report(struct run *run, const struct node *show);

/* --- whole.c: the tokens of the last statement of a text; false when one cannot be read, *bad is
 * where it begins then. Those before it are given. */
bool whole_last(struct arena *arena, const struct source *source, struct token_list *tokens,
                size_t *bad);

/* --- settings.c */
bool run_set(struct run *run, const struct node *set);
bool run_use(struct run *run, const struct node *use);
#define USE_DEPTH 16 /* scripts that use scripts: deeper is a circle */

/* --- page_report.c: report "brief.ogi" to "brief.html" */
bool run_report(struct run *run, const struct node *report);

/* The agency and years of a subject (`"X" 2021`); years 0, 0 when it has none. False after a
 * message. */
bool run_subject(struct run *run, const struct node *subject, struct panel_name *agency,
                 int64_t *low, int64_t *high);

/* Puts years in place of `latest` in a tree that is about to be run (plan.h). NULL after a message.
 */
const struct node *run_settle(struct run *run, const struct node *tree);

/* The whole of a file. False after a message. */
bool run_read_file(struct run *run, struct str path, struct span at, struct str *bytes);

#endif
