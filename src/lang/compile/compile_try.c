#include "lang/compile/compile.h"

/*
 * try.  When a handler is entered, its first temporary holds the exception
 * (behind the place that raised, where that is kept), the next one the
 * exception that was being handled before.
 */

void compile_cut_short(struct unit *u, struct block *cleanup, uint16_t saved)
{
	unit_use(u, cleanup);
	unit_emit(u, OP_POP_EXC, saved, 0, 0);
	unit_emit(u, OP_RERAISE, (unsigned)saved + 2, (unsigned)saved + 1, 0);
}

/* Enters a handler at u->depth: the exception is handled from now on, and
 * when that is cut short, it goes on at cleanup.  Gives the saved exception;
 * the exception itself is below it. */
static uint16_t enter_handler(struct unit *u, struct block *handler, struct block *cleanup)
{
	unit_use(u, handler);
	unit_unplaced(u);
	uint16_t exc = unit_push(u), saved = unit_push(u);

	unit_guard(u, cleanup, u->depth, true);
	unit_emit(u, OP_PUSH_EXC, saved, exc, 0);
	return saved;
}

/* The end of a handler's body: its name goes, and the try is over. */
static void end_named(struct unit *u, const struct handler *h, uint16_t saved, struct block *end)
{
	unit_unplaced(u);
	unit_unguard(u);
	struct guard *guard = u->guard;

	unit_unguard(u);
	unit_emit(u, OP_POP_EXC, saved, 0, 0);
	compile_forget_name(u, h->name);
	unit_jump(u, OP_JUMP, 0, 0, end);
	u->guard = guard;
}

static void named_handler(struct unit *u, const struct handler *h, uint16_t saved, struct block *end)
{
	struct fence f = { .name = h->name, .reg = saved };
	struct block *cleanup = unit_block(u), *body = unit_block(u);

	compile_store_name(u, h->name, (uint16_t)(saved - 1));
	unit_guard(u, cleanup, u->depth, true);
	unit_use(u, body);
	compile_enter(u, &f, FENCE_HANDLER);
	compile_body(u, h->body);
	compile_leave(u, &f);
	end_named(u, h, saved, end);
	unit_use(u, cleanup);
	unit_unplaced(u);
	/* Above the place and the exception, which lie on top here. */
	unit_push(u);
	unit_push(u);
	compile_forget_name(u, h->name);
	unit_pop(u, 2);
	unit_emit(u, OP_RERAISE, (unsigned)saved + 2, (unsigned)saved + 1, 0);
}

static void plain_handler(struct unit *u, const struct handler *h, uint16_t saved, struct block *end)
{
	struct fence f = { .reg = saved };
	struct guard *guard = u->guard;

	unit_emit(u, OP_DROP, (unsigned)saved - 1, 0, 0);
	unit_use(u, unit_block(u));
	compile_enter(u, &f, FENCE_HANDLER);
	compile_body(u, h->body);
	compile_leave(u, &f);
	unit_unplaced(u);
	unit_unguard(u);
	unit_emit(u, OP_POP_EXC, saved, 0, 0);
	unit_jump(u, OP_JUMP, 0, 0, end);
	u->guard = guard;
}

static void one_handler(struct unit *u, const struct handler *h, bool last, uint16_t saved, struct block *end)
{
	struct block *next = unit_block(u);

	u->loc = h->span;
	if (!h->type && !last)
		unit_error(u, h->span, "default 'except:' must be last");
	if (h->type) {
		uint16_t base = u->depth, type = compile_expr(u, h->type);

		u->depth = base;
		uint16_t matches = unit_push(u);

		unit_emit(u, OP_EXC_MATCH, matches, (unsigned)saved - 1, type);
		unit_pop(u, 1);
		unit_jump(u, OP_JUMP_IF_NOT, matches, 0, next);
	}
	if (h->name)
		named_handler(u, h, saved, end);
	else
		plain_handler(u, h, saved, end);
	unit_use(u, next);
}

static void try_except(struct unit *u, const struct stmt *s)
{
	struct fence f = {0};
	struct block *body = unit_block(u), *except = unit_block(u), *end = unit_block(u), *cleanup = unit_block(u);
	uint16_t base = u->depth;

	unit_guard(u, except, base, false);
	unit_use(u, body);
	compile_enter(u, &f, FENCE_TRY);
	compile_body(u, s->as.try.body);
	compile_leave(u, &f);
	unit_unplaced(u);
	unit_unguard(u);
	compile_body(u, s->as.try.orelse);
	unit_unplaced(u);
	unit_jump(u, OP_JUMP, 0, 0, end);
	uint16_t saved = enter_handler(u, except, cleanup);

	for (uint32_t i = 0; i < s->as.try.nhandlers; i++)
		one_handler(u, &s->as.try.handlers[i], i + 1 == s->as.try.nhandlers, saved, end);
	unit_emit(u, OP_RERAISE, (unsigned)saved - 1, (unsigned)saved - 1, 0);
	u->guard = u->guard->outer;
	compile_cut_short(u, cleanup, saved);
	u->depth = base;
	unit_use(u, end);
}

static void try_finally(struct unit *u, const struct stmt *s)
{
	struct fence f = { .stmt = s };
	struct block *body = unit_block(u), *handler = unit_block(u), *exit = unit_block(u), *cleanup = unit_block(u);
	uint16_t base = u->depth;

	unit_guard(u, handler, base, false);
	unit_use(u, body);
	compile_enter(u, &f, FENCE_FINALLY);
	if (!s->as.try.nhandlers)
		compile_body(u, s->as.try.body);
	else if (s->as.try.is_star)
		compile_try_star(u, s);
	else
		try_except(u, s);
	struct span here = u->loc;

	unit_unplaced(u);
	unit_unguard(u);
	u->loc = here;
	compile_leave(u, &f);
	compile_body(u, s->as.try.finalbody);
	unit_unplaced(u);
	unit_jump(u, OP_JUMP, 0, 0, exit);
	uint16_t saved = enter_handler(u, handler, cleanup);
	struct fence end = { .reg = saved };

	compile_enter(u, &end, FENCE_FINALLY_END);
	compile_body(u, s->as.try.finalbody);
	compile_leave(u, &end);
	unit_emit(u, OP_RERAISE, (unsigned)saved - 1, (unsigned)saved - 1, 0);
	u->guard = u->guard->outer;
	compile_cut_short(u, cleanup, saved);
	u->depth = base;
	unit_use(u, exit);
}

void compile_try(struct unit *u, const struct stmt *s)
{
	if (s->as.try.finalbody.len)
		try_finally(u, s);
	else if (s->as.try.is_star)
		compile_try_star(u, s);
	else
		try_except(u, s);
}
