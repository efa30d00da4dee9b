/* Comprehensions: a function of one argument, the first iterator (3.11 has
 * no inlining), called at once. */

#include "lang/compile/compile.h"

struct comp {
	const struct expr *e;
	uint16_t result; /* the list, set or dict; REG_ANY for a generator */
};

static void inner_loop(struct builder *u, const struct comp *c, uint32_t at);

static void yield_element(struct builder *u, const struct expr *elt, struct span place)
{
	uint16_t base = u->depth, value = compile_expr(u, elt);

	u->depth = base;
	uint16_t sent = builder_push(u);

	builder_emit(u, OP_YIELD, sent, value, 0)->place = place;
	builder_emit(u, OP_DROP, sent, 0, 0);
	u->depth = base;
}

static void add_element(struct builder *u, const struct comp *c)
{
	const struct expr *e = c->e;
	uint16_t base = u->depth;

	switch (e->kind) {
	case EXPR_GENERATOR:
		yield_element(u, e->as.comp.elt, e->as.comp.elt->span);
		break;
	case EXPR_DICT_COMP: {
		uint16_t key = compile_operand(u, e->as.comp.elt, e->as.comp.value);

		builder_emit(u, OP_DICT_SET, c->result, key, compile_expr(u, e->as.comp.value));
		break;
	}
	default:
		builder_emit(u, e->kind == EXPR_SET_COMP ? OP_SET_ADD : OP_LIST_APPEND, c->result,
			compile_expr(u, e->as.comp.elt), 0);
	}
	u->depth = base;
}

static void rest_of_loop(struct builder *u, const struct comp *c, uint32_t at, struct block *next)
{
	const struct comprehension *gen = &c->e->as.comp.generators.at[at];

	for (uint32_t i = 0; i < gen->ifs.len; i++)
		compile_jump(u, gen->ifs.at[i], next, false);
	if (at + 1 < c->e->as.comp.generators.len)
		inner_loop(u, c, at + 1);
	else
		add_element(u, c);
	builder_use(u, next);
}

/* The first iterable comes as argument ".0". */
static uint16_t first_iterator(struct builder *u)
{
	uint16_t it = builder_push(u);
	const char *name = intern_cstr(&u->compiler->program->ast.names, ".0");

	builder_emit(u, OP_MOVE, it, builder_local(u, name), 0);
	return it;
}

/* for y in [value]: binds y without a loop; NULL if it is another iterable, or
 * a value known beforehand, which makes the display a constant to loop over. */
static const struct expr *single_value(struct builder *u, const struct expr *iter)
{
	struct constant k;
	if ((iter->kind != EXPR_LIST && iter->kind != EXPR_TUPLE) || iter->as.list.elts.len != 1)
		return NULL;
	const struct expr *value = iter->as.list.elts.at[0];
	return value->kind == EXPR_STARRED || compile_fold_expr(u, value, &k) ? NULL : value;
}

static void bind_single(
	struct builder *u, const struct comp *c, uint32_t at, const struct expr *value)
{
	uint16_t base = u->depth;

	compile_store(u, c->e->as.comp.generators.at[at].target, compile_expr(u, value));
	u->depth = base;
	rest_of_loop(u, c, at, builder_block(u));
}

static void sync_loop(struct builder *u, const struct comp *c, uint32_t at)
{
	const struct comprehension *gen = &c->e->as.comp.generators.at[at];
	struct block *start = builder_block(u), *next = builder_block(u),
		     *anchor = builder_block(u);
	uint16_t base = u->depth, it;

	if (at == 0) {
		it = first_iterator(u);
	} else {
		uint16_t iterable = compile_iterable(u, gen->iter);

		u->depth = base;
		it = builder_push(u);
		builder_emit(u, OP_GET_ITER, it, iterable, 0);
	}
	builder_use(u, start);
	uint16_t item = compile_item_register(u, gen->target);

	builder_jump(u, OP_FOR_ITER, item, it, anchor);
	compile_item_store(u, gen->target, item);
	u->depth = (uint16_t)(base + 1);
	rest_of_loop(u, c, at, next);
	builder_jump(u, OP_JUMP, 0, 0, start);
	builder_use(u, anchor);
	u->depth = base;
}

