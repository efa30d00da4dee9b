#include "vm/coro/chain.h"

#include "vm/coro/coro.h"
#include "vm/value/machine.h"

#include <assert.h>

/* Events. */

/* A chain of delegation is resumed: told from the outermost frame in.  With an
 * observer this walks the chain; without one nothing depends on its length.
 * FRAME_SENT, which only decides what is told, is set on the way. */
static void tell_resume(struct vm *vm, struct frame *root, struct frame *tip, value v)
{
	if (!vm_watched(vm))
		return;
	struct {
		ARRAY(struct frame *);
	} chain = { 0 };
	for (struct frame *f = tip;; f = f->back) {
		array_push(&chain, f);
		if (f == root)
			break;
	}
	for (size_t i = chain.len; i-- > 0;) {
		struct frame *f = chain.at[i];
		f->flags |= FRAME_SHOWN;
		if (v != V_NONE)
			f->flags |= FRAME_SENT;
		else
			f->flags &= (uint16_t)~FRAME_SENT;
		f->how = HOW_SEND;
		tell_frame(vm, EVENT_RESUME, f, v);
	}
	array_fini(&chain);
}

/* ... and suspended: told from the innermost out, as far as it was told that
 * they run (what a throw() passed over was not). */
static void tell_suspend(struct vm *vm, struct frame *root, struct frame *tip, value v)
{
	if (!vm_watched(vm))
		return;
	for (struct frame *f = tip; f->flags & FRAME_SHOWN; f = f->back) {
		f->flags &= (uint16_t)~FRAME_SHOWN;
		tell_frame(vm, EVENT_YIELD, f, v);
		if (f == root)
			break;
	}
}

/* Chains of delegation. */

/* The instruction at hand; NULL before the first one. */
static const struct instr *at_hand(const struct frame *f)
{
	return f->pc == f->proto->instrs ? NULL : f->pc - 1;
}

value coro_delegate(const struct frame *f)
{
	const struct instr *i = at_hand(f);
	if (!i || i->op != OP_DELEGATE || f->state == CORO_FINISHED)
		return V_NONE;
	value v = f->regs[i->b];
	return v == V_UNSET ? V_NONE : v;
}

/* The frame that f delegates to and that belongs to f's chain, or NULL. */
static struct frame *delegate_in_chain(const struct frame *f)
{
	struct frame *g = chain_frame_of(coro_delegate(f));
	return g && g->back == f && g->state != CORO_FINISHED ? g : NULL;
}

static void chain_link(struct frame *root, struct frame *tip)
{
	assert(root && tip && "a chain has two ends");
	root->link = tip;
	tip->link = root;
}

static struct frame *chain_tip(struct frame *root)
{
	if (root->flags & FRAME_LOST_TIP) {
		root->flags &= (uint16_t)~FRAME_LOST_TIP;
		struct frame *tip = root;
		for (struct frame *g; (g = delegate_in_chain(tip)); tip = g)
			if (tip != root && tip->state != CORO_DELEGATING)
				coro_set_state(tip, CORO_DELEGATING);
		if (tip->state == CORO_DELEGATING)
			coro_set_state(tip, CORO_SUSPENDED);
		chain_link(root, tip);
	}
	return root->link;
}

/* g, which has a delegator, was run by somebody else: the root of the chain it
 * stands in cannot know its tip any more. */
static void chain_lose_tip(struct frame *f)
{
	while (f->back)
		f = f->back;
	f->flags |= FRAME_LOST_TIP;
}

void chain_cut(struct frame *root, struct frame *g)
{
	assert(g->back && g != root && "who is cut off stood in the chain");
	struct frame *d = g->back, *tip = root->link;
	g->back = NULL;
	if (g != tip)
		coro_set_state(g, CORO_SUSPENDED);
	chain_link(g, tip);
	if (d != root)
		coro_set_state(d, CORO_SUSPENDED);
	chain_link(root, d);
}

bool chain_handles(const struct frame *f)
{
	int r = f->proto->handled_reg;
	return r >= 0 && is_obj(f->regs[r]);
}

/* What came to g by throw() comes to d, which delegated to it. */
static void hand_thrown_on(struct frame *g, struct frame *d, const struct frame *root)
{
	if (g->thrown && d != root)
		d->thrown = 1;
	d->above_thrown |= g->above_thrown;
	g->thrown = g->above_thrown = 0;
}

struct frame *chain_pop(struct vm *vm, struct frame *g)
{
	assert(g->back && g->link && g->link->link == g && "the tip goes, which its root knows");
	struct frame *d = g->back, *root = g->link;
	if (g->thrown || g->above_thrown)
		hand_thrown_on(g, d, root);
	g->back = NULL;
	g->link = g;
	chain_link(root, d);
	coro_set_state(d, CORO_RUNNING);
	vm->frame = d;
	return d;
}

