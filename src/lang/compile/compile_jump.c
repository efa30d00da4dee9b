/* Truth, comparison, and what jumps because of them. */

#include "lang/compile/compile.h"

#include <assert.h>

/* The comparator i: of "in", a list is made as a tuple. */
static uint16_t comparator(struct builder *u, const struct expr *e, uint32_t i)
{
	enum cmp_op op = e->as.compare.ops[i];

	if (i + 1 == e->as.compare.comparators.len && (op == CMP_IN || op == CMP_NOT_IN))
		return compile_iterable(u, e->as.compare.comparators.at[i]);
	return compile_expr(u, e->as.compare.comparators.at[i]);
}

/* The number to compare with, if it fits into the instruction. */
static bool small_comparator(struct builder *u, const struct expr *e, uint32_t i, int16_t *number)
{
	struct constant k;

	if (opcode_of(OPCODE_JUMP_COMPARE_INT, e->as.compare.ops[i]) == OP_EXT ||
		!compile_fold_expr(u, e->as.compare.comparators.at[i], &k) ||
		k.kind != CONSTANT_INT || k.i < INT16_MIN || k.i > INT16_MAX)
		return false;
	*number = (int16_t)k.i;
	return true;
}

/* The last comparison of e as a jump, its left side in the register. */
static void compare_jump(struct builder *u, const struct expr *e, uint32_t i, uint16_t left,
	struct block *target, bool cond)
{
	enum cmp_op op = e->as.compare.ops[i];
	struct span here = u->loc;
	int16_t number;

	if (small_comparator(u, e, i, &number)) {
		u->loc = e->as.compare.comparators.at[i]->span;
		builder_mark(u);
		u->loc = here;
		builder_jump(u,
			opcode_of(cond ? OPCODE_JUMP_COMPARE_INT : OPCODE_JUMP_NOT_COMPARE_INT, op),
			left, (uint16_t)number, target);
		return;
	}
	uint16_t right = comparator(u, e, i);

	enum opcode jump = opcode_of(cond ? OPCODE_JUMP_COMPARE : OPCODE_JUMP_NOT_COMPARE, op);
	if (jump != OP_EXT) {
		builder_jump(u, jump, left, right, target);
		return;
	}
	uint16_t result = builder_push(u);

	builder_emit(u, opcode_of(OPCODE_COMPARE, op), result, left, right);
	builder_jump(u, cond ? OP_JUMP_IF : OP_JUMP_IF_NOT, result, 0, target);
}

static void jump_without_line(struct builder *u, struct block *target)
{
	struct span here = u->loc;

	builder_unplaced(u);
	builder_jump(u, OP_JUMP, 0, 0, target);
	u->loc = here;
}

/* Chained comparison: the middle values are used twice. */

static bool middles_in_place(struct builder *u, const struct expr *e)
{
	struct expr_seq all = e->as.compare.comparators;

	for (uint32_t i = 0; i + 1 < all.len; i++)
		if (all.at[i]->kind != EXPR_NAME ||
			compile_local(u, all.at[i]->as.name.id) == REG_ANY)
			return false;
	return !u->scope->has_walrus;
}

/* One step of a chain: compares left with the next value into result; gives
 * the register of that value, for the step after: its variable, or hold. */
static uint16_t chain_step(struct builder *u, const struct expr *e, uint32_t i, uint16_t left,
	uint16_t hold, bool in_place, uint16_t result)
{
	unsigned op = opcode_of(OPCODE_COMPARE, e->as.compare.ops[i]);
	uint16_t base = u->depth;

	if (in_place) {
		uint16_t right = compile_expr(u, e->as.compare.comparators.at[i]);

		builder_emit(u, op, result, left, right);
		return right;
	}
	uint16_t right = compile_push(u, e->as.compare.comparators.at[i]), copy = builder_push(u);

	builder_emit(u, OP_COPY, copy, right, 0);
	builder_emit(u, op, result, left, copy);
	builder_emit(u, OP_MOVE, hold, right, 0);
	u->depth = base;
	return hold;
}

