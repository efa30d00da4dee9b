#ifndef COSUB_BASE_DECIMAL_H
#define COSUB_BASE_DECIMAL_H

/* Numbers as text, without the machinery of printf: for what is written at
 * every step. */

#include <stddef.h>
#include <stdint.h>

/* The digits of the largest number. */
enum { DECIMAL_MOST = 20 };

/* Writes the digits of n, without an end, and returns how many they are. */
static inline size_t decimal(uint64_t n, char text[DECIMAL_MOST])
{
	size_t digits = 1;
	for (uint64_t rest = n; rest >= 10; rest /= 10)
		digits++;
	for (size_t i = digits; i > 0; n /= 10)
		text[--i] = (char)('0' + n % 10);
	return digits;
}

#endif
