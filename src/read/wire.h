/* wire: reports and messages as bytes, on their way from the process that reads files to the one
 * that stores them. Both are the same program, so the format has no version; but the bytes of a
 * process that went wrong may be anything, and are checked.
 */
#ifndef OGI_READ_WIRE_H
#define OGI_READ_WIRE_H

#include "base/diag.h"
#include "form/report.h"

/* Bytes that are being taken apart. */
struct wire {
  struct str rest;
  bool is_bad; /* they ended too early, or a number is out of range */
};

void wire_put_number(struct sbuf *to, uint64_t number);
void wire_put_text(struct sbuf *to, struct str text);
uint64_t wire_number(struct wire *from, uint64_t most); /* more than `most` is bad */
struct str wire_text(struct wire *from);                /* borrows from->rest */

void wire_put_report(struct sbuf *to, const struct report *report);
/* Texts are borrowed from the bytes, lists are the arena's. False when they are no report. */
bool wire_report(struct arena *arena, struct wire *from, struct report *report);

/* Messages from `first` on, each with the line of its source in which it points. */
void wire_put_diags(struct sbuf *to, const struct diags *diags, size_t first);
/* Adds them to *diags, whose arena keeps copies. */
bool wire_diags(struct wire *from, struct diags *diags);

#endif
