/* fmt: `ogi fmt`: scripts in, their canonical text out, or back into their files (see fmt.h). A
 * script with an error in it is left alone.
 */
#include "app/fmt.h"

#include "base/file.h"
#include "lang/format.h"

#include <errno.h>
#include <getopt.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SCRIPT_MAX (256u << 20) /* spans are 32 bits */

static const char usage[] = "usage: ogi fmt [-w | -l | --check] [FILE]...\n";

static const char help[] =
    "Writes scripts in their canonical form: a statement a line, long ones a clause a line,\n"
    "comments and blank lines kept. Without FILE, or for -, reads standard input.\n"
    "\n"
    "  -w, --write   write the text back into the files\n"
    "  -l, --list    name the files whose text would change\n"
    "  --check       the same, with exit status 1 when there are some\n"
    "\n"
    "Exit status: 0 done, 1 --check found something, 2 an error in a script, which is then left\n"
    "alone, 3 a file cannot be read, 4 one cannot be written.\n";

struct fmt {
  bool writes, lists, checks;
  int worst;
};

static void note(struct fmt *fmt, int status) {
  fmt->worst = status > fmt->worst ? status : fmt->worst;
}

static void report(struct fmt *fmt, enum diag_code code, const char *what, const char *path) {
  fprintf(stderr, "ogi: error: \"%s\" cannot be %s: %s\n", path, what, strerror(errno));
  note(fmt, diag_status(code));
}

static bool read_all(struct arena *arena, FILE *file, struct str *text) {
  struct sbuf b = {.arena = arena};
  char bytes[65536];
  size_t n;
  while ((n = fread(bytes, 1, sizeof bytes, file)) > 0 && b.n <= SCRIPT_MAX)
    sbuf_add(&b, (struct str){bytes, n});
  *text = sbuf_str(&b);
  if (b.n > SCRIPT_MAX)
    errno = EFBIG;
  return !ferror(file) && b.n <= SCRIPT_MAX;
}

static void format_file(struct fmt *fmt, const char *path) {
  struct arena arena = {0};
  bool is_input = strcmp(path, "-") == 0;
  FILE *file = is_input ? stdin : fopen(path, "rbe");
  struct source source = {str_from_z(is_input ? "stdin" : path), {0}, 1};
  struct diags diags = {.arena = &arena, .source = &source};
  struct str text;
  if (file == NULL || !read_all(&arena, file, &source.text)) {
    report(fmt, DIAG_FILE, "read", path);
  } else if (!format_script(&arena, &source, &text, &diags)) {
    diags_render(&diags, stderr);
    note(fmt, diags_status(&diags));
  } else {
    bool changes = !str_eq(text, source.text);
    if (fmt->lists && changes)
      printf("%.*s\n", STR_ARG(source.name));
    if (fmt->checks && changes)
      note(fmt, 1);
    if (fmt->writes && changes && !file_write(&arena, str_from_z(path), file_write_text, &text))
      report(fmt, DIAG_OUTPUT, "written", path);
    if (!fmt->lists && !fmt->writes && text.n > 0)
      fwrite(text.p, 1, text.n, stdout);
  }
  if (file != NULL && !is_input)
    fclose(file);
  arena_free(&arena);
}

static int wrong(const char *what) {
  fprintf(stderr, "ogi: error: %s\n%s`ogi fmt --help` explains the options\n", what, usage);
  return 2;
}

int fmt_main(int argc, char **argv) {
  static const struct option options[] = {{"write", no_argument, NULL, 'w'},
                                          {"list", no_argument, NULL, 'l'},
                                          {"check", no_argument, NULL, 'c'},
                                          {"help", no_argument, NULL, 'h'},
                                          {0}};
  struct fmt fmt = {0};
  opterr = 0;
  for (int option; (option = getopt_long(argc, argv, "wl", options, NULL)) != -1;)
    if (option == 'w') {
      fmt.writes = true;
    } else if (option == 'l') {
      fmt.lists = true;
    } else if (option == 'c') {
      fmt.lists = fmt.checks = true;
    } else if (option == 'h') {
      printf("%s%s", usage, help);
      return 0;
    } else {
      return wrong("no such option of `ogi fmt`");
    }
  if (fmt.writes && fmt.checks)
    return wrong("--check changes nothing, -w does: take one of them");
  if (fmt.writes && optind == argc)
    return wrong("-w needs a file to write to");
  if (optind == argc)
    format_file(&fmt, "-");
  for (int i = optind; i < argc; i++)
    if (fmt.writes && strcmp(argv[i], "-") == 0)
      return wrong("-w needs a file to write to");
    else
      format_file(&fmt, argv[i]);
  return fmt.worst;
}
