/* regions: the tree of regions, read whole, changed in memory and written back numbered in
 * preorder, so that a region and all below it are a range of numbers.
 */
#include "store/state.h"

#include "base/utf8.h"

#define PATH_PARTS 12 /* a province's village has five */

struct node {
  struct str name, folded, path; /* path as shown: 云南省/昆明市 */
  int parent, first, last, next; /* children and siblings in order; -1 = none */
  int same;                      /* another node of the same name; -1 = none */
  int64_t old, id;               /* numbers in the database, before and now; 0 = none */
};

struct regions {
  struct node *at;
  size_t n, cap;
  struct ids paths; /* folded path → index + 1 */
  struct ids names; /* folded name → index + 1 of the first of that name */
  int first, last;  /* the roots */
};

static int node_named(const struct ids *ids, struct str folded) {
  return (int)ids_find(ids, str_hash(folded), folded) - 1;
}

static struct str path_below(struct arena *arena, const struct regions *regions, int parent,
                             struct str name) {
  if (parent < 0)
    return str_copy(arena, name);
  return str_fmt(arena, "%.*s/%.*s", STR_ARG(regions->at[parent].path), STR_ARG(name));
}

static int child_named(struct arena *arena, const struct regions *regions, int parent,
                       struct str name) {
  return node_named(&regions->paths, utf8_fold(arena, path_below(arena, regions, parent, name)));
}

static void hang_below(struct regions *regions, int parent, int node) {
  int *first = parent < 0 ? &regions->first : &regions->at[parent].first;
  int *last = parent < 0 ? &regions->last : &regions->at[parent].last;
  if (*first < 0)
    *first = node;
  else
    regions->at[*last].next = node;
  *last = node;
}

static int node_add(struct arena *arena, struct regions *regions, int parent, struct str name,
                    int64_t old) {
  struct node node = {.name = str_copy(arena, name),
                      .folded = utf8_fold(arena, name),
                      .path = path_below(arena, regions, parent, name),
                      .parent = parent,
                      .first = -1,
                      .last = -1,
                      .next = -1,
                      .same = -1,
                      .old = old};
  int index = (int)regions->n;
  struct str path = utf8_fold(arena, node.path);
  int twin = node_named(&regions->names, node.folded);
  if (twin < 0) {
    ids_add(arena, &regions->names, str_hash(node.folded), node.folded, index + 1);
  } else {
    node.same = regions->at[twin].same;
    regions->at[twin].same = index;
  }
  ids_add(arena, &regions->paths, str_hash(path), path, index + 1);
  ARENA_PUSH(arena, regions, node);
  hang_below(regions, parent, index);
  return index;
}

static int node_of_old(const struct regions *regions, int64_t old) {
  /* Preorder: the parent was read before, at the place of its number. */
  return old > 0 && (size_t)old <= regions->n ? (int)old - 1 : -1;
}

struct regions *regions_read(struct arena *arena, struct store *store) {
  struct regions *regions = ARENA_NEW(arena, struct regions);
  regions->first = regions->last = -1;
  struct stmt *stmt = store_statement(store, SQL_REGIONS);
  if (stmt == NULL)
    return NULL;
  int step;
  while ((step = stmt_step(stmt)) == 1)
    node_add(arena, regions, node_of_old(regions, stmt_get_integer(stmt, 1)),
             stmt_get_text(stmt, 2), stmt_get_integer(stmt, 0));
  stmt_reset(stmt);
  return step == 0 ? regions : NULL;
}

/* Parts between strokes, trimmed; empty ones are left out. */
static size_t split_path(struct arena *arena, struct str path, struct str *parts, size_t max) {
  struct sbuf part = {.arena = arena};
  size_t n = 0, length;
  for (size_t i = 0; i <= path.n; i += length) {
    uint32_t c = utf8_at(str_sub(path, i, path.n), &length);
    if (i < path.n && utf8_ascii_twin(c) != '/') {
      sbuf_add(&part, str_sub(path, i, i + length));
      continue;
    }
    struct str trimmed = part.n > 0 ? str_trim(sbuf_str(&part)) : STR("");
    if (trimmed.n > 0 && n++ < max)
      parts[n - 1] = str_copy(arena, trimmed);
    part.n = 0;
    if (i == path.n)
      break;
  }
  return n;
}

