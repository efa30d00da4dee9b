/* The shape of the blocks: what is reached, which jumps are left, which line each has. */

#include "lang/code/finish.h"

#include <assert.h>

enum { MAX_COPY = 4 };

static struct draft *last_of(const struct block *b)
{
	return b->len ? &b->at[b->len - 1] : NULL;
}

static bool falls_through(const struct block *b)
{
	const struct draft *last = last_of(b);

	return !last || !(last->op == OP_JUMP || draft_is_exit(last));
}

static struct block *skip_empty(struct block *b)
{
	while (!b->len) {
		assert(b->next && "the last block is an exit");
		b = b->next;
	}
	return b;
}

/* Jumps to jumps, where both are on one line. */

static bool thread(struct draft *from, const struct draft *to, uint16_t op)
{
	if (from->span.line != to->span.line || from->target == to->target)
		return false;
	from->target = to->target;
	from->op = op;
	return true;
}

/* x and y or z: the first test decides the second one too. */
static bool thread_kept(struct draft *from, const struct block *target)
{
	const struct draft *to = &target->at[0];
	bool truth = from->op == OP_JUMP_IF_KEEP;

	if (to->a != from->a)
		return false;
	if (to->op == from->op)
		return thread(from, to, from->op);
	if (to->op == (truth ? OP_JUMP_IF : OP_JUMP_IF_NOT))
		return thread(from, to, to->op);
	bool opposite = to->op == (truth ? OP_JUMP_IF_NOT_KEEP : OP_JUMP_IF_KEEP) ||
		to->op == (truth ? OP_JUMP_IF_NOT : OP_JUMP_IF);

	if (!opposite || from->span.line != to->span.line)
		return false;
	from->op = truth ? OP_JUMP_IF : OP_JUMP_IF_NOT;
	from->target = target->next;
	return true;
}

static bool thread_once(struct draft *d)
{
	d->target = skip_empty(d->target);
	const struct draft *to = &d->target->at[0];

	if (d->op == OP_FOR_ITER)
		return false;
	if (to->op == OP_JUMP)
		return thread(d, to, d->op);
	if (d->op == OP_JUMP_IF_KEEP || d->op == OP_JUMP_IF_NOT_KEEP)
		return thread_kept(d, d->target);
	return false;
}

static void thread_jumps(struct block *b)
{
	struct draft *last = last_of(b);

	/* a chain of jumps is at most as long as the code */
	for (int i = 0; last && draft_is_jump(last) && i < 100; i++)
		if (!thread_once(last))
			break;
}

/* A NOP goes where its line shows without it. */

static uint32_t line_behind(const struct block *b)
{
	for (const struct block *next = b->next; next; next = next->next)
		if (next->len)
			return next->at[0].span.line;
	return 0;
}

static bool is_redundant(struct block *b, size_t i, uint32_t line_before)
{
	uint32_t line = b->at[i].span.line;

	if (!line || line == line_before)
		return true;
	if (i + 1 == b->len)
		return line == line_behind(b);
	struct draft *next = &b->at[i + 1];

	if (!next->span.line)
		next->span = b->at[i].span;
	return next->span.line == line;
}

static void remove_nops(struct block *b)
{
	size_t kept = 0;
	uint32_t line_before = UINT32_MAX;

	for (size_t i = 0; i < b->len; i++) {
		if (b->at[i].op == PSEUDO_NOP && is_redundant(b, i, line_before))
			continue;
		line_before = b->at[i].span.line ? b->at[i].span.line : UINT32_MAX;
		if (kept < i)
			b->at[kept] = b->at[i];
		kept++;
	}
	b->len = kept;
	assert(kept <= b->cap && "drafts only go");
}

/* Exits. */

static bool is_exit_without_line(const struct block *b)
{
	if (!b->len || !draft_is_exit(last_of(b)))
		return false;
	for (size_t i = 0; i < b->len; i++)
		if (b->at[i].span.line)
			return false;
	return true;
}

/* In CPython's instructions, where returning None takes two. */
static size_t size_of(const struct block *b)
{
	assert(b->len > 0 && "an exit is an instruction at least");
	return b->len + (b->at[b->len - 1].op == OP_RETURN_NONE);
}

static void append_copy(struct block *to, const struct block *from)
{
	assert(to != from && "a block is copied to another");
	for (size_t i = 0; i < from->len; i++)
		array_push(to, from->at[i]);
}

/* A jump to a small exit without a line: the exit comes here instead. */
static void inline_exit(struct block *b)
{
	struct draft *last = last_of(b);

	if (!last || last->op != OP_JUMP)
		return;
	struct block *target = skip_empty(last->target);

	if (!is_exit_without_line(target) || size_of(target) > MAX_COPY)
		return;
	last->op = PSEUDO_NOP;
	last->target = NULL;
	append_copy(b, target);
}

