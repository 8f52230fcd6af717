/* dump: `.dump`, what the panel holds as statements that rebuild it: which files to load, and what
 * people defined. Reports themselves stay in their files.
 */
#include "app/dot.h"

/* One statement for all files: they are read at once, by all processors. */
static void dump_files(struct run *run, const struct load_source *files, size_t n) {
  FILE *out = run->session->options.out;
  for (size_t i = 0; i < n; i++) {
    struct str path = run_quote(run, files[i].text);
    fprintf(out, "%s%.*s", i == 0 ? "load " : ",\n  ", STR_ARG(path));
  }
  if (n > 0)
    fputc('\n', out);
}

/* Who is declared or listed: their list may come from anywhere, and the panel knows no file of it.
 */
static bool dump_agencies(struct run *run) {
  struct cursor *cursor = store_query(
      run->session->store, STR("SELECT count(*) FROM agency WHERE listed = 1 OR declared <> 0"),
      NULL, 0, (struct span){0, 0}, &run->diags);
  if (cursor == NULL)
    return false;
  int64_t n = cursor_step(cursor, &run->diags) == 1 ? cursor_value(cursor, 0).integer : 0;
  cursor_close(cursor);
  if (n > 0)
    fprintf(run->session->options.out,
            "# First the list of %lld agenc%s: load \"FILE.csv\" as agencies\n", (long long)n,
            n == 1 ? "y" : "ies");
  return true;
}

static void dump_definitions(struct run *run, const struct kept_definitions *kept) {
  FILE *out = run->session->options.out;
  struct str form = {0};
  for (size_t i = 0; i < kept->n; i++) {
    const struct kept_definition *one = &kept->at[i];
    if (!str_eq(one->form, form))
      fprintf(out, "use form %.*s\n", STR_ARG(one->form.n > 0 ? one->form : STR("all")));
    form = one->form;
    fprintf(out, "%.*s\n", STR_ARG(str_trim(one->text)));
  }
  if (form.n > 0)
    fputs("use form all\n", out);
}

bool dot_dump(struct dot *dot) {
  struct run *run = dot->run;
  struct kept_definitions kept = {0};
  struct load_source *files;
  size_t n;
  if (!run_loaded_files(run, dot->at, &files, &n) ||
      !store_definitions(run->arena, run->session->store, &kept, &run->diags))
    return false;
  fputs("# What the panel holds: on an empty panel this script rebuilds it.\n",
        run->session->options.out);
  if (!dump_agencies(run))
    return false;
  dump_files(run, files, n);
  dump_definitions(run, &kept);
  run->session->results++;
  fflush(run->session->options.out);
  return true;
}
