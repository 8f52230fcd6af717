/* reader: the kinds of file that can be read, and reading one (see reader.h). */
#include "read/reader.h"

#include "read/charset.h"
#include "read/csv.h"
#include "read/docx.h"
#include "read/html.h"
#include "read/office.h"
#include "read/pdf.h"
#include "read/text.h"
#include "read/xlsx.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SNIFFED ARCHIVE_HEAD /* bytes looked at to tell the kind */

static const struct span nowhere = {0, 0};

/* --- Text in whatever character set */

static int plain_sniff(struct str head, struct str path) {
  int sure = text_sniff(head, path);
  if (sure > 0 || text_sniff((struct str){"", 0}, path) == 0 || charset_invalid(head) == head.n)
    return sure;
  struct arena scratch = {0};
  struct diags none = {.arena = &scratch};
  struct str text = head;
  charset_text(&scratch, head, &text, &none); /* the head may end inside a character */
  if (text.p != head.p)
    sure = text_sniff(text, path);
  arena_free(&scratch);
  return sure;
}

static bool plain_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
                       size_t *ndocs, struct diags *diags) {
  struct str text;
  return charset_text(arena, bytes, &text, diags) &&
         text_read(arena, text, path, docs, ndocs, diags);
}

/* --- Kinds */

static const struct reader readers[] = {
    {"html", html_sniff, html_read, NULL}, {"text", plain_sniff, plain_read, NULL},
    {"csv", csv_sniff, csv_read, NULL},    {"docx", docx_sniff, docx_read, NULL},
    {"xlsx", xlsx_sniff, xlsx_read, NULL}, {"office", office_sniff, office_read, NULL},
    {"pdf", pdf_sniff, pdf_read, NULL},    {"archive", archive_sniff, NULL, archive_each},
};

static void ask(const struct reader *kinds, size_t n, struct str head, struct str path,
                const struct reader **best, int *most) {
  for (size_t i = 0; i < n; i++) {
    int sure = kinds[i].sniff(head, path);
    if (sure > *most) {
      *most = sure;
      *best = &kinds[i];
    }
  }
}

const struct reader *reader_for(struct str head, struct str path) {
  const struct reader *best = NULL;
  int most = 0;
  ask(readers, sizeof readers / sizeof readers[0], head, path, &best, &most);
  ask(readers_more, readers_nmore, head, path, &best, &most);
  return best;
}

/* --- Messages */

/* Messages outlive the arena of a file: gives those from `first` on a source that does too. */
static void keep_source(struct diags *diags, size_t first, const struct source *source) {
  struct source *kept = NULL;
  for (size_t i = first; i < diags->n; i++) {
    if (diags->at[i].source != source)
      continue;
    if (kept == NULL) {
      kept = ARENA_NEW(diags->arena, struct source);
      kept->name = str_copy(diags->arena, source->name);
      kept->first_line = 1;
    }
    diags->at[i].source = kept;
  }
}

static void refuse_size(struct diags *diags, uint64_t size) {
  diag_add(diags, DIAG_FILE, nowhere, "%llu MB are too much for a report, at most %u are read",
           (unsigned long long)(size / (1024 * 1024)), READ_LIMIT / (1024 * 1024));
}

/* --- Reading a file that is at hand */

/* What one call of read_file shares with the archives it meets. */
struct reading {
  const struct match_index *index;
  struct report_sink sink;
  struct read_notes notes;
  struct archive_budget budget;
  struct read_position at;
  bool is_behind; /* nothing before `at` is to be passed over any more */
  struct diags *diags;
};

/* An archive that is being read. */
struct folder {
  struct reading *reading;
  size_t depth;
  size_t read, skipped, failed; /* files in it */
  bool is_stopped;
};

static enum read_outcome read_with(struct reading *r, struct arena *arena,
                                   const struct reader *reader, struct archive_input *input,
                                   size_t depth);

static enum read_outcome read_input(struct reading *r, struct arena *arena,
                                    const struct reader *reader, struct archive_input *input,
                                    size_t depth) {
  const struct source *before = r->diags->source;
  size_t messages = r->diags->n;
  struct source source = {input->path, {"", 0}, 1};
  r->diags->source = &source;
  enum read_outcome outcome = read_with(r, arena, reader, input, depth);
  keep_source(r->diags, messages, &source);
  r->diags->source = before;
  return outcome;
}

