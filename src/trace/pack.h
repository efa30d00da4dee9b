#ifndef COSUB_TRACE_PACK_H
#define COSUB_TRACE_PACK_H

/*
 * Numbers and values in few bytes: seven bits of a number to a byte, the lowest
 * first; a value with its kind, small ones in one byte.  What is packed at a
 * pointer needs room behind it; the functions give the place behind.
 */

#include "base/array.h"
#include "trace/trace.h"

struct bytes {
	ARRAY(uint8_t);
};

/* The longest number and value. */
enum { PACK_NUMBER = 10, PACK_VALUE = 11 };

/* Where n more bytes can be put. */
static inline uint8_t *bytes_room(struct bytes *b, size_t n)
{
	if (b->cap - b->len < n)
		array_reserve(b, n);
	return b->at + b->len;
}

/* The bytes before end were put. */
static inline void bytes_end(struct bytes *b, const uint8_t *end)
{
	b->len = (size_t)(end - b->at);
}

/* Packs a number; PACK_NUMBER bytes of room are enough. */
static inline uint8_t *pack_number_at(uint8_t *p, uint64_t u)
{
	while (u >= 0x80) {
		*p++ = (uint8_t)(u | 0x80);
		u >>= 7;
	}
	*p++ = (uint8_t)u;
	return p;
}

/* The same of a signed number, of which those near 0 are short. */
static inline uint8_t *pack_signed_at(uint8_t *p, int64_t s)
{
	return pack_number_at(p, (uint64_t)s << 1 ^ (uint64_t)(s >> 63));
}

/* The same of a value; PACK_VALUE bytes are enough. */
uint8_t *pack_value_at(uint8_t *p, struct rvalue v);

/* Reads the number at *p, which goes behind it.  What is there was packed by these
 * functions: nothing is checked. */
static inline uint64_t unpack_number(const uint8_t **p)
{
	uint64_t u = *(*p)++;
	if (u < 0x80)
		return u;
	u &= 0x7f;
	for (unsigned shift = 7;; shift += 7) {
		uint8_t byte = *(*p)++;
		u |= (uint64_t)(byte & 0x7f) << shift;
		if (byte < 0x80)
			return u;
	}
}

/* The same of a signed number. */
static inline int64_t unpack_signed(const uint8_t **p)
{
	uint64_t u = unpack_number(p);
	return (int64_t)(u >> 1 ^ -(u & 1));
}

/* The same of a value. */
struct rvalue unpack_value(const uint8_t **p);

/* The same at the end of b. */
static inline void pack_number(struct bytes *b, uint64_t u)
{
	bytes_end(b, pack_number_at(bytes_room(b, PACK_NUMBER), u));
}

static inline void pack_signed(struct bytes *b, int64_t s)
{
	bytes_end(b, pack_signed_at(bytes_room(b, PACK_NUMBER), s));
}

static inline void pack_value(struct bytes *b, struct rvalue v)
{
	bytes_end(b, pack_value_at(bytes_room(b, PACK_VALUE), v));
}

/* The values of each kind, and whether two are the same one. */
static inline struct rvalue rvalue_int(int64_t i)
{
	return (struct rvalue){ .kind = R_INT, .i = i };
}
static inline struct rvalue rvalue_text(uint64_t n)
{
	return (struct rvalue){ .kind = R_TEXT, .n = n };
}
static inline struct rvalue rvalue_object(uint64_t n)
{
	return (struct rvalue){ .kind = R_OBJECT, .n = n };
}
static inline bool rvalue_same(struct rvalue a, struct rvalue b)
{
	return a.kind == b.kind && (a.kind < R_INT || a.n == b.n);
}

#endif