static void chain_jump(struct builder *u, const struct expr *e, struct block *target, bool cond)
{
	struct block *cleanup = builder_block(u), *end = builder_block(u);
	uint32_t last = e->as.compare.comparators.len - 1;
	uint16_t base = u->depth;
	bool in_place = middles_in_place(u, e);
	uint16_t left = in_place ? compile_expr(u, e->as.compare.left)
				 : compile_push(u, e->as.compare.left);
	uint16_t hold = left, after = u->depth;

	for (uint32_t i = 0; i < last; i++) {
		uint16_t result = builder_push(u);

		left = chain_step(u, e, i, left, hold, in_place, result);
		builder_jump(u, OP_JUMP_IF_NOT, result, 0, cleanup);
		u->depth = after;
	}
	compare_jump(u, e, last, left, target, cond);
	u->depth = base;
	jump_without_line(u, end);
	builder_use(u, cleanup);
	if (in_place)
		builder_mark(u);
	else
		builder_emit(u, OP_DROP, hold, 0, 0);
	if (!cond)
		jump_without_line(u, target);
	builder_use(u, end);
}

/* Where all branches leave their value: never a variable, which must change at
 * the end only.  One register for nested ones, so that jumps can be joined. */
static uint16_t branch_result(struct builder *u, uint16_t dst)
{
	return dst != REG_ANY && builder_is_temp(dst) ? dst : builder_push(u);
}

static uint16_t chain_value(struct builder *u, const struct expr *e, uint16_t dst)
{
	struct block *cleanup = builder_block(u), *end = builder_block(u);
	uint32_t last = e->as.compare.comparators.len - 1;
	uint16_t base = u->depth, result = branch_result(u, dst);
	bool in_place = middles_in_place(u, e);
	uint16_t left = in_place ? compile_expr(u, e->as.compare.left)
				 : compile_push(u, e->as.compare.left);
	uint16_t hold = left;

	for (uint32_t i = 0; i < last; i++) {
		left = chain_step(u, e, i, left, hold, in_place, result);
		builder_jump(u, OP_JUMP_IF_NOT_KEEP, result, 0, cleanup);
	}
	builder_emit(u, opcode_of(OPCODE_COMPARE, e->as.compare.ops[last]), result, left,
		comparator(u, e, last));
	u->depth = (uint16_t)(base + (result != dst));
	jump_without_line(u, end);
	builder_use(u, cleanup);
	if (in_place)
		builder_mark(u);
	else
		builder_emit(u, OP_DROP, hold, 0, 0);
	builder_use(u, end);
	return compile_settle(u, result, dst);
}

uint16_t compile_compare(struct builder *u, const struct expr *e, uint16_t dst)
{
	uint16_t base = u->depth;

	warn_compare(u, e);
	if (e->as.compare.comparators.len > 1)
		return chain_value(u, e, dst);
	uint16_t left = compile_operand(u, e->as.compare.left, e->as.compare.comparators.at[0]);
	uint16_t right = comparator(u, e, 0);

	u->depth = base;
	dst = compile_result(u, dst);
	builder_emit(u, opcode_of(OPCODE_COMPARE, e->as.compare.ops[0]), dst, left, right);
	return dst;
}

/* and, or */

uint16_t compile_boolop(struct builder *u, const struct expr *e, uint16_t dst)
{
	struct expr_seq values = e->as.boolop.values;
	struct block *end = builder_block(u);
	uint16_t result = branch_result(u, dst);
	struct constant k;

	for (uint32_t i = 0; i + 1 < values.len; i++) {
		if (compile_fold_expr(u, values.at[i], &k) &&
			compile_fold_truth(&k) != e->as.boolop.is_or) {
			struct span here = u->loc;

			u->loc = values.at[i]->span;
			builder_nop(u);
			u->loc = here;
			builder_nop(u);
			continue;
		}
		compile_to(u, values.at[i], result);
		if (compile_fold_expr(u, values.at[i], &k))
			builder_jump(u, OP_JUMP, 0, 0, end);
		else
			builder_jump(u, e->as.boolop.is_or ? OP_JUMP_IF_KEEP : OP_JUMP_IF_NOT_KEEP,
				result, 0, end);
	}
	compile_to(u, values.at[values.len - 1], result);
	builder_use(u, end);
	return compile_settle(u, result, dst);
}

