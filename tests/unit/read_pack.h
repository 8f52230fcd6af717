/* read_pack: what the tests of archives and of kinds that are archives share: packing files in
 * memory, and a sink that keeps whole copies of the reports.
 */
#ifndef OGI_TEST_READ_PACK_H
#define OGI_TEST_READ_PACK_H

#include "read_kinds.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define PACK_ROOM ((size_t)4 << 20) /* bytes of an archive made here */

struct pack {
  struct archive *archive;
  char *bytes;
  size_t used;
};

/* A zip file for "zip", else tar (plain, or by the filter gz, xz, bz2, zst) or 7z. */
static inline struct pack pack_begin(const char *kind, const char *options) {
  struct pack pack = {archive_write_new(), arena_alloc(&arena, PACK_ROOM), 0};
  if (strcmp(kind, "zip") == 0)
    archive_write_set_format_zip(pack.archive);
  else if (strcmp(kind, "7z") == 0)
    archive_write_set_format_7zip(pack.archive);
  else
    archive_write_set_format_pax_restricted(pack.archive);
  if (strcmp(kind, "tar.gz") == 0)
    archive_write_add_filter_gzip(pack.archive);
  if (strcmp(kind, "tar.xz") == 0)
    archive_write_add_filter_xz(pack.archive);
  if (strcmp(kind, "tar.bz2") == 0)
    archive_write_add_filter_bzip2(pack.archive);
  if (options != NULL) {
    assert_int_equal(archive_write_set_options(pack.archive, options), ARCHIVE_OK);
    archive_write_set_passphrase(pack.archive, "secret");
  }
  archive_write_set_bytes_in_last_block(pack.archive, 1);
  return pack;
}

static inline void pack_open(struct pack *pack) {
  if (pack->used == 0 && archive_file_count(pack->archive) == 0)
    assert_int_equal(archive_write_open_memory(pack->archive, pack->bytes, PACK_ROOM, &pack->used),
                     ARCHIVE_OK);
}

static inline void pack_file(struct pack *pack, const char *name, struct str bytes) {
  pack_open(pack);
  struct archive_entry *entry = archive_entry_new();
  archive_entry_set_pathname(entry, name);
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_perm(entry, 0644);
  archive_entry_set_size(entry, (la_int64_t)bytes.n);
  assert_int_equal(archive_write_header(pack->archive, entry), ARCHIVE_OK);
  assert_int_equal(archive_write_data(pack->archive, bytes.p, bytes.n), (la_ssize_t)bytes.n);
  archive_entry_free(entry);
}

static inline struct str pack_end(struct pack *pack) {
  pack_open(pack);
  assert_int_equal(archive_write_close(pack->archive), ARCHIVE_OK);
  archive_write_free(pack->archive);
  return (struct str){pack->bytes, pack->used};
}

/* An archive of one file. */
static inline struct str packed(const char *kind, const char *name, struct str bytes) {
  struct pack pack = pack_begin(kind, NULL);
  pack_file(&pack, name, bytes);
  return pack_end(&pack);
}

/* Reports out of an archive: its arenas are gone when they are looked at. */
struct kept {
  struct report at[64];
  size_t n;
};

static inline bool keep_copy(void *context, const struct report *report) {
  struct kept *kept = context;
  assert_true(kept->n < 64);
  struct report *copy = &kept->at[kept->n++];
  *copy = *report;
  copy->agency = str_copy(&arena, report->agency);
  copy->path = str_copy(&arena, report->path);
  copy->title = str_copy(&arena, report->title);
  copy->signed_on = str_copy(&arena, report->signed_on);
  copy->sections = ARENA_ARRAY(&arena, struct str, report->nsections + 1);
  for (size_t i = 0; i < report->nsections; i++)
    copy->sections[i] = str_copy(&arena, report->sections[i]);
  copy->section_lines = ARENA_ARRAY(&arena, struct str, report->nsections + 1);
  for (size_t i = 0; i < report->nsections; i++)
    copy->section_lines[i] = str_copy(&arena, report->section_lines[i]);
  copy->cells = ARENA_ARRAY(&arena, struct report_cell, report->ncells + 1);
  for (size_t i = 0; i < report->ncells; i++) {
    copy->cells[i] = report->cells[i];
    copy->cells[i].printed = str_copy(&arena, report->cells[i].printed);
  }
  copy->remarks.at = ARENA_ARRAY(&arena, struct remark, report->remarks.n + 1);
  for (size_t i = 0; i < report->remarks.n; i++) {
    copy->remarks.at[i] = report->remarks.at[i];
    copy->remarks.at[i].text = str_copy(&arena, report->remarks.at[i].text);
  }
  return true;
}

static inline enum read_outcome read_kept(const char *path, struct str bytes, struct kept *kept) {
  read_setup();
  struct arena own = {0};
  kept->n = 0;
  diags.n = diags.errors = 0;
  enum read_outcome outcome = read_bytes(&own, match_index, bytes, str_from_z(path),
                                         (struct report_sink){keep_copy, kept}, &diags);
  arena_free(&own);
  return outcome;
}

/* All that was said, one message per line: `source: text`. */
static inline const char *said(void) {
  struct sbuf b = {.arena = &arena};
  for (size_t i = 0; i < diags.n; i++) {
    struct str name = diags.at[i].source != NULL ? diags.at[i].source->name : STR("");
    sbuf_addf(&b, "%.*s: %.*s\n", STR_ARG(name), STR_ARG(diags.at[i].text));
  }
  return str_z(&arena, sbuf_str(&b));
}

#endif
