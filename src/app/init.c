/* init: what runs before anything is asked, in a session at the terminal and in a script alike: the
 * user's own file, then that of the project, `.ogi/rc` in the working directory.
 *
 * The user's file may hold any statement. The project's came with a folder, perhaps from somebody
 * else, and runs because one happens to stand there: it is read only where folder and file are the
 * user's and nobody else may write them, and even so only settings and definitions run in it.
 */
#include "app/state.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define RC_MAX (1u << 20) /* bytes: more is some other file */
#define PROJECT ".ogi/rc"

/* The settings that a project may make: they choose what is counted and how it looks. One that
 * names a file or a program, or says what becomes of errors, is the user's alone. */
static const char *const project_settings[] = {"year", "blank",     "names", "format",  "form",
                                               "min",  "width",     "null",  "headers", "timing",
                                               "echo", "thousands", "units", "colour",  "color"};

bool init_may_run(struct run *run, const struct node *tree) {
  switch (tree->kind) {
  case NODE_NOTHING:
  case NODE_DEFINITION:
  case NODE_DEFINE_CHECK:
    return true;
  case NODE_USE:
    if (tree->first->kind != NODE_STRING)
      return true;
    break;
  case NODE_SET:
    for (size_t i = 0; i < sizeof project_settings / sizeof project_settings[0]; i++)
      if (tree->first != NULL && str_eq(tree->first->text, str_from_z(project_settings[i])))
        return true;
    break;
  default:
    break;
  }
  diag_add(&run->diags, DIAG_FORBIDDEN, tree->span,
           "the file of a project only defines, and sets what is counted and how it looks");
  diag_hint(&run->diags, "\"help init\" says what may stand there; the rest belongs in ~/.ogirc");
  return false;
}

/* --- running */

/* No more than a warning: what was asked is answered. */
static void complain(struct session *session, const char *name, const char *why) {
  struct diags diags = {.arena = &session->arena};
  diag_add(&diags, DIAG_FILE, (struct span){0, 0}, "\"%s\" is not run: %s", name, why);
  diag_hint(&diags, "--no-init leaves such files out without a word");
  diags.at[0].severity = SEV_WARNING;
  session_say(&session->options, &diags);
}

/* Answers of these statements are shown to a person, but are no part of a script's results; an
 * error ends a statement, neither the file nor the session. */
static void run_rc(struct session *session, enum init_kind kind, const char *name,
                   struct str text) {
  struct session_options *options = &session->options;
  FILE *out = options->out, *nowhere = options->is_interactive ? NULL : fopen("/dev/null", "we");
  bool is_quiet = options->quiet, stop;
  if (nowhere != NULL) {
    options->out = nowhere;
    options->quiet = true;
  }
  session->init = kind;
  run_text(session, str_from_z(name), text, 1, false, &stop);
  session->init = INIT_NONE;
  session->is_over = false; /* `quit` ends the file */
  session->results = 0;
  options->quiet = is_quiet;
  if (nowhere != NULL) {
    if (options->out == nowhere) /* a statement may have chosen another place */
      options->out = out;
    fclose(nowhere);
  }
}

/* All of an open file. NULL, else what is wrong with it. */
static const char *read_all(struct arena *arena, int file, struct str *text) {
  struct sbuf b = {.arena = arena};
  char part[4096];
  ssize_t n;
  while ((n = read(file, part, sizeof part)) != 0 && b.n <= RC_MAX)
    if (n > 0)
      sbuf_add(&b, (struct str){part, (size_t)n});
    else if (errno != EINTR)
      return strerror(errno);
  *text = sbuf_str(&b);
  return text->n > RC_MAX ? "it is larger than 1 MB" : NULL;
}

/* Are they the user's, and can nobody else write them? */
static bool is_ours(const struct stat *status) {
  return status->st_uid == geteuid() && (status->st_mode & S_IWOTH) == 0;
}

/* NULL, else what speaks against running the project's file. */
static const char *distrust(int file) {
  struct stat status;
  static const char *const folders[] = {".", ".ogi"};
  for (size_t i = 0; i < 2; i++)
    if (stat(folders[i], &status) != 0 || !is_ours(&status))
      return "the folder belongs to another user, or all may write in it";
  if (fstat(file, &status) != 0 || !is_ours(&status))
    return "it belongs to another user, or all may write it";
  return S_ISREG(status.st_mode) ? NULL : "it is no plain file";
}

/* Runs a file; `name` is how messages call it. False when there is none. */
static bool run_file(struct session *session, enum init_kind kind, const char *path,
                     const char *name) {
  struct arena arena = {0};
  struct str text = {0};
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe must not hold us up */
  if (file < 0 && (errno == ENOENT || errno == ENOTDIR))
    return false;
  const char *wrong = file < 0 ? strerror(errno) : NULL;
  if (wrong == NULL && kind == INIT_PROJECT)
    wrong = distrust(file);
  if (wrong == NULL)
    wrong = read_all(&arena, file, &text);
  if (file >= 0)
    close(file);
  if (wrong != NULL)
    complain(session, name, wrong);
  else
    run_rc(session, kind, name, text);
  arena_free(&arena);
  return true;
}

/* ~/.ogirc, or where there is none the file at the place that XDG gives it. */
static void run_own(struct session *session, struct arena *arena) {
  const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
  bool has_home = home != NULL && home[0] == '/';
  if (has_home && run_file(session, INIT_USER, str_fmt(arena, "%s/.ogirc", home).p, "~/.ogirc"))
    return;
  if (config != NULL && config[0] == '/') {
    struct str path = str_fmt(arena, "%s/ogi/init.ogi", config);
    run_file(session, INIT_USER, path.p, path.p);
  } else if (has_home) {
    run_file(session, INIT_USER, str_fmt(arena, "%s/.config/ogi/init.ogi", home).p,
             "~/.config/ogi/init.ogi");
  }
}

void session_init(struct session *session) {
  struct arena arena = {0};
  const char *format = session->options.format;
  run_own(session, &arena);
  run_file(session, INIT_PROJECT, PROJECT, PROJECT);
  if (format != NULL) /* what the command line says, it says for this run */
    session->format = format_named(str_from_z(format));
  arena_free(&arena);
}
