#ifndef COSUB_VM_VALUE_VALUE_H
#define COSUB_VM_VALUE_VALUE_H

/*
 * A value of the program, in one machine word.  By its lowest bits:
 *
 *     ...1    an int of 63 bits, shifted left by one
 *     .010    one of the few constants below
 *     .000    the address of a heap object (struct obj, vm/value/object.h)
 *
 * Ints that need the 64th bit are heap objects, floats too.
 *
 * References are counted.  A value that a function is given is borrowed, one
 * that it returns is owned by the caller, unless its contract says otherwise.
 * Only heap objects count; for others keep and drop do nothing.
 */

#include <stdbool.h>
#include <stdint.h>

typedef uint64_t value;

struct obj;
struct vm;

#define V_UNSET ((value)2) /* no value: an unbound variable */
#define V_NONE ((value)10)
#define V_FALSE ((value)18)
#define V_TRUE ((value)26)
#define V_ELLIPSIS ((value)34)
#define V_NOT_IMPLEMENTED ((value)42)
/* Results of functions of the machine, never seen by a program: */
#define V_ERROR ((value)50)   /* an exception is set in vm->exc */
#define V_PENDING ((value)58) /* a frame was pushed: its result is the result */
#define V_STOP ((value)66)    /* an iterator has no more items */

#define INT_SMALL_MAX ((int64_t)0x3fffffffffffffff)
#define INT_SMALL_MIN (-INT_SMALL_MAX - 1)

static inline bool is_small(value v)
{
	return v & 1;
}
static inline bool is_obj(value v)
{
	return (v & 7) == 0;
}
static inline bool both_small(value a, value b)
{
	return a & b & 1;
}
static inline int64_t small_get(value v)
{
	return (int64_t)v >> 1;
}
static inline value small_make(int64_t i)
{
	return (value)i << 1 | 1;
}
static inline bool small_fits(int64_t i)
{
	return i >= INT_SMALL_MIN && i <= INT_SMALL_MAX;
}
static inline value bool_make(bool b)
{
	return b ? V_TRUE : V_FALSE;
}
static inline bool is_bool(value v)
{
	return v == V_TRUE || v == V_FALSE;
}
static inline struct obj *obj_get(value v)
{
	return (struct obj *)(uintptr_t)v;
}
static inline value obj_value(const void *o)
{
	return (value)(uintptr_t)o;
}

#endif
