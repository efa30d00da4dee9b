#ifndef COSUB_BASE_UTF8_WIDTH_H
#define COSUB_BASE_UTF8_WIDTH_H

/*
 * The table behind utf8_width: a row says that the characters from first up
 * to the next row's first have this width.  The rows ascend and begin with 0;
 * the last, of width -1, goes for all numbers that are no characters too.
 */

#include <stddef.h>
#include <stdint.h>

struct utf8_width_row {
	unsigned first : 24;
	signed width : 8;
};

extern const struct utf8_width_row utf8_width_rows[];
extern const size_t utf8_width_row_count;

#endif
