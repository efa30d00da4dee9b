#ifndef COSUB_BASE_SPAN_H
#define COSUB_BASE_SPAN_H

#include <stdint.h>

/* A piece of a source file.  Lines count from 1, columns from 0 in bytes, as
 * in Python's ast module; the end is behind the last byte. */
struct span {
	uint32_t line, col, end_line, end_col;
};

#endif
