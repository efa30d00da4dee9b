#ifndef COSUB_BASE_DECIMAL_H
#define COSUB_BASE_DECIMAL_H

/* Numbers as text, without the machinery of printf: for what is written at
 * every step. */

#include <stddef.h>
#include <stdint.h>

/* The digits of the largest number. */
enum { DECIMAL_MOST = 20 };

/* How many digits n has. */
static inline int decimal_digits(uint64_t n)
{
	int digits = 1;
	for (; n >= 10; n /= 10)
		digits++;
	return digits;
}

/* Writes the digits of n, without an end, and returns how many they are. */
static inline size_t decimal(uint64_t n, char text[DECIMAL_MOST])
{
	size_t digits = (size_t)decimal_digits(n);
	for (size_t i = digits; i > 0; n /= 10)
		text[--i] = (char)('0' + n % 10);
	return digits;
}

#endif
