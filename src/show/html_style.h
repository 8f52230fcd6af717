/* html_style: how the pages look (see html.h). Private to src/show.
 *
 * Widths: the text keeps to what reads well, a wide table is moved sideways in its own frame with
 * its first column held, so that the page itself never is. On paper a frame shows all, the head of
 * a table stands on every sheet, no row is parted, and what can be folded away is left out.
 */
#ifndef OGI_SHOW_HTML_STYLE_H
#define OGI_SHOW_HTML_STYLE_H

extern const char *const html_style;

#endif
