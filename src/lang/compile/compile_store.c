/* Targets: what may stand left of =, after for, as, del. */

#include "lang/compile/compile.h"

/* Unpacks the value in reg into the targets, then stores each. */
static void store_sequence(struct builder *u, const struct expr *target, uint16_t reg)
{
	struct expr_seq elts = target->as.list.elts;
	uint32_t star = elts.len;

	for (uint32_t i = 0; i < elts.len; i++) {
		if (elts.at[i]->kind != EXPR_STARRED)
			continue;
		if (star < elts.len)
			builder_error(
				u, target->span, "multiple starred expressions in assignment");
		star = i;
	}
	if (elts.len > CODE_MAX_REGS) {
		builder_error(u, target->span, "too many expressions in star-unpacking assignment");
		return;
	}
	uint16_t first = (uint16_t)(REG_TEMP + u->depth);

	for (uint32_t i = 0; i < elts.len; i++)
		builder_push(u);
	if (star < elts.len) {
		builder_emit(u, OP_UNPACK_REST, first, reg, star);
		builder_emit_wide(u, OP_EXT, 0, elts.len - star - 1);
	} else {
		builder_emit(u, OP_UNPACK, first, reg, elts.len);
	}
	for (uint32_t i = 0; i < elts.len; i++)
		compile_store(u, i == star ? elts.at[i]->as.starred.value : elts.at[i],
			(uint16_t)(first + i));
	builder_pop(u, elts.len);
}

static void store_attribute(struct builder *u, const struct expr *target, uint16_t reg)
{
	uint16_t base = u->depth, object = compile_expr(u, target->as.attribute.value);

	compile_at_attribute(u, target);
	builder_emit(u, OP_SET_ATTR, object, reg,
		builder_name(u, compile_mangle(u, target->as.attribute.attr)));
	u->depth = base;
}

static void store_item(struct builder *u, const struct expr *target, uint16_t reg)
{
	uint16_t base = u->depth;
	uint16_t object = compile_operand(
		u, target->as.subscript.value, target->as.subscript.index);
	uint16_t index = compile_expr(u, target->as.subscript.index);

	builder_emit(u, OP_SET_ITEM, object, index, reg);
	u->depth = base;
}

void compile_store(struct builder *u, const struct expr *target, uint16_t reg)
{
	struct span before = u->loc;

	u->loc = target->span;
	switch (target->kind) {
	case EXPR_NAME:
		compile_store_name(u, target->as.name.id, reg);
		break;
	case EXPR_ATTRIBUTE:
		store_attribute(u, target, reg);
		break;
	case EXPR_SUBSCRIPT:
		store_item(u, target, reg);
		break;
	case EXPR_LIST:
	case EXPR_TUPLE:
		store_sequence(u, target, reg);
		break;
	case EXPR_STARRED:
		builder_error(
			u, target->span, "starred assignment target must be in a list or tuple");
		break;
	default:
		builder_error(u, target->span, "cannot assign to expression");
		break;
	}
	u->loc = before;
}

static void delete_item(struct builder *u, const struct expr *target)
{
	uint16_t object = compile_operand(
		u, target->as.subscript.value, target->as.subscript.index);

	builder_emit(u, OP_DEL_ITEM, object, compile_expr(u, target->as.subscript.index), 0);
}

static void delete_attribute(struct builder *u, const struct expr *target)
{
	uint16_t object = compile_expr(u, target->as.attribute.value);

	compile_at_attribute(u, target);
	builder_emit(u, OP_DEL_ATTR, object, 0,
		builder_name(u, compile_mangle(u, target->as.attribute.attr)));
}

void compile_delete(struct builder *u, const struct expr *target)
{
	struct span before = u->loc;
	uint16_t base = u->depth;

	u->loc = target->span;
	switch (target->kind) {
	case EXPR_NAME:
		compile_delete_name(u, target->as.name.id);
		break;
	case EXPR_ATTRIBUTE:
		delete_attribute(u, target);
		break;
	case EXPR_SUBSCRIPT:
		delete_item(u, target);
		break;
	case EXPR_LIST:
	case EXPR_TUPLE:
		for (uint32_t i = 0; i < target->as.list.elts.len; i++)
			compile_delete(u, target->as.list.elts.at[i]);
		break;
	default:
		builder_error(u, target->span, "cannot delete expression");
		break;
	}
	u->depth = base;
	u->loc = before;
}

/* Assignment. */

/* The register of a local target that can take the result of value directly:
 * then storing must be no step of its own. */
