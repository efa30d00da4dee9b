/*
 * with.  The bound __exit__ stays in a temporary while the body runs.  When
 * the body raises: behind it the place, the exception, the exception that was
 * being handled before, and what __exit__ gives.
 */

#include "lang/compile/compile.h"

#include <assert.h>

enum { PLACE = 1, EXCEPTION, SAVED, ANSWER };

void compile_call_exit(struct builder *u, const struct fence *f)
{
	assert(builder_is_temp(f->reg) && "the bound __exit__ is in a temporary");
	uint16_t base = u->depth, callee = builder_push(u);

	builder_emit(u, OP_MOVE, callee, f->reg, 0);
	for (int i = 0; i < 3; i++)
		builder_emit(u, OP_LOAD_NONE, builder_push(u), 0, 0);
	builder_emit(u, OP_CALL, callee, callee, 3);
	u->depth = (uint16_t)(base + 1);
	if (f->kind == FENCE_ASYNC_WITH)
		compile_await_top(u, 2, f->place, 1, callee);
	builder_emit(u, OP_DROP, callee, 0, 0);
	u->depth = base;
}

static void handle_exception(struct builder *u, const struct fence *f, struct block *handler)
{
	struct block *cleanup = builder_block(u), *swallowed = builder_block(u);
	uint16_t exit = f->reg, base = u->depth;

	builder_use(u, handler);
	u->depth = (uint16_t)(base + SAVED + 1 - PLACE);
	builder_guard(u, cleanup, u->depth, true);
	builder_emit(u, OP_PUSH_EXC, (unsigned)exit + SAVED, (unsigned)exit + EXCEPTION, 0);
	uint16_t answer = builder_push(u);

	builder_emit(u, OP_WITH_EXCEPT, answer, exit, (unsigned)exit + EXCEPTION);
	if (f->kind == FENCE_ASYNC_WITH)
		compile_await_top(u, 2, f->place, 1, answer);
	builder_jump(u, OP_JUMP_IF, answer, 0, swallowed);
	builder_emit(u, OP_RERAISE, (unsigned)exit + EXCEPTION, (unsigned)exit + PLACE, 0);
	struct guard *inside = u->guard;

	u->guard = inside->outer;
	builder_unplaced(u);
	compile_cut_short(u, cleanup, (uint16_t)(exit + SAVED));
	builder_use(u, swallowed);
	u->guard = inside;
	builder_emit(u, OP_DROP, (unsigned)exit + EXCEPTION, 0, 0);
	builder_unguard(u);
	builder_emit(u, OP_POP_EXC, (unsigned)exit + SAVED, 0, 0);
	builder_emit(u, OP_DROP, (unsigned)exit + PLACE, 0, 0);
	builder_emit(u, OP_DROP, exit, 0, 0);
	u->depth = base;
}

static void with_item(struct builder *u, const struct stmt *s, uint32_t at)
{
	const struct with_item *item = &s->as.with.items[at];
	bool async = s->as.with.is_async;
	struct fence f = { .stmt = s, .place = item->context->span };
	struct block *body = builder_block(u), *handler = builder_block(u),
		     *exit = builder_block(u);
	uint16_t base = u->depth, manager = compile_expr(u, item->context);

	u->depth = base;
	f.reg = builder_push(u);
	uint16_t entered = builder_push(u);

	builder_emit(u, async ? OP_ASYNC_WITH_ENTER : OP_WITH_ENTER, f.reg, manager, 0);
	if (async)
		compile_await_top(u, 1, f.place, 0, entered);
	u->depth = (uint16_t)(base + 1);
	builder_guard(u, handler, u->depth, true);
	builder_use(u, body);
	compile_enter(u, &f, async ? FENCE_ASYNC_WITH : FENCE_WITH);
	u->depth = (uint16_t)(base + 2);
	if (item->vars)
		compile_store(u, item->vars, entered);
	else
		builder_emit(u, OP_DROP, entered, 0, 0);
	u->depth = (uint16_t)(base + 1);
	if (at + 1 < s->as.with.nitems)
		with_item(u, s, at + 1);
	else
		compile_body(u, s->as.with.body);
	if (!async)
		builder_unplaced(u);
	builder_unguard(u);
	compile_leave(u, &f);
	u->loc = s->span;
	compile_call_exit(u, &f);
	builder_jump(u, OP_JUMP, 0, 0, exit);
	handle_exception(u, &f, handler);
	u->depth = base;
	builder_use(u, exit);
}

void compile_with(struct builder *u, const struct stmt *s)
{
	bool in_async = u->scope->kind == SCOPE_FUNCTION &&
		(u->code->flags & (CODE_COROUTINE | CODE_ASYNC_GENERATOR));

	if (s->as.with.is_async && !in_async)
		builder_error(u, s->span, "'async with' outside async function");
	with_item(u, s, 0);
}
