/* Displays of lists, sets, tuples and dicts, and f-strings. */

#include "lang/compile/compile.h"

#include <assert.h>

struct display {
	uint16_t build, add, extend;
};

static struct display display_of(enum expr_kind kind)
{
	if (kind == EXPR_SET)
		return (struct display){ OP_BUILD_SET, OP_SET_ADD, OP_SET_UPDATE };
	return (struct display){ OP_BUILD_LIST, OP_LIST_APPEND, OP_LIST_EXTEND };
}

static bool all_constant(struct builder *u, struct expr_seq seq, struct constant *k)
{
	struct expr tuple = { .kind = EXPR_TUPLE, .ctx = EXPR_LOAD };

	tuple.as.list.elts = seq;
	return compile_fold_expr(u, &tuple, k);
}

/* More than two constants: one constant tuple or frozenset, unpacked. */
static uint16_t constant_display(
	struct builder *u, struct display d, struct constant k, uint16_t dst)
{
	uint16_t result = builder_push(u);

	builder_emit(u, d.build, result, result, 0);
	builder_emit(u, d.extend, result, compile_constant(u, k, REG_ANY), 0);
	builder_pop(u, 1);
	return compile_settle(u, result, dst);
}

/* All elements into temporaries, then one instruction. */
static uint16_t plain_display(
	struct builder *u, unsigned build, struct expr_seq elts, unsigned npushed, uint16_t dst)
{
	uint16_t base = (uint16_t)(u->depth - npushed);

	for (uint32_t i = 0; i < elts.len; i++)
		compile_push(u, elts.at[i]);
	u->depth = base;
	dst = compile_result(u, dst);
	builder_emit(u, build, dst, (unsigned)REG_TEMP + base, elts.len + npushed);
	return dst;
}

static bool has_starred(struct expr_seq elts)
{
	for (uint32_t i = 0; i < elts.len; i++)
		if (elts.at[i]->kind == EXPR_STARRED)
			return true;
	return false;
}

static void add_element(struct builder *u, struct display d, uint16_t result, const struct expr *e)
{
	bool star = e->kind == EXPR_STARRED;
	uint16_t base = u->depth, reg = compile_expr(u, star ? e->as.starred.value : e);

	builder_emit(u, star ? d.extend : d.add, result, reg, 0);
	u->depth = base;
}

/* Elements one by one, from the first starred one on or, in a long display,
 * from the beginning. */
static uint16_t gradual_display(
	struct builder *u, struct display d, struct expr_seq elts, unsigned npushed)
{
	bool big = elts.len + npushed > COMPILE_STACK_GUIDELINE;
	uint16_t result = (uint16_t)(REG_TEMP + u->depth - npushed);
	uint32_t i = 0;

	while (!big && elts.at[i]->kind != EXPR_STARRED)
		compile_push(u, elts.at[i++]);
	u->depth = (uint16_t)(result - REG_TEMP);
	builder_push(u);
	builder_emit(u, d.build, result, result, i + npushed);
	for (; i < elts.len; i++)
		add_element(u, d, result, elts.at[i]);
	return result;
}

uint16_t compile_sequence(struct builder *u, enum expr_kind kind, struct expr_seq elts,
	unsigned npushed, uint16_t dst)
{
	assert(npushed <= u->depth && "what was pushed is in temporaries");
	struct display d = display_of(kind);
	struct constant k;

	if (elts.len > 2 && !npushed && kind != EXPR_TUPLE && all_constant(u, elts, &k)) {
		k.kind = kind == EXPR_SET ? CONSTANT_FROZENSET : CONSTANT_TUPLE;
		return constant_display(u, d, k, dst);
	}
	if (!has_starred(elts) && elts.len + npushed <= COMPILE_STACK_GUIDELINE)
		return plain_display(u, kind == EXPR_TUPLE ? (unsigned)OP_BUILD_TUPLE : d.build,
			elts, npushed, dst);
	uint16_t result = gradual_display(u, d, elts, npushed);

	if (kind == EXPR_TUPLE)
		builder_emit(u, OP_LIST_TO_TUPLE, result, result, 0);
	return compile_settle(u, result, dst);
}

uint16_t compile_iterable(struct builder *u, const struct expr *e)
{
	struct constant k;

	if (e->kind == EXPR_SET && all_constant(u, e->as.list.elts, &k)) {
		k.kind = CONSTANT_FROZENSET;
		return compile_constant(u, k, REG_ANY);
	}
	if (e->kind != EXPR_LIST || has_starred(e->as.list.elts))
		return compile_expr(u, e);
	struct expr tuple = *e;

	tuple.kind = EXPR_TUPLE;
	return compile_expr(u, &tuple);
}

