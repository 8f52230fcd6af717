/* xlsx_lib: libxlsxwriter, loaded at the first use: linked, it would make every start of the
 * program slower by about half, for a file that few sessions write. Private to src/show.
 */
#ifndef OGI_SHOW_XLSX_LIB_H
#define OGI_SHOW_XLSX_LIB_H

#include <stdbool.h>
#include <xlsxwriter.h>

#define XLSX_FUNCTIONS(X)                                                                          \
  X(workbook_new)                                                                                  \
  X(workbook_add_worksheet)                                                                        \
  X(workbook_add_format)                                                                           \
  X(workbook_set_properties)                                                                       \
  X(workbook_close)                                                                                \
  X(worksheet_write_number)                                                                        \
  X(worksheet_write_string)                                                                        \
  X(worksheet_write_blank)                                                                         \
  X(worksheet_write_comment)                                                                       \
  X(worksheet_freeze_panes)                                                                        \
  X(worksheet_repeat_rows)                                                                         \
  X(worksheet_set_landscape)                                                                       \
  X(worksheet_set_paper)                                                                           \
  X(worksheet_fit_to_pages)                                                                        \
  X(worksheet_set_column)                                                                          \
  X(format_set_bold)                                                                               \
  X(format_set_font_color)                                                                         \
  X(format_set_num_format)                                                                         \
  X(format_set_align)                                                                              \
  X(format_set_indent)                                                                             \
  X(format_set_bottom)                                                                             \
  X(format_set_top)                                                                                \
  X(format_set_text_wrap)

struct xlsx_lib {
#define XLSX_POINTER(name) __typeof__(&name) name;
  XLSX_FUNCTIONS(XLSX_POINTER)
#undef XLSX_POINTER
};

/* Fills in *lib. False when the library, or a function of it, is not there. It stays loaded. */
bool xlsx_lib_open(struct xlsx_lib *lib);

#endif
