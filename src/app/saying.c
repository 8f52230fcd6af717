/* saying: the language in which answers speak of themselves, as `set names` chose it: headings that
 * are no names of the form, totals, the lines below (see base/say.h).
 */
#include "app/state.h"

#include "form/stdlib.h"

#define SAYS "says.txt" /* in stdlib: the English texts and their Chinese ones */

static struct str pairs_text(void) {
  for (size_t i = 0; i < stdlib_nfiles; i++) {
    const struct stdlib_file *file = &stdlib_files[i];
    if (str_eq(str_from_z(file->name), STR(SAYS)))
      return (struct str){file->start, (size_t)(file->end - file->start)};
  }
  return STR("");
}

void session_set_names(struct session *session, enum names_shown names) {
  bool is_chinese = names == NAMES_ZH || names == NAMES_BOTH;
  session->names = names;
  if (is_chinese && session->read_says[names] == NULL)
    session->read_says[names] = says_read(&session->arena, pairs_text(), names == NAMES_BOTH);
  session->says = session->read_says[names];
}

void table_speak(struct table *table, const struct says *says) {
  table->says = says;
  for (size_t c = 0; c < table->ncolumns; c++)
    if (table->columns[c].label.n == 0)
      table->columns[c].label = say_word(says, table->columns[c].name);
}
