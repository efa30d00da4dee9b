#ifndef COSUB_VM_KIND_NUMBER_H
#define COSUB_VM_KIND_NUMBER_H

/* int (64 bits; beyond them OverflowError, the language's one deliberate
 * difference from Python), float, bool. */

#include "lang/tree/ast.h"
#include "vm/value/native.h"
#include "vm/value/special.h"

struct sbuf;

value int_make(struct vm *vm, int64_t i);
value float_make(struct vm *vm, double f);

/* Whether v is an int or a bool; its value in *i. */
bool int_get(value v, int64_t *i);
static inline bool is_float(value v)
{
	return is_kind(v, OBJ_FLOAT);
}
static inline double float_get(value v)
{
	return ((struct float_obj *)obj_get(v))->f;
}
/* Whether v is an int, bool or float; as a double in *f. */
bool number_get(value v, double *f);

/* a op b for ints, bools and floats (Python's rules of floor and sign; errors
 * in CPython's words).  V_NOT_IMPLEMENTED when an operand is no number or the
 * operator does not apply; V_ERROR. */
value number_binary(struct vm *vm, enum bin_op op, value a, value b);
/* a < b … for numbers: 1, 0; -1 when one is no number. Exact for int with float. */
int number_compare(enum cmp_op op, value a, value b);
/* abs(v). */
value number_abs(struct vm *vm, value v);
value number_unary(struct vm *vm, enum unary_op op, value a); /* V_NOT_IMPLEMENTED likewise */

/* The shortest text that reads back as f, in Python's form (1.0, 1e+16, inf). */
void float_repr(double f, struct sbuf *out);
/* int(text, base) and float(text) of n bytes; false if it is none (no exception set);
 * *overflow tells an int that does not fit 64 bits from other text. */
bool int_parse(const char *s, size_t n, int base, int64_t *i, bool *overflow);
bool float_parse(const char *s, size_t n, double *f);
uint64_t float_hash(double f);
uint64_t int_hash(int64_t i);
/* divmod and pow(a, b, mod) pieces. */
value number_divmod(struct vm *vm, value a, value b);
value int_pow_mod(struct vm *vm, int64_t a, int64_t b, int64_t m);
value number_round(struct vm *vm, value v, value ndigits /* V_UNSET or V_NONE: to int */);
/* The parts of number_binary: both ints, or both as doubles. */
value int_binary(struct vm *vm, enum bin_op op, int64_t a, int64_t b);
value float_binary(struct vm *vm, enum bin_op op, double a, double b);
/* a as an int rounded by the caller: ValueError for NaN, OverflowError for
 * infinity and what does not fit. */
value int_from_float(struct vm *vm, double f);
/* The shortest digits (NUL behind, no trailing zeros) d.ddd * 10^*exponent that
 * read back as the finite f > 0; gives their number. */
int float_digits(double f, char digits[20], int *exponent);

/* Sets OverflowError with the language's sentence about 64 bits; V_ERROR. */
value raise_int_overflow(struct vm *vm);

extern const struct special number_specials[];
extern const struct native_def int_methods[], float_methods[];

#endif
