/* figure: what a printed text says as a figure of a measure: a number in the measure's unit,
 * nothing, or words.
 */
#ifndef OGI_READ_FIGURE_H
#define OGI_READ_FIGURE_H

#include "form/report.h"

#define NO_UNIT (-1)

/* The unit named in a head or label such as 采购总金额（万元） that the measure's figures can be
 * in; NO_UNIT: none. */
int figure_unit(const struct vocab *vocab, const struct measure *measure, struct str words);

/* CELL_NUMBER with *value in the measure's unit times 10^decimals, CELL_BLANK or CELL_TEXT. `usual`
 * is the unit that the words around say. */
enum cell_state figure_read(const struct vocab *vocab, const struct measure *measure, int usual,
                            struct str text, int64_t *value);

/* Is it a count in plain digits? Quicker than figure_read. */
bool figure_is_plain(const struct vocab *vocab, const struct measure *measure, struct str text,
                     int64_t *value);

#endif
