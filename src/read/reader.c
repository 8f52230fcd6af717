/* reader: the kinds of file that can be read, and reading one (see reader.h). */
#include "read/reader.h"

#include "read/html.h"
#include "read/text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SNIFFED 4096 /* bytes looked at to tell the kind */

static const struct reader readers[] = {
    {"html", html_sniff, html_read},
    {"text", text_sniff, text_read},
};

static const struct span nowhere = {0, 0};

const struct reader *reader_for(struct str head, struct str path) {
  const struct reader *best = NULL;
  int most = 0;
  for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++) {
    int sure = readers[i].sniff(head, path);
    if (sure > most) {
      most = sure;
      best = &readers[i];
    }
  }
  return best;
}

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

static enum read_outcome read_known(struct arena *arena, const struct match_index *index,
                                    struct str bytes, struct str path, struct report_sink sink,
                                    struct diags *diags) {
  const struct reader *reader = reader_for(str_sub(bytes, 0, SNIFFED), path);
  if (reader == NULL)
    return READ_SKIPPED;
  struct doc *docs;
  size_t ndocs, found;
  if (!reader->read(arena, bytes, path, &docs, &ndocs, diags))
    return READ_FAILED;
  if (!match_docs(arena, index, docs, ndocs, sink, &found, diags))
    return READ_STOPPED;
  return found > 0 ? READ_DONE : READ_FAILED;
}

enum read_outcome read_bytes(struct arena *arena, const struct match_index *index, struct str bytes,
                             struct str path, struct report_sink sink, struct diags *diags) {
  const struct source *before = diags->source;
  size_t messages = diags->n;
  struct source source = {path, {"", 0}, 1};
  diags->source = &source;
  enum read_outcome outcome = READ_FAILED;
  if (bytes.n == 0)
    diag_add(diags, DIAG_FILE, nowhere, "the file is empty");
  else if (bytes.n > READ_LIMIT)
    diag_add(diags, DIAG_FILE, nowhere, "%zu MB are too much for a report, at most %u are read",
             bytes.n / (1024 * 1024), READ_LIMIT / (1024 * 1024));
  else
    outcome = read_known(arena, index, bytes, path, sink, diags);
  keep_source(diags, messages, &source);
  diags->source = before;
  return outcome;
}

/* Opens a regular file of a size that may be read; -1 after a message. */
static int open_report(struct arena *arena, struct str path, size_t *size, struct diags *diags) {
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
  else if (status.st_size > (off_t)READ_LIMIT)
    diag_add(diags, DIAG_FILE, nowhere, "%lld MB are too much for a report, at most %u are read",
             (long long)status.st_size / (1024 * 1024), READ_LIMIT / (1024 * 1024));
  else {
    *size = (size_t)status.st_size;
    return file;
  }
  close(file);
  return -1;
}

/* Reads up to `size` bytes; fewer when the file has been cut meanwhile. */
static bool read_all(int file, char *to, size_t *size, struct diags *diags) {
  size_t got = 0;
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

enum read_outcome read_file(struct arena *arena, const struct match_index *index, struct str path,
                            struct report_sink sink, struct diags *diags) {
  const struct source *before = diags->source;
  size_t messages = diags->n, size = 0;
  struct source source = {path, {"", 0}, 1};
  diags->source = &source;
  int file = open_report(arena, path, &size, diags);
  char *bytes = file >= 0 ? arena_alloc(arena, size + 1) : NULL;
  bool done = file >= 0 && read_all(file, bytes, &size, diags);
  if (file >= 0)
    close(file);
  keep_source(diags, messages, &source);
  diags->source = before;
  if (!done)
    return READ_FAILED;
  return read_bytes(arena, index, (struct str){bytes, size}, path, sink, diags);
}
