#ifndef COSUB_VM_KIND_UNICODE_TABLE_H
#define COSUB_VM_KIND_UNICODE_TABLE_H

/* The tables behind unicode.h, written by tools/unicode-table.py. */

#include <stddef.h>
#include <stdint.h>

/* Rows ascend; a row holds up to the next one's first character. */
extern const uint16_t unicode_class_sets[];
extern const uint32_t unicode_class_rows[];
extern const size_t unicode_class_row_count;

/* Characters first, first + stride, … (count of them) map to c + delta. */
struct unicode_run {
	uint32_t first;
	uint16_t count, stride;
	int32_t delta;
};
/* title and fold hold only what differs from upper and lower. */
extern const struct unicode_run unicode_lower[], unicode_upper[], unicode_title[], unicode_fold[];
extern const size_t unicode_lower_count, unicode_upper_count, unicode_title_count,
	unicode_fold_count;

/* Characters that map to more than one: by enum unicode_case, then c. */
struct unicode_several {
	uint32_t to, c, out[3];
};
extern const struct unicode_several unicode_several[];
extern const size_t unicode_several_count;

#endif