/* Dicts. */

static bool constant_keys(
	struct builder *u, const struct expr *e, uint32_t begin, uint32_t end, struct constant *k)
{
	return all_constant(u, (struct expr_seq){ e->as.dict.keys.at + begin, end - begin }, k);
}

/* A dict of the pairs begin <= i < end into a new temporary. */
static void push_pairs(struct builder *u, const struct expr *e, uint32_t begin, uint32_t end)
{
	uint32_t n = end - begin;
	bool big = n * 2 > COMPILE_STACK_GUIDELINE;
	uint16_t base = u->depth, first = (uint16_t)(REG_TEMP + base);
	struct constant keys;

	if (n > 1 && !big && constant_keys(u, e, begin, end, &keys)) {
		for (uint32_t i = begin; i < end; i++)
			compile_push(u, e->as.dict.values.at[i]);
		u->depth = (uint16_t)(base + 1);
		builder_emit(u, OP_BUILD_DICT_KEYS, first, first, n);
		builder_emit_wide(u, OP_EXT, 0, builder_constant(u, keys));
		return;
	}
	if (big)
		builder_emit(u, OP_BUILD_DICT, builder_push(u), first, 0);
	for (uint32_t i = begin; i < end; i++) {
		uint16_t key = compile_push(u, e->as.dict.keys.at[i]);
		uint16_t value = compile_push(u, e->as.dict.values.at[i]);

		if (!big)
			continue;
		builder_emit(u, OP_DICT_SET, first, key, value);
		builder_pop(u, 2);
	}
	if (!big) {
		u->depth = base;
		builder_emit(u, OP_BUILD_DICT, builder_push(u), first, n);
	}
}

/* Adds the dict on top to the one below, if there is one. */
static void update_top(struct builder *u, bool *have_dict)
{
	if (*have_dict) {
		uint16_t top = (uint16_t)(REG_TEMP + u->depth - 1);

		builder_emit(u, OP_DICT_UPDATE, (unsigned)top - 1, top, 0);
		builder_pop(u, 1);
	}
	*have_dict = true;
}

static void push_empty(struct builder *u)
{
	uint16_t dict = builder_push(u);

	builder_emit(u, OP_BUILD_DICT, dict, dict, 0);
}

uint16_t compile_dict(struct builder *u, const struct expr *e, uint16_t dst)
{
	uint32_t n = e->as.dict.values.len, waiting = 0;
	uint16_t result = (uint16_t)(REG_TEMP + u->depth);
	bool have_dict = false;

	for (uint32_t i = 0; i < n; i++) {
		bool unpacked = !e->as.dict.keys.at[i],
		     full = !unpacked && waiting * 2 > COMPILE_STACK_GUIDELINE;

		if (waiting && (unpacked || full)) {
			push_pairs(u, e, i - waiting, i + full);
			update_top(u, &have_dict);
			waiting = 0;
		} else if (!unpacked) {
			waiting++;
		}
		if (!unpacked)
			continue;
		if (!have_dict)
			push_empty(u);
		have_dict = true;
		compile_push(u, e->as.dict.values.at[i]);
		update_top(u, &have_dict);
	}
	if (waiting) {
		push_pairs(u, e, n - waiting, n);
		update_top(u, &have_dict);
	}
	if (!have_dict)
		push_empty(u);
	return compile_settle(u, result, dst);
}

/* f-strings. */

uint16_t compile_joined(struct builder *u, const struct expr *e, uint16_t dst)
{
	struct expr_seq values = e->as.joined.values;
	uint16_t base = u->depth;
	bool big = values.len > COMPILE_STACK_GUIDELINE;

	if (values.len == 1)
		return compile_to(u, values.at[0], dst);
	for (uint32_t i = 0; i < values.len; i++) {
		compile_push(u, values.at[i]);
		if (big)
			builder_mark(u);
	}
	u->depth = base;
	dst = compile_result(u, dst);
	builder_emit(u, OP_BUILD_STRING, dst, (unsigned)REG_TEMP + base, values.len);
	return dst;
}

uint16_t compile_formatted(struct builder *u, const struct expr *e, uint16_t dst)
{
	uint16_t base = u->depth;
	unsigned how = (unsigned char)e->as.formatted.conversion;

	compile_push(u, e->as.formatted.value);
	if (e->as.formatted.spec) {
		compile_push(u, e->as.formatted.spec);
		how += 256;
	}
	u->depth = base;
	dst = compile_result(u, dst);
	builder_emit(u, OP_FORMAT, dst, (unsigned)REG_TEMP + base, how);
	return dst;
}
