/* The generator under module random: the Mersenne Twister MT19937 (Matsumoto
 * and Nishimura 1998), seeded as CPython seeds it from an int.  What is built
 * on it stands in lib/random.py. */

#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/library/mods.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"

enum { STATE_SIZE = 624, SHIFT_SIZE = 397 };

/* The state lives in a str object of the program's own, out of its reach:
 * words, then the index of the next one. */
struct twister {
	uint32_t word[STATE_SIZE];
	uint32_t index;
};

static void seed_number(struct twister *t, uint32_t s)
{
	t->word[0] = s;
	for (uint32_t i = 1; i < STATE_SIZE; i++)
		t->word[i] = 1812433253U * (t->word[i - 1] ^ t->word[i - 1] >> 30) + i;
	t->index = STATE_SIZE;
}

static void seed_key(struct twister *t, const uint32_t *key, uint32_t n)
{
	seed_number(t, 19650218U);
	uint32_t i = 1, j = 0;
	for (uint32_t k = n > STATE_SIZE ? n : STATE_SIZE; k; k--) {
		t->word[i] = (t->word[i] ^ (t->word[i - 1] ^ t->word[i - 1] >> 30) * 1664525U) +
			key[j] + j;
		if (++i >= STATE_SIZE) {
			t->word[0] = t->word[STATE_SIZE - 1];
			i = 1;
		}
		if (++j >= n)
			j = 0;
	}
	for (uint32_t k = STATE_SIZE - 1; k; k--) {
		t->word[i] = (t->word[i] ^ (t->word[i - 1] ^ t->word[i - 1] >> 30) * 1566083941U) -
			i;
		if (++i >= STATE_SIZE) {
			t->word[0] = t->word[STATE_SIZE - 1];
			i = 1;
		}
	}
	t->word[0] = 0x80000000U;
}

static void renew(struct twister *t)
{
	for (uint32_t i = 0; i < STATE_SIZE; i++) {
		uint32_t y = (t->word[i] & 0x80000000U) |
			(t->word[(i + 1) % STATE_SIZE] & 0x7fffffffU);
		t->word[i] = t->word[(i + SHIFT_SIZE) % STATE_SIZE] ^ y >> 1 ^
			(y & 1 ? 0x9908b0dfU : 0);
	}
	t->index = 0;
}

static uint32_t next_word(struct twister *t)
{
	if (t->index >= STATE_SIZE)
		renew(t);
	uint32_t y = t->word[t->index++];
	y ^= y >> 11;
	y ^= y << 7 & 0x9d2c5680U;
	y ^= y << 15 & 0xefc60000U;
	return y ^ y >> 18;
}

static struct twister *twister_get(value v)
{
	return (struct twister *)(void *)((char *)obj_get(v) + sizeof(struct str));
}

/* A new generator, unseeded. */
static value random_new(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	struct str *s = obj_new(vm, OBJ_STR, sizeof *s + sizeof(struct twister));
	return obj_value(s);
}

/* (generator, list of 32-bit words, lowest first) */
static value random_seed(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)vm;
	const struct list *words = list_get(a->at[1]);
	uint32_t key[64] = { 0 }, n = words->len < 64 ? words->len : 64;
	for (uint32_t i = 0; i < n; i++)
		key[i] = (uint32_t)small_get(words->at[i]);
	seed_key(twister_get(a->at[0]), key, n ? n : 1);
	return V_NONE;
}

