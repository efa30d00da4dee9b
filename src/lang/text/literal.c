#include "lang/text/literal.h"

#include "base/mem.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct scan {
	const char *s;
	size_t n, at;
	struct literal_error *e;
};

static int peek(const struct scan *c, size_t ahead)
{
	return c->at + ahead < c->n ? (unsigned char)c->s[c->at + ahead] : 0;
}

static bool wrong(struct scan *c, size_t from, size_t to, const char *what, const char *kind)
{
	snprintf(c->e->message, sizeof c->e->message, what, kind);
	c->e->from = from;
	c->e->to = to;
	return false;
}

static bool invalid(struct scan *c, const char *kind)
{
	size_t last = c->at ? c->at - 1 : 0;
	return wrong(c, last, last + 1, "invalid %s literal", kind);
}

static bool starts_with(const struct scan *c, const char *word)
{
	size_t n = strlen(word);
	return c->n - c->at >= n && memcmp(c->s + c->at, word, n) == 0;
}

/* A number may touch a keyword that can follow it ("1if x else y"), but no
 * other name. */
static bool ends_well(struct scan *c, const char *kind)
{
	static const char *const followers[] = { "and", "else", "for", "if", "in", "is", "not",
		"or" };
	int next = peek(c, 0);

	for (size_t i = 0; i < sizeof followers / sizeof *followers; i++)
		if (starts_with(c, followers[i]))
			return true;
	if (isalnum(next) || next == '_' || next >= 0x80)
		return invalid(c, kind);
	return true;
}

/* digitpart: digit (["_"] digit)* */
static bool digit_part(struct scan *c, const char *kind)
{
	for (;;) {
		while (isdigit(peek(c, 0)))
			c->at++;
		if (peek(c, 0) != '_')
			return true;
		c->at++;
		if (!isdigit(peek(c, 0)))
			return invalid(c, kind);
	}
}

struct radix {
	int letter, base;
	const char *kind;
};

static const struct radix radixes[] = {
	{ 'x', 16, "hexadecimal" },
	{ 'o', 8, "octal" },
	{ 'b', 2, "binary" },
};

static const struct radix *radix_find(int letter)
{
	for (size_t i = 0; i < sizeof radixes / sizeof *radixes; i++)
		if (radixes[i].letter == tolower(letter))
			return &radixes[i];
	return NULL;
}

static bool digit_of(int c, int base)
{
	return base == 16 ? isxdigit(c) != 0 : c >= '0' && c < '0' + base;
}

/* "0" ("x" | "o" | "b") (["_"] digit)+ */
static bool based(struct scan *c, const struct radix *r)
{
	c->at += 2;
	do {
		if (peek(c, 0) == '_')
			c->at++;
		if (isdigit(peek(c, 0)) && !digit_of(peek(c, 0), r->base)) {
			char what[48];
			snprintf(
				what, sizeof what, "invalid digit '%c' in %%s literal", peek(c, 0));
			return wrong(c, c->at, c->at + 1, what, r->kind);
		}
		if (!digit_of(peek(c, 0), r->base))
			return invalid(c, r->kind);
		while (digit_of(peek(c, 0), r->base))
			c->at++;
	} while (peek(c, 0) == '_');
	if (isdigit(peek(c, 0))) {
		char what[48];
		snprintf(what, sizeof what, "invalid digit '%c' in %%s literal", peek(c, 0));
		return wrong(c, c->at, c->at + 1, what, r->kind);
	}
	return ends_well(c, r->kind);
}

/* exponent: ("e" | "E") ["+" | "-"] digitpart; an e that no digit follows is
 * not part of the number. */
static bool exponent(struct scan *c, bool *found)
{
	size_t sign = peek(c, 1) == '+' || peek(c, 1) == '-';

	*found = tolower(peek(c, 0)) == 'e' && isdigit(peek(c, 1 + sign));
	if (!*found) {
		if (tolower(peek(c, 0)) == 'e' && sign) {
			c->at++;
			return invalid(c, "decimal");
		}
		return true;
	}
	c->at += 1 + sign;
	return digit_part(c, "decimal");
}

static bool leading_zeros_only(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] != '0' && s[i] != '_')
			return s[0] != '0';
	return true;
}

/* integer, pointfloat, exponentfloat or imagnumber in base ten */
static bool decimal(struct scan *c)
{
	bool has_exponent = false, has_dot;

	if (peek(c, 0) != '.' && !digit_part(c, "decimal"))
		return false;
	size_t whole = c->at;
	has_dot = peek(c, 0) == '.';
	if (has_dot) {
		c->at++;
		if (isdigit(peek(c, 0)) && !digit_part(c, "decimal"))
			return false;
	}
	if (!exponent(c, &has_exponent))
		return false;
	if (tolower(peek(c, 0)) == 'j') {
		c->at++;
		return ends_well(c, "imaginary");
	}
	if (!has_dot && !has_exponent && !leading_zeros_only(c->s, whole)) {
		size_t zeros = strspn(c->s, "0_");
		return wrong(c, 0, zeros,
			"leading zeros in decimal integer literals are not permitted; %s",
			"use an 0o prefix for octal integers");
	}
	return ends_well(c, "decimal");
}

size_t literal_scan(const char *s, size_t n, struct literal_error *e)
{
	struct scan c = { .s = s, .n = n, .e = e };
	const struct radix *r = peek(&c, 0) == '0' ? radix_find(peek(&c, 1)) : NULL;
	bool ok = r ? based(&c, r) : decimal(&c);
	return ok ? c.at : 0;
}

static int digit_value(int c)
{
	return isdigit(c) ? c - '0' : tolower(c) - 'a' + 10;
}

static enum literal_kind int_value(const char *s, size_t n, unsigned base, int64_t *i)
{
	uint64_t value = 0;

	for (size_t k = 0; k < n; k++) {
		if (s[k] == '_')
			continue;
		uint64_t digit = (uint64_t)digit_value((unsigned char)s[k]);
		if (value > (UINT64_MAX - digit) / base)
			return LITERAL_HUGE;
		value = value * base + digit;
	}
	*i = (int64_t)value;
	if (value > (uint64_t)INT64_MAX)
		return value == (uint64_t)INT64_MAX + 1 ? LITERAL_MIN : LITERAL_WIDE;
	return LITERAL_INT;
}

static double float_value(const char *s, size_t n)
{
	char *plain = mem_strndup(s, n);
	size_t to = 0;

	for (size_t from = 0; from < n; from++)
		if (plain[from] != '_')
			plain[to++] = plain[from];
	plain[to] = '\0';
	double value = strtod(plain, NULL);
	mem_free(plain);
	return value;
}

static bool has_any(const char *s, size_t n, const char *set)
{
	for (size_t i = 0; i < n; i++)
		if (strchr(set, s[i]))
			return true;
	return false;
}

enum literal_kind literal_value(const char *s, size_t n, int64_t *i, double *f)
{
	const struct radix *r = n > 1 && s[0] == '0' ? radix_find(s[1]) : NULL;
	if (r)
		return int_value(s + 2, n - 2, (unsigned)r->base, i);
	if (tolower((unsigned char)s[n - 1]) == 'j')
		return LITERAL_IMAGINARY;
	if (!has_any(s, n, ".eE"))
		return int_value(s, n, 10, i);
	*f = float_value(s, n);
	return LITERAL_FLOAT;
}
