/* Calls: positional and named arguments, stars, and calls of methods. */

#include "lang/compile/compile.h"

#include <assert.h>

static bool has_star(struct expr_seq args)
{
	for (uint32_t i = 0; i < args.len; i++)
		if (args.at[i]->kind == EXPR_STARRED)
			return true;
	return false;
}

static bool has_double_star(const struct keyword *keywords, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (!keywords[i].name)
			return true;
	return false;
}

static void check_keywords(struct builder *u, const struct keyword *keywords, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = i + 1; k < n && keywords[i].name; k++)
			if (keywords[k].name == keywords[i].name)
				builder_error(u, keywords[k].span, "keyword argument repeated: %s",
					keywords[i].name);
}

/* A constant tuple of the keywords' names. */
static struct constant names_of(struct builder *u, const struct keyword *keywords, uint32_t n)
{
	struct constant k = { .kind = CONSTANT_TUPLE, .nitems = n };

	k.items = arena_alloc(&u->compiler->program->arena, n * sizeof *k.items);
	for (uint32_t i = 0; i < n; i++) {
		const char *name = compile_mangle(u, keywords[i].name);

		k.items[i] = (struct constant){ .kind = CONSTANT_STR,
			.s = { name, intern_len(name) } };
	}
	return k;
}

static void push_arguments(
	struct builder *u, struct expr_seq args, const struct keyword *keywords, uint32_t nkeywords)
{
	for (uint32_t i = 0; i < args.len; i++)
		compile_push(u, args.at[i]);
	for (uint32_t i = 0; i < nkeywords; i++)
		compile_push(u, keywords[i].value);
}

static uint16_t emit_call(struct builder *u, bool method, uint16_t first, uint32_t nargs,
	const struct keyword *keywords, uint32_t nkeywords, uint16_t dst)
{
	static const uint16_t ops[2][2] = { { OP_CALL, OP_CALL_KW },
		{ OP_CALL_METHOD, OP_CALL_METHOD_KW } };

	u->depth = (uint16_t)(first - REG_TEMP);
	dst = compile_result(u, dst);
	builder_emit(u, ops[method][nkeywords > 0], dst, first, nargs + nkeywords);
	if (nkeywords)
		builder_emit_wide(
			u, OP_EXT, 0, builder_constant(u, names_of(u, keywords, nkeywords)));
	return dst;
}

/* Calls with * or **: the arguments become a list, the keywords a dict. */

/* A dict of n named keywords, as CPython builds it. */
static void push_named(struct builder *u, const struct keyword *keywords, uint32_t n)
{
	bool big = n * 2 > COMPILE_STACK_GUIDELINE;
	uint16_t first = (uint16_t)(REG_TEMP + u->depth);

	if (!big && n > 1) {
		push_arguments(u, (struct expr_seq){ 0 }, keywords, n);
		builder_emit(u, OP_BUILD_DICT_KEYS, first, first, n);
		builder_emit_wide(u, OP_EXT, 0, builder_constant(u, names_of(u, keywords, n)));
		builder_pop(u, n - 1);
		return;
	}
	builder_emit(u, OP_BUILD_DICT, builder_push(u), first, 0);
	for (uint32_t i = 0; i < n; i++) {
		struct constant k = names_of(u, &keywords[i], 1);
		uint16_t key = compile_constant(u, k.items[0], REG_ANY);
		uint16_t value = compile_push(u, keywords[i].value);

		builder_emit(u, OP_DICT_SET, first, key, value);
		builder_pop(u, 2);
	}
}

/* Merges the dict on top into the one below. */
static void merge_top(struct builder *u, uint16_t callee)
{
	uint16_t top = (uint16_t)(REG_TEMP + u->depth - 1);

	builder_emit(u, OP_DICT_MERGE, (unsigned)top - 1, top, callee);
	builder_pop(u, 1);
}

static void push_keywords(
	struct builder *u, const struct keyword *keywords, uint32_t n, uint16_t callee)
{
	uint32_t named = 0;
	bool have_dict = false;

