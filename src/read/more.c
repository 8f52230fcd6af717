/* more: the kinds of file that a program adds to those of reader.c. ogi adds none; the tests link
 * their own in place of this file (tests/trap.c).
 */
#include "read/reader.h"

const struct reader *const readers_more = NULL;
const size_t readers_nmore = 0;
