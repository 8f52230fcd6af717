/* clock: time that passes, whatever the time of day is set to.
 */
#ifndef OGI_BASE_CLOCK_H
#define OGI_BASE_CLOCK_H

#include <stdint.h>

/* Since some moment in the past. */
double clock_seconds(void);
int64_t clock_ms(void);

/* Waits, or until a signal comes. */
void clock_wait_ms(int milliseconds);

#endif
