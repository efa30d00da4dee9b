#include "trace/pack.h"

#include <string.h>

/* The first byte of a value: its kind, or one of
 *     1iiiiiii    the int i - 32
 *     01nnnnnn    text n < 32, or object n - 32 */
enum {
	SMALL_INT = 0x80,
	SMALL_INT_BIAS = 32,
	SMALL_TEXT = 0x40,
	SMALL_OBJECT = 0x60,
	SMALL_NUMBERS = 32
};
/* Kinds of values of this file's own: a float that is a whole number. */
enum { PACKED_WHOLE_FLOAT = R_OBJECT + 1 };

/* Whether f is a whole number that a few bytes hold (minus zero is not). */
static bool is_whole(double f)
{
	return f >= -1e6 && f <= 1e6 && f == (double)(int64_t)f && !(f == 0 && 1 / f < 0);
}

static uint8_t *pack_float(uint8_t *p, double f)
{
	if (is_whole(f)) {
		*p++ = PACKED_WHOLE_FLOAT;
		return pack_signed_at(p, (int64_t)f);
	}
	*p++ = R_FLOAT;
	memcpy(p, &f, sizeof f);
	return p + sizeof f;
}

static uint8_t *put_numbered(uint8_t *p, struct rvalue v)
{
	if (v.n < SMALL_NUMBERS) {
		*p++ = (uint8_t)((v.kind == R_TEXT ? SMALL_TEXT : SMALL_OBJECT) + (int)v.n);
		return p;
	}
	*p++ = (uint8_t)v.kind;
	return pack_number_at(p, v.n);
}

uint8_t *pack_value_at(uint8_t *p, struct rvalue v)
{
	switch (v.kind) {
	case R_INT:
		if (v.i >= -SMALL_INT_BIAS && v.i < 0x80 - SMALL_INT_BIAS) {
			*p++ = (uint8_t)(SMALL_INT + SMALL_INT_BIAS + v.i);
			return p;
		}
		*p++ = R_INT;
		return pack_signed_at(p, v.i);
	case R_FLOAT:
		return pack_float(p, v.f);
	case R_TEXT:
	case R_OBJECT:
		return put_numbered(p, v);
	default:
		*p++ = (uint8_t)v.kind;
		return p;
	}
}

struct rvalue unpack_value(const uint8_t **p)
{
	uint8_t tag = *(*p)++;
	if (tag >= SMALL_INT)
		return rvalue_int((int64_t)tag - SMALL_INT - SMALL_INT_BIAS);
	if (tag >= SMALL_OBJECT)
		return rvalue_object((uint64_t)tag - SMALL_OBJECT);
	if (tag >= SMALL_TEXT)
		return rvalue_text((uint64_t)tag - SMALL_TEXT);
	struct rvalue v = { .kind = (enum rkind)tag };
	switch (tag) {
	case PACKED_WHOLE_FLOAT:
		return (struct rvalue){ .kind = R_FLOAT, .f = (double)unpack_signed(p) };
	case R_INT:
		v.i = unpack_signed(p);
		break;
	case R_FLOAT:
		memcpy(&v.f, *p, sizeof v.f);
		*p += sizeof v.f;
		break;
	case R_TEXT:
	case R_OBJECT:
		v.n = unpack_number(p);
		break;
	default:
		break;
	}
	return v;
}