static uint16_t direct(struct builder *u, const struct expr *target, const struct expr *value)
{
	if (target->kind != EXPR_NAME || compile_last_line(u, value) != target->span.line)
		return REG_ANY;
	return compile_local(u, target->as.name.id);
}

static bool distinct_locals(struct builder *u, struct expr_seq targets)
{
	for (uint32_t i = 0; i < targets.len; i++) {
		const struct expr *t = targets.at[i];

		if (t->kind != EXPR_NAME || t->span.line != targets.at[0]->span.line)
			return false;
		if (compile_local(u, t->as.name.id) == REG_ANY)
			return false;
		for (uint32_t k = 0; k < i; k++)
			if (targets.at[k]->as.name.id == t->as.name.id)
				return false;
	}
	return true;
}

/* a, b = x, y without a tuple.  CPython stores plain locals in reverse. */
static bool assign_swap(struct builder *u, const struct expr *target, const struct expr *value)
{
	bool sequence = target->kind == EXPR_TUPLE || target->kind == EXPR_LIST;
	struct constant k;

	if (!sequence || value->kind != EXPR_TUPLE || compile_fold_expr(u, value, &k))
		return false;
	struct expr_seq to = target->as.list.elts, from = value->as.list.elts;

	if (to.len != from.len || to.len < 1 || to.len > 3)
		return false;
	for (uint32_t i = 0; i < to.len; i++)
		if (to.at[i]->kind == EXPR_STARRED || from.at[i]->kind == EXPR_STARRED)
			return false;
	struct span before = u->loc;
	uint16_t first = (uint16_t)(REG_TEMP + u->depth);

	for (uint32_t i = 0; i < from.len; i++)
		compile_push(u, from.at[i]);
	u->loc = value->span;
	builder_nop(u);
	u->loc = target->span;
	builder_mark(u);
	bool reversed = distinct_locals(u, to);

	for (uint32_t i = 0; i < to.len; i++) {
		uint32_t at = reversed ? to.len - 1 - i : i;

		compile_store(u, to.at[at], (uint16_t)(first + at));
	}
	builder_pop(u, from.len);
	u->loc = before;
	return true;
}

void compile_assign(struct builder *u, const struct stmt *s)
{
	struct expr_seq targets = s->as.assign.targets;
	const struct expr *value = s->as.assign.value;
	uint16_t base = u->depth, reg;

	if (targets.len == 1) {
		if (assign_swap(u, targets.at[0], value))
			return;
		uint16_t var = direct(u, targets.at[0], value);

		if (var != REG_ANY) {
			compile_to(u, value, var);
			builder_stored(u, var, targets.at[0]->span);
			return;
		}
		reg = compile_operand(u, value, targets.at[0]);
		compile_store(u, targets.at[0], reg);
		u->depth = base;
		return;
	}
	reg = compile_push(u, value);
	for (uint32_t i = 0; i < targets.len; i++) {
		uint16_t copy = reg;

		if (i + 1 < targets.len)
			builder_emit(u, OP_COPY, copy = builder_push(u), reg, 0);
		compile_store(u, targets.at[i], copy);
		u->depth = (uint16_t)(base + 1);
	}
	u->depth = base;
}

/* x += value: the old value is taken first. */
static void aug_name(struct builder *u, const struct stmt *s)
{
	const enum opcode with_int = opcode_of(OPCODE_INPLACE_INT, s->as.aug.op);
	const struct expr *target = s->as.aug.target, *value = s->as.aug.value;
	uint16_t old = compile_operand(u, target, value), result;
	struct constant k;
	uint16_t var = target->span.line == s->span.line ? compile_local(u, target->as.name.id)
							 : REG_ANY;
	bool small = with_int != OP_EXT && compile_fold_expr(u, value, &k) &&
		k.kind == CONSTANT_INT && k.i >= INT16_MIN && k.i <= INT16_MAX;

	if (small) {
		u->loc = value->span;
		builder_mark(u);
		u->loc = s->span;
		result = var != REG_ANY ? var : builder_push(u);
		builder_emit(u, with_int, result, old, (uint16_t)(int16_t)k.i);
	} else {
		uint16_t operand = compile_expr(u, value);

		u->loc = s->span;
		result = var != REG_ANY ? var : builder_push(u);
		builder_emit(u, opcode_of(OPCODE_INPLACE, s->as.aug.op), result, old, operand);
	}
	if (var == REG_ANY)
		compile_store(u, target, result);
}

