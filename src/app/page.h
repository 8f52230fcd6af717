/* page: the web page that `report "brief.ogi" to "brief.html"` makes of a script, while it grows:
 * the script's comments as headings and paragraphs, its statements with what they answer. Private
 * to src/app.
 */
#ifndef OGI_APP_PAGE_H
#define OGI_APP_PAGE_H

#include "app/state.h"
#include "chart/chart.h"

struct page_heading {
  int level; /* 1 to 4 */
  struct str text;
};

struct page {
  struct session *session;
  struct arena arena; /* as long as the page */
  int depth;          /* of the script among those that use each other */
  struct str script;
  size_t at; /* the script's text before it has been taken */
  FILE *body;
  char *bytes;
  size_t size;
  struct {
    struct page_heading *at; /* those of the body; the title is not among them */
    size_t n, cap;
  } headings;
  size_t npictures;        /* drawn so far */
  const struct says *says; /* of the statement before: that of what the page says of itself */
  struct str title;        /* the first heading of level 1; empty: none yet */
  size_t han, latin;       /* letters of what its author wrote */
  struct sbuf quiet;       /* statements that answered nothing, until something is shown */
  struct {
    struct source_report *at; /* behind all figures, some more than once */
    size_t n, cap;
  } sources;
  struct page_answer { /* of the statement that runs */
    size_t start;
    FILE *shown, *out, *err; /* tables; what it prints; its messages */
    char *shown_bytes, *out_bytes, *err_bytes;
    size_t shown_size, out_size, err_size;
    size_t taken; /* of what it prints: stands in `shown` */
  } answer;
  FILE *screen_err; /* the session's own */
};

/* --- page.c */

void page_open(struct page *page, struct session *session, struct str script);
void page_close(struct page *page);

/* Called by run_text around each statement: `at` is where the one before ended, `end` where this
 * one does. Without a page, or in a script that the page's own script uses, they do nothing. */
void page_before(struct session *session, const struct source *source, size_t at);
void page_after(struct session *session, const struct source *source, size_t end, int status);

/* An answer, for the session's page. */
bool page_show(struct run *run, const struct table *table);

/* The same in parts, for what is no table: where to write it; then the reports behind it are kept.
 */
FILE *page_begin_show(struct run *run);
void page_end_show(struct run *run, const struct table *table);

/* Writes the whole page. */
void page_write(struct page *page, struct str name, FILE *out);

/* --- page_chart.c */

/* A chart, for the session's page, or for its output in the format html: as a picture where gnuplot
 * is there, else as on a terminal; its figures folded away below it. */
bool page_chart(struct run *run, const struct table *table, const struct chart *chart);

/* --- page_prose.c */

/* The first place at or behind `at` that is neither blank nor in a comment. */
size_t page_skip(struct str text, size_t at);

/* The comments from `from` to `to` as headings, paragraphs and lists. */
void page_prose(struct page *page, size_t from, size_t to);

/* The comment on the line in which a statement ends at `end`; empty: none. *end: behind it. */
struct str page_caption(struct str text, size_t *end);

/* A line of prose: `words` between grave accents as code. */
void page_words(struct page *page, struct str text, FILE *out);

#endif