static void note_entry(struct folder *f, struct str path, enum read_outcome outcome, size_t first) {
  struct reading *r = f->reading;
  f->read += outcome == READ_DONE;
  f->skipped += outcome == READ_SKIPPED;
  f->failed += outcome == READ_FAILED;
  if (r->notes.entry != NULL)
    r->notes.entry(r->notes.context, path, outcome, r->diags, first);
}

/* Counts the next file of the archive. True when an earlier try got beyond it. */
static bool pass_over(struct folder *f) {
  struct reading *r = f->reading;
  const struct read_position *behind = r->notes.behind;
  uint64_t n = ++r->at.at[f->depth];
  r->at.depth = f->depth + 1;
  if (r->is_behind || behind == NULL || n > behind->at[f->depth]) {
    r->is_behind = true;
    return false;
  }
  bool is_last = n == behind->at[f->depth];
  if (is_last && behind->depth > f->depth + 1)
    return false; /* an archive: the file is in it */
  f->read += !is_last;
  f->failed += is_last;
  return true;
}

static bool wants_entry(void *context, const struct archive_entry_at *entry) {
  struct folder *f = context;
  if (pass_over(f))
    return false;
  if (reader_for(entry->head, entry->path) != NULL)
    return true;
  note_entry(f, entry->path, READ_SKIPPED, f->reading->diags->n);
  return false;
}

static bool take_entry(void *context, struct arena *arena, const struct archive_entry_at *entry,
                       struct str bytes) {
  struct folder *f = context;
  struct reading *r = f->reading;
  size_t first = r->diags->n;
  struct archive_input input = {entry->path, -1, bytes};
  if (r->notes.begin != NULL && (r->is_behind || r->notes.behind == NULL))
    r->notes.begin(r->notes.context, entry->path, &r->at);
  enum read_outcome outcome =
      read_input(r, arena, reader_for(entry->head, entry->path), &input, f->depth + 1);
  f->is_stopped = outcome == READ_STOPPED;
  note_entry(f, entry->path, outcome, first);
  return !f->is_stopped;
}

static void fail_entry(void *context, const struct archive_entry_at *entry, size_t first) {
  note_entry(context, entry->path, READ_FAILED, first);
}

static enum read_outcome read_folder(struct reading *r, const struct reader *reader,
                                     struct archive_input *input, size_t depth) {
  struct folder f = {.reading = r, .depth = depth};
  struct archive_taker taker = {wants_entry, take_entry, fail_entry, &f};
  if (depth > READ_NESTED) {
    diag_add(r->diags, DIAG_FILE, nowhere, "this archive is too deep in others to be opened");
    diag_hint(r->diags, "unpack the outer archive and load the folder");
    return READ_FAILED;
  }
  r->at.at[depth] = 0;
  enum archive_end end = reader->unpack(input, READ_LIMIT, &r->budget, taker, r->diags);
  if (end == ARCHIVE_STOPPED)
    return READ_STOPPED;
  if (end == ARCHIVE_BROKEN || f.failed > 0)
    return READ_FAILED;
  if (f.read > 0)
    return READ_DONE;
  diag_add(r->diags, DIAG_FILE, nowhere, "of %zu files in it none is of a kind that can be read",
           f.skipped);
  return READ_SKIPPED;
}

static enum read_outcome read_with(struct reading *r, struct arena *arena,
                                   const struct reader *reader, struct archive_input *input,
                                   size_t depth) {
  struct doc *docs;
  size_t ndocs, found;
  if (input->file < 0 && input->bytes.n == 0) {
    diag_add(r->diags, DIAG_FILE, nowhere, "the file is empty");
    return READ_FAILED;
  }
  if (reader != NULL && reader->unpack != NULL)
    return read_folder(r, reader, input, depth);
  if (input->bytes.n > READ_LIMIT) {
    refuse_size(r->diags, input->bytes.n);
    return READ_FAILED;
  }
  if (reader == NULL)
    return READ_SKIPPED;
  if (!reader->read(arena, input->bytes, input->path, &docs, &ndocs, r->diags))
    return READ_FAILED;
  size_t messages = r->diags->n;
  for (size_t i = 0; i < ndocs; i++)
    docs[i].said = r->notes.said;
  if (!match_docs(arena, r->index, docs, ndocs, r->sink, &found, r->diags))
    return READ_STOPPED;
  if (found > 0 || r->diags->n > messages)
    return found > 0 ? READ_DONE : READ_FAILED;
  diag_add(r->diags, DIAG_FORM, nowhere, "its first line heads no table of a known form");
  return READ_SKIPPED;
}

