/* xlsx_lib: see xlsx_lib.h. */
#include "show/xlsx_lib.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

bool xlsx_lib_open(struct xlsx_lib *lib) {
  /* That of Debian 12, whose headers this was compiled with; elsewhere the one beside the headers.
   */
  void *handle = dlopen("libxlsxwriter.so.4", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL)
    handle = dlopen("libxlsxwriter.so", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL)
    return false;
  bool has_all = true;
  void *found;
  /* POSIX lets a function's address be kept in a void *, ISO C does not: its bytes are copied. */
#define XLSX_FIND(name)                                                                            \
  found = dlsym(handle, #name);                                                                    \
  has_all = has_all && found != NULL;                                                              \
  memcpy(&lib->name, &found, sizeof found);
  XLSX_FUNCTIONS(XLSX_FIND)
#undef XLSX_FIND
  return has_all;
}