/* Each jump to an exit without a line gets its own copy, with its line. */
static void split_exit(struct builder *u, struct block *b)
{
	struct draft *last = last_of(b);

	if (!last || !draft_is_jump(last))
		return;
	struct block *target = last->target;
	assert(target && "a jump goes somewhere");

	if (!is_exit_without_line(target) || target->preds <= 1)
		return;
	struct block *copy = builder_block(u);

	append_copy(copy, target);
	copy->at[0].span = last->span;
	copy->preds = 1;
	copy->reached = true;
	copy->next = target->next;
	target->next = copy;
	target->preds--;
	last->target = copy;
}

static void line_to_exit(struct block *b)
{
	const struct draft *last = last_of(b);

	if (last && b->next && falls_through(b) && is_exit_without_line(b->next))
		b->next->at[0].span = last->span;
}

/* Reachability. */

struct work {
	ARRAY(struct block *);
};

static void reach(struct work *w, struct block *b)
{
	assert(b && "a way leads somewhere");
	b->preds++;
	if (b->reached)
		return;
	b->reached = true;
	array_push(w, b);
}

static void find_reached(struct builder *u)
{
	struct work w = { 0 };

	reach(&w, u->first);
	while (w.len) {
		struct block *b = w.at[--w.len];

		if (b->next && falls_through(b))
			reach(&w, b->next);
		for (size_t i = 0; i < b->len; i++)
			if (b->at[i].target)
				reach(&w, b->at[i].target);
	}
	array_fini(&w);
	for (struct block *b = u->first; b; b = b->next)
		if (!b->reached)
			b->len = 0;
}

static void remove_empty(struct builder *u)
{
	u->first = skip_empty(u->first);
	for (struct block *b = u->first; b; b = b->next)
		while (b->next && !b->next->len)
			b->next = b->next->next;
}

/* Targets of jumps and guards that fell empty. */
static void retarget(struct builder *u)
{
	for (struct block *b = u->first; b; b = b->next)
		for (size_t i = 0; i < b->len; i++)
			if (b->at[i].target)
				b->at[i].target = skip_empty(b->at[i].target);
	for (struct block *b = u->first; b; b = b->next)
		for (size_t i = 0; i < b->len; i++)
			for (struct guard *g = b->at[i].guard;
				g && !g->target->len && g->target->next; g = g->outer)
				g->target = skip_empty(g->target);
}

/* A jump to the block behind it. */
static void remove_jumps_ahead(struct builder *u)
{
	for (struct block *b = u->first; b; b = b->next) {
		struct draft *last = last_of(b);

		if (!last || last->op != OP_JUMP || last->target != b->next)
			continue;
		last->op = PSEUDO_NOP;
		last->target = NULL;
		remove_nops(b);
	}
}

/* Lines for drafts without one. */

static void hand_on(struct block *to, struct span span)
{
	assert(to->len > 0 && "empty blocks were removed");
	if (to->preds == 1 && !to->at[0].span.line)
		to->at[0].span = span;
}

static void propagate_lines(struct builder *u)
{
	for (struct block *b = u->first; b; b = b->next) {
		struct span span = { 0 };

		for (size_t i = 0; i < b->len; i++) {
			if (b->at[i].span.line)
				span = b->at[i].span;
			else
				b->at[i].span = span;
		}
		if (b->next && falls_through(b))
			hand_on(b->next, span);
		struct draft *last = last_of(b);
		if (last && draft_is_jump(last))
			hand_on(last->target, span);
	}
}

static void guarantee_lines(struct builder *u)
{
	struct span span = { .line = u->code->first_line ? u->code->first_line : 1 };

	for (struct block *b = u->first; b; b = b->next) {
		struct draft *last = last_of(b);

		if (!last)
			continue;
		if (last->span.line)
			span = last->span;
		else if (last->op == OP_RETURN || last->op == OP_RETURN_NONE)
			for (size_t i = 0; i < b->len; i++)
				b->at[i].span = span;
	}
}

static void remove_guards(struct builder *u)
{
	for (struct block *b = u->first; b; b = b->next) {
		for (size_t i = 0; i < b->len; i++)
			if (b->at[i].op == PSEUDO_GUARD || b->at[i].op == PSEUDO_UNGUARD)
				b->at[i].op = PSEUDO_NOP;
		remove_nops(b);
	}
	retarget(u);
	remove_empty(u);
}

void flow_shape(struct builder *u)
{
	assert(u->first && !u->guard && "all is drafted, and every guard left");
	retarget(u);
	remove_empty(u);
	for (struct block *b = u->first; b; b = b->next)
		inline_exit(b);
	for (struct block *b = u->first; b; b = b->next) {
		thread_jumps(b);
		remove_nops(b);
	}
	for (struct block *b = u->first; b; b = b->next)
		inline_exit(b);
	find_reached(u);
	for (struct block *b = u->first; b; b = b->next)
		remove_nops(b);
	retarget(u);
	remove_empty(u);
	remove_jumps_ahead(u);
	retarget(u);
	remove_empty(u);
	for (size_t i = u->blocks.len; i-- > 0;)
		split_exit(u, u->blocks.at[i]);
	for (struct block *b = u->first; b; b = b->next)
		line_to_exit(b);
	propagate_lines(u);
	guarantee_lines(u);
	remove_guards(u);
}
