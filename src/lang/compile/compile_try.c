/*
 * try.  When a handler is entered, its first temporary holds the exception
 * (behind the place that raised, where that is kept), the next one the
 * exception that was being handled before.
 */

#include "lang/compile/compile.h"

#include <assert.h>

void compile_cut_short(struct builder *u, struct block *cleanup, uint16_t saved)
{
	assert(builder_is_temp(saved) && "what was handled is kept in a temporary");
	builder_use(u, cleanup);
	builder_emit(u, OP_POP_EXC, saved, 0, 0);
	builder_emit(u, OP_RERAISE, (unsigned)saved + 2, (unsigned)saved + 1, 0);
}

/* Enters a handler at u->depth: the exception is handled from now on, and
 * when that is cut short, it goes on at cleanup.  Gives the saved exception;
 * the exception itself is below it. */
static uint16_t enter_handler(struct builder *u, struct block *handler, struct block *cleanup)
{
	builder_use(u, handler);
	builder_unplaced(u);
	uint16_t exc = builder_push(u), saved = builder_push(u);

	builder_guard(u, cleanup, u->depth, true);
	builder_emit(u, OP_PUSH_EXC, saved, exc, 0);
	return saved;
}

/* The end of a handler's body: its name goes, and the try is over. */
static void end_named(struct builder *u, const struct handler *h, uint16_t saved, struct block *end)
{
	builder_unplaced(u);
	builder_unguard(u);
	struct guard *guard = u->guard;

	builder_unguard(u);
	builder_emit(u, OP_POP_EXC, saved, 0, 0);
	compile_forget_name(u, h->name);
	builder_jump(u, OP_JUMP, 0, 0, end);
	u->guard = guard;
}

static void named_handler(
	struct builder *u, const struct handler *h, uint16_t saved, struct block *end)
{
	struct fence f = { .name = h->name, .reg = saved };
	struct block *cleanup = builder_block(u), *body = builder_block(u);

	compile_store_name(u, h->name, (uint16_t)(saved - 1));
	builder_guard(u, cleanup, u->depth, true);
	builder_use(u, body);
	compile_enter(u, &f, FENCE_HANDLER);
	compile_body(u, h->body);
	compile_leave(u, &f);
	end_named(u, h, saved, end);
	builder_use(u, cleanup);
	builder_unplaced(u);
	/* Above the place and the exception, which lie on top here. */
	builder_push(u);
	builder_push(u);
	compile_forget_name(u, h->name);
	builder_pop(u, 2);
	builder_emit(u, OP_RERAISE, (unsigned)saved + 2, (unsigned)saved + 1, 0);
}

static void plain_handler(
	struct builder *u, const struct handler *h, uint16_t saved, struct block *end)
{
	struct fence f = { .reg = saved };
	struct guard *guard = u->guard;

	builder_emit(u, OP_DROP, (unsigned)saved - 1, 0, 0);
	builder_use(u, builder_block(u));
	compile_enter(u, &f, FENCE_HANDLER);
	compile_body(u, h->body);
	compile_leave(u, &f);
	builder_unplaced(u);
	builder_unguard(u);
	builder_emit(u, OP_POP_EXC, saved, 0, 0);
	builder_jump(u, OP_JUMP, 0, 0, end);
	u->guard = guard;
}

static void one_handler(
	struct builder *u, const struct handler *h, bool last, uint16_t saved, struct block *end)
{
	struct block *next = builder_block(u);

	u->loc = h->span;
	if (!h->type && !last)
		builder_error(u, h->span, "default 'except:' must be last");
	if (h->type) {
		uint16_t base = u->depth, type = compile_expr(u, h->type);

		u->depth = base;
		uint16_t matches = builder_push(u);

		builder_emit(u, OP_EXC_MATCH, matches, (unsigned)saved - 1, type);
		builder_pop(u, 1);
		builder_jump(u, OP_JUMP_IF_NOT, matches, 0, next);
	}
	if (h->name)
		named_handler(u, h, saved, end);
	else
		plain_handler(u, h, saved, end);
	builder_use(u, next);
}

