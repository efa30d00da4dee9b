#ifndef COSUB_TRACE_TEXT_H
#define COSUB_TRACE_TEXT_H

/* How a str of the program is written down. */

#include <stddef.h>
#include <stdint.h>

struct sbuf;

/* Appends the repr, in CPython's form, of a str of count characters, of which
 * the first ones are here (n bytes).  Past `most` characters it is cut, and
 * "…+N" says how many are left out.  Addresses ("0x7f…") become "0x…". */
void text_repr(const char *s, size_t n, uint64_t count, uint32_t most, struct sbuf *out);

#endif
