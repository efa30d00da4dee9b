/* if, the loops, and what leaves them: break, continue, return. */

#include "lang/compile/compile.h"

#include <assert.h>

/* CO_MAXBLOCKS of CPython 3.11: so many blocks of a function stand in each other. */
enum { NESTED_BLOCKS_MAX = 20 };

/* As CPython counts it: a handler is one inside the block of all handlers. */
static int blocks_of(enum fence_kind kind, const struct fence *outer)
{
	return kind == FENCE_HANDLER && !(outer && outer->kind == FENCE_STAR) ? 2 : 1;
}

static int nested_blocks(const struct fence *f)
{
	int n = 0;
	for (; f; f = f->outer)
		n += blocks_of(f->kind, f->outer);
	return n;
}

void compile_enter(struct builder *u, struct fence *f, enum fence_kind kind)
{
	if (nested_blocks(u->fence) + blocks_of(kind, u->fence) > NESTED_BLOCKS_MAX)
		builder_error(u, u->loc, "too many statically nested blocks");
	f->kind = kind;
	f->outer = u->fence;
	u->fence = f;
}

void compile_leave(struct builder *u, struct fence *f)
{
	assert(u->fence == f && "constructs nest");
	u->fence = f->outer;
}

void compile_if(struct builder *u, const struct stmt *s)
{
	struct block *end = builder_block(u);

	for (;;) {
		struct stmt_seq orelse = s->as.while_.orelse;
		struct block *next = orelse.len ? builder_block(u) : end;

		compile_jump(u, s->as.while_.test, next, false);
		compile_body(u, s->as.while_.body);
		if (!orelse.len)
			break;
		builder_unplaced(u);
		builder_jump(u, OP_JUMP, 0, 0, end);
		builder_use(u, next);
		if (orelse.len != 1 || orelse.at[0]->kind != STMT_IF) {
			compile_body(u, orelse);
			break;
		}
		s = orelse.at[0];
		u->loc = s->span;
	}
	builder_use(u, end);
}

/* The test stands twice: before the loop, and after the body. */
void compile_while(struct builder *u, const struct stmt *s)
{
	struct fence f = { .again = builder_block(u) };
	struct block *body = builder_block(u), *anchor = builder_block(u);

	f.exit = builder_block(u);

	builder_use(u, f.again);
	compile_enter(u, &f, FENCE_WHILE);
	compile_jump(u, s->as.while_.test, anchor, false);
	builder_use(u, body);
	compile_body(u, s->as.while_.body);
	u->loc = s->span;
	compile_jump(u, s->as.while_.test, body, true);
	compile_leave(u, &f);
	builder_use(u, anchor);
	compile_body(u, s->as.while_.orelse);
	builder_use(u, f.exit);
}

uint16_t compile_item_register(struct builder *u, const struct expr *target)
{
	uint16_t var = REG_ANY;

	if (target->kind == EXPR_NAME && target->span.line == u->loc.line)
		var = compile_local(u, target->as.name.id);
	return var == REG_ANY ? builder_push(u) : var;
}

void compile_item_store(struct builder *u, const struct expr *target, uint16_t item)
{
	struct span here = u->loc;

	if (builder_is_temp(item)) {
		compile_store(u, target, item);
		return;
	}
	u->loc = target->span;
	builder_emit(u, PSEUDO_STORE, item, 0, 0);
	u->loc = here;
}

void compile_for(struct builder *u, const struct stmt *s)
{
	if (s->as.for_.is_async) {
		compile_async_for(u, s);
		return;
	}
	struct fence f = { .again = builder_block(u) };
	struct block *body = builder_block(u), *cleanup = builder_block(u);

	f.exit = builder_block(u);
	uint16_t base = u->depth, iterable = compile_iterable(u, s->as.for_.iter);

	u->depth = base;
	f.reg = builder_push(u);
	builder_emit(u, OP_GET_ITER, f.reg, iterable, 0);
	compile_enter(u, &f, FENCE_FOR);
	builder_use(u, f.again);
	uint16_t item = compile_item_register(u, s->as.for_.target);

	builder_jump(u, OP_FOR_ITER, item, f.reg, cleanup);
	builder_use(u, body);
	compile_item_store(u, s->as.for_.target, item);
	u->depth = (uint16_t)(base + 1);
	compile_body(u, s->as.for_.body);
	builder_unplaced(u);
	builder_jump(u, OP_JUMP, 0, 0, f.again);
	compile_leave(u, &f);
	u->depth = base;
	builder_use(u, cleanup);
	compile_body(u, s->as.for_.orelse);
	builder_use(u, f.exit);
}

void compile_async_for(struct builder *u, const struct stmt *s)
{
	struct fence f = { .again = builder_block(u) };
	struct block *except = builder_block(u);

	f.exit = builder_block(u);
	uint16_t base = u->depth;

	if (u->scope->kind != SCOPE_FUNCTION ||
		!(u->code->flags & (CODE_COROUTINE | CODE_ASYNC_GENERATOR)))
		builder_error(u, s->span, "'async for' outside async function");
	uint16_t iterable = compile_expr(u, s->as.for_.iter);

	u->depth = base;
	f.reg = builder_push(u);
	builder_emit(u, OP_GET_AITER, f.reg, iterable, 0);
	builder_use(u, f.again);
	compile_enter(u, &f, FENCE_FOR);
	builder_guard(u, except, u->depth, false);
	uint16_t item = builder_push(u);

	builder_emit(u, OP_GET_ANEXT, item, f.reg, 0);
	struct draft *d = builder_emit(u, OP_DELEGATE, item, item, SUSPEND_AWAIT);

	d->place = s->span;
	builder_unguard(u);
	compile_store(u, s->as.for_.target, item);
	builder_pop(u, 1);
	compile_body(u, s->as.for_.body);
	builder_unplaced(u);
	builder_jump(u, OP_JUMP, 0, 0, f.again);
	compile_leave(u, &f);
	builder_use(u, except);
	u->loc = s->as.for_.iter->span;
	builder_emit(u, OP_END_ASYNC_FOR, item, 0, 0);
	builder_emit(u, OP_DROP, f.reg, 0, 0);
	u->depth = base;
	compile_body(u, s->as.for_.orelse);
	builder_use(u, f.exit);
}

