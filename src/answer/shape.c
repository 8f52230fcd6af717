/* shape: where things stand in an answer: the cell of a figure, the group and the member behind it
 * (see build.h).
 */
#include "answer/build.h"

#include "sql/sql.h"

size_t shape_figure(const struct shape *shape, size_t f, size_t h) {
  return shape->figure + (f * shape->nheads + h) * shape->stride;
}

bool build_drops(const struct build *b, int cut, int key) {
  return (cut & (b->plan->keys[key].is_across ? CUT_COLUMN : CUT_ROWS)) != 0;
}

/* Groups stand by figure, then by the first form key, then by the second (plan/group.c). */
int build_group(const struct build *b, const struct row *row, size_t f, size_t h) {
  const struct plan *plan = b->plan;
  size_t group = f;
  for (int i = 0; i < plan->nform_keys; i++) {
    int k = plan->form_keys[i];
    size_t shown =
        plan->keys[k].is_across ? h : (size_t)row->cells[b->shape.raw + (size_t)k].integer;
    group = group * plan->nshown[i] + shown;
  }
  return group < plan->ngroups ? (int)group : -1;
}

const struct member *build_member(const struct build *b, int form_key, size_t shown) {
  int member = b->plan->shown[form_key][shown].member;
  int d = b->plan->keys[b->plan->form_keys[form_key]].dimension;
  return member < 0 ? NULL : &b->plan->vocab->dimensions[d].members[member];
}