/* Resuming. */

const char *chain_word(const struct frame *g)
{
	switch (g->obj.kind) {
	case OBJ_COROUTINE:
		return "coroutine";
	case OBJ_ASYNC_GENERATOR:
		return "async generator";
	default:
		return "generator";
	}
}

static bool is_suspended(const struct frame *g)
{
	enum coro_state s = coro_state(g);
	return s == CORO_SUSPENDED || s == CORO_CREATED;
}

bool coro_resumable(struct vm *vm, struct frame *g, value v)
{
	if (g->state == CORO_FINISHED) {
		if (g->obj.kind == OBJ_COROUTINE)
			vm_raise(vm, VM_EXC(vm, RuntimeError),
				"cannot reuse already awaited coroutine");
		else
			vm_raise_stop(vm, V_NONE);
		return false;
	}
	if (!is_suspended(g)) {
		raise_value(vm, "%s already executing", chain_word(g));
		return false;
	}
	if (g->state == CORO_CREATED && v != V_NONE) {
		raise_type(vm, "can't send non-None value to a just-started %s", chain_word(g));
		return false;
	}
	return true;
}

/* g, whose chain ends with tip, may not run: RecursionError.  In CPython the
 * generator is over then, though nothing of it has run. */
static bool refuse_depth(struct vm *vm, struct frame *g, const struct frame *tip, uint32_t depth)
{
	bool allowed = depth_allows(vm, depth);
	assert(!allowed && "it is too deep");
	if (tip == g) {
		coro_set_state(g, CORO_FINISHED);
		frame_leave(vm, g);
	}
	return allowed;
}

/* Whether g may run at that depth; if not, false with the exception. */
static inline bool may_run(struct vm *vm, struct frame *g, const struct frame *tip, uint32_t depth)
{
	uint32_t deepest = tip->depth - g->depth + depth;
	return deepest <= vm->options.limits.depth || refuse_depth(vm, g, tip, deepest);
}

/* g becomes the root of what runs now, above the running frame. If it stands in
 * the chain of another, that one gets it back when g gives way (struct loan). */
struct frame *coro_begin(struct vm *vm, struct frame *g, enum continuation continuation)
{
	struct frame *by = vm->frame;
	assert(by && by->state == CORO_RUNNING && "somebody runs until now");
	if (g->back) {
		struct loan loan = { g, g->back };
		array_push(&vm->loans, loan);
		chain_lose_tip(g);
		if (g->state == CORO_DELEGATING)
			coro_set_state(g, CORO_SUSPENDED);
		g->flags |= FRAME_LOST_TIP;
		g->back = NULL;
	}
	struct frame *tip = chain_tip(g);
	uint32_t depth = by->depth + !(g->flags & FRAME_LIBRARY);
	if (!may_run(vm, g, tip, depth)) {
		chain_return_loan(vm, g);
		return NULL;
	}
	obj_keep(g);
	tip->depth += depth - g->depth;
	if (tip != g)
		g->depth = depth;
	coro_set_state(by, CORO_WAITING);
	if (tip != g)
		coro_set_state(g, CORO_WAITING);
	g->back = by;
	g->continuation = (uint8_t)continuation;
	coro_set_state(tip, CORO_RUNNING);
	vm->frame = tip;
	vm->pushed = g;
	return tip;
}

/* Runs on from where the tip stands, with v (borrowed) as what was sent. */
static void chain_go(struct vm *vm, struct frame *root, struct frame *tip, value v)
{
	assert(tip == vm->frame && tip->state == CORO_RUNNING && "the tip runs");
	const struct instr *i = at_hand(tip);
	if (!i) {
		if (vm_watched(vm)) {
			tip->flags |= FRAME_SHOWN;
			tell_frame(vm, EVENT_CALL, tip, V_UNSET);
		}
		return;
	}
	tell_resume(vm, root, tip, v);
	if (i->op == OP_DELEGATE)
		deliver_later(vm, tip, value_keep(v), DELIVER_SENT);
	else
		value_set(vm, &tip->regs[i->a], value_keep(v));
}

value coro_send(struct vm *vm, struct frame *g, value v, enum continuation continuation)
{
	if (!coro_resumable(vm, g, v))
		return V_ERROR;
	struct frame *tip = coro_begin(vm, g, continuation);
	if (!tip)
		return V_ERROR;
	chain_go(vm, g, tip, v);
	return V_PENDING;
}

