/*
 * Definite assignment.  A set of bits for the locals; what is not known yet is
 * the full set, and where ways meet, only what is bound on both stays.
 */

#include "lang/code/finish.h"

#include <assert.h>
#include <string.h>

struct flow {
	struct builder *u;
	size_t words;
	uint64_t *state;
	bool changed;
};

static void meet_block(struct flow *f, struct block *b)
{
	if (!b->bound) {
		b->bound = arena_alloc(&f->u->compiler->arena, f->words * sizeof *b->bound);
		memcpy(b->bound, f->state, f->words * sizeof *b->bound);
		f->changed = true;
		return;
	}
	for (size_t i = 0; i < f->words; i++) {
		uint64_t both = b->bound[i] & f->state[i];

		f->changed |= both != b->bound[i];
		b->bound[i] = both;
	}
}

static bool is_set(const struct flow *f, uint16_t var)
{
	assert(var / 64 < f->words && "a local has its bit");
	return f->state[var / 64] >> (var % 64) & 1;
}

static void assign(struct flow *f, uint16_t var, bool bound)
{
	assert(var / 64 < f->words && "a local has its bit");
	uint64_t bit = (uint64_t)1 << (var % 64);

	f->state[var / 64] = bound ? f->state[var / 64] | bit : f->state[var / 64] & ~bit;
}

static void apply_draft(struct flow *f, const struct draft *d)
{
	if (d->a >= REG_CELL || d->op >= OPCODE_COUNT)
		return;
	if (d->op == OP_CHECK)
		assign(f, d->a, true);
	else if (d->op == OP_UNSET || d->op == OP_FORGET)
		assign(f, d->a, false);
	else if (opcode_shape(d->op)[0] == 'd')
		assign(f, d->a, true);
}

static bool leaves_block(const struct draft *d)
{
	return d->op == OP_JUMP || draft_is_exit(d);
}

static void run_block(struct flow *f, struct block *b)
{
	assert(b->bound && "a way leads to the block");
	memcpy(f->state, b->bound, f->words * sizeof *f->state);
	for (size_t i = 0; i < b->len; i++) {
		struct draft *d = &b->at[i];

		if (d->guard)
			meet_block(f, d->guard->target);
		if (d->target && draft_is_jump(d))
			meet_block(f, d->target); /* a jump that is taken writes nothing */
		apply_draft(f, d);
	}
	if (b->next && (!b->len || !leaves_block(&b->at[b->len - 1])))
		meet_block(f, b->next);
}

static void drop_checks(struct flow *f, struct block *b)
{
	assert(b->bound && "a way leads to the block");
	memcpy(f->state, b->bound, f->words * sizeof *f->state);
	for (size_t i = 0; i < b->len; i++) {
		struct draft *d = &b->at[i];

		if (d->op == OP_CHECK && is_set(f, d->a))
			d->op = PSEUDO_MARK;
		apply_draft(f, d);
	}
}

void bound_check(struct builder *u)
{
	struct flow f = { .u = u, .words = (u->locals.len + 63) / 64 };
	size_t nparams = (size_t)u->code->npos + u->code->nkw_only +
		!!(u->code->flags & CODE_VARARGS) + !!(u->code->flags & CODE_VARKW);

	if (!f.words)
		return;
	f.state = mem_calloc(f.words, sizeof *f.state);
	assert(nparams <= u->locals.len && "parameters are the first locals");
	for (size_t i = 0; i < nparams; i++)
		assign(&f, (uint16_t)i, true);
	meet_block(&f, u->first);
	do {
		f.changed = false;
		for (struct block *b = u->first; b; b = b->next)
			if (b->bound)
				run_block(&f, b);
	} while (f.changed);
	for (struct block *b = u->first; b; b = b->next)
		if (b->bound)
			drop_checks(&f, b);
	mem_free(f.state);
}

void finish_function(struct builder *u)
{
	assert(u->depth <= u->max_depth && "the deepest is no less than what is left");
	if (u->deep)
		builder_error(u, u->deepest, "this needs too many values at once");
	if (u->compiler->d->set)
		return;
	flow_shape(u);
	bound_check(u);
	assemble_write(u);
}
