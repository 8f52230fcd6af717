/* clock: see clock.h.
 */
#include "base/clock.h"

#include <time.h>

double clock_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int64_t clock_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void clock_wait_ms(int milliseconds) {
  struct timespec wait = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000};
  nanosleep(&wait, NULL);
}
