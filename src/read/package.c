/* package: the parts of a DOCX or XLSX file (see package.h). */
#include "read/package.h"

#include "read/archive.h"

#include <string.h>
#include <strings.h>

#define PART_BYTES ((size_t)32 << 20) /* the text of a report has under 1 MB */
#define ALL_BYTES ((uint64_t)96 << 20)
#define ALL_PARTS 20000u /* pictures are parts too */

static const struct span nowhere = {0, 0};

struct gathering {
  struct arena *arena;
  const char *const *names;
  struct parts *parts;
  bool has_failed;
};

/* The magic number of Microsoft's compound files: older documents, and those with a password. */
static bool is_compound(struct str bytes) {
  return str_starts(bytes, STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
}

static bool ends_in(struct str path, const char *ending, size_t n) {
  return path.n >= n && strncasecmp(path.p + path.n - n, ending, n) == 0;
}

int package_sniff(struct str head, struct str path, const char *ending, const char *folder) {
  size_t n = strlen(ending);
  bool is_named = ends_in(path, ending, n);
  if (!str_starts(head, STR("PK\3\4")))
    return is_named ? 30 : 0;
  if (is_named)
    return 97;
  /* documents are often saved under the ending of their older kind, .doc, or under none */
  if (ends_in(path, ending, n - 1))
    return 90;
  return str_contains(head, str_from_z(folder)) && !ends_in(path, ".zip", 4) ? 70 : 0;
}

static struct str plain_name(struct arena *arena, struct str name) {
  struct str copy = str_copy(arena, name);
  for (size_t i = 0; i < copy.n; i++)
    if (copy.p[i] == '\\')
      ((char *)(uintptr_t)copy.p)[i] = '/';
  return str_starts(copy, STR("/")) ? str_sub(copy, 1, copy.n) : copy;
}

static bool wants_part(void *context, const struct archive_entry_at *entry) {
  const struct gathering *g = context;
  struct arena scratch = {0};
  struct str name = plain_name(&scratch, entry->name);
  bool wanted = false;
  for (size_t i = 0; g->names[i] != NULL && !wanted; i++) {
    struct str want = str_from_z(g->names[i]);
    bool is_folder = str_ends(want, STR("/"));
    wanted = (is_folder ? name.n > want.n : name.n == want.n) &&
             strncasecmp(name.p, want.p, want.n) == 0;
    if (is_folder && wanted)
      wanted = memchr(name.p + want.n, '/', name.n - want.n) == NULL;
  }
  arena_free(&scratch);
  return wanted;
}

static bool take_part(void *context, struct arena *arena, const struct archive_entry_at *entry,
                      struct str bytes) {
  struct gathering *g = context;
  (void)arena; /* the part outlives the entry */
  struct part part = {plain_name(g->arena, entry->name), str_copy(g->arena, bytes)};
  ARENA_PUSH(g->arena, g->parts, part);
  return true;
}

static void fail_part(void *context, const struct archive_entry_at *entry, size_t first) {
  struct gathering *g = context;
  (void)entry, (void)first;
  g->has_failed = true;
}

bool package_open(struct arena *arena, struct str bytes, struct str path, const char *const *names,
                  struct parts *parts, struct diags *diags) {
  *parts = (struct parts){0};
  if (is_compound(bytes)) {
    diag_add(diags, DIAG_FILE, nowhere, "it has a password, or is of an older kind than its name");
    diag_hint(diags, "open it in an office program and save it anew, without a password");
    return false;
  }
  struct gathering g = {arena, names, parts, false};
  struct archive_input input = {path, -1, bytes};
  struct archive_budget budget = {ALL_BYTES, ALL_PARTS};
  struct archive_taker taker = {wants_part, take_part, fail_part, &g};
  enum archive_end end = archive_each(&input, PART_BYTES, &budget, taker, diags);
  return end == ARCHIVE_WHOLE && !g.has_failed;
}

const struct part *package_part(const struct parts *parts, struct str name) {
  for (size_t i = 0; i < parts->n; i++)
    if (parts->at[i].name.n == name.n && strncasecmp(parts->at[i].name.p, name.p, name.n) == 0)
      return &parts->at[i];
  return NULL;
}
