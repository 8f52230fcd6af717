/* excuse: failures that are known and do not count: those that users waived, for a reason and until
 * a day, and those that stood in an earlier list of findings, the baseline.
 */
#ifndef OGI_CHECK_EXCUSE_H
#define OGI_CHECK_EXCUSE_H

#include "check/book.h"
#include "store/store.h"

struct finding;
struct check_request;

/* waive T3.cross for "X" 2021 because "corrected 2022-03" until 2026-12-31 */
struct waiver {
  struct str rule;        /* as written: a rule or a family */
  struct rule_list rules; /* what it means; none when there is no such rule */
  struct str who;
  int64_t agency;    /* -1: the panel has none of that name */
  int64_t low, high; /* years; 0, 0: all */
  struct str because;
  struct str until; /* the last day, 2026-12-31; empty: for ever */
  bool is_expired;
  struct str file; /* where it stands */
  uint32_t line;
  int64_t used; /* failures that it covers: see excuses_use */
};

struct waiver_list {
  struct waiver *at;
  size_t n, cap;
};

/* Findings of another run by what they are about, whatever their numbers were. */
struct baseline_entry {
  struct str rule, agency, instance;
  int year;
  bool is_seen; /* it fails still */
  bool is_open; /* it does not, but the report is not there, or nothing decides it */
};
struct baseline {
  struct baseline_entry *at;
  size_t n, cap;
  size_t *slots; /* a table of hashes: index + 1 */
  size_t nslots;
};

struct excuses {
  struct waiver_list waivers;
  struct baseline *baseline; /* NULL: none */
};

/* Adds the waivers of a file of `waive …` statements. `today`: 2026-11-28, by which they expire.
 * False after messages. */
bool waivers_read(struct arena *arena, const struct source *source, const struct book *book,
                  const struct vocab *vocab, const struct panel *panel, struct str today,
                  struct waiver_list *list, struct diags *diags);

/* The waiver in a tree NODE_WAIVE, whose place is in `source`. */
struct waiver waiver_from_tree(struct arena *arena, const struct node *tree,
                               const struct source *source, const struct book *book,
                               const struct vocab *vocab, const struct panel *panel,
                               struct str today);

/* "active", "expired", "no such rule", "no such agency" or "nothing fails there". After
 * excuses_use. */
const char *waiver_state(const struct waiver *waiver);

/* What `check format json` or `jsonl` wrote once. NULL after a message. */
struct baseline *baseline_read(struct arena *arena, struct store *store, struct str text,
                               struct span at, struct diags *diags);

/* The waiver that covers a failure; NULL. */
struct waiver *waiver_of(const struct excuses *excuses, const struct finding *finding);

/* Does the failure stand in the baseline? */
bool baseline_has(const struct excuses *excuses, const struct finding *finding);

/* Did one of the rules asked for fail there once, and does it no longer? After excuses_use. */
bool baseline_is_gone(const struct check_request *request, const struct baseline_entry *entry);

/* Goes through the failures of all reports, whatever the scope of the request: counts what each
 * waiver covers, and marks what of the baseline fails still. False after a message. */
bool excuses_use(struct arena *arena, struct store *store, const struct check_request *request,
                 struct diags *diags);

#endif