/* Delegating. */

/* throw() came to f, and those from tip on stand in f's place now. */
static void note_thrown_above(struct frame *tip, const struct frame *f)
{
	for (struct frame *b = tip; b != f; b = b->back)
		b->above_thrown = 1;
}

/* The running frame f delegates to g, which nobody else delegates to: g's chain
 * becomes the inner part of f's.  Its tip, which runs now; NULL: RecursionError. */
static struct frame *chain_join(struct vm *vm, struct frame *f, struct frame *g)
{
	assert(f == vm->frame && !g->back &&
		"who runs delegates to one whom nobody else delegates to");
	struct frame *root = f->link, *tip = chain_tip(g);
	uint32_t depth = f->depth + !(g->flags & FRAME_LIBRARY);
	if (!may_run(vm, g, tip, depth))
		return NULL;
	tip->depth += depth - g->depth;
	if (tip != g)
		g->depth = depth;
	coro_set_state(f, f == root ? CORO_WAITING : CORO_DELEGATING);
	g->back = f;
	g->continuation = CONTINUE_DELEGATE;
	if (f->thrown || f->above_thrown)
		note_thrown_above(tip, f);
	if (tip != g)
		coro_set_state(g, CORO_DELEGATING);
	coro_set_state(tip, CORO_RUNNING);
	chain_link(root, tip);
	vm->frame = tip;
	return tip;
}

static void delegate_to_frame(struct vm *vm, struct frame *f, struct frame *g, value v)
{
	struct frame *tip = chain_join(vm, f, g);
	if (tip)
		chain_go(vm, g, tip, v);
}

/* The running frame f awaits a step of an async generator. */
static void delegate_to_step(struct vm *vm, struct frame *f, struct async_step *s, value v)
{
	value sent, thrown;
	if (!async_step_begin(vm, s, v, &sent, &thrown))
		return;
	struct frame *g = s->gen;
	if (g->back || !coro_resumable(vm, g, sent)) {
		if (vm->exc == V_UNSET)
			raise_value(vm, "async generator already executing");
		else
			async_step_refused(s);
		value_drop(vm, thrown);
	} else if (thrown == V_UNSET) {
		delegate_to_frame(vm, f, g, sent);
	} else {
		struct frame *tip = chain_join(vm, f, g);
		if (tip)
			coro_throw_at(vm, g, tip, thrown, false);
		else
			value_drop(vm, thrown);
	}
}

/* The result of a method of a foreign iterator that ran at once. */
static void delegate_foreign(struct vm *vm, value r)
{
	if (r == V_STOP)
		coro_delegate_done(vm, V_NONE);
	else if (r != V_ERROR && r != V_PENDING)
		coro_suspend(vm, r, (enum suspend_kind)vm->frame->why);
}

void coro_delegate_send(struct vm *vm, value v)
{
	struct frame *f = vm->frame;
	assert(f->pc[-1].op == OP_DELEGATE && "the frame delegates");
	value it = f->regs[f->pc[-1].b];
	f->why = (uint8_t)f->pc[-1].c;
	struct frame *g = chain_frame_of(it);
	if (!g) {
		delegate_foreign(vm, coro_foreign_send(vm, it, v));
	} else if (&g->obj != obj_get(it)) {
		delegate_to_step(vm, f, (struct async_step *)obj_get(it), v);
	} else if (g->state == CORO_FINISHED && g->obj.kind != OBJ_COROUTINE) {
		coro_delegate_done(vm, V_NONE);
	} else if (!coro_resumable(vm, g, v)) {
		;
	} else if (g->back) {
		coro_send(vm, g, v, CONTINUE_DELEGATE);
	} else {
		delegate_to_frame(vm, f, g, v);
	}
	value_drop(vm, v);
}

void coro_delegate_done(struct vm *vm, value v)
{
	struct frame *f = vm->frame;
	assert(f->pc[-1].op == OP_DELEGATE && "the frame delegates");
	const struct instr *i = f->pc - 1;
	value it = f->regs[i->b];
	f->regs[i->b] = V_UNSET;
	f->why = SUSPEND_NONE;
	value_set(vm, &f->regs[i->a], v);
	value_drop(vm, it);
}

/* Suspending. */

void chain_return_loan(struct vm *vm, struct frame *g)
{
	for (size_t i = vm->loans.len; i-- > 0;) {
		if (vm->loans.at[i].frame != g)
			continue;
		struct frame *owner = vm->loans.at[i].owner;
		assert(owner != g && "nobody has lent to themselves");
		vm->loans.at[i] = vm->loans.at[--vm->loans.len];
		if (g->state == CORO_FINISHED)
			return;
		g->back = owner;
		if (g->link != g)
			coro_set_state(g, CORO_DELEGATING);
		return;
	}
}

