/* paths: files, folders and patterns (see paths.h).
 */
#include "app/paths.h"

#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define FOLDER_DEPTH 64 /* deeper is a circle of links */

static void add(struct arena *arena, struct path_list *list, struct str path, bool is_named) {
  if (list->n == list->cap)
    list->at = arena_grow(arena, list->at, list->n, &list->cap, list->n + 1, sizeof *list->at);
  list->at[list->n].path = path;
  list->at[list->n].said = NULL;
  list->at[list->n++].is_named = is_named;
}

static bool is_folder(const char *path) {
  struct stat status;
  return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int by_bytes(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* All files below a folder; with a pattern only those whose path it matches. */
static bool walk(struct arena *arena, struct str folder, const char *pattern, int depth,
                 struct path_list *list) {
  struct {
    const char **at;
    size_t n, cap;
  } names = {0};
  DIR *open = depth < FOLDER_DEPTH ? opendir(folder.p) : NULL;
  if (open == NULL)
    return false;
  for (struct dirent *entry; (entry = readdir(open)) != NULL;)
    if (entry->d_name[0] != '.')
      ARENA_PUSH(arena, &names, str_copy(arena, str_from_z(entry->d_name)).p);
  closedir(open);
  if (names.n > 0)
    qsort(names.at, names.n, sizeof *names.at, by_bytes);
  bool has_slash = folder.n > 0 && folder.p[folder.n - 1] == '/';
  for (size_t i = 0; i < names.n; i++) {
    struct str path =
        str_fmt(arena, "%.*s%s%s", STR_ARG(folder), has_slash ? "" : "/", names.at[i]);
    if (is_folder(path.p))
      walk(arena, path, pattern, depth + 1, list);
    else if (pattern == NULL || fnmatch(pattern, path.p, 0) == 0)
      add(arena, list, path, false);
  }
  return true;
}

/* A pattern over folders: every file below the folder before `**` whose path matches; without
 * FNM_PATHNAME a `*` passes over folders, so that both `**` and the slash behind it come to one
 * `*`. */
static bool expand_deep(struct arena *arena, struct str pattern, size_t stars,
                        struct path_list *list) {
  size_t slash = stars;
  while (slash > 0 && pattern.p[slash - 1] != '/')
    slash--;
  struct str folder = slash > 0 ? str_copy(arena, str_sub(pattern, 0, slash)) : STR(".");
  struct str rest = str_sub(pattern, stars + 2, pattern.n);
  if (str_starts(rest, STR("/")))
    rest = str_sub(rest, 1, rest.n);
  struct str flat = str_fmt(arena, "%s%.*s*%.*s", slash > 0 ? "" : "./",
                            STR_ARG(str_sub(pattern, 0, stars)), STR_ARG(rest));
  walk(arena, folder, flat.p, 0, list);
  return list->n > 0;
}

static bool expand_glob(struct arena *arena, const char *pattern, struct path_list *list) {
  glob_t found;
  if (glob(pattern, 0, NULL, &found) != 0)
    return false;
  for (size_t i = 0; i < found.gl_pathc; i++) {
    struct str path = str_copy(arena, str_from_z(found.gl_pathv[i]));
    if (is_folder(path.p))
      walk(arena, path, NULL, 0, list);
    else
      add(arena, list, path, false);
  }
  globfree(&found);
  return true;
}

bool paths_expand(struct arena *arena, struct str pattern, struct path_list *list, struct span at,
                  struct diags *diags) {
  struct str path = str_copy(arena, pattern);
  struct stat status;
  if (stat(path.p, &status) == 0) {
    if (!S_ISDIR(status.st_mode)) {
      add(arena, list, path, true);
      return true;
    }
    if (walk(arena, path, NULL, 0, list))
      return true;
    return diag_add(diags, DIAG_FILE, at, "the folder \"%s\" cannot be read: %s", path.p,
                    strerror(errno));
  }
  int error = errno;
  size_t stars = str_find(path, STR("**"));
  bool is_pattern = strpbrk(path.p, "*?[") != NULL;
  if (is_pattern &&
      (stars < path.n ? expand_deep(arena, path, stars, list) : expand_glob(arena, path.p, list)))
    return true;
  return diag_add(diags, DIAG_FILE, at, "\"%s\" cannot be loaded: %s", path.p,
                  is_pattern ? "nothing matches" : strerror(error));
}