static void aug_attribute(struct builder *u, const struct stmt *s)
{
	const struct expr *target = s->as.aug.target;
	uint16_t name = builder_name(u, compile_mangle(u, target->as.attribute.attr));

	u->loc = target->span;
	uint16_t object = compile_operand(u, target->as.attribute.value, s->as.aug.value);
	uint16_t kept = object, result = builder_push(u);

	if (builder_is_temp(object))
		builder_emit(u, OP_COPY, kept = builder_push(u), object, 0);
	compile_at_attribute(u, target);
	builder_emit(u, OP_GET_ATTR, result, kept, name);
	u->loc = s->span;
	uint16_t operand = compile_expr(u, s->as.aug.value);

	builder_emit(u, opcode_of(OPCODE_INPLACE, s->as.aug.op), result, result, operand);
	u->loc = target->span;
	compile_at_attribute(u, target);
	builder_emit(u, OP_SET_ATTR, object, result, name);
}

/* A register with the same value, which an instruction may take away. */
static uint16_t spare(struct builder *u, uint16_t reg)
{
	if (!builder_is_temp(reg))
		return reg;
	uint16_t copy = builder_push(u);

	builder_emit(u, OP_COPY, copy, reg, 0);
	return copy;
}

static void aug_item(struct builder *u, const struct stmt *s)
{
	const struct expr *target = s->as.aug.target;

	u->loc = target->span;
	bool walrus = u->scope->has_walrus;
	uint16_t object = walrus ? compile_push(u, target->as.subscript.value)
				 : compile_expr(u, target->as.subscript.value);
	uint16_t index = walrus ? compile_push(u, target->as.subscript.index)
				: compile_expr(u, target->as.subscript.index);
	uint16_t result = builder_push(u);
	uint16_t object_copy = spare(u, object), index_copy = spare(u, index);

	builder_emit(u, OP_GET_ITEM, result, object_copy, index_copy);
	u->loc = s->span;
	uint16_t operand = compile_expr(u, s->as.aug.value);

	builder_emit(u, opcode_of(OPCODE_INPLACE, s->as.aug.op), result, result, operand);
	u->loc = target->span;
	builder_emit(u, OP_SET_ITEM, object, index, result);
}

void compile_aug_assign(struct builder *u, const struct stmt *s)
{
	uint16_t base = u->depth;

	switch (s->as.aug.target->kind) {
	case EXPR_NAME:
		aug_name(u, s);
		break;
	case EXPR_ATTRIBUTE:
		aug_attribute(u, s);
		break;
	case EXPR_SUBSCRIPT:
		aug_item(u, s);
		break;
	default:
		builder_error(
			u, s->as.aug.target->span, "illegal expression for augmented assignment");
		break;
	}
	u->depth = base;
}

/* Annotated assignment. */

/* Evaluates e and drops its value. */
static void evaluate(struct builder *u, const struct expr *e)
{
	uint16_t base = u->depth, reg = compile_expr(u, e);

	if (builder_is_temp(reg))
		builder_emit(u, OP_DROP, reg, 0, 0);
	else
		builder_mark(u);
	u->depth = base;
}

static void evaluate_target(struct builder *u, const struct expr *target)
{
	if (target->kind == EXPR_ATTRIBUTE) {
		evaluate(u, target->as.attribute.value);
	} else if (target->kind == EXPR_SUBSCRIPT) {
		evaluate(u, target->as.subscript.value);
		evaluate(u, target->as.subscript.index);
	}
}

static void store_annotation(struct builder *u, const struct stmt *s)
{
	const char *name = compile_mangle(u, s->as.ann.target->as.name.id);
	uint16_t base = u->depth, value = compile_push(u, s->as.ann.annotation);
	const char *annotations = intern_cstr(&u->compiler->program->ast.names, "__annotations__");
	uint16_t dict = compile_load_name(u, annotations, REG_ANY);
	struct constant k = { .kind = CONSTANT_STR, .s = { name, intern_len(name) } };
	uint16_t key = compile_constant(u, k, REG_ANY);

	builder_emit(u, OP_SET_ITEM, dict, key, value);
	u->depth = base;
}

void compile_ann_assign(struct builder *u, const struct stmt *s)
{
	const struct expr *target = s->as.ann.target;
	bool kept = u->scope->kind < SCOPE_FUNCTION;
	uint16_t base = u->depth;

	if (s->as.ann.value) {
		uint16_t var = direct(u, target, s->as.ann.value);

		if (var != REG_ANY)
			compile_to(u, s->as.ann.value, var);
		else
			compile_store(u, target, compile_operand(u, s->as.ann.value, target));
		u->depth = base;
	} else {
		evaluate_target(u, target);
	}
	if (kept && s->as.ann.simple)
		store_annotation(u, s);
	else if (kept)
		evaluate(u, s->as.ann.annotation);
}
