#include "lang/tree/unparse.h"

#include "base/sbuf.h"
#include "base/utf8.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How tightly an operator binds, loosest first (The Python Language Reference,
 * 3.11, 6.17).  What binds looser than its place asks for is put in parentheses. */
enum level {
	LEVEL_TUPLE,
	LEVEL_TEST, /* lambda, conditional expression */
	LEVEL_OR,
	LEVEL_AND,
	LEVEL_NOT,
	LEVEL_COMPARE,
	LEVEL_BIT_OR,
	LEVEL_BIT_XOR,
	LEVEL_BIT_AND,
	LEVEL_SHIFT,
	LEVEL_SUM,
	LEVEL_PRODUCT,
	LEVEL_SIGN,
	LEVEL_POWER,
	LEVEL_AWAIT,
	LEVEL_ATOM
};

struct writer {
	struct sbuf *out;
	const struct expr *refused; /* the first that has no text */
};

static const struct {
	const char *text;
	enum level level;
} bin_ops[BIN_OP_COUNT] = {
	[BIN_ADD] = { " + ", LEVEL_SUM },
	[BIN_SUB] = { " - ", LEVEL_SUM },
	[BIN_MUL] = { " * ", LEVEL_PRODUCT },
	[BIN_MATMUL] = { " @ ", LEVEL_PRODUCT },
	[BIN_DIV] = { " / ", LEVEL_PRODUCT },
	[BIN_FLOORDIV] = { " // ", LEVEL_PRODUCT },
	[BIN_MOD] = { " % ", LEVEL_PRODUCT },
	[BIN_POW] = { " ** ", LEVEL_POWER },
	[BIN_LSHIFT] = { " << ", LEVEL_SHIFT },
	[BIN_RSHIFT] = { " >> ", LEVEL_SHIFT },
	[BIN_OR] = { " | ", LEVEL_BIT_OR },
	[BIN_XOR] = { " ^ ", LEVEL_BIT_XOR },
	[BIN_AND] = { " & ", LEVEL_BIT_AND },
};
static const char *const cmp_ops[CMP_OP_COUNT] = {
	[CMP_LT] = " < ",
	[CMP_LE] = " <= ",
	[CMP_EQ] = " == ",
	[CMP_NE] = " != ",
	[CMP_GT] = " > ",
	[CMP_GE] = " >= ",
	[CMP_IS] = " is ",
	[CMP_IS_NOT] = " is not ",
	[CMP_IN] = " in ",
	[CMP_NOT_IN] = " not in ",
};

static void write_expr(struct writer *w, const struct expr *e, enum level level);

static void text(struct writer *w, const char *s)
{
	sbuf_str(w->out, s);
}

/* An opening parenthesis where the place asks for more than the level has. */
static bool open(struct writer *w, enum level has, enum level asked)
{
	if (has < asked)
		text(w, "(");
	return has < asked;
}

static void close_if(struct writer *w, bool opened)
{
	if (opened)
		text(w, ")");
}

