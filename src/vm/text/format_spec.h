#ifndef COSUB_VM_TEXT_FORMAT_SPEC_H
#define COSUB_VM_TEXT_FORMAT_SPEC_H

/* A parsed format specification, and the digits of numbers, for format() and %. */

#include "vm/value/object.h"

struct sbuf;

/* [[fill]align][sign]["z"]["#"]["0"][width][grouping]["." precision][type] */
struct format_spec {
	uint32_t fill, type;        /* type 0: none given */
	char align, sign, grouping; /* 0: none given */
	bool fill_given, align_given, alternate, no_negative_zero;
	int64_t width, precision; /* -1: none given */
};

/* Parses spec (a STR) for the value v: false with ValueError. */
bool format_spec_parse(struct vm *vm, value v, value spec, struct format_spec *f);

/* Unknown format code …; V_ERROR. */
value format_refuse_type(struct vm *vm, value v, uint32_t type);

/* A number in parts: sign and prefix stay at the left of padding with =. */
struct number_parts {
	const char *sign, *prefix;
	const char *digits; /* those that are grouped */
	size_t ndigits;
	const char *rest; /* what follows them */
	size_t nrest;
	unsigned group; /* digits between separators */
	bool finite;
};

/* The number as the specification wants it (owned STR, V_ERROR). */
value format_number(struct vm *vm, const struct format_spec *f, const struct number_parts *p);
/* The same for a text of count characters. */
value format_text(
	struct vm *vm, const struct format_spec *f, const char *text, size_t n, size_t count);

/* Digits of u in a base of 2 to 16, at the end of buffer; gives their place. */
const char *format_digits(uint64_t u, unsigned base, bool capitals, char buffer[65]);

/* Appends |f| as printf's e, E, f, F, g, G with a precision; 'r' is the shortest
 * form.  with_point: never like an int.  False with an exception: precision too big. */
bool format_float(struct vm *vm, double f, char type, int64_t precision, bool alternate,
	bool with_point, struct sbuf *out);

#endif
