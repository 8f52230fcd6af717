/* window: the size of the terminal (see window.h).
 */
#include "app/window.h"

#include "app/state.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define MOST 10000 /* columns or rows; more is a mistake in the environment */

/* A number in the environment; 0 where there is none. */
static size_t size_named(const char *variable) {
  const char *text = getenv(variable);
  char *end;
  long n = text != NULL ? strtol(text, &end, 10) : 0;
  return n > 0 && n <= MOST && *end == '\0' ? (size_t)n : 0;
}

struct window window_of(int file) {
  struct winsize size = {0};
  if (!isatty(file))
    return (struct window){0, 0};
  if (ioctl(file, TIOCGWINSZ, &size) != 0)
    size = (struct winsize){0};
  return (struct window){size.ws_col > 0 ? size.ws_col : size_named("COLUMNS"),
                         size.ws_row > 0 ? size.ws_row : size_named("LINES")};
}

bool session_has_terminal(const struct session *session) {
  const struct output *output = &session->output;
  /* Else something takes what is shown into a file or a page. */
  bool is_own = session->options.out == output->stream || output->pager != NULL;
  return is_own && isatty(output->screen);
}

size_t session_width(const struct session *session) {
  if (session->display.has_width)
    return session->display.width;
  return session_has_terminal(session) ? window_of(session->output.screen).columns : 0;
}
