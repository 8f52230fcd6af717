/* file: whole files.
 */
#ifndef OGI_BASE_FILE_H
#define OGI_BASE_FILE_H

#include "base/str.h"

#include <stdio.h>

/* All bytes of a file, in the arena. False when it cannot be read: errno says why. */
bool file_read(struct arena *arena, struct str path, struct str *bytes);

/* Writes a file whole or not at all: `write` fills one beside it, which then takes its name, and
 * its mode where there was one. Links are followed; what is no plain file (a pipe, a device) is
 * written where it is. False when it cannot be written: errno says why, 0 when `write` said no. */
bool file_write(struct arena *arena, struct str path, bool (*write)(void *context, FILE *out),
                void *context);

/* For file_write: writes the `struct str` that the context is. */
bool file_write_text(void *text, FILE *out);

#endif
