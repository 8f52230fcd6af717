/* json: see json.h.
 */
#include "base/json.h"

#include "base/utf8.h"

#include <inttypes.h>

void json_text(FILE *out, struct str text) {
  putc('"', out);
  for (size_t i = 0, length; i < text.n; i += length) {
    uint32_t c = utf8_at(str_sub(text, i, text.n), &length);
    if (c == '"' || c == '\\')
      fprintf(out, "\\%c", (int)c);
    else if (c == '\n')
      fputs("\\n", out);
    else if (c == '\t')
      fputs("\\t", out);
    else if (c == '\r')
      fputs("\\r", out);
    else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029)
      fprintf(out, "\\u%04" PRIx32, c);
    else if (c == 0xFFFD)
      fputs("\xEF\xBF\xBD", out);
    else
      fwrite(text.p + i, 1, length, out);
  }
  putc('"', out);
}
