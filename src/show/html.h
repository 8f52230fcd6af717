/* html: an answer as a table of a web page, and the page around one or several: a file that needs
 * no other, for a screen of any width, light or dark, and for paper.
 */
#ifndef OGI_SHOW_HTML_H
#define OGI_SHOW_HTML_H

#include "show/show.h"

/* The format: the first result of an output begins a page, further ones go on with it. The ends of
 * body and page are left out, as HTML allows. */
void html_write(struct arena *scratch, const struct table *table,
                const struct show_options *options, FILE *out);

/* --- The parts, for pages of several answers */

/* Text as such: escaped for HTML, and what steers a terminal shown as people_escape does. */
void html_text(struct arena *scratch, FILE *out, struct str text);

/* Up to and with <main>. `language` as in `lang`: "en", "zh". */
void html_begin(struct arena *scratch, FILE *out, const char *language, struct str title);

/* The table with its caption (the title, where there is one), its marks explained, its coverage and
 * notes; no statement and no sources. */
void html_table(struct arena *scratch, const struct table *table, FILE *out);

/* A statement, as it was written. */
void html_statement(struct arena *scratch, struct str statement, FILE *out);

/* Lines as they were printed, in <pre> with these attributes (" class=\"x\""); nothing for none. */
void html_lines(struct arena *scratch, const char *attributes, struct str text, FILE *out);

/* The first and the last parts of what html_write writes, for what is no table: the head of the
 * page where it is first, the statement; the reports behind it. */
void html_begin_figure(struct arena *scratch, const struct table *table, bool is_first, FILE *out);
void html_end_figure(struct arena *scratch, const struct table *table, FILE *out);

/* What can be folded away, up to and with the words that are always seen; the caller ends it. */
void html_begin_folded(struct arena *scratch, const struct says *says, const char *attributes,
                       struct str summary, FILE *out);

/* The reports as a table, folded away, the first HTML_SOURCES of them; nothing for none. */
#define HTML_SOURCES 1000 /* more is no reading matter: a page is for people */
void html_folded_sources(struct arena *scratch, const struct says *says,
                         const struct source_report *sources, size_t n, FILE *out);

#endif
