/* page: what a script's statements show, taken down for its page (see page.h). While a statement
 * runs, what it prints and says goes to memory; its messages are passed on to where they belong
 * afterwards, so that they are seen as well as written down.
 */
#include "app/page.h"

#include "show/html.h"

#include <inttypes.h>
#include <stdlib.h>

static FILE *memory(char **bytes, size_t *size) {
  *bytes = NULL;
  *size = 0;
  FILE *file = open_memstream(bytes, size);
  if (file == NULL)
    out_of_memory();
  return file;
}

void page_open(struct page *page, struct session *session, struct str script) {
  *page = (struct page){.session = session, .depth = session->depth, .script = script};
  page->body = memory(&page->bytes, &page->size);
  page->screen_err = session->options.err;
  page->quiet.arena = &page->arena;
}

static void close_answer(struct page_answer *answer) {
  if (answer->shown == NULL)
    return;
  fclose(answer->shown);
  fclose(answer->out);
  fclose(answer->err);
  free(answer->shown_bytes);
  free(answer->out_bytes);
  free(answer->err_bytes);
  *answer = (struct page_answer){0};
}

void page_close(struct page *page) {
  close_answer(&page->answer);
  fclose(page->body);
  free(page->bytes);
  arena_free(&page->arena);
}

static bool is_its_own(const struct session *session) {
  return session->page != NULL && session->page->depth == session->depth;
}

/* --- One statement */

void page_before(struct session *session, const struct source *source, size_t at) {
  if (!is_its_own(session))
    return;
  struct page *page = session->page;
  struct page_answer *answer = &page->answer;
  size_t from = page->at > at ? page->at : at; /* behind a caption */
  close_answer(answer);
  answer->start = page_skip(source->text, from);
  page_prose(page, from, answer->start);
  page->at = answer->start;
  answer->shown = memory(&answer->shown_bytes, &answer->shown_size);
  answer->out = session->options.out = memory(&answer->out_bytes, &answer->out_size);
  answer->err = session->options.err = memory(&answer->err_bytes, &answer->err_size);
  session->results = 0;
  session->format = format_named(STR("html")); /* a page has tables, whatever `set format` said */
}

/* What was printed since the last table, as it would stand on a terminal. */
static void take_printed(struct page *page) {
  struct page_answer *answer = &page->answer;
  fflush(answer->out);
  struct str text = {answer->out_bytes, answer->out_size};
  html_lines(&page->arena, "", str_sub(text, answer->taken, text.n), answer->shown);
  answer->taken = text.n;
}

FILE *page_begin_show(struct run *run) {
  struct page *page = run->session->page;
  take_printed(page);
  if (run->session->depth !=
      page->depth) /* of a script that this one uses: it stands nowhere else */
    html_statement(run->arena, run->text, page->answer.shown);
  return page->answer.shown;
}

void page_end_show(struct run *run, const struct table *table) {
  struct page *page = run->session->page;
  for (size_t i = 0; i < table->sources.n; i++) {
    struct source_report report = table->sources.at[i];
    report.agency = str_copy(&page->arena, report.agency);
    report.path = str_copy(&page->arena, report.path);
    ARENA_PUSH(&page->arena, &page->sources, report);
  }
  run->session->results++;
}

bool page_show(struct run *run, const struct table *table) {
  html_table(run->arena, table, page_begin_show(run));
  page_end_show(run, table);
  return true;
}

/* Settings, definitions, loading: in one place, folded away. */
static void put_quiet(struct page *page) {
  if (page->quiet.n == 0)
    return;
  html_begin_folded(&page->arena, page->says, "", say(page->says, "what was set before"),
                    page->body);
  html_statement(&page->arena, sbuf_str(&page->quiet), page->body);
  fputs("</details>\n", page->body);
  page->quiet = (struct sbuf){.arena = &page->arena};
}

