/*
 * The hash of a str: SipHash-1-3 (Aumasson and Bernstein, 2012; one round a
 * word, three at the end) with a zero key, over the characters as CPython keeps
 * them: of 1, 2 or 4 bytes each, whatever the largest needs.
 */
#include "vm/kind/str.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <string.h>

struct sip {
	uint64_t a, b, c, d;
};

static inline uint64_t rotate(uint64_t x, int n)
{
	return x << n | x >> (64 - n);
}

static inline void sip_round(struct sip *s)
{
	s->a += s->b;
	s->c += s->d;
	s->b = rotate(s->b, 13) ^ s->a;
	s->d = rotate(s->d, 16) ^ s->c;
	s->a = rotate(s->a, 32);
	s->c += s->b;
	s->a += s->d;
	s->b = rotate(s->b, 17) ^ s->c;
	s->d = rotate(s->d, 21) ^ s->a;
	s->c = rotate(s->c, 32);
}

/* The n < 8 bytes at p. */
static uint64_t load_part(const unsigned char *p, size_t n)
{
	uint64_t word = 0;
	for (size_t i = 0; i < n; i++)
		word |= (uint64_t)p[i] << (8 * i);
	return word;
}

/* Eight: compilers make one load of it. */
static inline uint64_t load_word(const unsigned char *p)
{
	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24 |
		(uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 |
		(uint64_t)p[7] << 56;
}

static inline void sip_word(struct sip *s, uint64_t word)
{
	s->d ^= word;
	sip_round(s);
	s->a ^= word;
}

static uint64_t siphash13(const unsigned char *p, size_t n)
{
	struct sip s = { 0x736f6d6570736575, 0x646f72616e646f6d, 0x6c7967656e657261,
		0x7465646279746573 };
	size_t whole = n & ~(size_t)7;
	for (size_t i = 0; i < whole; i += 8)
		sip_word(&s, load_word(p + i));
	sip_word(&s, (uint64_t)n << 56 | load_part(p + whole, n - whole));
	s.c ^= 0xff;
	for (int i = 0; i < 3; i++)
		sip_round(&s);
	return s.a ^ s.b ^ s.c ^ s.d;
}

static size_t character_size(const struct str *s)
{
	unsigned char largest = 0;
	for (uint32_t i = 0; i < s->len; i++) {
		if ((unsigned char)s->bytes[i] > largest)
			largest = (unsigned char)s->bytes[i];
	}
	return largest >= 0xf0 ? 4 : largest >= 0xc4 ? 2 : 1;
}

static uint64_t hash_wide(const struct str *s)
{
	size_t size = character_size(s);
	unsigned char *wide = mem_alloc(s->count * size), *p = wide;
	uint32_t c;
	for (size_t i = 0; i < s->len; i += utf8_decode_wtf(s->bytes + i, s->len - i, &c)) {
		utf8_decode_wtf(s->bytes + i, s->len - i, &c);
		for (size_t k = 0; k < size; k++)
			*p++ = (unsigned char)(c >> (8 * k));
	}
	uint64_t hash = siphash13(wide, s->count * size);
	mem_free(wide);
	return hash;
}

static uint64_t never_minus_one(uint64_t h)
{
	return h == (uint64_t)-1 ? (uint64_t)-2 : h;
}

uint64_t str_hash_ascii(const char *bytes, size_t n)
{
	return never_minus_one(siphash13((const unsigned char *)bytes, n));
}

uint64_t str_hash(value v)
{
	struct str *s = str_get(v);
	if (s->full_hash != 0 || s->len == 0)
		return s->full_hash;
	s->full_hash = s->obj.flags & OBJ_ASCII ? str_hash_ascii(s->bytes, s->len)
						: never_minus_one(hash_wide(s));
	return s->full_hash;
}
