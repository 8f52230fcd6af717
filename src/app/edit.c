/* edit: a definition in the user's editor. What comes back is run as if it had been typed; a
 * mistake in it changes nothing, and the text stays in its file.
 */
#include "app/tutorial.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* $VISUAL, $EDITOR, vi: a command, to which the file is added. */
static const char *editor(void) {
  static const char *const names[] = {"VISUAL", "EDITOR"};
  for (size_t i = 0; i < 2; i++) {
    const char *command = getenv(names[i]);
    if (command != NULL && *command != '\0')
      return command;
  }
  return "vi";
}

static bool write_all(int file, struct str text) {
  size_t done = 0;
  while (done < text.n) {
    ssize_t n = write(file, text.p + done, text.n - done);
    if (n < 0 && errno != EINTR)
      return false;
    done += n > 0 ? (size_t)n : 0;
  }
  return write(file, "\n", 1) == 1;
}

/* A new file that holds the text; its path, empty after a message. */
static struct str to_file(struct run *run, struct span at, struct str text) {
  const char *folder = getenv("TMPDIR");
  struct sbuf b = {.arena = run->arena};
  sbuf_addf(&b, "%s/ogi-XXXXXX.ogi", folder != NULL && *folder != '\0' ? folder : "/tmp");
  int file = mkstemps(b.at, 4);
  struct str path = sbuf_str(&b);
  bool ok = file >= 0 && write_all(file, text);
  int error = errno;
  if (file >= 0)
    ok = close(file) == 0 && ok;
  if (ok)
    return path;
  diag_add(&run->diags, DIAG_OUTPUT, at, "\"%.*s\" cannot be written: %s", STR_ARG(path),
           strerror(error));
  return (struct str){0};
}

/* Runs the editor on the file, by the shell, so that it may be a command with options; the file is
 * no part of the command's text. */
static bool run_editor(struct run *run, struct span at, const char *path) {
  const char *command = editor();
  struct str script = str_fmt(run->arena, "%s \"$1\"", command);
  fflush(NULL);
  store_view_pause(run->session->store);
  pid_t child = fork();
  if (child == 0) {
    execl("/bin/sh", "sh", "-c", script.p, "ogi", path, (char *)NULL);
    _exit(127);
  }
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
    continue;
  if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0)
    return true;
  diag_add(&run->diags, DIAG_RUN, at, "the editor \"%s\" ended with an error: nothing is changed",
           command);
  diag_hint(&run->diags, "the environment variable EDITOR names it");
  return false;
}

bool run_edit(struct run *run, const struct node *edit) {
  struct session *session = run->session;
  struct span at = edit->first->span;
  const struct definition *definition = definition_of(run, edit);
  struct str text;
  bool stop;
  if (definition == NULL || !run_may_touch_files(run, edit->span))
    return false;
  struct str path = to_file(run, at, definition->source.text);
  if (path.n == 0)
    return false;
  if (!run_editor(run, at, path.p) || !run_read_file(run, path, at, &text)) {
    remove(path.p);
    return false;
  }
  if (str_eq(str_trim(text), str_trim(definition->source.text))) {
    remove(path.p);
    return true;
  }
  session->depth++; /* as `use` does: an arena of its own */
  run->status = run_text(session, STR("edit"), text, 1, false, &stop);
  session->depth--;
  if (run->status != 0)
    fprintf(session->options.err, "what you wrote is in %.*s\n", STR_ARG(path));
  else
    remove(path.p);
  return run->status == 0;
}

bool session_edit(struct session *session, struct arena *arena, struct str text,
                  struct str *edited) {
  struct source source = {STR("input"), text, 1};
  struct span at = {0, (uint32_t)text.n};
  struct run run = {.session = session, .arena = arena, .source = &source};
  run.diags = (struct diags){.arena = arena, .source = &source};
  struct str path = run_may_touch_files(&run, at) ? to_file(&run, at, text) : (struct str){0};
  bool ok = path.n > 0 && run_editor(&run, at, path.p) && run_read_file(&run, path, at, edited);
  if (path.n > 0)
    remove(path.p);
  session_say(&session->options, &run.diags);
  return ok;
}

bool session_wants_editor(struct session *session) {
  if (session->tutorial != NULL)
    session = tutorial_session(session->tutorial);
  bool wants = session->wants_editor;
  session->wants_editor = false;
  return wants;
}