static void try_except(struct builder *u, const struct stmt *s)
{
	struct fence f = { 0 };
	struct block *body = builder_block(u), *except = builder_block(u), *end = builder_block(u),
		     *cleanup = builder_block(u);
	uint16_t base = u->depth;

	builder_guard(u, except, base, false);
	builder_use(u, body);
	compile_enter(u, &f, FENCE_TRY);
	compile_body(u, s->as.try.body);
	compile_leave(u, &f);
	builder_unplaced(u);
	builder_unguard(u);
	compile_body(u, s->as.try.orelse);
	builder_unplaced(u);
	builder_jump(u, OP_JUMP, 0, 0, end);
	uint16_t saved = enter_handler(u, except, cleanup);

	for (uint32_t i = 0; i < s->as.try.nhandlers; i++)
		one_handler(u, &s->as.try.handlers[i], i + 1 == s->as.try.nhandlers, saved, end);
	builder_emit(u, OP_RERAISE, (unsigned)saved - 1, (unsigned)saved - 1, 0);
	u->guard = u->guard->outer;
	compile_cut_short(u, cleanup, saved);
	u->depth = base;
	builder_use(u, end);
}

/* Whether the last thing that body does can be the end of an except*, behind which
 * nothing has a line. */
static bool ends_with_star(struct stmt_seq body)
{
	const struct stmt *s = body.len ? body.at[body.len - 1] : NULL;

	switch (s ? s->kind : STMT_PASS) {
	case STMT_IF:
		return ends_with_star(s->as.while_.body) || ends_with_star(s->as.while_.orelse);
	case STMT_WHILE:
		return ends_with_star(s->as.while_.orelse);
	case STMT_FOR:
		return ends_with_star(s->as.for_.orelse);
	case STMT_TRY:
		break;
	default:
		return false;
	}
	if (s->as.try.finalbody.len)
		return ends_with_star(s->as.try.finalbody);
	for (uint32_t i = 0; i < s->as.try.nhandlers; i++)
		if (s->as.try.is_star || ends_with_star(s->as.try.handlers[i].body))
			return true;
	return ends_with_star(s->as.try.orelse.len ? s->as.try.orelse : s->as.try.body);
}

static void try_finally(struct builder *u, const struct stmt *s)
{
	struct fence f = { .stmt = s };
	struct block *body = builder_block(u), *handler = builder_block(u),
		     *exit = builder_block(u), *cleanup = builder_block(u);
	uint16_t base = u->depth;

	builder_guard(u, handler, base, false);
	builder_use(u, body);
	compile_enter(u, &f, FENCE_FINALLY);
	if (!s->as.try.nhandlers)
		compile_body(u, s->as.try.body);
	else if (s->as.try.is_star)
		compile_try_star(u, s);
	else
		try_except(u, s);
	struct span here = u->loc;

	builder_unplaced(u);
	builder_unguard(u);
	u->loc = here;
	compile_leave(u, &f);
	compile_body(u, s->as.try.finalbody);
	builder_unplaced(u);
	builder_jump(u, OP_JUMP, 0, 0, exit);
	uint16_t saved = enter_handler(u, handler, cleanup);
	struct fence end = { .reg = saved };

	compile_enter(u, &end, FENCE_FINALLY_END);
	compile_body(u, s->as.try.finalbody);
	compile_leave(u, &end);
	builder_emit(u, OP_RERAISE, (unsigned)saved - 1, (unsigned)saved - 1,
		ends_with_star(s->as.try.finalbody) ? 2 : 0);
	u->guard = u->guard->outer;
	compile_cut_short(u, cleanup, saved);
	u->depth = base;
	builder_use(u, exit);
}

void compile_try(struct builder *u, const struct stmt *s)
{
	if (s->as.try.finalbody.len)
		try_finally(u, s);
	else if (s->as.try.is_star)
		compile_try_star(u, s);
	else
		try_except(u, s);
}
