#ifndef COSUB_EXPORT_JSON_H
#define COSUB_EXPORT_JSON_H

/* What all formats of JSON lines share. */

#include "base/sbuf.h"

#include <stddef.h>

/* Appends the n bytes at s as a string of JSON: valid UTF-8, no control
 * character as it is; lone surrogates are escaped. */
void json_put_text(struct sbuf *b, const char *s, size_t n);

#endif
