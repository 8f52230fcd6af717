/* file: whole files.
 */
#ifndef OGI_BASE_FILE_H
#define OGI_BASE_FILE_H

#include "base/str.h"

/* All bytes of a file, in the arena. False when it cannot be read: errno says why. */
bool file_read(struct arena *arena, struct str path, struct str *bytes);

#endif
