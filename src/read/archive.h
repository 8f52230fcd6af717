/* archive: zip, tar (plain, gz, bz2, xz, zst) and 7z archives → their entries one by one, by
 * libarchive (included nowhere else). Nothing is written anywhere: the path of an entry is only its
 * name.
 */
#ifndef OGI_READ_ARCHIVE_H
#define OGI_READ_ARCHIVE_H

#include "base/diag.h"

/* Where the bytes of an archive are: in an open file, read from its beginning, which stays open; or
 * (file < 0) in memory. */
struct archive_input {
  struct str path; /* as shown; the path of an entry is `path/name` */
  int file;
  struct str bytes;
};

/* What an archive, with the archives in it, may still cost. */
struct archive_budget {
  uint64_t bytes;   /* unpacked */
  uint64_t entries; /* met */
};

/* Room for 100,000 reports of 40 KB; what a bomb inflates up to here costs seconds. */
#define ARCHIVE_BYTES ((uint64_t)4 << 30)
/* More are no collection of reports: an archive of 1 MB can list 10,000,000 empty entries. */
#define ARCHIVE_ENTRIES 1000000u
/* Of the beginning of an entry, to tell whether it is wanted. */
#define ARCHIVE_HEAD 4096

struct archive_entry_at {
  struct str path; /* with that of the archive */
  struct str name; /* as the archive has it, in UTF-8 */
  struct str head; /* its first bytes, at most ARCHIVE_HEAD; empty when they cannot be read */
};

struct archive_taker {
  /* Is the entry to be read? The texts live until it returns. */
  bool (*wants)(void *context, const struct archive_entry_at *entry);
  /* Takes a whole entry; `arena` holds it and may be used; all is gone when this returns. Returns
   * false to stop. */
  bool (*take)(void *context, struct arena *arena, const struct archive_entry_at *entry,
               struct str bytes);
  /* Told of an entry that was wanted and cannot be read, after its message, if it has one: those of
   * diags from `first` on. May be NULL. */
  void (*failed)(void *context, const struct archive_entry_at *entry, size_t first);
  void *context;
};

enum archive_end {
  ARCHIVE_WHOLE,  /* every entry was met */
  ARCHIVE_BROKEN, /* the rest cannot be read: see diags */
  ARCHIVE_STOPPED /* take returned false */
};

/* How likely `head` is the beginning of an archive: 0 … 100. */
int archive_sniff(struct str head, struct str path);

/* Gives the files in the archive, in its order, to the taker. Files and folders whose names begin
 * with a point are passed over, as in folders. An entry over `limit` bytes, encrypted or damaged,
 * is reported (with the path of the entry as source; encrypted ones once) and the next one comes.
 * Memory: one entry. */
enum archive_end archive_each(const struct archive_input *input, size_t limit,
                              struct archive_budget *budget, struct archive_taker taker,
                              struct diags *diags);

#endif
