/* stdlib: the files of stdlib/ as they are compiled into the binary, and the example reports. The
 * build writes the table (build/stdlib_files.c).
 */
#ifndef OGI_FORM_STDLIB_H
#define OGI_FORM_STDLIB_H

#include <stddef.h>

struct stdlib_file {
  const char
      *name; /* below stdlib/: "forms/cn.ogi", or "examples/reports/…"; sorted by bytes in each */
  const char *start, *end; /* its bytes; *end is a NUL */
};

extern const struct stdlib_file stdlib_files[];
extern const size_t stdlib_nfiles;

#endif
