/* diag: what went wrong, where, and what to write instead.
 *
 * There is one way to report: diag_add. A pass that fails returns NULL or false after it; the
 * caller stops at the end of the stage. Messages are lower case, one sentence, no full stop, names
 * in double quotes. They are rendered once, at the edge, by diag_render.
 */
#ifndef OGI_BASE_DIAG_H
#define OGI_BASE_DIAG_H

#include "base/str.h"

#include <stdio.h>

/* A text that can be wrong: a statement, a script, a definition or a report file. */
struct source {
  struct str name; /* as shown: a path, "-c", "stdin" */
  struct str text;
  uint32_t first_line; /* the line number of its first line, 1 unless it is part of a file */
};

/* Bytes of a source, from start up to, not including, end. */
struct span {
  uint32_t start, end;
};

static inline struct span span_join(struct span a, struct span b) {
  struct span s = {a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
  return s;
}

enum severity { SEV_NOTE, SEV_WARNING, SEV_ERROR };

/* Every message has a code. X(code, number, severity, exit status, topic of help) */
#define DIAG_CODES(X)                                                                              \
  X(SYNTAX, 1, ERROR, 2, "syntax")                                                                 \
  X(TOKEN, 2, ERROR, 2, "syntax")                                                                  \
  X(NAME, 3, ERROR, 2, "names")                                                                    \
  X(AMBIGUOUS, 4, ERROR, 2, "names")                                                               \
  X(NO_DIMENSION, 5, ERROR, 2, "where")                                                            \
  X(CLAUSE, 6, ERROR, 2, "syntax")                                                                 \
  X(VALUE, 7, ERROR, 2, "where")                                                                   \
  X(STOCK, 8, ERROR, 2, "stocks")                                                                  \
  X(UNIT, 9, ERROR, 2, "units")                                                                    \
  X(CONSOLIDATED, 10, ERROR, 2, "consolidated")                                                    \
  X(STATED, 11, ERROR, 2, "stated")                                                                \
  X(LIMIT, 12, ERROR, 4, "limits")                                                                 \
  X(DEFINITION, 13, ERROR, 2, "define")                                                            \
  X(FILE, 14, ERROR, 3, "load")                                                                    \
  X(FORM, 15, WARNING, 3, "load")                                                                  \
  X(STORE, 16, ERROR, 4, "store")                                                                  \
  X(RUN, 17, ERROR, 4, "store")                                                                    \
  X(INTERRUPTED, 18, ERROR, 130, "limits")                                                         \
  X(FORBIDDEN, 19, ERROR, 2, "safe")                                                               \
  X(CHART, 20, ERROR, 2, "plot")                                                                   \
  X(OUTPUT, 21, ERROR, 4, "to")                                                                    \
  X(SQL, 22, ERROR, 2, "sql")

enum diag_code {
#define DIAG_ENUM(code, number, severity, status, topic) DIAG_##code = number,
  DIAG_CODES(DIAG_ENUM)
#undef DIAG_ENUM
};

/* Codes run from 1 to this. */
enum {
#define DIAG_ONE(code, number, severity, status, topic) +1
  DIAG_COUNT = 0 DIAG_CODES(DIAG_ONE)
#undef DIAG_ONE
};

/* A place that used the text in which a mistake stands. */
struct diag_use {
  const struct source *source;
  struct span at;
  const struct diag_use *outer; /* the place that used that text in turn; NULL: none */
};

struct diag {
  enum diag_code code;
  enum severity severity;
  const struct source *source; /* NULL when there is no text to point at */
  struct span at;
  struct str text;
  struct str hint; /* may be empty */
  const struct diag_use *use;
};

/* A text that a statement brings in, such as the definition of a name in it. Its places are counted
 * on behind those of the texts before it, so that a span alone tells in which of them it lies. */
struct brought {
  const struct source *source;
  uint32_t base;    /* its first place */
  struct span used; /* the place that brought it in */
};

struct diags {
  struct arena *arena;         /* holds the texts */
  const struct source *source; /* taken for new messages */
  struct {
    struct brought *at;
    size_t n, cap;
  } brought;
  struct diag *at;
  size_t n, cap;
  size_t errors;
};

/* Adds a message of the code's own severity about `at` in diags->source. Returns false, so that
 * `return diag_add(…)` reads well. After 50 errors further ones are counted, not kept. */
bool diag_add(struct diags *diags, enum diag_code code, struct span at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Lets places in `source` be told by spans: returns what is to be added to them. `used`: the place
 * that brings it in, itself of any of the texts. The source must live as long as the messages. */
uint32_t diags_bring(struct diags *diags, const struct source *source, struct span used);

/* The text of a place, whichever text it lies in. */
struct str diags_text(const struct diags *diags, struct span span);

/* Adds a hint ("did you mean …", "write …") to the latest message. */
void diag_hint(struct diags *diags, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Adds the messages of another list, whose texts live as long. */
void diags_take(struct diags *diags, const struct diags *from);

bool diags_failed(const struct diags *diags); /* is there an error? */
int diag_status(enum diag_code code);         /* the exit status that the code stands for */
const char *diag_topic(enum diag_code code);
const char *diag_name(enum diag_code code);  /* "NO_DIMENSION"; for programs in small letters */
int diags_status(const struct diags *diags); /* the largest status over all messages */

/* Line and column (characters) of an offset, both from 1. */
void source_position(const struct source *source, uint32_t offset, uint32_t *line,
                     uint32_t *column);

/* Writes the messages: place, sentence, the line with its carets by display width, the hint. */
void diags_render(const struct diags *diags, FILE *out);

/* The same for programs (diag_json.c), a line each: {"severity", "code", "message", "hint", "file",
 * "line", "column", "end_line", "end_column", "help"}; null where there is none. */
void diags_render_json(const struct diags *diags, FILE *out);

#endif
