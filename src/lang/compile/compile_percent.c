/*
 * "…%s…" % (a, b): CPython 3.11 compiles simple cases as the f-string
 * f"…{a!s}…", whose literal parts have no line (Python/ast_opt.c,
 * optimize_format).  Simple: a literal, a tuple display without stars, only
 * %s %r %a with a width and precision of up to three digits, as many as items.
 */

#include "lang/compile/compile.h"

#include <string.h>

enum { MAX_DIGITS = 3, SPEC_SIZE = 16 };

/* A conversion "%-10.3s". */
struct conversion {
	char letter;
	char spec[SPEC_SIZE]; /* as an f-string has it; "" if none */
};

struct cursor {
	const char *at, *end;
};

/* The literal at the cursor with %% made %, into the arena; may be empty. */
static struct str_text take_literal(struct builder *u, struct cursor *c)
{
	char *text = arena_alloc(&u->compiler->program->arena, (size_t)(c->end - c->at) + 1);
	size_t len = 0;

	while (c->at < c->end) {
		if (*c->at == '%') {
			if (c->at + 1 == c->end || c->at[1] != '%')
				break;
			c->at++;
		}
		text[len++] = *c->at++;
	}
	return (struct str_text){ text, len };
}

/* Up to three digits; -1 if there are none, -2 if there are more. */
static int take_number(struct cursor *c)
{
	int number = -1, digits = 0;

	for (; c->at < c->end && *c->at >= '0' && *c->at <= '9'; c->at++) {
		if (++digits > MAX_DIGITS)
			return -2;
		number = (number < 0 ? 0 : number * 10) + (*c->at - '0');
	}
	return number;
}

/* The conversion at the cursor, which is on its %. */
static bool take_conversion(struct cursor *c, struct conversion *out)
{
	bool left = false;
	int precision = -1;

	for (c->at++; c->at < c->end && *c->at && strchr("-+ #0", *c->at); c->at++)
		left |= *c->at == '-';
	int width = take_number(c);

	if (c->at < c->end && *c->at == '.') {
		c->at++;
		precision = take_number(c);
		if (precision == -1)
			precision = 0;
	}
	if (width == -2 || precision == -2 || c->at == c->end || !*c->at || !strchr("sra", *c->at))
		return false;
	struct sbuf spec = { 0 };

	if (!left && width > 0)
		sbuf_char(&spec, '>');
	if (width >= 0)
		sbuf_printf(&spec, "%d", width);
	if (precision >= 0)
		sbuf_printf(&spec, ".%d", precision);
	out->letter = *c->at++;
	memcpy(out->spec, sbuf_cstr(&spec), spec.len + 1);
	sbuf_fini(&spec);
	return true;
}

/* Whether the whole format fits the number of items. */
static bool is_simple(struct builder *u, struct cursor c, uint32_t nitems)
{
	struct conversion conv;

	for (uint32_t n = 0;; n++) {
		take_literal(u, &c);
		if (c.at == c.end)
			return n == nitems;
		if (n == nitems || !take_conversion(&c, &conv))
			return false;
	}
}

static void push_literal(struct builder *u, struct str_text text)
{
	struct span here = u->loc;

	builder_unplaced(u);
	compile_constant(u, (struct constant){ .kind = CONSTANT_STR, .s = text }, REG_ANY);
	u->loc = here;
}

static void push_conversion(
	struct builder *u, const struct conversion *conv, const struct expr *item)
{
	struct span here = u->loc;
	struct intern *names = &u->compiler->program->ast.names;
	unsigned how = (unsigned char)conv->letter;
	uint16_t value = compile_push(u, item);

	u->loc = item->span;
	if (conv->spec[0]) {
		const char *spec = intern_cstr(names, conv->spec);
		struct constant k = { .kind = CONSTANT_STR, .s = { spec, intern_len(spec) } };

		compile_constant(u, k, REG_ANY);
		builder_pop(u, 1);
		how += 256;
	}
	builder_emit(u, OP_FORMAT, value, value, how);
	u->loc = here;
}

bool compile_percent(struct builder *u, const struct expr *e, uint16_t *dst)
{
	const struct expr *right = e->as.binop.right;
	struct constant format, k;

	if (e->as.binop.op != BIN_MOD || right->kind != EXPR_TUPLE ||
		!compile_fold_expr(u, e->as.binop.left, &format) || format.kind != CONSTANT_STR ||
		compile_fold_expr(u, right, &k))
		return false;
	struct expr_seq items = right->as.list.elts;
	struct cursor c = { format.s.bytes, format.s.bytes + format.s.len };

	for (uint32_t i = 0; i < items.len; i++)
		if (items.at[i]->kind == EXPR_STARRED)
			return false;
	if (!is_simple(u, c, items.len))
		return false;
	uint16_t base = u->depth;
	uint32_t pieces = 0;

	for (uint32_t n = 0;; n++) {
		struct conversion conv;
		struct str_text text = take_literal(u, &c);

		if (text.len) {
			push_literal(u, text);
			pieces++;
		}
		if (c.at == c.end)
			break;
		take_conversion(&c, &conv);
		push_conversion(u, &conv, items.at[n]);
		pieces++;
	}
	if (pieces == 1) {
		*dst = compile_settle(u, (uint16_t)(REG_TEMP + base), *dst);
		return true;
	}
	u->depth = base;
	*dst = compile_result(u, *dst);
	builder_emit(u, OP_BUILD_STRING, *dst, (unsigned)REG_TEMP + base, pieces);
	return true;
}
