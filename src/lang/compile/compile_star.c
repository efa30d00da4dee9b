#include "lang/compile/compile.h"

/*
 * except* (PEP 654).  While handlers run, the temporaries from the exception
 * on are: it, the exception handled before, the list of what the handlers
 * raised, and the part that no handler took so far.
 */

enum { SAVED = 1, RAISED, REST, MATCH, MATCH_REST, SCRATCH };

/* Jumps if the register, which is kept, is None or is not. */
static void jump_if_none(struct unit *u, uint16_t reg, bool is_none, struct block *target)
{
	uint16_t copy = unit_push(u), none = unit_push(u);

	unit_emit(u, OP_COPY, copy, reg, 0);
	unit_emit(u, OP_LOAD_NONE, none, 0, 0);
	unit_emit(u, is_none ? OP_IS : OP_IS_NOT, copy, copy, none);
	unit_jump(u, OP_JUMP_IF, copy, 0, target);
	unit_pop(u, 2);
}

/* Splits the rest by the handler's type; without a match goes on there. */
static void split(struct unit *u, const struct handler *h, uint16_t exc, struct block *no_match)
{
	uint16_t type = compile_expr(u, h->type);

	u->depth = (uint16_t)(exc + SCRATCH - REG_TEMP);
	if (u->max_depth < u->depth)
		u->max_depth = u->depth;
	unit_emit(u, OP_STAR_MATCH, (unsigned)exc + MATCH, (unsigned)exc + REST, type);
	unit_emit(u, OP_MOVE, (unsigned)exc + REST, (unsigned)exc + MATCH_REST, 0);
	jump_if_none(u, (uint16_t)(exc + MATCH), true, no_match);
}

static void handler_body(struct unit *u, const struct handler *h, uint16_t exc, struct block *next, struct block *failed)
{
	struct fence f = { .name = h->name, .reg = (uint16_t)(exc + SAVED) };
	struct block *cleanup = unit_block(u), *body = unit_block(u);
	struct guard *guard = u->guard;

	if (h->name)
		compile_store_name(u, h->name, (uint16_t)(exc + MATCH));
	else
		unit_emit(u, OP_DROP, (unsigned)exc + MATCH, 0, 0);
	u->depth = (uint16_t)(exc + MATCH - REG_TEMP);
	unit_guard(u, cleanup, u->depth, true);
	unit_use(u, body);
	compile_enter(u, &f, FENCE_HANDLER);
	compile_body(u, h->body);
	compile_leave(u, &f);
	unit_unplaced(u);
	unit_unguard(u);
	if (h->name)
		compile_forget_name(u, h->name);
	unit_jump(u, OP_JUMP, 0, 0, next);
	unit_use(u, cleanup);
	u->guard = guard;
	unit_push(u);
	unit_push(u);
	if (h->name)
		compile_forget_name(u, h->name);
	unit_pop(u, 2);
	unit_emit(u, OP_LIST_APPEND, (unsigned)exc + RAISED, (unsigned)exc + MATCH + 1, 0);
	unit_emit(u, OP_DROP, (unsigned)exc + MATCH, 0, 0);
	unit_jump(u, OP_JUMP, 0, 0, failed);
}

static void one_handler(struct unit *u, const struct stmt *s, uint32_t at, uint16_t exc, struct block *last)
{
	const struct handler *h = &s->as.try.handlers[at];
	struct block *next = unit_block(u), *after = unit_block(u), *no_match = unit_block(u);

	u->loc = h->span;
	if (at == 0) {
		unit_emit(u, OP_BUILD_LIST, (unsigned)exc + RAISED, (unsigned)exc + RAISED, 0);
		unit_emit(u, OP_COPY, (unsigned)exc + REST, exc, 0);
	}
	u->depth = (uint16_t)(exc + MATCH - REG_TEMP);
	split(u, h, exc, no_match);
	handler_body(u, h, exc, next, after);
	unit_use(u, next);
	unit_nop(u);
	unit_jump(u, OP_JUMP, 0, 0, after);
	unit_use(u, no_match);
	unit_emit(u, OP_DROP, (unsigned)exc + MATCH, 0, 0);
	unit_use(u, after);
	if (at + 1 < s->as.try.nhandlers)
		return;
	unit_emit(u, OP_LIST_APPEND, (unsigned)exc + RAISED, (unsigned)exc + REST, 0);
	unit_jump(u, OP_JUMP, 0, 0, last);
}

/* What was raised in handlers and what nobody took is raised together. */
static void raise_rest(struct unit *u, uint16_t exc, struct block *last, struct block *end)
{
	struct block *reraise = unit_block(u);
	unsigned left = (unsigned)exc + REST;
	struct guard *guard = u->guard;

	unit_use(u, last);
	u->depth = (uint16_t)(exc + MATCH - REG_TEMP);
	unit_emit(u, OP_STAR_END, left, exc, (unsigned)exc + RAISED);
	jump_if_none(u, (uint16_t)left, false, reraise);
	unit_emit(u, OP_DROP, left, 0, 0);
	unit_unguard(u);
	unit_emit(u, OP_POP_EXC, (unsigned)exc + SAVED, 0, 0);
	unit_jump(u, OP_JUMP, 0, 0, end);
	unit_use(u, reraise);
	u->guard = guard;
	unit_unguard(u);
	unit_emit(u, OP_POP_EXC, (unsigned)exc + SAVED, 0, 0);
	unit_emit(u, OP_RERAISE, left, left, 1);
}

void compile_try_star(struct unit *u, const struct stmt *s)
{
	struct fence try = {0}, star = {0};
	struct block *body = unit_block(u), *except = unit_block(u), *orelse = unit_block(u), *end = unit_block(u);
	struct block *cleanup = unit_block(u), *last = unit_block(u);
	uint16_t base = u->depth, exc = (uint16_t)(REG_TEMP + base);

	unit_guard(u, except, base, false);
	unit_use(u, body);
	compile_enter(u, &try, FENCE_TRY);
	compile_body(u, s->as.try.body);
	compile_leave(u, &try);
	unit_unplaced(u);
	unit_unguard(u);
	unit_jump(u, OP_JUMP, 0, 0, orelse);
	unit_use(u, except);
	unit_push(u);
	unit_push(u);
	unit_guard(u, cleanup, u->depth, true);
	unit_emit(u, OP_PUSH_EXC, (unsigned)exc + SAVED, exc, 0);
	compile_enter(u, &star, FENCE_STAR);
	for (uint32_t i = 0; i < s->as.try.nhandlers; i++)
		one_handler(u, s, i, exc, last);
	compile_leave(u, &star);
	raise_rest(u, exc, last, end);
	compile_cut_short(u, cleanup, (uint16_t)(exc + SAVED));
	unit_use(u, orelse);
	u->depth = base;
	compile_body(u, s->as.try.orelse);
	unit_use(u, end);
}