uint16_t compile_ifexp(struct builder *u, const struct expr *e, uint16_t dst)
{
	struct block *end = builder_block(u), *next = builder_block(u);

	compile_jump(u, e->as.ifexp.test, next, false);
	uint16_t result = branch_result(u, dst);

	compile_to(u, e->as.ifexp.body, result);
	jump_without_line(u, end);
	builder_use(u, next);
	compile_to(u, e->as.ifexp.orelse, result);
	builder_use(u, end);
	return compile_settle(u, result, dst);
}

/* Jumps on the truth of an expression. */

static void jump_boolop(struct builder *u, const struct expr *e, struct block *target, bool cond)
{
	struct expr_seq values = e->as.boolop.values;
	bool each = e->as.boolop.is_or;
	struct block *early = each == cond ? target : builder_block(u);

	for (uint32_t i = 0; i + 1 < values.len; i++)
		compile_jump(u, values.at[i], early, each);
	compile_jump(u, values.at[values.len - 1], target, cond);
	if (early != target)
		builder_use(u, early);
}

static void jump_ifexp(struct builder *u, const struct expr *e, struct block *target, bool cond)
{
	struct block *end = builder_block(u), *next = builder_block(u);

	compile_jump(u, e->as.ifexp.test, next, false);
	compile_jump(u, e->as.ifexp.body, target, cond);
	jump_without_line(u, end);
	builder_use(u, next);
	compile_jump(u, e->as.ifexp.orelse, target, cond);
	builder_use(u, end);
}

static void jump_constant(struct builder *u, const struct expr *e, struct block *target, bool jumps)
{
	struct span here = u->loc;

	u->loc = e->span;
	builder_nop(u);
	u->loc = here;
	if (jumps)
		builder_jump(u, OP_JUMP, 0, 0, target);
	else
		builder_nop(u);
}

/* The place stays that of the comparison, also for what follows. */
static void jump_compare(struct builder *u, const struct expr *e, struct block *target, bool cond)
{
	uint16_t base = u->depth;

	u->loc = e->span;
	warn_compare(u, e);
	if (e->as.compare.comparators.len > 1) {
		chain_jump(u, e, target, cond);
	} else {
		uint16_t left = compile_operand(
			u, e->as.compare.left, e->as.compare.comparators.at[0]);

		compare_jump(u, e, 0, left, target, cond);
	}
	u->depth = base;
}

void compile_jump(struct builder *u, const struct expr *e, struct block *target, bool cond)
{
	assert(target && "a jump goes somewhere");
	struct constant k;
	struct expr flipped;
	enum cmp_op op;

	if (compile_fold_expr(u, e, &k)) {
		jump_constant(u, e, target, compile_fold_truth(&k) == cond);
	} else if (compile_fold_not(e, &flipped, &op)) {
		jump_compare(u, &flipped, target, cond);
	} else if (e->kind == EXPR_UNARY && e->as.unary.op == UNARY_NOT) {
		compile_jump(u, e->as.unary.operand, target, !cond);
	} else if (e->kind == EXPR_BOOLOP) {
		jump_boolop(u, e, target, cond);
	} else if (e->kind == EXPR_IFEXP) {
		jump_ifexp(u, e, target, cond);
	} else if (e->kind == EXPR_COMPARE) {
		jump_compare(u, e, target, cond);
	} else {
		uint16_t base = u->depth, reg = compile_expr(u, e);

		builder_jump(u, cond ? OP_JUMP_IF : OP_JUMP_IF_NOT, reg, 0, target);
		u->depth = base;
	}
}