/* Leaving constructs. */

static void leave_handler(struct builder *u, const struct fence *f)
{
	if (f->name)
		builder_unguard(u);
	builder_unguard(u);
	builder_emit(u, OP_POP_EXC, f->reg, 0, 0);
	if (f->name)
		compile_forget_name(u, f->name);
}

/* What must happen on the way out of one construct.  Instructions behind a
 * finally body or an exit count as having no line of their own. */
static void leave_fence(struct builder *u, const struct fence *f)
{
	switch (f->kind) {
	case FENCE_WHILE:
	case FENCE_STAR:
		break;
	case FENCE_FOR:
		builder_emit(u, OP_DROP, f->reg, 0, 0);
		break;
	case FENCE_TRY:
		builder_unguard(u);
		break;
	case FENCE_FINALLY:
		builder_unguard(u);
		compile_body(u, f->stmt->as.try.finalbody);
		builder_unplaced(u);
		break;
	case FENCE_FINALLY_END:
		builder_emit(u, OP_DROP, (unsigned)f->reg - 1, 0, 0);
		builder_unguard(u);
		builder_emit(u, OP_POP_EXC, f->reg, 0, 0);
		break;
	case FENCE_WITH:
	case FENCE_ASYNC_WITH:
		u->loc = f->stmt->span;
		builder_unguard(u);
		compile_call_exit(u, f);
		builder_unplaced(u);
		break;
	case FENCE_HANDLER:
		leave_handler(u, f);
		break;
	}
}

/* Leaves everything up to the innermost loop, or up to the function's end.
 * Gives the loop, or NULL. */
static const struct fence *unwind(struct builder *u, bool to_loop)
{
	struct fence *f = u->fence, *before = u->fence;

	for (; f; f = f->outer) {
		if (f->kind == FENCE_STAR) {
			builder_error(u, u->loc,
				"'break', 'continue' and 'return' cannot appear in an "
				"except* block");
			break;
		}
		if (to_loop && (f->kind == FENCE_WHILE || f->kind == FENCE_FOR))
			break;
		u->fence = f->outer;
		leave_fence(u, f);
	}
	u->fence = before;
	return f && f->kind != FENCE_STAR ? f : NULL;
}

void compile_break(struct builder *u, const struct stmt *s)
{
	struct guard *guard = u->guard;

	builder_nop(u);
	const struct fence *loop = unwind(u, true);

	if (loop) {
		leave_fence(u, loop);
		builder_jump(u, OP_JUMP, 0, 0, loop->exit);
	} else {
		builder_error(u, s->span, "'break' outside loop");
	}
	u->guard = guard;
}

void compile_continue(struct builder *u, const struct stmt *s)
{
	struct guard *guard = u->guard;

	builder_nop(u);
	const struct fence *loop = unwind(u, true);

	if (loop)
		builder_jump(u, OP_JUMP, 0, 0, loop->again);
	else
		builder_error(u, s->span, "'continue' not properly in loop");
	u->guard = guard;
}

static void check_return(struct builder *u, const struct stmt *s)
{
	if (u->scope->kind < SCOPE_FUNCTION)
		builder_error(u, s->span, "'return' outside function");
	else if (s->as.return_.value && (u->code->flags & CODE_ASYNC_GENERATOR))
		builder_error(u, s->span, "'return' with value in async generator");
}

/* Whether leaving all constructs runs code that could rebind a variable. */
static bool runs_code(const struct builder *u)
{
	for (const struct fence *f = u->fence; f; f = f->outer)
		if (f->kind != FENCE_WHILE && f->kind != FENCE_FOR && f->kind != FENCE_TRY)
			return true;
	return false;
}

static void emit_return(struct builder *u, const struct expr *value, uint16_t reg)
{
	struct constant k;

	if (!value) {
		builder_emit(u, OP_RETURN_NONE, 0, 0, 0);
		return;
	}
	if (compile_fold_expr(u, value, &k)) {
		if (k.kind == CONSTANT_NONE) {
			builder_emit(u, OP_RETURN_NONE, 0, 0, 0);
			return;
		}
		reg = compile_constant(u, k, REG_ANY);
	}
	builder_emit(u, OP_RETURN, reg, 0, 0);
}

/* A value that is no constant is computed before everything is left. */
void compile_return(struct builder *u, const struct stmt *s)
{
	const struct expr *value = s->as.return_.value;
	struct guard *guard = u->guard;
	uint16_t base = u->depth, reg = REG_ANY;
	struct constant k;

	check_return(u, s);
	if (value && compile_fold_expr(u, value, &k)) {
		u->loc = value->span;
		builder_nop(u);
	} else if (value) {
		reg = runs_code(u) ? compile_push(u, value) : compile_expr(u, value);
	}
	if (!value || value->span.line != s->span.line) {
		u->loc = s->span;
		builder_nop(u);
	}
	unwind(u, false);
	emit_return(u, value, reg);
	u->guard = guard;
	u->depth = base;
}
