/* output_file: answers into a file, for one statement or for all that follow (see output.h).
 */
#include "app/output.h"

#include <errno.h>
#include <string.h>

bool output_open(struct run *run, struct str path, struct span at) {
  struct session *session = run->session;
  struct output *output = &session->output;
  const struct format *by_ending = format_for_path(path);
  if (by_ending != NULL && by_ending->write == NULL) {
    diag_add(&run->diags, DIAG_OUTPUT, at,
             "%s is a file by itself: answers do not go into it one by one", by_ending->name);
    diag_hint(&run->diags, "write to \"f%s\" behind the question, or .last to \"f%s\"",
              by_ending->ending, by_ending->ending);
    return false;
  }
  if (session->page != NULL) {
    diag_add(&run->diags, DIAG_OUTPUT, at, "within a report answers go to its page");
    diag_hint(&run->diags, "write to \"%.*s\" behind the question", STR_ARG(path));
    return false;
  }
  if (!output_close(session, &run->diags))
    return false;
  output->file = fopen(str_z(run->arena, path), "we");
  if (output->file == NULL)
    return diag_add(&run->diags, DIAG_OUTPUT, at, "\"%.*s\" cannot be written: %s", STR_ARG(path),
                    strerror(errno));
  bool is_table = str_eq(str_from_z(session->format->name), STR("table"));
  output->path = str_copy(&session->arena, path);
  output->out = session->options.out;
  output->results = session->results;
  output->format = session->format;
  if (is_table && by_ending != NULL)
    session->format = by_ending;
  output->file_format = session->format;
  session->options.out = output->file;
  session->results = 0;
  return true;
}

bool output_close(struct session *session, struct diags *diags) {
  struct output *output = &session->output;
  if (output->file == NULL)
    return true;
  bool ok = !ferror(output->file);
  ok = fclose(output->file) == 0 && ok;
  output->file = NULL;
  session->options.out = output->out;
  session->results = output->results;
  if (session->format == output->file_format) /* else it was set since */
    session->format = output->format;
  return ok || diag_add(diags, DIAG_OUTPUT, (struct span){0, 0},
                        "\"%.*s\" cannot be written, the answers in it are not complete",
                        STR_ARG(output->path));
}
