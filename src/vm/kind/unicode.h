#ifndef COSUB_VM_KIND_UNICODE_H
#define COSUB_VM_KIND_UNICODE_H

/*
 * Classes and case of characters, from tables of our own (made from Unicode
 * 14.0, the version of CPython 3.11) so that a run is the same on every
 * machine.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum unicode_class {
	UNICODE_ALPHA = 1,
	UNICODE_LOWER = 2,
	UNICODE_UPPER = 4,
	UNICODE_TITLE = 8,
	UNICODE_DECIMAL = 16,
	UNICODE_DIGIT = 32,
	UNICODE_NUMERIC = 64,
	UNICODE_SPACE = 128,
	UNICODE_PRINTABLE = 256,
	UNICODE_ID_START = 512,
	UNICODE_ID_CONTINUE = 1024,
	UNICODE_CASED = 2048,
	UNICODE_CASE_IGNORABLE = 4096
};

/* The classes of c, as bits. */
unsigned unicode_classes(uint32_t c);

static inline bool unicode_is(uint32_t c, unsigned classes)
{
	return unicode_classes(c) & classes;
}

/* Between lines for str.splitlines. */
bool unicode_is_line_end(uint32_t c);

enum unicode_case { UNICODE_TO_LOWER, UNICODE_TO_UPPER, UNICODE_TO_TITLE, UNICODE_TO_FOLD };

/* The full mapping of c: 1 to 3 characters in out; gives their number. */
int unicode_map(enum unicode_case to, uint32_t c, uint32_t out[3]);

/* Cuts white space at both ends of the text *s of *n bytes. */
void unicode_strip(const char **s, size_t *n);

#endif
