/* match_stream: the text of a section as one skeleton, and what stands between two places in it.
 * Private to match_flow.c.
 */
#ifndef OGI_READ_MATCH_STREAM_H
#define OGI_READ_MATCH_STREAM_H

#include "read/match_parts.h"

#define MAX_TOKENS 64 /* of one row; the widest form has 15 columns */

/* A paragraph or a cell of a table: text with one place. */
struct piece {
  struct str text;
  size_t end; /* where the section ends in it */
  struct place place;
  size_t block;
  bool is_cell;
};

/* A byte of the skeleton stands for this byte of this piece. */
struct origin {
  uint32_t piece, offset;
};

struct stream {
  struct match *m;
  struct fit *fit;
  struct {
    struct piece *at;
    size_t n, cap;
  } pieces;
  struct sbuf text;
  struct {
    struct origin *at;
    size_t n, cap;
  } origins;
  size_t met;  /* labels */
  bool at_end; /* the text goes to the end of the document */
  /* Where the fields of a line were last counted: runs come in order. */
  size_t field_piece, field_offset;
  uint32_t field;
};

struct hit {
  bool is_hit;
  size_t from, to; /* in the skeleton */
};

struct tokens {
  struct found_cell at[MAX_TOKENS];
  size_t n;
  bool is_over;
  size_t blanks; /* empty cells of piped text among them */
  struct place start;
  struct sbuf printed;
  size_t end_block, end; /* behind the last token */
};

/* Gathers the text from behind a section's heading to the next heading. */
void stream_add_section(struct stream *f, int section);

/* The first of the spellings between from and to; of those at one place the longest. */
struct hit stream_find(const struct stream *f, const struct spellings *words, size_t from,
                       size_t to);
struct hit stream_find_word(const struct stream *f, struct str skeleton, size_t from, size_t to);

/* The text of a hit as printed; empty when it goes over several pieces. */
struct str stream_text(const struct stream *f, struct hit hit);

/* The place of a byte of a piece: in a line the number of the field, parted by blanks. */
struct place stream_place(struct stream *f, size_t piece, size_t offset);

/* A number, perhaps with its unit, or a mark for an empty cell. */
bool stream_is_figure(struct str text);

/* Parts the text between a label and the next at blanks. A line that begins with a word ends it. */
void stream_tokens(struct stream *f, struct tokens *t, size_t label_end, size_t until);

#endif
