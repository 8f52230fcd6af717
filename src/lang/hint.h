/* hint: what to write instead of something that does not fit.
 */
#ifndef OGI_LANG_HINT_H
#define OGI_LANG_HINT_H

#include "lang/parse.h"

/* Is something said of this word where a statement begins with it: a habit of other languages? */
bool hint_knows(struct str word);

/* For the token at parse->token, that no statement has there (kind 0: the end). NULL: nothing more
 * is known than what could have come. */
const char *hint_for(const struct parse *parse, struct token token);

/* For a character that begins no token, with the one behind it. NULL: nothing is known of it. */
const char *hint_for_character(uint32_t c, uint32_t next);

#endif