static void async_loop(struct builder *u, const struct comp *c, uint32_t at)
{
	const struct comprehension *gen = &c->e->as.comp.generators.at[at];
	struct block *start = builder_block(u), *next = builder_block(u),
		     *except = builder_block(u);
	uint16_t base = u->depth, it;

	if (at == 0) {
		it = first_iterator(u);
	} else {
		uint16_t iterable = compile_expr(u, gen->iter);

		u->depth = base;
		it = builder_push(u);
		builder_emit(u, OP_GET_AITER, it, iterable, 0);
	}
	builder_use(u, start);
	builder_guard(u, except, u->depth, false);
	uint16_t item = builder_push(u);

	builder_emit(u, OP_GET_ANEXT, item, it, 0);
	struct draft *d = builder_emit(u, OP_DELEGATE, item, item, SUSPEND_AWAIT);

	d->place = gen->target->span;
	builder_unguard(u);
	compile_store(u, gen->target, item);
	builder_pop(u, 1);
	rest_of_loop(u, c, at, next);
	builder_jump(u, OP_JUMP, 0, 0, start);
	builder_use(u, except);
	builder_emit(u, OP_END_ASYNC_FOR, item, 0, 0);
	builder_emit(u, OP_DROP, it, 0, 0);
	u->depth = base;
}

static void inner_loop(struct builder *u, const struct comp *c, uint32_t at)
{
	const struct comprehension *gen = &c->e->as.comp.generators.at[at];
	const struct expr *single = at > 0 && !gen->is_async ? single_value(u, gen->iter) : NULL;

	if (gen->is_async)
		async_loop(u, c, at);
	else if (single)
		bind_single(u, c, at, single);
	else
		sync_loop(u, c, at);
}

static const char *comprehension_name(struct builder *u, const struct expr *e)
{
	static const char *const names[EXPR_KIND_COUNT] = {
		[EXPR_LIST_COMP] = "<listcomp>",
		[EXPR_SET_COMP] = "<setcomp>",
		[EXPR_DICT_COMP] = "<dictcomp>",
		[EXPR_GENERATOR] = "<genexpr>",
	};
	return intern_cstr(&u->compiler->program->ast.names, names[e->kind]);
}

static void comp_body(struct builder *u, const struct expr *e)
{
	static const uint16_t build[EXPR_KIND_COUNT] = {
		[EXPR_LIST_COMP] = OP_BUILD_LIST,
		[EXPR_SET_COMP] = OP_BUILD_SET,
		[EXPR_DICT_COMP] = OP_BUILD_DICT,
	};
	struct comp c = { e, REG_ANY };

	if (e->kind != EXPR_GENERATOR) {
		c.result = builder_push(u);
		builder_emit(u, build[e->kind], c.result, c.result, 0);
	}
	inner_loop(u, &c, 0);
	if (e->kind != EXPR_GENERATOR)
		builder_emit(u, OP_RETURN, c.result, 0, 0);
}

static const struct code *comp_code(struct builder *outer, const struct expr *e)
{
	struct builder u;
	const struct code *before = compile_open(
		&u, outer, e, comprehension_name(outer, e), e->span, e->span.line);

	if (before)
		return before;
	u.code->npos = 1;
	builder_local(&u, intern_cstr(&outer->compiler->program->ast.names, ".0"));
	for (size_t i = 0; i < u.cells.len; i++)
		builder_emit(&u, OP_MAKE_CELL, REG_CELL + (unsigned)i, 0, 0);
	u.loc = e->span;
	builder_emit(&u, PSEUDO_START, 0, 0, 0);
	comp_body(&u, e);
	return compile_close(&u);
}

static void check_async(struct builder *u, const struct expr *e, const struct code *code)
{
	bool in_async = u->code->flags & (CODE_COROUTINE | CODE_ASYNC_GENERATOR);

	if ((code->flags & CODE_COROUTINE) && !in_async)
		builder_error(u, e->span,
			"asynchronous comprehension outside of an asynchronous function");
}

uint16_t compile_comprehension(struct builder *u, const struct expr *e, uint16_t dst)
{
	const struct comprehension *first = &e->as.comp.generators.at[0];
	uint16_t base = u->depth;
	const struct code *code = comp_code(u, e);
	uint16_t function = compile_closure(u, code);
	uint16_t argument = (uint16_t)(REG_TEMP + u->depth), iterable;

	check_async(u, e, code);
	iterable = first->is_async ? compile_expr(u, first->iter)
				   : compile_iterable(u, first->iter);
	u->depth = (uint16_t)(base + 1);
	builder_push(u);
	builder_emit(u, first->is_async ? OP_GET_AITER : OP_GET_ITER, argument, iterable, 0);
	u->depth = base;
	if (!(code->flags & CODE_COROUTINE)) {
		dst = compile_result(u, dst);
		builder_emit(u, OP_CALL, dst, function, 1);
		return dst;
	}
	builder_emit(u, OP_CALL, builder_push(u), function, 1);
	return compile_await_top(u, 0, e->span, 0, dst);
}