void chain_delegation_ended(struct vm *vm, struct frame *d, value v, bool loud)
{
	if (vm_watched(vm)) {
		if (!(d->flags & FRAME_SHOWN)) {
			/* CPython 3.11 resumes the delegator without a trace
			 * event when throw() made the inner one return. */
			d->flags |= FRAME_SHOWN | FRAME_SILENT;
		} else if (loud) {
			coro_tell_stop(vm, d, v);
		}
	}
	coro_delegate_done(vm, v);
}

/* A frame that is being closed yielded: an error of the one who closes it. */
static value raise_ignored_exit(struct vm *vm, const struct frame *g)
{
	return vm_raise(vm, VM_EXC(vm, RuntimeError), "%s ignored GeneratorExit", chain_word(g));
}

void chain_leave(struct vm *vm, struct frame *root)
{
	struct frame *by = root->back;
	assert(by && "a root was resumed by somebody");
	root->back = NULL;
	if (vm->loans.len)
		chain_return_loan(vm, root);
	vm->frame = by;
	coro_set_state(by, CORO_RUNNING);
}

/* The chain gives way: what comes into it next is another matter. */
static void forget_thrown(const struct frame *root, struct frame *tip)
{
	for (struct frame *f = tip; f->thrown || f->above_thrown; f = f->back) {
		f->thrown = f->above_thrown = 0;
		if (f == root)
			break;
	}
}

void coro_suspend(struct vm *vm, value v, enum suspend_kind why)
{
	struct frame *tip = vm->frame, *root = tip->link;
	assert(tip->state == CORO_RUNNING && root->link == tip && "the running frame is a tip");
	if (tip->obj.kind == OBJ_ASYNC_GENERATOR && why == SUSPEND_YIELD) {
		async_gen_yielded(vm, v);
		return;
	}
	tip->why = (uint8_t)why;
	forget_thrown(root, tip);
	tell_suspend(vm, root, tip, v);
	coro_set_state(tip, CORO_SUSPENDED);
	if (tip->flags & FRAME_CLOSING && tip != root) {
		tip->flags &= (uint16_t)~FRAME_CLOSING;
		chain_pop(vm, tip);
		value_drop(vm, coro_take_thrown(vm, root));
		raise_ignored_exit(vm, tip);
		value_drop(vm, v);
		return;
	}
	tip->flags &= (uint16_t)~FRAME_CLOSING;
	if (tip != root)
		coro_set_state(root, CORO_SUSPENDED);
	enum continuation continuation = (enum continuation)root->continuation;
	chain_leave(vm, root);
	switch (continuation) {
	case CONTINUE_DELEGATE:
		coro_suspend(vm, v, (enum suspend_kind)vm->frame->why);
		break;
	case CONTINUE_CLOSE:
		raise_ignored_exit(vm, root);
		value_drop(vm, v);
		break;
	case CONTINUE_FINALIZE:
		raise_ignored_exit(vm, root);
		coro_report_ignored(vm, root);
		value_drop(vm, v);
		break;
	default:
		deliver(vm, v);
	}
	obj_drop(vm, root);
	if (continuation == CONTINUE_FINALIZE)
		coro_buried(vm);
}

void async_gen_yielded(struct vm *vm, value v)
{
	struct frame *g = vm->frame, *root = g->link;
	assert(g->obj.kind == OBJ_ASYNC_GENERATOR && "an async generator yields");
	g->why = SUSPEND_YIELD;
	tell_suspend(vm, g, g, v);
	coro_set_state(g, CORO_SUSPENDED);
	bool closing = g->flags & (FRAME_ACLOSE | FRAME_CLOSING);
	g->flags &= (uint16_t) ~(FRAME_ACLOSE | FRAME_CLOSING | FRAME_BUSY);
	if (g != root) {
		struct frame *d = chain_pop(vm, g);
		if (!closing) {
			chain_delegation_ended(vm, d, v, true);
			return;
		}
		raise_ignored_exit(vm, g);
		value_drop(vm, v);
		return;
	}
	enum continuation continuation = (enum continuation)g->continuation;
	chain_leave(vm, g);
	if (closing) {
		raise_ignored_exit(vm, g);
		if (continuation == CONTINUE_FINALIZE)
			coro_report_ignored(vm, g);
	} else {
		vm_raise_stop(vm, v);
	}
	value_drop(vm, v);
	obj_drop(vm, g);
	if (continuation == CONTINUE_FINALIZE)
		coro_buried(vm);
}
