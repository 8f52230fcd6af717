/* charset: bytes in whatever character set → UTF-8, by uchardet (included nowhere else) and iconv.
 *
 * A byte order mark decides first, then whether the bytes are UTF-8 (sites that say GBK and send
 * UTF-8 are common, and Chinese text is never both), then what a page declares, then detection.
 */
#ifndef OGI_READ_CHARSET_H
#define OGI_READ_CHARSET_H

#include "base/diag.h"

/* Text that must be right in every byte: in *text the bytes themselves, when they are UTF-8 or no
 * character set is certain, else their conversion, in the arena; a character that the end of the
 * file cuts off is left out. Returns false after diag_add, with the place in the converted text,
 * when the set is certain and a byte does not belong to it. */
bool charset_text(struct arena *arena, struct str bytes, struct str *text, struct diags *diags);

/* A page, which declares its set, perhaps wrongly: what cannot be converted becomes U+FFFD. */
struct str charset_page(struct arena *arena, struct str bytes);

/* A name out of an archive: UTF-8 when it is, else GB18030, without control characters; never
 * fails. In the arena. */
struct str charset_name(struct arena *arena, struct str bytes);

/* The offset of the first byte that is not UTF-8 (or a NUL), s.n when all is well; as utf8_invalid,
 * quick over the characters that reports are made of. */
size_t charset_invalid(struct str s);

#endif
