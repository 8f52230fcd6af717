/* shipped: see shipped.h.
 */
#include "form/shipped.h"

#include "base/file.h"
#include "form/stdlib.h"

#include <dirent.h>
#include <stdlib.h>

static void add_builtin(struct arena *arena, struct str folder, struct str ending,
                        struct source_list *sources) {
  for (size_t i = 0; i < stdlib_nfiles; i++) {
    struct str name = str_from_z(stdlib_files[i].name);
    if (!str_starts(name, folder) || !str_ends(name, ending))
      continue;
    struct str text = {stdlib_files[i].start,
                       (size_t)(stdlib_files[i].end - stdlib_files[i].start)};
    struct source source = {str_fmt(arena, "stdlib/%.*s", STR_ARG(name)), text, 1};
    ARENA_PUSH(arena, sources, source);
  }
}

static int by_name(const void *a, const void *b) {
  return str_cmp(((const struct source *)a)->name, ((const struct source *)b)->name);
}

bool shipped_read(struct arena *arena, const char *dir, const char *folder, const char *ending,
                  struct source_list *sources, bool *is_there, struct diags *diags) {
  *is_there = true;
  if (dir == NULL) {
    add_builtin(arena, str_fmt(arena, "%s/", folder), str_from_z(ending), sources);
    return true;
  }
  struct str path = str_fmt(arena, "%s/%s", dir, folder);
  DIR *open = opendir(path.p);
  *is_there = open != NULL;
  if (open == NULL)
    return true;
  bool ok = true;
  for (struct dirent *entry; (entry = readdir(open)) != NULL;) {
    struct source source = {.first_line = 1};
    if (!str_ends(str_from_z(entry->d_name), str_from_z(ending)))
      continue;
    source.name = str_fmt(arena, "%.*s/%s", STR_ARG(path), entry->d_name);
    if (file_read(arena, source.name, &source.text))
      ARENA_PUSH(arena, sources, source);
    else
      ok = diag_add(diags, DIAG_DEFINITION, (struct span){0, 0}, "\"%.*s\" cannot be read",
                    STR_ARG(source.name));
  }
  closedir(open);
  if (sources->n > 0)
    qsort(sources->at, sources->n, sizeof *sources->at, by_name);
  return ok;
}
