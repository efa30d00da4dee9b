#ifndef COSUB_LANG_TEXT_LITERAL_H
#define COSUB_LANG_TEXT_LITERAL_H

/*
 * Numbers as they are written in a program (Language Reference 2.4.5 to 2.4.7).
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A mistake in a literal: its sentence, and which bytes of it are wrong. */
struct literal_error {
	char message[128];
	size_t from, to;
};

/* The length of the number that starts at s, where n > 0 bytes are left and
 * the first is a digit, or a dot before a digit.  On a mistake 0, and *e. */
size_t literal_scan(const char *s, size_t n, struct literal_error *e);

enum literal_kind {
	LITERAL_INT,
	LITERAL_FLOAT,
	LITERAL_MIN, /* 2 to the 63rd: an int only behind a minus */
	/* from there to 2 to the 64th - 1, as its bits in *i: only in a constant expression */
	LITERAL_WIDE,
	LITERAL_HUGE, /* an integer past 64 bits */
	LITERAL_IMAGINARY,
};

/* The value of a literal that literal_scan accepted (n bytes at s), in *i or *f. */
enum literal_kind literal_value(const char *s, size_t n, int64_t *i, double *f);

#endif
