/* What the tests of the store share: the definitions compiled in, made-up reports, and questions
 * whose answers are compared as text.
 */
#ifndef OGI_TEST_STORE_HELP_H
#define OGI_TEST_STORE_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "form/define.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct fixture {
  struct arena arena;
  struct diags diags;
  struct vocab vocab;
  struct store *store;
  char folder[64]; /* for files; removed at the end */
  char path[96];   /* a database in it */
};

static inline int fixture_make(void **state) {
  struct fixture *f = calloc(1, sizeof *f);
  if (f == NULL)
    return -1;
  f->diags.arena = &f->arena;
  snprintf(f->folder, sizeof f->folder, "/tmp/ogi-store-XXXXXX");
  if (!define_shipped(&f->arena, &f->vocab, NULL, &f->diags) || mkdtemp(f->folder) == NULL)
    return -1;
  snprintf(f->path, sizeof f->path, "%s/panel.db", f->folder);
  *state = f;
  return 0;
}

static inline void messages(struct fixture *f) {
  if (f->diags.n > 0)
    diags_render(&f->diags, stderr);
}

static inline void store_make(struct fixture *f, const char *path) {
  store_close(f->store);
  f->store = store_open(&f->arena, path, false, &f->vocab, &f->diags);
  messages(f);
  assert_non_null(f->store);
}

static inline int edition_index(const struct fixture *f, const char *key) {
  for (size_t e = 0; e < f->vocab.neditions; e++)
    if (str_eq(f->vocab.editions[e].names.key, str_from_z(key)))
      return (int)e;
  fail_msg("no edition %s", key);
  return -1;
}

/* A report with 0 everywhere. It stands as in a text whose tables begin at line `line`. */
static inline struct report *made(struct fixture *f, const char *agency, int year,
                                  const char *edition, const char *path, uint32_t line) {
  struct report *report = ARENA_NEW(&f->arena, struct report);
  int e = edition_index(f, edition);
  const struct edition *form = &f->vocab.editions[e];
  report->edition = e;
  report->agency = str_from_z(agency);
  report->year = year;
  report->path = str_from_z(path);
  report->title = STR("a title");
  report->ncells = form->ncells;
  report->cells = ARENA_ARRAY(&f->arena, struct report_cell, form->ncells);
  for (size_t slot = 0; slot < form->ncells; slot++) {
    report->cells[slot].printed = STR("0");
    report->cells[slot].place.row =
        line + (uint32_t)form->cells[slot].row + 40 * (uint32_t)form->cells[slot].table;
    report->cells[slot].place.cell = (uint32_t)form->cells[slot].column + 2;
  }
  return report;
}

static inline void set_number(struct report *report, size_t slot, int64_t value,
                              const char *printed) {
  report->cells[slot].state = CELL_NUMBER;
  report->cells[slot].value = value;
  report->cells[slot].printed = str_from_z(printed);
}

static inline void set_state(struct report *report, size_t slot, enum cell_state state,
                             const char *printed) {
  report->cells[slot].state = state;
  report->cells[slot].value = 0;
  report->cells[slot].printed = str_from_z(printed);
}

/* Puts one report in a load of its own. */
static inline enum put_outcome put_one(struct fixture *f, const struct report *report) {
  assert_true(store_load_begin(f->store, &f->diags));
  enum put_outcome outcome = store_put(f->store, report, &f->diags);
  assert_true(store_load_end(f->store, outcome != PUT_FAILED, &f->diags));
  messages(f);
  return outcome;
}

/* The answer: values parted by `|`, rows by a blank. NULL after an error. */
static inline const char *asked(struct fixture *f, const char *sql) {
  struct sbuf out = {.arena = &f->arena};
  struct cursor *cursor =
      store_query(f->store, str_from_z(sql), NULL, 0, (struct span){0}, &f->diags);
  if (cursor == NULL)
    return NULL;
  int step;
  while ((step = cursor_step(cursor, &f->diags)) == 1) {
    if (out.n > 0)
      sbuf_add_char(&out, ' ');
    for (size_t i = 0; i < cursor_columns(cursor); i++) {
      if (i > 0)
        sbuf_add_char(&out, '|');
      struct value value = cursor_value(cursor, i);
      sbuf_add(&out, value.kind == VALUE_TEXT ? value.text : value_plain(&f->arena, value));
    }
  }
  cursor_close(cursor);
  return step < 0 ? NULL : out.n > 0 ? out.at : "";
}

static inline void answer(struct fixture *f, const char *sql, const char *expected) {
  const char *got = asked(f, sql);
  messages(f);
  assert_non_null(got);
  assert_string_equal(got, expected);
}

/* What the loader keeps beside the facts agrees with them, whatever was done. */
static inline void sums_are_right(struct fixture *f) {
  answer(f,
         "SELECT count(*) FROM (SELECT cell, year, sum(v) AS v FROM (SELECT cell, year,"
         " hi * 4294967296 + lo AS v FROM roll UNION ALL SELECT cell, year, -value FROM fact)"
         " GROUP BY cell, year) WHERE v <> 0",
         "0");
  answer(f,
         "SELECT count(*) FROM (SELECT sum(n) AS n FROM (SELECT year, edition, tables, n FROM tally"
         " UNION ALL SELECT year, edition, tables, -1 FROM report WHERE counts = 1)"
         " GROUP BY year, edition, tables) WHERE n <> 0",
         "0");
  answer(f,
         "SELECT count(*) FROM fact WHERE report NOT IN (SELECT id FROM report WHERE counts = 1)",
         "0");
  answer(f,
         "SELECT (SELECT count(*) FROM fact) - (SELECT count(*) FROM reading d JOIN report r"
         " ON r.id = d.report WHERE r.counts = 1 AND d.value <> 0)",
         "0");
  answer(f,
         "SELECT (SELECT count(*) FROM odd) - (SELECT count(*) FROM reading d JOIN report r"
         " ON r.id = d.report WHERE r.counts = 1 AND d.state <> 0)",
         "0");
}

/* The latest message; forgets all. */
static inline const char *message(struct fixture *f) {
  const char *text = f->diags.n > 0 ? str_z(&f->arena, f->diags.at[f->diags.n - 1].text) : "";
  f->diags.n = f->diags.errors = 0;
  return text;
}

static inline void complains(struct fixture *f, const char *part) {
  const char *text = message(f);
  if (strstr(text, part) == NULL)
    fail_msg("message \"%s\" does not say \"%s\"", text, part);
}

static inline int fixture_free(void **state) {
  struct fixture *f = *state;
  if (f->store != NULL)
    sums_are_right(f);
  store_close(f->store);
  char command[128];
  snprintf(command, sizeof command, "rm -rf '%s'", f->folder);
  int status = system(command);
  arena_free(&f->arena);
  free(f);
  return status;
}

#define STORE_TEST(name) cmocka_unit_test_setup_teardown(name, fixture_make, fixture_free)

#endif