static value random_float(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	struct twister *t = twister_get(a->at[0]);
	uint32_t high = next_word(t) >> 5, low = next_word(t) >> 6;
	return float_make(vm, (high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}

/* (generator, k): an int of k random bits, k <= 63 */
static value random_bits(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	int64_t k;
	if (!int_get(a->at[1], &k))
		return raise_type(vm, "'%T' object cannot be interpreted as an integer", a->at[1]);
	if (k < 0)
		return raise_value(vm, "number of bits must be non-negative");
	if (k > 63)
		return raise_int_overflow(vm);
	struct twister *t = twister_get(a->at[0]);
	if (k == 0)
		return small_make(0);
	if (k <= 32)
		return int_make(vm, next_word(t) >> (32 - k));
	uint64_t low = next_word(t);
	return int_make(vm, (int64_t)((uint64_t)(next_word(t) >> (64 - k)) << 32 | low));
}

/* SHA-512 (FIPS 180-4) of a str's bytes, followed by them: the number that a
 * seed of text stands for, as 32-bit words, lowest first. */
static const uint64_t round_constants[80] = { 0x428a2f98d728ae22, 0x7137449123ef65cd,
	0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538, 0x59f111f1b605d019,
	0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe,
	0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1,
	0x9bdc06a725c71235, 0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3,
	0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65, 0x2de92c6f592b0275, 0x4a7484aa6ea6e483,
	0x5cb0a9dcbd41fbd4, 0x76f988da831153b5, 0x983e5152ee66dfab, 0xa831c66d2db43210,
	0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
	0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926,
	0x4d2c6dfc5ac42aed, 0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8,
	0x81c2c92e47edaee6, 0x92722c851482353b, 0xa2bfe8a14cf10364, 0xa81a664bbc423001,
	0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218, 0xd69906245565a910,
	0xf40e35855771202a, 0x106aa07032bbd1b8, 0x19a4c116b8d2d0c8, 0x1e376c085141ab53,
	0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb,
	0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60,
	0x84c87814a1f0ab72, 0x8cc702081a6439ec, 0x90befffa23631e28, 0xa4506cebde82bde9,
	0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c, 0xd186b8c721c0c207,
	0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6,
	0x113f9804bef90dae, 0x1b710b35131c471b, 0x28db77f523047d84, 0x32caab7b40c72493,
	0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a,
	0x5fcb6fab3ad6faec, 0x6c44198c4a475817 };

static uint64_t turn(uint64_t x, int n)
{
	return x >> n | x << (64 - n);
}

static uint64_t word_at(const unsigned char *p)
{
	uint64_t w = 0;
	for (int i = 0; i < 8; i++)
		w = w << 8 | p[i];
	return w;
}

static void digest_block(uint64_t h[8], const unsigned char *p)
{
	uint64_t w[80], v[8];
	for (int i = 0; i < 80; i++) {
		if (i < 16) {
			w[i] = word_at(p + 8 * i);
			continue;
		}
		uint64_t a = w[i - 15], b = w[i - 2];
		w[i] = w[i - 16] + (turn(a, 1) ^ turn(a, 8) ^ a >> 7) + w[i - 7] +
			(turn(b, 19) ^ turn(b, 61) ^ b >> 6);
	}
	for (int i = 0; i < 8; i++)
		v[i] = h[i];
	for (int i = 0; i < 80; i++) {
		uint64_t e = v[4], a = v[0];
		uint64_t one = v[7] + (turn(e, 14) ^ turn(e, 18) ^ turn(e, 41)) +
			((e & v[5]) ^ (~e & v[6])) + round_constants[i] + w[i];
		uint64_t two = (turn(a, 28) ^ turn(a, 34) ^ turn(a, 39)) +
			((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
		for (int k = 7; k > 0; k--)
			v[k] = v[k - 1];
		v[4] += one;
		v[0] = one + two;
	}
	for (int i = 0; i < 8; i++)
		h[i] += v[i];
}

static void digest(const char *text, size_t n, unsigned char out[64])
{
	uint64_t h[8] = { 0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
		0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b,
		0x5be0cd19137e2179 };
	size_t total = (n + 17 + 127) / 128 * 128;
	unsigned char *padded = mem_calloc(1, total);
	for (size_t i = 0; i < n; i++)
		padded[i] = (unsigned char)text[i];
	padded[n] = 0x80;
	for (int i = 0; i < 8; i++)
		padded[total - 1 - (size_t)i] = (unsigned char)((uint64_t)n * 8 >> 8 * i);
	for (size_t i = 0; i < total; i += 128)
		digest_block(h, padded + i);
	mem_free(padded);
	for (int i = 0; i < 64; i++)
		out[i] = (unsigned char)(h[i / 8] >> (56 - 8 * (i % 8)));
}

/* (text): the words for seed */
static value random_text_key(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	const struct str *s = str_get(a->at[0]);
	size_t n = s->len + 64;
	unsigned char *bytes = mem_calloc(1, n + 4);
	for (size_t i = 0; i < s->len; i++)
		bytes[i] = (unsigned char)s->bytes[i];
	digest(s->bytes, s->len, bytes + s->len);
	value words = list_new(vm, (uint32_t)(n / 4 + 1));
	for (size_t end = n; end > 0;) {
		uint32_t w = 0;
		for (int i = 0; i < 4 && end > 0; i++)
			w |= (uint32_t)bytes[--end] << 8 * i;
		list_append(vm, words, small_make(w));
	}
	mem_free(bytes);
	while (list_get(words)->len > 1 &&
		list_get(words)->at[list_get(words)->len - 1] == small_make(0))
		list_splice(vm, words, list_get(words)->len - 1, 1, NULL, 0);
	return words;
}

const struct native_def mod_random_functions[] = { { "_new", random_new, 0, 0, false,
							   "a generator" },
	{ "_seed", random_seed, 2, 2, false, "(generator, words)" },
	{ "_float", random_float, 1, 1, false, "(generator): 0 <= x < 1" },
	{ "_bits", random_bits, 2, 2, false, "(generator, k)" },
	{ "_text_key", random_text_key, 1, 1, false, "(text): words for _seed" }, { 0 } };