void page_after(struct session *session, const struct source *source, size_t end, int status) {
  if (!is_its_own(session))
    return;
  struct page *page = session->page;
  struct page_answer *answer = &page->answer;
  struct str statement = str_trim(str_sub(source->text, answer->start, end));
  struct str caption = page_caption(source->text, &end);
  page->at = end;
  page->says = session->says;
  take_printed(page);
  fflush(answer->shown);
  fflush(answer->err);
  struct str shown = {answer->shown_bytes, answer->shown_size};
  struct str said = {answer->err_bytes, answer->err_size};
  fprintf(page->screen_err, "%.*s", STR_ARG(said));
  if (shown.n == 0 && status == 0) {
    sbuf_addf(&page->quiet, "%s%.*s", page->quiet.n > 0 ? "\n" : "", STR_ARG(statement));
    while (said.n > 0) { /* as comments behind it */
      size_t line = str_find(said, STR("\n"));
      sbuf_addf(&page->quiet, "\n# %.*s", STR_ARG(str_sub(said, 0, line)));
      said = str_sub(said, line < said.n ? line + 1 : line, said.n);
    }
    close_answer(answer);
    return;
  }
  put_quiet(page);
  fputs("<figure>\n", page->body);
  if (caption.n > 0) {
    fputs("<figcaption>", page->body);
    page_words(page, caption, page->body);
    fputs("</figcaption>\n", page->body);
  }
  fwrite(shown.p, 1, shown.n, page->body);
  html_lines(&page->arena,
             status >= 2 ? " class=\"error\" role=\"alert\" lang=\"en\""
                         : " class=\"said\" lang=\"en\"",
             said, page->body);
  html_begin_folded(&page->arena, page->says, "", say(page->says, "statement"), page->body);
  html_statement(&page->arena, statement, page->body);
  fputs("</details>\n</figure>\n", page->body);
  close_answer(answer);
}

/* --- The whole */

static int by_place(const void *a, const void *b) {
  const struct source_report *x = a, *y = b;
  int order = (x->year > y->year) - (x->year < y->year);
  order = order != 0 ? order : str_cmp(x->agency, y->agency);
  return order != 0 ? order : str_cmp(x->path, y->path);
}

/* Each report once, in the order of years. */
static size_t settle_sources(struct page *page) {
  size_t n = 0;
  if (page->sources.n > 0)
    qsort(page->sources.at, page->sources.n, sizeof *page->sources.at, by_place);
  for (size_t i = 0; i < page->sources.n; i++)
    if (n == 0 || by_place(&page->sources.at[n - 1], &page->sources.at[i]) != 0)
      page->sources.at[n++] = page->sources.at[i];
  return n;
}

#define CONTENTS_FROM 4 /* headings: fewer are seen at once */

static void put_contents(struct page *page, FILE *out) {
  if (page->headings.n < CONTENTS_FROM)
    return;
  fprintf(out, "<nav aria-label=\"%s\"><ul>\n", str_z(&page->arena, say(page->says, "contents")));
  for (size_t i = 0; i < page->headings.n; i++) {
    const struct page_heading *heading = &page->headings.at[i];
    fprintf(out, "<li class=\"l%d\"><a href=\"#s%zu\">", heading->level, i + 1);
    page_words(page, heading->text, out);
    fputs("</a></li>\n", out);
  }
  fputs("</ul></nav>\n", out);
}

void page_write(struct page *page, struct str name, FILE *out) {
  size_t nsources = settle_sources(page);
  size_t slash = name.n;
  while (slash > 0 && name.p[slash - 1] != '/')
    slash--;
  struct str title = page->title.n > 0 ? page->title : str_sub(name, slash, name.n);
  put_quiet(page);
  fflush(page->body);
  html_begin(&page->arena, out, page->han > page->latin / 2 ? "zh" : "en", title);
  fputs("<h1>", out);
  page_words(page, title, out);
  fputs("</h1>\n", out);
  put_contents(page, out);
  fwrite(page->bytes, 1, page->size, out);
  html_folded_sources(&page->arena, page->says, page->sources.at, nsources, out);
  fputs("</main>\n</body>\n</html>\n", out);
}
