/* rule_split: which cells hold digits of their neighbours (`cell is split` of a rule).
 *
 * A sum that is printed in one row fails, and it holds once the digits of two neighbours are parted
 * in another place, or once what stands behind a cell has moved by one:
 *
 *   printed  3746   0   0  83      meant  37  46   0  83    joined
 *            3746   5  83   0             37  46   5  83    joined, what follows moved up
 *               3 746   0  83             37  46   0  83    parted elsewhere
 *               3   7  46   0             37  46   0  83    split, what follows moved on: 83 is
 * lost
 *
 * One sum alone cannot tell this from another slip. So the row is one of which every cell stands in
 * a second sum, and these must not speak against it: no cell that is meant otherwise stands in one
 * that holds, or that is wrong by as much as the row, which that cell would explain alone. Where a
 * number was lost it is found from the row, and all the other sums must hold with it.
 */
#ifndef OGI_SQL_RULE_SPLIT_H
#define OGI_SQL_RULE_SPLIT_H

#include "sql/gen.h"

/* Adds the table split(report, cell, blank, printed, meant) over the reports of todo: the first
 * cell of what is not parted as meant, at most one in a row; whether the row has a blank, taken as
 * 0; and the figures up to the last such cell as text ("3746 | 0", "37 | 46"). `few` as in
 * sql_rule. */
void gen_split(struct gen *g, bool few);

#endif
