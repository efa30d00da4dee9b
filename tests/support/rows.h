#ifndef COSUB_TESTS_ROWS_H
#define COSUB_TESTS_ROWS_H

/* How two texts differ, told in few rows to a person. */

#include "base/sbuf.h"

#include <stdbool.h>

/* Appends nothing and gives false if the texts are the same.  Else appends how
 * many rows differ and the first three of them, the wanted one ("-") above the
 * one that came ("+"), each with its number: of texts with as many rows, row by
 * row; else what stands between the rows that both begin and both end with.  Of
 * a long row only what is around the first difference is told.  No newline ends
 * what is appended. */
bool rows_differ(const char *want, const char *got, struct sbuf *report);

#endif
