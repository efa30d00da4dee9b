/*
 * except* (PEP 654).  While handlers run, the temporaries from the exception
 * on are: it, the exception handled before, the list of what the handlers
 * raised, and the part that no handler took so far.
 */

#include "lang/compile/compile.h"

enum { SAVED = 1, RAISED, REST, MATCH, MATCH_REST, SCRATCH };

/* Jumps if the register, which is kept, is None or is not. */
static void jump_if_none(struct builder *u, uint16_t reg, bool is_none, struct block *target)
{
	uint16_t copy = builder_push(u), none = builder_push(u);

	builder_emit(u, OP_COPY, copy, reg, 0);
	builder_emit(u, OP_LOAD_NONE, none, 0, 0);
	builder_emit(u, is_none ? OP_IS : OP_IS_NOT, copy, copy, none);
	builder_jump(u, OP_JUMP_IF, copy, 0, target);
	builder_pop(u, 2);
}

/* Splits the rest by the handler's type; without a match goes on there. */
static void split(struct builder *u, const struct handler *h, uint16_t exc, struct block *no_match)
{
	uint16_t type = compile_expr(u, h->type);

	u->depth = (uint16_t)(exc + SCRATCH - REG_TEMP);
	if (u->max_depth < u->depth)
		u->max_depth = u->depth;
	builder_emit(u, OP_STAR_MATCH, (unsigned)exc + MATCH, (unsigned)exc + REST, type);
	builder_emit(u, OP_MOVE, (unsigned)exc + REST, (unsigned)exc + MATCH_REST, 0);
	jump_if_none(u, (uint16_t)(exc + MATCH), true, no_match);
}

static void handler_body(struct builder *u, const struct handler *h, uint16_t exc,
	struct block *next, struct block *failed)
{
	struct fence f = { .name = h->name, .reg = (uint16_t)(exc + SAVED) };
	struct block *cleanup = builder_block(u), *body = builder_block(u);
	struct guard *guard = u->guard;

	if (h->name)
		compile_store_name(u, h->name, (uint16_t)(exc + MATCH));
	else
		builder_emit(u, OP_DROP, (unsigned)exc + MATCH, 0, 0);
	u->depth = (uint16_t)(exc + MATCH - REG_TEMP);
	builder_guard(u, cleanup, u->depth, true);
	builder_use(u, body);
	compile_enter(u, &f, FENCE_HANDLER);
	compile_body(u, h->body);
	compile_leave(u, &f);
	builder_unplaced(u);
	builder_unguard(u);
	if (h->name)
		compile_forget_name(u, h->name);
	builder_jump(u, OP_JUMP, 0, 0, next);
	builder_use(u, cleanup);
	u->guard = guard;
	builder_push(u);
	builder_push(u);
	if (h->name)
		compile_forget_name(u, h->name);
	builder_pop(u, 2);
	builder_emit(u, OP_LIST_APPEND, (unsigned)exc + RAISED, (unsigned)exc + MATCH + 1, 0);
	builder_emit(u, OP_DROP, (unsigned)exc + MATCH, 0, 0);
	builder_jump(u, OP_JUMP, 0, 0, failed);
}

static void one_handler(
	struct builder *u, const struct stmt *s, uint32_t at, uint16_t exc, struct block *last)
{
	const struct handler *h = &s->as.try.handlers[at];
	struct block *next = builder_block(u), *after = builder_block(u),
		     *no_match = builder_block(u);

	u->loc = h->span;
	if (at == 0) {
		builder_emit(u, OP_BUILD_LIST, (unsigned)exc + RAISED, (unsigned)exc + RAISED, 0);
		builder_emit(u, OP_COPY, (unsigned)exc + REST, exc, 0);
	}
	u->depth = (uint16_t)(exc + MATCH - REG_TEMP);
	split(u, h, exc, no_match);
	handler_body(u, h, exc, next, after);
	builder_use(u, next);
	builder_nop(u);
	builder_jump(u, OP_JUMP, 0, 0, after);
	builder_use(u, no_match);
	builder_emit(u, OP_DROP, (unsigned)exc + MATCH, 0, 0);
	builder_use(u, after);
	if (at + 1 < s->as.try.nhandlers)
		return;
	builder_emit(u, OP_LIST_APPEND, (unsigned)exc + RAISED, (unsigned)exc + REST, 0);
	builder_jump(u, OP_JUMP, 0, 0, last);
}

/* What was raised in handlers and what nobody took is raised together. */
static void raise_rest(struct builder *u, uint16_t exc, struct block *last, struct block *end)
{
	struct block *reraise = builder_block(u);
	unsigned left = (unsigned)exc + REST;
	struct guard *guard = u->guard;

	builder_use(u, last);
	u->depth = (uint16_t)(exc + MATCH - REG_TEMP);
	builder_emit(u, OP_STAR_END, left, exc, (unsigned)exc + RAISED);
	jump_if_none(u, (uint16_t)left, false, reraise);
	builder_emit(u, OP_DROP, left, 0, 0);
	builder_unguard(u);
	builder_emit(u, OP_POP_EXC, (unsigned)exc + SAVED, 0, 0);
	builder_jump(u, OP_JUMP, 0, 0, end);
	builder_use(u, reraise);
	u->guard = guard;
	builder_unguard(u);
	builder_emit(u, OP_POP_EXC, (unsigned)exc + SAVED, 0, 0);
	builder_emit(u, OP_RERAISE, left, left, 1);
}

void compile_try_star(struct builder *u, const struct stmt *s)
{
	struct fence try = { 0 }, star = { 0 };
	struct block *body = builder_block(u), *except = builder_block(u),
		     *orelse = builder_block(u), *end = builder_block(u);
	struct block *cleanup = builder_block(u), *last = builder_block(u);
	uint16_t base = u->depth, exc = (uint16_t)(REG_TEMP + base);

	builder_guard(u, except, base, false);
	builder_use(u, body);
	compile_enter(u, &try, FENCE_TRY);
	compile_body(u, s->as.try.body);
	compile_leave(u, &try);
	builder_unplaced(u);
	builder_unguard(u);
	builder_jump(u, OP_JUMP, 0, 0, orelse);
	builder_use(u, except);
	builder_push(u);
	builder_push(u);
	builder_guard(u, cleanup, u->depth, true);
	builder_emit(u, OP_PUSH_EXC, (unsigned)exc + SAVED, exc, 0);
	compile_enter(u, &star, FENCE_STAR);
	for (uint32_t i = 0; i < s->as.try.nhandlers; i++)
		one_handler(u, s, i, exc, last);
	compile_leave(u, &star);
	raise_rest(u, exc, last, end);
	compile_cut_short(u, cleanup, (uint16_t)(exc + SAVED));
	builder_use(u, orelse);
	u->depth = base;
	compile_body(u, s->as.try.orelse);
	builder_use(u, end);
}