	for (uint32_t i = 0; i <= n; i++) {
		if (i < n && keywords[i].name) {
			named++;
			continue;
		}
		if (named) {
			push_named(u, &keywords[i - named], named);
			if (have_dict)
				merge_top(u, callee);
			have_dict = true;
			named = 0;
		}
		if (i == n)
			break;
		if (!have_dict) {
			uint16_t dict = builder_push(u);

			builder_emit(u, OP_BUILD_DICT, dict, dict, 0);
			have_dict = true;
		}
		compile_push(u, keywords[i].value);
		merge_top(u, callee);
	}
}

static uint16_t call_with_stars(struct builder *u, uint16_t callee, struct expr_seq args,
	const struct keyword *keywords, uint32_t nkeywords, uint16_t dst)
{
	bool only_star = args.len == 1 && args.at[0]->kind == EXPR_STARRED;
	uint16_t items = 0;

	if (only_star)
		items = compile_push(u, args.at[0]->as.starred.value);
	else
		compile_sequence(u, EXPR_LIST, args, 0, REG_ANY);
	if (nkeywords)
		push_keywords(u, keywords, nkeywords, callee);
	else
		builder_emit(u, OP_LOAD_UNSET, builder_push(u), 0, 0);
	if (only_star)
		builder_emit(u, OP_SPREAD, items, items, callee);
	u->depth = (uint16_t)(callee - REG_TEMP);
	dst = compile_result(u, dst);
	builder_emit(u, OP_CALL_EX, dst, callee, 0);
	return dst;
}

uint16_t compile_call_rest(struct builder *u, uint16_t first, unsigned nbefore,
	struct expr_seq args, const struct keyword *keywords, uint32_t nkeywords, uint16_t dst)
{
	assert(nbefore > 0 && builder_is_temp(first) && "a callable is on the stack");
	bool stars = has_star(args) || has_double_star(keywords, nkeywords);

	assert((nbefore == 1 || !stars) &&
		"only plain calls take their first arguments from registers");
	if (stars || (nbefore == 1 && args.len + 2 * nkeywords > COMPILE_STACK_GUIDELINE))
		return call_with_stars(u, first, args, keywords, nkeywords, dst);
	push_arguments(u, args, keywords, nkeywords);
	return emit_call(u, false, first, nbefore - 1 + args.len, keywords, nkeywords, dst);
}

/* object.name(…): looks the method up without making it a value. */
static bool is_method_call(const struct expr *e)
{
	uint32_t nargs = e->as.call.args.len, nkeywords = e->as.call.nkeywords;

	return e->as.call.func->kind == EXPR_ATTRIBUTE && !has_star(e->as.call.args) &&
		!has_double_star(e->as.call.keywords, nkeywords) &&
		nargs + nkeywords + (nkeywords != 0) < COMPILE_STACK_GUIDELINE;
}

static uint16_t call_method(struct builder *u, const struct expr *e, uint16_t dst)
{
	const struct expr *func = e->as.call.func;
	uint16_t base = u->depth, first = (uint16_t)(REG_TEMP + base);
	uint16_t object = compile_expr(u, func->as.attribute.value);

	u->depth = base;
	builder_push(u);
	builder_push(u);
	u->loc = func->span;
	compile_at_attribute(u, func);
	builder_emit(u, OP_GET_METHOD, first, object,
		builder_name(u, compile_mangle(u, func->as.attribute.attr)));
	push_arguments(u, e->as.call.args, e->as.call.keywords, e->as.call.nkeywords);
	u->loc = e->span;
	compile_at_attribute(u, func);
	return emit_call(u, true, first, e->as.call.args.len, e->as.call.keywords,
		e->as.call.nkeywords, dst);
}

uint16_t compile_call(struct builder *u, const struct expr *e, uint16_t dst)
{
	check_keywords(u, e->as.call.keywords, e->as.call.nkeywords);
	warn_call(u, e);
	if (is_method_call(e))
		return call_method(u, e, dst);
	uint16_t callee = compile_push(u, e->as.call.func);

	return compile_call_rest(
		u, callee, 1, e->as.call.args, e->as.call.keywords, e->as.call.nkeywords, dst);
}
