/* json: see json.h.
 */
#include "base/json.h"

#include "base/utf8.h"

#include <inttypes.h>

/* What stands for the character in a text; empty when it stands for itself. */
static struct str escape(uint32_t c, char room[8]) {
  switch (c) {
  case '"':
    return STR("\\\"");
  case '\\':
    return STR("\\\\");
  case '\n':
    return STR("\\n");
  case '\t':
    return STR("\\t");
  case '\r':
    return STR("\\r");
  case 0xFFFD: /* which also stands for bytes that are none */
    return STR("\xEF\xBF\xBD");
  default:
    break;
  }
  if (c >= 0x20 && (c < 0x7F || c >= 0xA0) && c != 0x2028 && c != 0x2029)
    return STR("");
  return (struct str){room, (size_t)snprintf(room, 8, "\\u%04" PRIx32, c)};
}

void json_text(FILE *out, struct str text) {
  char room[8];
  size_t done = 0; /* what stands before is written */
  putc('"', out);
  for (size_t i = 0, length; i < text.n; i += length) {
    struct str other = escape(utf8_at((struct str){text.p + i, text.n - i}, &length), room);
    if (other.n == 0)
      continue;
    fwrite(text.p + done, 1, i - done, out);
    fwrite(other.p, 1, other.n, out);
    done = i + length;
  }
  if (done < text.n)
    fwrite(text.p + done, 1, text.n - done, out);
  putc('"', out);
}
