/* archive: archives → their entries (see archive.h). */
#include "read/archive.h"

#include "read/charset.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define STEP (64 * 1024)     /* bytes asked for at once */
#define ZIP_END 22           /* bytes of the record that ends a zip file */
#define ZIP_TAIL 65557       /* it and the longest comment behind it */
#define TRUSTED_SIZE 1048576 /* of a size that an entry claims, this much is believed at once */

static const struct span nowhere = {0, 0};

/* An archive that is being read. */
struct unpacking {
  struct archive *archive;
  const struct archive_input *input;
  size_t limit;
  struct archive_budget *budget;
  struct archive_taker taker;
  struct diags *diags;
  struct arena arena; /* of the entry at hand */
  uint64_t headers;   /* entries of every kind */
  uint64_t met;       /* those that are files */
  uint64_t pulled;    /* bytes of the entry at hand */
  uint64_t encrypted;
  bool is_streamed;         /* a zip file that has lost its directory, read entry behind entry */
  bool is_stopped, is_over; /* the taker stopped; the budget is spent */
};

/* --- Kinds */

static bool ends_in(struct str path, const char *ending) {
  size_t n = strlen(ending);
  return path.n >= n && strncasecmp(path.p + path.n - n, ending, n) == 0;
}

static bool has_ending(struct str path) {
  const char *slash = path.n > 0 ? memrchr(path.p, '/', path.n) : NULL;
  size_t from = slash != NULL ? (size_t)(slash - path.p) : 0;
  return memchr(path.p + from, '.', path.n - from) != NULL;
}

int archive_sniff(struct str head, struct str path) {
  /* The name and the first bytes must agree: many other kinds are zip files inside. */
  static const struct {
    const char *magic;
    size_t length, offset;
    const char *endings[4];
  } kinds[] = {
      {"PK\3\4", 4, 0, {".zip", NULL}},
      {"PK\5\6", 4, 0, {".zip", NULL}}, /* an empty one */
      {"ustar", 5, 257, {".tar", NULL}},
      {"\x1F\x8B", 2, 0, {".tar.gz", ".tgz", NULL}},
      {"BZh", 3, 0, {".tar.bz2", ".tbz", ".tbz2", NULL}},
      {"\xFD"
       "7zXZ",
       5,
       0,
       {".tar.xz", ".txz", NULL}},
      {"\x28\xB5\x2F\xFD", 4, 0, {".tar.zst", NULL}},
      {"7z\xBC\xAF\x27\x1C", 6, 0, {".7z", NULL}},
  };
  int sure = 0;
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    bool is_named = false;
    for (size_t k = 0; kinds[i].endings[k] != NULL; k++)
      is_named = is_named || ends_in(path, kinds[i].endings[k]);
    size_t at = kinds[i].offset, n = kinds[i].length;
    bool is_marked = head.n >= at + n && memcmp(head.p + at, kinds[i].magic, n) == 0;
    bool is_bare = is_marked && !has_ending(path) && (n > 3 || at > 0);
    int here = is_named && is_marked ? 95 : is_bare ? 60 : is_named ? 30 : 0;
    sure = here > sure ? here : sure;
  }
  return sure;
}

/* --- One entry */

/* Says why a wanted entry cannot be read, in the name of the entry; NULL: that has been said. */
static void fail_entry(struct unpacking *u, const struct archive_entry_at *entry, const char *why) {
  struct diags *diags = u->diags;
  const struct source *before = diags->source;
  size_t first = diags->n;
  if (why != NULL) {
    /* the name must outlive the entry, with the message */
    struct source *source = ARENA_NEW(diags->arena, struct source);
    source->name = str_copy(diags->arena, entry->path);
    source->first_line = 1;
    diags->source = source;
    struct str text = charset_name(&u->arena, str_from_z(why));
    diag_add(diags, DIAG_FILE, nowhere, "%.*s", STR_ARG(text));
    diags->source = before;
  }
  if (u->taker.failed != NULL)
    u->taker.failed(u->taker.context, entry, first);
}

