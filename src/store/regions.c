/* regions: the tree of regions, read whole, changed in memory and written back numbered in
 * preorder, so that a region and all below it are a range of numbers.
 *
 * Divisions of the gazetteer stand in its order among their siblings, whoever named them first;
 * behind them what a list declares, in the order of the list; townships that were derived by name.
 */
#include "store/state.h"

#include "base/utf8.h"

#define PATH_PARTS 12 /* a province's village has five */

struct node {
  struct str name, folded, path; /* path as shown: 云南省/昆明市 */
  int parent, first, last, next; /* children and siblings in order; -1 = none */
  int same;                      /* another node of the same name; -1 = none */
  int64_t old, id;               /* numbers in the database, before and now; 0 = none */
  int64_t code;                  /* GB/T 2260, six digits; 0 = none */
  int64_t place;                 /* in the order of the gazetteer, from 1; 0 = not in it */
};

struct regions {
  struct node *at;
  size_t n, cap;
  struct ids paths; /* folded path → index + 1 */
  struct ids names; /* folded name → index + 1 of the first of that name */
  int first, last;  /* the roots */
  bool is_changed;  /* there are nodes that the database lacks */
  const struct gazetteer *gazetteer;
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

/* Must the new node stand before that sibling? */
static bool goes_before(const struct node *node, const struct node *sibling, bool is_sorted) {
  if (node->place > 0)
    return sibling->place == 0 || sibling->place > node->place;
  return is_sorted && sibling->place == 0 && str_cmp(node->folded, sibling->folded) < 0;
}

static void hang_below(struct regions *regions, int parent, int node, bool is_sorted) {
  int *first = parent < 0 ? &regions->first : &regions->at[parent].first;
  int *last = parent < 0 ? &regions->last : &regions->at[parent].last;
  int before = -1, behind = *first;
  bool is_read = regions->at[node].old > 0; /* it stands where it stood */
  while (behind >= 0 &&
         (is_read || !goes_before(&regions->at[node], &regions->at[behind], is_sorted))) {
    before = behind;
    behind = regions->at[behind].next;
  }
  regions->at[node].next = behind;
  if (before < 0)
    *first = node;
  else
    regions->at[before].next = node;
  if (behind < 0)
    *last = node;
}

/* Its number and its place in the order of the gazetteer, if it is a division. */
static void look_up(struct arena *arena, const struct regions *regions, struct node *node) {
  const struct gazetteer *g = regions->gazetteer;
  int division = division_at(arena, g, node->path);
  if (division < 0 || !str_eq(division_path(arena, g, division), node->path))
    return;
  node->place = division + 1;
  node->code = g->divisions[division].code;
}

/* `old`: its row in the database, NULL = it is new. `is_sorted`: by name among those that are no
 * divisions. */
static int node_add(struct arena *arena, struct regions *regions, int parent, struct str name,
                    const struct node *old, bool is_sorted) {
  struct node node = {.name = str_copy(arena, name),
                      .folded = utf8_fold(arena, name),
                      .path = path_below(arena, regions, parent, name),
                      .parent = parent,
                      .first = -1,
                      .last = -1,
                      .next = -1,
                      .same = -1};
  if (old != NULL) {
    node.old = old->old;
    node.code = old->code;
    node.place = old->place;
  } else {
    look_up(arena, regions, &node);
    regions->is_changed = true;
  }
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
  hang_below(regions, parent, index, is_sorted);
  return index;
}

/* The node with that number in the database: they were read in its order. -1 = none. */
static int node_of_old(const struct regions *regions, int64_t old) {
  size_t low = 0, high = regions->n;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (regions->at[middle].old > 0 && regions->at[middle].old < old)
      low = middle + 1;
    else
      high = middle;
  }
  return old > 0 && low < regions->n && regions->at[low].old == old ? (int)low : -1;
}

struct regions *regions_read(struct arena *arena, struct store *store) {
  struct regions *regions = ARENA_NEW(arena, struct regions);
  regions->first = regions->last = -1;
  regions->gazetteer = store_gazetteer(store);
  struct stmt *stmt = store_statement(store, SQL_REGIONS);
  if (stmt == NULL)
    return NULL;
  int step;
  while ((step = stmt_step(stmt)) == 1) {
    struct node old = {.old = stmt_get_integer(stmt, 0),
                       .code = stmt_get_integer(stmt, 3),
                       .place = stmt_get_integer(stmt, 4)};
    node_add(arena, regions, node_of_old(regions, stmt_get_integer(stmt, 1)),
             stmt_get_text(stmt, 2), &old, false);
  }
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

int regions_division(struct arena *arena, struct regions *regions, int division,
                     struct str township) {
  const struct division *d = &regions->gazetteer->divisions[division];
  int parent = d->parent < 0 ? -1 : regions_division(arena, regions, d->parent, STR(""));
  int node = child_named(arena, regions, parent, d->name);
  if (node < 0)
    node = node_add(arena, regions, parent, d->name, NULL, true);
  if (township.n == 0)
    return node;
  int below = child_named(arena, regions, node, township);
  return below >= 0 ? below : node_add(arena, regions, node, township, NULL, true);
}

/* The child of that name; where it is called otherwise, the one that the gazetteer means (大理州).
 * -1: there is none yet. */
static int child_meant(struct arena *arena, struct regions *regions, int parent, struct str name) {
  const struct gazetteer *g = regions->gazetteer;
  int child = child_named(arena, regions, parent, name);
  int64_t above = regions->at[parent].place;
  if (child >= 0 || above == 0)
    return child;
  int division = division_named(g, utf8_fold(arena, name), (int)above - 1);
  return division >= 0 && g->divisions[division].parent == (int)above - 1
             ? regions_division(arena, regions, division, STR(""))
             : -1;
}

/* Where a path begins: a root of that name, else the one region so called, else the one division
 * of the gazetteer, else a new root. */
static int first_place(struct arena *arena, struct regions *regions, struct str name,
                       struct span at, struct diags *diags) {
  int node = child_named(arena, regions, -1, name);
  if (node >= 0)
    return node;
  node = node_named(&regions->names, utf8_fold(arena, name));
  if (node < 0) {
    int division = division_at(arena, regions->gazetteer, name);
    return division >= 0 ? regions_division(arena, regions, division, STR(""))
                         : node_add(arena, regions, -1, name, NULL, false);
  }
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
    int child = child_meant(arena, regions, node, parts[i]);
    node = child >= 0 ? child : node_add(arena, regions, node, parts[i], NULL, false);
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
    if (node->code > 0)
      stmt_integer(stmt, 6, node->code);
    else
      stmt_null(stmt, 6);
    stmt_integer(stmt, 7, node->place);
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
  if (!regions->is_changed) {
    for (size_t i = 0; i < regions->n; i++)
      regions->at[i].id = regions->at[i].old;
    return true;
  }
  int64_t *lasts = ARENA_ARRAY(arena, int64_t, regions->n + 1);
  int64_t id = 0;
  for (int node = regions->first; node >= 0; node = next_in_preorder(regions, node, id, lasts))
    regions->at[node].id = ++id;
  return write_nodes(store, regions, lasts) && move_agencies(store, regions);
}

struct str regions_path(const struct regions *regions, int64_t id) {
  int node = node_of_old(regions, id);
  return node >= 0 ? regions->at[node].path : STR("");
}

int64_t regions_id(const struct regions *regions, int node) {
  return regions->at[node].id;
}