enum read_outcome read_bytes(struct arena *arena, const struct match_index *index, struct str bytes,
                             struct str path, struct report_sink sink, struct diags *diags) {
  struct reading r = {
      .index = index, .sink = sink, .budget = {ARCHIVE_BYTES, ARCHIVE_ENTRIES}, .diags = diags};
  struct archive_input input = {path, -1, bytes};
  return read_input(&r, arena, reader_for(str_sub(bytes, 0, SNIFFED), path), &input, 0);
}

/* --- Files */

/* Opens a regular file that is not empty; -1 after a message. */
static int open_report(struct arena *arena, struct str path, uint64_t *size, struct diags *diags) {
  struct stat status;
  /* O_NONBLOCK: a pipe without a writer must not stop the load */
  int file = open(str_z(arena, path), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) {
    diag_add(diags, DIAG_FILE, nowhere, "cannot be opened: %s", strerror(errno));
    return -1;
  }
  if (fstat(file, &status) != 0)
    diag_add(diags, DIAG_FILE, nowhere, "cannot be read: %s", strerror(errno));
  else if (S_ISDIR(status.st_mode))
    diag_add(diags, DIAG_FILE, nowhere, "is a directory, not a report");
  else if (!S_ISREG(status.st_mode))
    diag_add(diags, DIAG_FILE, nowhere, "is no regular file");
  else if (status.st_size == 0)
    diag_add(diags, DIAG_FILE, nowhere, "the file is empty");
  else {
    *size = (uint64_t)status.st_size;
    return file;
  }
  close(file);
  return -1;
}

/* Reads up to `size` bytes behind the `got` that are there; fewer when the file has been cut
 * meanwhile. */
static bool read_all(int file, char *to, size_t got, size_t *size, struct diags *diags) {
  while (got < *size) {
    ssize_t n = read(file, to + got, *size - got);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return diag_add(diags, DIAG_FILE, nowhere, "cannot be read: %s", strerror(errno));
    if (n == 0)
      break;
    got += (size_t)n;
  }
  *size = got;
  return true;
}

/* Tells the kind by the head; then an archive is read from its file, all else from memory. */
static enum read_outcome read_open(struct reading *r, struct arena *arena, struct str path,
                                   int file, uint64_t size) {
  size_t all = size <= READ_LIMIT ? (size_t)size : SNIFFED, head = all < SNIFFED ? all : SNIFFED;
  char *bytes = arena_alloc(arena, all + 1);
  if (!read_all(file, bytes, 0, &head, r->diags))
    return READ_FAILED;
  const struct reader *reader = reader_for((struct str){bytes, head}, path);
  struct archive_input input = {path, file, {"", 0}};
  if (reader != NULL && reader->unpack != NULL)
    return read_with(r, arena, reader, &input, 0);
  if (size > READ_LIMIT) {
    refuse_size(r->diags, size);
    return READ_FAILED;
  }
  if (reader != NULL && !read_all(file, bytes, head, &all, r->diags))
    return READ_FAILED;
  input.file = -1;
  input.bytes = (struct str){bytes, reader != NULL ? all : head};
  return read_with(r, arena, reader, &input, 0);
}

enum read_outcome read_file_noted(struct arena *arena, const struct match_index *index,
                                  struct str path, struct report_sink sink, struct read_notes notes,
                                  struct diags *diags) {
  const struct source *before = diags->source;
  size_t messages = diags->n;
  uint64_t size = 0;
  struct reading r = {.index = index,
                      .sink = sink,
                      .notes = notes,
                      .budget = {ARCHIVE_BYTES, ARCHIVE_ENTRIES},
                      .diags = diags};
  struct source source = {path, {"", 0}, 1};
  diags->source = &source;
  int file = open_report(arena, path, &size, diags);
  enum read_outcome outcome = file >= 0 ? read_open(&r, arena, path, file, size) : READ_FAILED;
  if (file >= 0)
    close(file);
  keep_source(diags, messages, &source);
  diags->source = before;
  return outcome;
}

enum read_outcome read_file(struct arena *arena, const struct match_index *index, struct str path,
                            struct report_sink sink, struct diags *diags) {
  return read_file_noted(arena, index, path, sink, (struct read_notes){0}, diags);
}