static bool say_ambiguous(struct arena *arena, const struct regions *regions, int node,
                          struct str name, struct span at, struct diags *diags) {
  struct sbuf list = {.arena = arena};
  int shown = 0;
  for (; node >= 0 && shown < 3; node = regions->at[node].same, shown++)
    sbuf_addf(&list, "%s\"%.*s\"", shown > 0 ? ", " : "", STR_ARG(regions->at[node].path));
  diag_add(diags, DIAG_AMBIGUOUS, at, "there are several regions \"%.*s\"", STR_ARG(name));
  diag_hint(diags, "write the path: %.*s%s", STR_ARG(sbuf_str(&list)), node >= 0 ? ", …" : "");
  return false;
}

/* Where a path begins: a root of that name, else the one region so called, else a new root. */
static int first_place(struct arena *arena, struct regions *regions, struct str name,
                       struct span at, struct diags *diags) {
  int node = child_named(arena, regions, -1, name);
  if (node >= 0)
    return node;
  node = node_named(&regions->names, utf8_fold(arena, name));
  if (node < 0)
    return node_add(arena, regions, -1, name, 0);
  if (regions->at[node].same < 0)
    return node;
  say_ambiguous(arena, regions, node, name, at, diags);
  return -1;
}

int regions_place(struct arena *arena, struct regions *regions, struct str path, struct span at,
                  struct diags *diags) {
  struct str parts[PATH_PARTS];
  size_t n = split_path(arena, path, parts, PATH_PARTS);
  if (n == 0 || n > PATH_PARTS) {
    diag_add(diags, DIAG_VALUE, at, "a region has 1 to %d parts, \"%.*s\" has %zu", PATH_PARTS,
             STR_ARG(path), n);
    return -1;
  }
  int node = first_place(arena, regions, parts[0], at, diags);
  for (size_t i = 1; i < n && node >= 0; i++) {
    int child = child_named(arena, regions, node, parts[i]);
    node = child >= 0 ? child : node_add(arena, regions, node, parts[i], 0);
  }
  return node;
}

/* --- Writing back. */

/* The node after `node` in preorder; nodes left behind end at *last_id. */
static int next_in_preorder(const struct regions *regions, int node, int64_t last_id,
                            int64_t *lasts) {
  if (regions->at[node].first >= 0)
    return regions->at[node].first;
  for (; node >= 0; node = regions->at[node].parent) {
    lasts[node] = last_id;
    if (regions->at[node].next >= 0)
      return regions->at[node].next;
  }
  return -1;
}

static bool write_nodes(struct store *store, const struct regions *regions, const int64_t *lasts) {
  struct stmt *stmt = store_statement(store, SQL_REGIONS_CLEAR);
  if (stmt == NULL || !stmt_run(stmt))
    return false;
  stmt = store_statement(store, SQL_REGION_ADD);
  for (size_t i = 0; i < regions->n; i++) {
    const struct node *node = &regions->at[i];
    if (stmt == NULL)
      return false;
    stmt_integer(stmt, 1, node->id);
    if (node->parent >= 0)
      stmt_integer(stmt, 2, regions->at[node->parent].id);
    else
      stmt_null(stmt, 2);
    stmt_integer(stmt, 3, lasts[i]);
    stmt_text(stmt, 4, node->name);
    stmt_text(stmt, 5, node->path);
    if (!stmt_run(stmt))
      return false;
  }
  return true;
}

/* Agencies follow the regions whose numbers changed. */
static bool move_agencies(struct store *store, const struct regions *regions) {
  struct stmt *stmt = store_statement(store, SQL_REGION_SHIFT);
  bool any = false;
  for (size_t i = 0; i < regions->n; i++) {
    const struct node *node = &regions->at[i];
    if (node->old == 0 || node->old == node->id)
      continue;
    if (stmt == NULL)
      return false;
    stmt_integer(stmt, 1, node->old);
    stmt_integer(stmt, 2, node->id);
    if (!stmt_run(stmt))
      return false;
    any = true;
  }
  stmt = any ? store_statement(store, SQL_REGION_SETTLE) : NULL;
  return !any || (stmt != NULL && stmt_run(stmt));
}

bool regions_write(struct arena *arena, struct store *store, struct regions *regions) {
  int64_t *lasts = ARENA_ARRAY(arena, int64_t, regions->n + 1);
  int64_t id = 0;
  for (int node = regions->first; node >= 0; node = next_in_preorder(regions, node, id, lasts))
    regions->at[node].id = ++id;
  return write_nodes(store, regions, lasts) && move_agencies(store, regions);
}

int64_t regions_id(const struct regions *regions, int node) {
  return regions->at[node].id;
}