static void refuse_size(struct unpacking *u, const struct archive_entry_at *entry) {
  fail_entry(u, entry,
             str_fmt(&u->arena, "more than %zu MB are too much for a report", u->limit >> 20).p);
}

static void refuse_damaged(struct unpacking *u, const struct archive_entry_at *entry) {
  const char *why = archive_error_string(u->archive);
  fail_entry(
      u, entry,
      str_fmt(&u->arena, "cannot be unpacked: %s", why != NULL ? why : "no reason is given").p);
}

/* Takes what was unpacked off the budget; false when it is spent. */
static bool spend(struct unpacking *u, uint64_t bytes) {
  if (bytes > u->budget->bytes) {
    u->budget->bytes = 0;
    u->is_over = true;
    return false;
  }
  u->budget->bytes -= bytes;
  return true;
}

/* Appends up to `most` bytes of the entry. False on an error of libarchive or of the budget. */
static bool pull(struct unpacking *u, struct sbuf *bytes, size_t most) {
  while (bytes->n < most) {
    size_t room = most - bytes->n < STEP ? most - bytes->n : STEP;
    bytes->at = arena_grow(bytes->arena, bytes->at, bytes->n, &bytes->cap, bytes->n + room, 1);
    la_ssize_t n = archive_read_data(u->archive, bytes->at + bytes->n, room);
    if (n == 0)
      return true;
    if (n < 0 || !spend(u, (uint64_t)n))
      return false;
    u->pulled += (uint64_t)n;
    bytes->n += (size_t)n;
  }
  return true;
}

/* Is the name, or a folder in it, one that begins with a point? */
static bool is_hidden(struct str name) {
  for (size_t i = 0; i < name.n; i++) {
    struct str part = str_sub(name, i, name.n);
    if ((i > 0 && name.p[i - 1] != '/') || part.p[0] != '.')
      continue;
    size_t end = str_find(part, STR("/"));
    if (end > 2 || (end == 2 && part.p[1] != '.'))
      return true;
  }
  return false;
}

/* The name in UTF-8. Old zip files have names in GBK without saying so. */
static struct str entry_name(struct unpacking *u, struct archive_entry *entry) {
  const char *name = archive_entry_pathname(entry);
  if (name == NULL)
    name = archive_entry_pathname_utf8(entry);
  if (name == NULL)
    return str_fmt(&u->arena, "entry %llu", (unsigned long long)u->met);
  struct str text = str_from_z(name);
  while (str_starts(text, STR("./")))
    text = str_sub(text, 2, text.n);
  return charset_name(&u->arena, text);
}

/* Reads on from the head and hands the entry over. */
static void take_entry(struct unpacking *u, struct archive_entry *entry,
                       const struct archive_entry_at *at, struct sbuf *bytes) {
  if (archive_entry_size_is_set(entry) && archive_entry_size(entry) > (la_int64_t)u->limit) {
    refuse_size(u, at);
    return;
  }
  if (archive_entry_size_is_set(entry) && archive_entry_size(entry) > ARCHIVE_HEAD) {
    size_t size = (size_t)archive_entry_size(entry);
    size = size < TRUSTED_SIZE ? size : TRUSTED_SIZE;
    bytes->at = arena_grow(bytes->arena, bytes->at, bytes->n, &bytes->cap, size + STEP, 1);
  }
  if (!pull(u, bytes, u->limit + 1)) {
    if (!u->is_over)
      refuse_damaged(u, at);
  } else if (bytes->n > u->limit) {
    refuse_size(u, at);
  } else if (!u->taker.take(u->taker.context, &u->arena, at, sbuf_str(bytes))) {
    u->is_stopped = true;
  }
}

