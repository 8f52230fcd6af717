/* gather: parts of reports → whole reports. What stands of one report in several files of a folder
 * or an archive is kept until all files have been read, then given on as one report.
 */
#ifndef OGI_READ_GATHER_H
#define OGI_READ_GATHER_H

#include "form/report.h"

struct gather;

/* Lives in the arena, with all that it keeps. */
struct gather *gather_new(struct arena *arena, const struct vocab *vocab);

/* Keeps a part: a report whose `part_of` is not empty. */
void gather_take(struct gather *gather, const struct report *part);

/* Gives on the reports made of parts, in the order in which they were met. A report in several
 * files has the folder or archive as its path, and its places name the file by number as they would
 * a table. False when the sink did. */
bool gather_end(struct gather *gather, struct report_sink sink);

#endif
