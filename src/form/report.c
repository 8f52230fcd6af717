/* report: what follows from the headings of a report (see report.h). */
#include "form/report.h"

#define MOST_SECTIONS 63 /* as many as there are bits above bit 0 */

static bool is_numbered(const struct report_heading *heading) {
  return heading->section >= 1 && heading->section <= MOST_SECTIONS;
}

uint64_t report_headings(const struct report *report) {
  uint64_t there = 0;
  for (size_t i = 0; i < report->headings.n; i++)
    if (is_numbered(&report->headings.at[i]))
      there |= (uint64_t)1 << report->headings.at[i].section;
  return there;
}

uint64_t report_astray(const struct report *report) {
  /* By section: the longest chain of headings in order that ends with it, and what it holds. */
  size_t longest[MOST_SECTIONS + 1] = {0}, best = 0;
  uint64_t chain[MOST_SECTIONS + 1] = {0}, kept = 0;
  for (size_t i = 0; i < report->headings.n; i++) {
    if (!is_numbered(&report->headings.at[i]))
      continue;
    int section = report->headings.at[i].section, before = 0;
    for (int s = 1; s < section; s++)
      if (longest[s] > longest[before])
        before = s;
    longest[section] = longest[before] + 1;
    chain[section] = chain[before] | (uint64_t)1 << section;
    if (longest[section] > best) {
      best = longest[section];
      kept = chain[section];
    }
  }
  return report_headings(report) & ~kept;
}