/* One entry that is a file. */
static void meet_entry(struct unpacking *u, struct archive_entry *entry) {
  struct archive_entry_at at = {.name = entry_name(u, entry)};
  struct sbuf bytes = {.arena = &u->arena};
  if (is_hidden(at.name))
    return;
  u->met++;
  at.path = str_fmt(&u->arena, "%.*s/%.*s", STR_ARG(u->input->path), STR_ARG(at.name));
  bool is_encrypted = archive_entry_is_data_encrypted(entry) != 0;
  bool is_read = !is_encrypted && pull(u, &bytes, ARCHIVE_HEAD);
  if (u->is_over)
    return;
  at.head = is_read ? sbuf_str(&bytes) : (struct str){"", 0};
  if (!u->taker.wants(u->taker.context, &at))
    return;
  if (is_read) {
    take_entry(u, entry, &at, &bytes);
  } else if (is_encrypted) {
    fail_entry(u, &at, u->encrypted++ == 0 ? "it is encrypted" : NULL);
  } else {
    refuse_damaged(u, &at);
  }
}

static bool is_zip(const struct unpacking *u) {
  return (archive_format(u->archive) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
}

/* Passes over what is left of the entry, within the budget. */
static bool skip_rest(struct unpacking *u, struct archive_entry *entry) {
  if (is_zip(u) && !u->is_streamed)
    return true; /* the next entry has an address */
  if (!is_zip(u) && archive_entry_size_is_set(entry)) {
    uint64_t size = archive_entry_size(entry) > 0 ? (uint64_t)archive_entry_size(entry) : 0;
    return spend(u, size > u->pulled ? size - u->pulled : 0);
  }
  char *rest = arena_alloc(&u->arena, STEP);
  for (la_ssize_t n; (n = archive_read_data(u->archive, rest, STEP)) > 0;)
    if (!spend(u, (uint64_t)n))
      return false;
  return true;
}

/* --- The archive */

static enum archive_end broken(struct unpacking *u) {
  const char *text = archive_error_string(u->archive);
  struct str why = charset_name(&u->arena, str_from_z(text != NULL ? text : "unknown error"));
  if (u->met == 0)
    diag_add(u->diags, DIAG_FILE, nowhere, "no archive could be made out in it: %.*s",
             STR_ARG(why));
  else
    diag_add(u->diags, DIAG_FILE, nowhere, "the archive is damaged behind entry %llu: %.*s",
             (unsigned long long)u->met, STR_ARG(why));
  return ARCHIVE_BROKEN;
}

static enum archive_end over(struct unpacking *u) {
  if (u->budget->entries == 0)
    diag_add(u->diags, DIAG_FILE, nowhere, "the archive has more than %u entries: the rest is left",
             ARCHIVE_ENTRIES);
  else
    diag_add(u->diags, DIAG_FILE, nowhere,
             "the archive unpacks to more than %llu MB: what follows entry %llu is left",
             (unsigned long long)(ARCHIVE_BYTES >> 20), (unsigned long long)u->met);
  return ARCHIVE_BROKEN;
}

/* The bytes of the archive from `offset` on, at most n; how many there are. */
static size_t bytes_at(const struct archive_input *input, uint64_t offset, char *to, size_t n) {
  if (input->file >= 0) {
    ssize_t got = pread(input->file, to, n, (off_t)offset);
    return got > 0 ? (size_t)got : 0;
  }
  if (offset > input->bytes.n)
    return 0;
  n = n < input->bytes.n - offset ? n : (size_t)(input->bytes.n - offset);
  memcpy(to, input->bytes.p + offset, n);
  return n;
}

/* How many entries a zip file says at its end that it has; 0: no end, or more than it can say. */
static uint64_t zip_count(struct arena *scratch, const struct archive_input *input) {
  off_t size = input->file < 0 ? (off_t)input->bytes.n : lseek(input->file, 0, SEEK_END);
  if (size < ZIP_END)
    return 0;
  uint64_t from = size > ZIP_TAIL ? (uint64_t)(size - ZIP_TAIL) : 0;
  unsigned char *tail = arena_alloc(scratch, ZIP_TAIL);
  size_t n = bytes_at(input, from, (char *)tail, ZIP_TAIL);
  for (size_t i = n; i >= ZIP_END; i--) {
    const unsigned char *end = tail + i - ZIP_END;
    if (memcmp(end, "PK\5\6", 4) == 0) {
      unsigned count = end[10] + 256u * end[11];
      return count < 0xFFFF ? count : 0;
    }
  }
  return 0;
}

/* libarchive takes a hole in the directory of a zip file for its end. */
static enum archive_end check_directory(struct unpacking *u) {
  if (!is_zip(u) || u->is_streamed)
    return ARCHIVE_WHOLE;
  uint64_t count = zip_count(&u->arena, u->input);
  if (count <= u->headers)
    return ARCHIVE_WHOLE;
  diag_add(u->diags, DIAG_FILE, nowhere,
           "the archive is damaged: of %llu entries in its directory %llu can be found",
           (unsigned long long)count, (unsigned long long)u->headers);
  return ARCHIVE_BROKEN;
}

static enum archive_end each_entry(struct unpacking *u, struct archive_entry *entry, int result) {
  for (;; result = archive_read_next_header(u->archive, &entry)) {
    arena_reset(&u->arena);
    if (result == ARCHIVE_EOF)
      return check_directory(u);
    if (result < ARCHIVE_WARN)
      return broken(u);
    u->headers++;
    if (u->budget->entries == 0)
      return over(u);
    u->budget->entries--;
    u->pulled = 0;
    if (archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == NULL)
      meet_entry(u, entry);
    if (u->is_stopped)
      return ARCHIVE_STOPPED;
    if (u->is_over || !skip_rest(u, entry))
      return over(u);
  }
}

/* Opens the archive and goes to its first entry; `*result` is libarchive's of that. */
static struct archive *open_archive(const struct archive_input *input, bool is_streamed,
                                    struct archive_entry **entry, int *result) {
  struct archive *archive = archive_read_new();
  if (archive == NULL)
    out_of_memory();
  archive_read_support_filter_gzip(archive);
  archive_read_support_filter_bzip2(archive);
  archive_read_support_filter_xz(archive);
  archive_read_support_filter_zstd(archive);
  if (is_streamed) {
    archive_read_support_format_zip_streamable(archive);
  } else {
    archive_read_support_format_tar(archive);
    archive_read_support_format_zip_seekable(archive);
    archive_read_support_format_7zip(archive);
  }
  if (input->file < 0)
    *result = archive_read_open_memory(archive, input->bytes.p, input->bytes.n);
  else if (lseek(input->file, 0, SEEK_SET) == 0)
    *result = archive_read_open_fd(archive, input->file, STEP);
  if (*result >= ARCHIVE_WARN)
    *result = archive_read_next_header(archive, entry);
  return archive;
}

enum archive_end archive_each(const struct archive_input *input, size_t limit,
                              struct archive_budget *budget, struct archive_taker taker,
                              struct diags *diags) {
  /* libarchive hands names out in the character set of the locale. */
  locale_t names = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0), before = (locale_t)0;
  if (names != (locale_t)0)
    before = uselocale(names);
  struct unpacking u = {
      .input = input, .limit = limit, .budget = budget, .taker = taker, .diags = diags};
  struct archive_entry *first = NULL;
  int result = ARCHIVE_FATAL;
  u.archive = open_archive(input, false, &first, &result);
  char head[4] = {0};
  bytes_at(input, 0, head, sizeof head);
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN && memcmp(head, "PK\5\6", 4) == 0) {
    result = ARCHIVE_EOF; /* an empty zip file, which libarchive does not know */
  } else if ((result < ARCHIVE_WARN || result == ARCHIVE_EOF) && memcmp(head, "PK\3\4", 4) == 0) {
    archive_read_free(u.archive);
    u.is_streamed = true;
    u.archive = open_archive(input, true, &first, &result);
  }
  enum archive_end end = each_entry(&u, first, result);
  if (u.encrypted > 1)
    diag_add(diags, DIAG_FILE, nowhere, "%llu of its entries are encrypted",
             (unsigned long long)u.encrypted);
  archive_read_free(u.archive);
  arena_free(&u.arena);
  if (names != (locale_t)0) {
    uselocale(before);
    freelocale(names);
  }
  return end;
}
