/* read_help: what the tests of src/read share: the built-in forms, reading a text or a page from
 * memory, and finding a cell by the form's own words.
 */
#ifndef OGI_TEST_READ_HELP_H
#define OGI_TEST_READ_HELP_H

#include "form/define.h"
#include "read/reader.h"

#include <stdio.h>

static struct arena arena; /* holds everything of one test program */
static struct vocab vocab;
static struct match_index *match_index;
static struct diags diags = {.arena = &arena};

static inline void read_setup(void) {
  if (match_index != NULL)
    return;
  if (!define_shipped(&arena, &vocab, NULL, &diags)) {
    diags_render(&diags, stderr);
    fail();
  }
  match_index = match_index_new(&arena, &vocab);
}

static inline bool keep_report(void *context, const struct report *report) {
  *(struct report *)context = *report; /* the arena is never reset: what it points to stays */
  return true;
}

static inline enum read_outcome read_outcome_of(struct str bytes, const char *path,
                                                struct report *report) {
  read_setup();
  diags.n = 0;
  *report = (struct report){0};
  return read_bytes(&arena, match_index, bytes, str_from_z(path),
                    (struct report_sink){keep_report, report}, &diags);
}

/* Reads a report that must be one. */
static inline struct report read_report(const char *path, struct str bytes) {
  struct report report;
  enum read_outcome outcome = read_outcome_of(bytes, path, &report);
  if (outcome != READ_DONE)
    diags_render(&diags, stderr);
  assert_int_equal(outcome, READ_DONE);
  return report;
}

/* The message of a text that must not be read. */
static inline struct str read_refusal(const char *path, struct str bytes) {
  struct report report;
  assert_int_equal(read_outcome_of(bytes, path, &report), READ_FAILED);
  assert_true(diags.n > 0);
  return diags.at[diags.n - 1].text;
}

static inline struct str line_name(struct str title, const struct line *line) {
  struct sbuf b = {.arena = &arena};
  sbuf_add(&b, title);
  for (int i = 0; i < line->npath; i++) {
    if (b.n > 0)
      sbuf_add_char(&b, '/');
    sbuf_add(&b, line->path[i]);
  }
  return sbuf_str(&b);
}

static inline const struct block *cell_block(const struct report *report, size_t slot) {
  const struct form_cell *c = &vocab.editions[report->edition].cells[slot];
  return &vocab.editions[report->edition].tables[c->table].blocks[c->block];
}

/* The cell whose row and column end in these words. */
static inline const struct report_cell *cell_named(const struct report *report, const char *row,
                                                   const char *column) {
  const struct edition *edition = &vocab.editions[report->edition];
  for (size_t slot = 0; slot < edition->ncells; slot++) {
    const struct block *block = cell_block(report, slot);
    const struct form_cell *c = &edition->cells[slot];
    struct str title = block->title;
    if (str_ends(line_name(title, &block->rows[c->row]), str_from_z(row)) &&
        str_ends(line_name(STR(""), &block->columns[c->column]), str_from_z(column)))
      return &report->cells[slot];
  }
  fail_msg("no cell %s × %s", row, column);
  return NULL;
}

static inline size_t count_state(const struct report *report, enum cell_state state) {
  size_t count = 0;
  for (size_t i = 0; i < report->ncells; i++)
    count += report->cells[i].state == state;
  return count;
}

/* Does a remark hold these words? */
static inline bool is_remarked(const struct report *report, const char *words) {
  for (size_t i = 0; i < report->remarks.n; i++)
    if (str_contains(report->remarks.at[i].text, str_from_z(words)))
      return true;
  return false;
}

#define assert_str(got, want) assert_string_equal(str_z(&arena, (got)), (want))

#endif
