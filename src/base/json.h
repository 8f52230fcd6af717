/* json: text as a string of JSON.
 */
#ifndef OGI_BASE_JSON_H
#define OGI_BASE_JSON_H

#include "base/str.h"

#include <stdio.h>

/* With its quotes. Valid whatever bytes the text holds: control characters are escaped, what is not
 * UTF-8 becomes U+FFFD. */
void json_text(FILE *out, struct str text);

#endif