/* A character as repr() shows it. */
static void repr_char(struct sbuf *out, uint32_t c, char quote)
{
	static const char escapes[] = { ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't' };

	if (c < sizeof escapes && escapes[c])
		sbuf_printf(out, "\\%c", escapes[c]);
	else if (c == '\\' || c == (uint32_t)quote)
		sbuf_printf(out, "\\%c", (char)c);
	else if (c >= 0x20 && c != 0x7F && (c < 0x80 || (utf8_width(c) >= 0 && c != 0xA0)))
		sbuf_utf8(out, c);
	else
		sbuf_printf(out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
}

void unparse_str(struct sbuf *out, const char *s, size_t n)
{
	char quote = memchr(s, '\'', n) && !memchr(s, '"', n) ? '"' : '\'';

	sbuf_char(out, quote);
	for (size_t i = 0; i < n;) {
		uint32_t c;
		size_t len = utf8_decode_wtf(s + i, n - i, &c);
		repr_char(out, c, quote);
		i += len ? len : 1;
	}
	sbuf_char(out, quote);
}

/* The shortest digits that give f back, as repr() lays them out. */
void unparse_float(struct sbuf *out, double f)
{
	char digits[40];
	int precision = 1;

	if (isinf(f)) {
		sbuf_str(out, "inf");
		return;
	}
	do {
		snprintf(digits, sizeof digits, "%.*e", precision - 1, f);
	} while (strtod(digits, NULL) != f && ++precision < 18);
	char *e = strchr(digits, 'e');
	int exponent = atoi(e + 1);
	if (exponent >= -4 && exponent < 16) {
		int decimals = precision - 1 - exponent;
		sbuf_printf(out, "%.*f", decimals > 1 ? decimals : 1, f);
	} else {
		sbuf_printf(out, "%.*s%s", (int)(e - digits), digits, e);
	}
}

static void write_constant(struct writer *w, const struct expr *e)
{
	static const char *const words[] = { [CONST_NONE] = "None",
		[CONST_TRUE] = "True",
		[CONST_FALSE] = "False",
		[CONST_ELLIPSIS] = "..." };

	switch (e->as.constant.kind) {
	case CONST_INT:
		if (e->as.constant.wide)
			sbuf_printf(w->out, "%" PRIu64, (uint64_t)e->as.constant.i);
		else
			sbuf_printf(w->out, "%" PRId64, e->as.constant.i);
		break;
	case CONST_FLOAT:
		if (isinf(e->as.constant.f)) /* a literal that gives it, as CPython writes it */
			text(w, "1e309");
		else
			unparse_float(w->out, e->as.constant.f);
		break;
	case CONST_STR:
		text(w, e->as.constant.u_prefix ? "u" : "");
		unparse_str(w->out, e->as.constant.s.bytes, e->as.constant.s.len);
		break;
	default:
		text(w, words[e->as.constant.kind]);
	}
}

static void write_list(struct writer *w, struct expr_seq s, const char *between, enum level level)
{
	for (uint32_t i = 0; i < s.len; i++) {
		text(w, i ? between : "");
		write_expr(w, s.at[i], level);
	}
}

static void write_binop(struct writer *w, const struct expr *e, enum level asked)
{
	enum bin_op op = e->as.binop.op;
	enum level level = bin_ops[op].level, tighter = level + 1;
	bool opened = open(w, level, asked), from_right = op == BIN_POW;

	write_expr(w, e->as.binop.left, from_right ? tighter : level);
	text(w, bin_ops[op].text);
	write_expr(w, e->as.binop.right, from_right ? level : tighter);
	close_if(w, opened);
}

static void write_unary(struct writer *w, const struct expr *e, enum level asked)
{
	static const char *const signs[] = {
		[UNARY_NOT] = "not ", [UNARY_NEG] = "-", [UNARY_POS] = "+", [UNARY_INVERT] = "~"
	};
	enum level level = e->as.unary.op == UNARY_NOT ? LEVEL_NOT : LEVEL_SIGN;
	bool opened = open(w, level, asked);

	text(w, signs[e->as.unary.op]);
	write_expr(w, e->as.unary.operand, level);
	close_if(w, opened);
}

static void write_boolop(struct writer *w, const struct expr *e, enum level asked)
{
	bool is_or = e->as.boolop.is_or;
	enum level level = is_or ? LEVEL_OR : LEVEL_AND;
	bool opened = open(w, level, asked);

	write_list(w, e->as.boolop.values, is_or ? " or " : " and ", level + 1);
	close_if(w, opened);
}

static void write_compare(struct writer *w, const struct expr *e, enum level asked)
{
	bool opened = open(w, LEVEL_COMPARE, asked);

	write_expr(w, e->as.compare.left, LEVEL_COMPARE + 1);
	for (uint32_t i = 0; i < e->as.compare.comparators.len; i++) {
		text(w, cmp_ops[e->as.compare.ops[i]]);
		write_expr(w, e->as.compare.comparators.at[i], LEVEL_COMPARE + 1);
	}
	close_if(w, opened);
}

static void write_ifexp(struct writer *w, const struct expr *e, enum level asked)
{
	bool opened = open(w, LEVEL_TEST, asked);

	write_expr(w, e->as.ifexp.body, LEVEL_TEST + 1);
	text(w, " if ");
	write_expr(w, e->as.ifexp.test, LEVEL_TEST + 1);
	text(w, " else ");
	write_expr(w, e->as.ifexp.orelse, LEVEL_TEST);
	close_if(w, opened);
}

static void write_param(
	struct writer *w, const char **between, const char *stars, const struct param *p)
{
	text(w, *between);
	*between = ", ";
	text(w, stars);
	if (p)
		text(w, p->name);
	if (p && p->default_) {
		text(w, "=");
		write_expr(w, p->default_, LEVEL_TEST);
	}
}

static void write_params(struct writer *w, const struct params *p)
{
	const char *between = "";
	uint32_t npos = p->npos_only + p->npos;

	for (uint32_t i = 0; i < npos + p->nkw_only; i++) {
		if (i == npos)
			write_param(w, &between, "*", p->vararg);
		write_param(w, &between, "", &p->at[i]);
		if (i + 1 == p->npos_only)
			write_param(w, &between, "/", NULL);
	}
	if (p->vararg && !p->nkw_only)
		write_param(w, &between, "*", p->vararg);
	if (p->kwarg)
		write_param(w, &between, "**", p->kwarg);
}

static void write_lambda(struct writer *w, const struct expr *e, enum level asked)
{
	const struct params *p = e->as.lambda.params;
	bool opened = open(w, LEVEL_TEST, asked);

	text(w, p->npos_only + p->npos ? "lambda " : "lambda");
	write_params(w, p);
	text(w, ": ");
	write_expr(w, e->as.lambda.body, LEVEL_TEST);
	close_if(w, opened);
}

static void write_call(struct writer *w, const struct expr *e)
{
	struct expr_seq args = e->as.call.args;

	write_expr(w, e->as.call.func, LEVEL_ATOM);
	if (args.len == 1 && !e->as.call.nkeywords && args.at[0]->kind == EXPR_GENERATOR) {
		write_expr(w, args.at[0], LEVEL_ATOM);
		return;
	}
	text(w, "(");
	write_list(w, args, ", ", LEVEL_TEST);
	for (uint32_t i = 0; i < e->as.call.nkeywords; i++) {
		const struct keyword *k = &e->as.call.keywords[i];
		text(w, i || args.len ? ", " : "");
		text(w, k->name ? k->name : "**");
		text(w, k->name ? "=" : "");
		write_expr(w, k->value, LEVEL_TEST);
	}
	text(w, ")");
}

static void write_attribute(struct writer *w, const struct expr *e)
{
	const struct expr *of = e->as.attribute.value;

	write_expr(w, of, LEVEL_ATOM);
	/* The point behind a whole number would belong to the number. */
	bool number = of->kind == EXPR_CONSTANT && of->as.constant.kind == CONST_INT;
	text(w, number ? " ." : ".");
	text(w, e->as.attribute.attr);
}

static void write_slice(struct writer *w, const struct expr *e)
{
	if (e->as.slice.lower)
		write_expr(w, e->as.slice.lower, LEVEL_TEST);
	text(w, ":");
	if (e->as.slice.upper)
		write_expr(w, e->as.slice.upper, LEVEL_TEST);
	if (!e->as.slice.step)
		return;
	text(w, ":");
	write_expr(w, e->as.slice.step, LEVEL_TEST);
}

static void write_tuple(struct writer *w, const struct expr *e, enum level asked)
{
	if (!e->as.list.elts.len) {
		text(w, "()");
		return;
	}
	bool opened = open(w, LEVEL_TUPLE, asked);

	write_list(w, e->as.list.elts, ", ", LEVEL_TEST);
	text(w, e->as.list.elts.len == 1 ? "," : "");
	close_if(w, opened);
}

static void write_dict(struct writer *w, const struct expr *e)
{
	text(w, "{");
	for (uint32_t i = 0; i < e->as.dict.values.len; i++) {
		const struct expr *key = e->as.dict.keys.at[i];
		text(w, i ? ", " : "");
		if (key)
			write_expr(w, key, LEVEL_TEST);
		text(w, key ? ": " : "**");
		write_expr(w, e->as.dict.values.at[i], key ? LEVEL_TEST : LEVEL_BIT_OR);
	}
	text(w, "}");
}

static void write_comprehension(struct writer *w, const struct expr *e)
{
	const char *brackets = e->kind == EXPR_LIST_COMP ? "[]"
		: e->kind == EXPR_GENERATOR              ? "()"
							 : "{}";

	sbuf_char(w->out, brackets[0]);
	write_expr(w, e->as.comp.elt, LEVEL_TEST);
	if (e->kind == EXPR_DICT_COMP) {
		text(w, ": ");
		write_expr(w, e->as.comp.value, LEVEL_TEST);
	}
	for (uint32_t i = 0; i < e->as.comp.generators.len; i++) {
		const struct comprehension *c = &e->as.comp.generators.at[i];
		text(w, c->is_async ? " async for " : " for ");
		write_expr(w, c->target, LEVEL_TUPLE);
		text(w, " in ");
		write_expr(w, c->iter, LEVEL_TEST + 1);
		for (uint32_t k = 0; k < c->ifs.len; k++) {
			text(w, " if ");
			write_expr(w, c->ifs.at[k], LEVEL_TEST + 1);
		}
	}
	sbuf_char(w->out, brackets[1]);
}

static void write_expr(struct writer *w, const struct expr *e, enum level level)
{
	switch (e->kind) {
	case EXPR_CONSTANT:
		write_constant(w, e);
		break;
	case EXPR_NAME:
		text(w, e->as.name.id);
		break;
	case EXPR_BINOP:
		write_binop(w, e, level);
		break;
	case EXPR_UNARY:
		write_unary(w, e, level);
		break;
	case EXPR_BOOLOP:
		write_boolop(w, e, level);
		break;
	case EXPR_COMPARE:
		write_compare(w, e, level);
		break;
	case EXPR_IFEXP:
		write_ifexp(w, e, level);
		break;
	case EXPR_CALL:
		write_call(w, e);
		break;
	case EXPR_ATTRIBUTE:
		write_attribute(w, e);
		break;
	case EXPR_SUBSCRIPT:
		write_expr(w, e->as.subscript.value, LEVEL_ATOM);
		text(w, "[");
		write_expr(w, e->as.subscript.index, LEVEL_TUPLE);
		text(w, "]");
		break;
	case EXPR_SLICE:
		write_slice(w, e);
		break;
	case EXPR_STARRED:
		text(w, "*");
		write_expr(w, e->as.starred.value, LEVEL_BIT_OR);
		break;
	case EXPR_LIST:
		text(w, "[");
		write_list(w, e->as.list.elts, ", ", LEVEL_TEST);
		text(w, "]");
		break;
	case EXPR_TUPLE:
		write_tuple(w, e, level);
		break;
	case EXPR_SET:
		text(w, "{");
		write_list(w, e->as.list.elts, ", ", LEVEL_TEST);
		text(w, "}");
		break;
	case EXPR_DICT:
		write_dict(w, e);
		break;
	case EXPR_LIST_COMP:
	case EXPR_SET_COMP:
	case EXPR_DICT_COMP:
	case EXPR_GENERATOR:
		write_comprehension(w, e);
		break;
	case EXPR_LAMBDA:
		write_lambda(w, e, level);
		break;
	case EXPR_NAMED:
	case EXPR_AWAIT:
	case EXPR_YIELD:
	case EXPR_YIELD_FROM:
	case EXPR_JOINED_STR:
	case EXPR_FORMATTED:
	case EXPR_KIND_COUNT:
		if (!w->refused)
			w->refused = e;
	}
}

const struct expr *unparse_expr(const struct expr *e, struct sbuf *out)
{
	struct writer w = { .out = out };

	write_expr(&w, e, LEVEL_TEST);
	return w.refused;
}
