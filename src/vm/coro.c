#include "vm/coro.h"

#include "vm/async_gen.h"
#include "vm/call.h"
#include "vm/machine.h"

#include <assert.h>

#define X(name, word, doc) [CORO_##name] = word,
const char *const coro_state_names[CORO_STATE_COUNT] = { CORO_STATES(X) };
#undef X

static const bool legal[CORO_STATE_COUNT][CORO_STATE_COUNT] = {
	[CORO_CREATED]    = { [CORO_RUNNING] = true, [CORO_FINISHED] = true },
	[CORO_RUNNING]    = { [CORO_WAITING] = true, [CORO_DELEGATING] = true, [CORO_SUSPENDED] = true, [CORO_FINISHED] = true },
	[CORO_WAITING]    = { [CORO_RUNNING] = true, [CORO_DELEGATING] = true, [CORO_SUSPENDED] = true },
	[CORO_DELEGATING] = { [CORO_RUNNING] = true, [CORO_WAITING] = true, [CORO_SUSPENDED] = true },
	[CORO_SUSPENDED]  = { [CORO_RUNNING] = true, [CORO_WAITING] = true, [CORO_DELEGATING] = true, [CORO_FINISHED] = true },
};

void coro_set_state(struct frame *f, enum coro_state s)
{
	assert(legal[f->state][s]);
	f->state = (uint8_t)s;
}

enum coro_state coro_state(const struct frame *f)
{
	while (f->state == CORO_DELEGATING)
		f = f->back;
	return (enum coro_state)f->state;
}

/* ---- events ---- */

void tell_frame(struct vm *vm, enum event_kind kind, struct frame *f, value v)
{
	if (!vm_watched(vm) || (f->flags & FRAME_LIBRARY && !vm->options.library))
		return;
	struct event e = {
		.kind = kind, .frame = f, .line = f->line, .value = v,
		.why = (enum suspend_kind)f->why, .how = (enum resume_how)f->how,
		.silent = f->flags & FRAME_SILENT,
	};
	f->flags = (uint16_t)((f->flags & ~FRAME_SILENT) | FRAME_TOLD);
	vm->observer->event(vm->observer->self, vm, &e);
}

/* A chain of delegation is resumed: told from the outermost frame in.  With an
 * observer this walks the chain; without one nothing depends on its length. */
static void tell_resume(struct vm *vm, struct frame *root, struct frame *tip, value v)
{
	if (!vm_watched(vm))
		return;
	struct { ARRAY(struct frame *); } chain = { 0 };
	for (struct frame *f = tip; ; f = f->back) {
		array_push(&chain, f);
		if (f == root)
			break;
	}
	for (size_t i = chain.len; i-- > 0; ) {
		struct frame *f = chain.at[i];
		f->flags |= FRAME_SHOWN;
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

/* ---- frames ---- */

struct frame *frame_new(struct vm *vm, struct proto *p, enum obj_kind kind)
{
	struct frame *f = obj_new_raw(vm, kind, p->frame_size);
	f->proto = p;
	f->pc = p->instrs;
	f->back = NULL;
	f->link = f;
	f->line = p->code->first_line;
	f->watch = 0;
	f->depth = 0;
	f->then = THEN_DELIVER;
	f->state = CORO_CREATED;
	f->why = SUSPEND_NONE;
	f->how = HOW_NONE;
	f->flags = p->code->flags & CODE_LIBRARY ? FRAME_LIBRARY : 0;
	f->id = f->flags & FRAME_LIBRARY && !vm->options.library ? UINT32_MAX : vm->next_frame++;
	for (unsigned i = 0; i < p->nregs; i++)
		f->regs[i] = V_UNSET;
	return f;
}

static bool depth_allows(struct vm *vm, uint32_t depth)
{
	if (depth <= vm->options.limits.depth)
		return true;
	vm_raise(vm, VM_EXC(vm, RecursionError), "maximum recursion depth exceeded");
	return false;
}

bool frame_enter(struct vm *vm, struct frame *f, enum then then)
{
	struct frame *caller = vm->frame;
	f->depth = (caller ? caller->depth : 0) + !(f->flags & FRAME_LIBRARY);
	if (!depth_allows(vm, f->depth))
		return false;
	if (caller)
		coro_set_state(caller, CORO_WAITING);
	coro_set_state(f, CORO_RUNNING);
	f->back = caller;
	f->then = (uint8_t)then;
	vm->frame = vm->pushed = f;
	if (vm_watched(vm)) {
		f->flags |= FRAME_SHOWN;
		tell_frame(vm, EVENT_CALL, f, V_UNSET);
	}
	return true;
}

void frame_clear(struct vm *vm, struct frame *f)
{
	if (f->flags & FRAME_CLEARED)
		return;
	f->flags |= FRAME_CLEARED;
	for (unsigned i = 0; i < f->proto->nregs; i++) {
		value v = f->regs[i];
		if (is_obj(v)) {
			f->regs[i] = V_UNSET;
			value_drop(vm, v);
		}
	}
	if (f->flags & FRAME_TOLD && vm_watched(vm)) {
		struct event e = { .kind = EVENT_DESTROY, .frame = f, .line = f->line, .value = V_UNSET };
		vm->observer->event(vm->observer->self, vm, &e);
	}
}

value frame_handled(const struct frame *f)
{
	for (; f; f = f->back) {
		if (f->proto->handled_reg < 0)
			continue;
		value v = f->regs[f->proto->handled_reg];
		if (v != V_NONE && v != V_UNSET)
			return v;
	}
	return V_NONE;
}

/* ---- chains of delegation ---- */

/* The instruction at hand; NULL before the first one. */
static const struct instr *at_hand(const struct frame *f)
{
	return f->pc == f->proto->instrs ? NULL : f->pc - 1;
}

/* The frame behind v: a coroutine kind, or what a step of an async generator
 * runs; NULL if v is neither. */
static struct frame *as_coroutine(value v)
{
	if (is_kind(v, OBJ_ASYNC_GEN_STEP))
		return ((struct async_step *)obj_get(v))->gen;
	return is_obj(v) && is_coroutine_kind(obj_kind(v)) ? (struct frame *)obj_get(v) : NULL;
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
	struct frame *g = as_coroutine(coro_delegate(f));
	return g && g->back == f && g->state != CORO_FINISHED ? g : NULL;
}

static void chain_link(struct frame *root, struct frame *tip)
{
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

/* Makes a detached frame of g, which ended or left its chain, and its delegator
 * the tip and the running frame. */
static struct frame *chain_pop(struct vm *vm, struct frame *g)
{
	struct frame *d = g->back, *root = g->link;
	g->back = NULL;
	g->link = g;
	chain_link(root, d);
	coro_set_state(d, CORO_RUNNING);
	vm->frame = d;
	return d;
}

/* ---- resuming ---- */

static const char *kind_word(const struct frame *g)
{
	switch (g->obj.kind) {
	case OBJ_COROUTINE: return "coroutine";
	case OBJ_ASYNC_GENERATOR: return "async generator";
	default: return "generator";
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
			vm_raise(vm, VM_EXC(vm, RuntimeError), "cannot reuse already awaited coroutine");
		else
			vm_raise_stop(vm, V_NONE);
		return false;
	}
	if (!is_suspended(g)) {
		raise_value(vm, "%s already executing", kind_word(g));
		return false;
	}
	if (g->state == CORO_CREATED && v != V_NONE) {
		raise_type(vm, "can't send non-None value to a just-started %s", kind_word(g));
		return false;
	}
	return true;
}

/* g becomes the root of what runs now, above the running frame. If it stands in
 * the chain of another, that one gets it back when g gives way (struct loan). */
struct frame *coro_begin(struct vm *vm, struct frame *g, enum then then)
{
	struct frame *by = vm->frame;
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
	if (!depth_allows(vm, tip->depth - g->depth + depth))
		return NULL;
	obj_keep(g);
	tip->depth += depth - g->depth;
	if (tip != g)
		g->depth = depth;
	coro_set_state(by, CORO_WAITING);
	if (tip != g)
		coro_set_state(g, CORO_WAITING);
	g->back = by;
	g->then = (uint8_t)then;
	coro_set_state(tip, CORO_RUNNING);
	vm->frame = tip;
	vm->pushed = g;
	return tip;
}

/* Runs on from where the tip stands, with v (borrowed) as what was sent. */
static void chain_go(struct vm *vm, struct frame *root, struct frame *tip, value v)
{
	if (v != V_NONE)
		tip->flags |= FRAME_SENT;
	else
		tip->flags &= (uint16_t)~FRAME_SENT;
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
		coro_delegate_send(vm, value_keep(v));
	else
		value_set(vm, &tip->regs[i->a], value_keep(v));
}

value coro_send(struct vm *vm, struct frame *g, value v, enum then then)
{
	if (!coro_resumable(vm, g, v))
		return V_ERROR;
	struct frame *tip = coro_begin(vm, g, then);
	if (!tip)
		return V_ERROR;
	chain_go(vm, g, tip, v);
	return V_PENDING;
}

/* ---- delegating ---- */

/* The running frame f delegates to g, which nobody else delegates to: g's chain
 * becomes the inner part of f's.  Its tip, which runs now; NULL: RecursionError. */
static struct frame *chain_join(struct vm *vm, struct frame *f, struct frame *g)
{
	struct frame *root = f->link, *tip = chain_tip(g);
	uint32_t depth = f->depth + !(g->flags & FRAME_LIBRARY);
	if (!depth_allows(vm, tip->depth - g->depth + depth))
		return NULL;
	tip->depth += depth - g->depth;
	if (tip != g)
		g->depth = depth;
	coro_set_state(f, f == root ? CORO_WAITING : CORO_DELEGATING);
	g->back = f;
	g->then = THEN_DELEGATE;
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
	value it = f->regs[f->pc[-1].b];
	f->why = (uint8_t)f->pc[-1].c;
	struct frame *g = as_coroutine(it);
	if (is_kind(it, OBJ_ASYNC_GEN_STEP)) {
		delegate_to_step(vm, f, (struct async_step *)obj_get(it), v);
	} else if (!g) {
		delegate_foreign(vm, coro_foreign_send(vm, it, v));
	} else if (g->state == CORO_FINISHED && g->obj.kind != OBJ_COROUTINE) {
		coro_delegate_done(vm, V_NONE);
	} else if (!coro_resumable(vm, g, v)) {
		;
	} else if (g->back) {
		coro_send(vm, g, v, THEN_DELEGATE);
	} else {
		delegate_to_frame(vm, f, g, v);
	}
	value_drop(vm, v);
}

void coro_delegate_done(struct vm *vm, value v)
{
	struct frame *f = vm->frame;
	const struct instr *i = f->pc - 1;
	value it = f->regs[i->b];
	f->regs[i->b] = V_UNSET;
	f->why = SUSPEND_NONE;
	value_set(vm, &f->regs[i->a], v);
	value_drop(vm, it);
}

/* ---- suspending ---- */

static void loan_end(struct vm *vm, struct frame *g)
{
	for (size_t i = vm->loans.len; i-- > 0; ) {
		if (vm->loans.at[i].frame != g)
			continue;
		struct frame *owner = vm->loans.at[i].owner;
		vm->loans.at[i] = vm->loans.at[--vm->loans.len];
		if (g->state == CORO_FINISHED)
			return;
		g->back = owner;
		if (g->link != g)
			coro_set_state(g, CORO_DELEGATING);
		return;
	}
}

/* The delegation of the now running d ended with v (given away); loud: CPython
 * tells a StopIteration for it. */
static void delegate_ended(struct vm *vm, struct frame *d, value v, bool loud)
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
	return vm_raise(vm, VM_EXC(vm, RuntimeError), "%s ignored GeneratorExit", kind_word(g));
}

/* Leaves the chain at its root; the frame that resumed it runs again. */
static void chain_leave(struct vm *vm, struct frame *root)
{
	struct frame *by = root->back;
	root->back = NULL;
	if (vm->loans.len)
		loan_end(vm, root);
	vm->frame = by;
	coro_set_state(by, CORO_RUNNING);
}

void coro_suspend(struct vm *vm, value v, enum suspend_kind why)
{
	struct frame *tip = vm->frame, *root = tip->link;
	if (tip->obj.kind == OBJ_ASYNC_GENERATOR && why == SUSPEND_YIELD) {
		async_gen_yielded(vm, v);
		return;
	}
	tip->why = (uint8_t)why;
	tell_suspend(vm, root, tip, v);
	coro_set_state(tip, CORO_SUSPENDED);
	if (tip->flags & FRAME_CLOSING && tip != root) {
		tip->flags &= (uint16_t)~FRAME_CLOSING;
		chain_pop(vm, tip);
		raise_ignored_exit(vm, tip);
		value_drop(vm, v);
		return;
	}
	tip->flags &= (uint16_t)~FRAME_CLOSING;
	if (tip != root)
		coro_set_state(root, CORO_SUSPENDED);
	enum then then = (enum then)root->then;
	chain_leave(vm, root);
	switch (then) {
	case THEN_DELEGATE:
		coro_suspend(vm, v, (enum suspend_kind)vm->frame->why);
		break;
	case THEN_CLOSE:
		raise_ignored_exit(vm, root);
		value_drop(vm, v);
		break;
	case THEN_FINALIZE:
		raise_ignored_exit(vm, root);
		coro_report_ignored(vm, root);
		coro_buried(vm);
		value_drop(vm, v);
		break;
	default:
		deliver(vm, v);
	}
	obj_drop(vm, root);
}

/* An async generator gave an item: its await is over. */
void async_gen_yielded(struct vm *vm, value v)
{
	struct frame *g = vm->frame, *root = g->link;
	g->why = SUSPEND_YIELD;
	tell_suspend(vm, g, g, v);
	coro_set_state(g, CORO_SUSPENDED);
	bool closing = g->flags & (FRAME_ACLOSE | FRAME_CLOSING);
	g->flags &= (uint16_t)~(FRAME_ACLOSE | FRAME_CLOSING | FRAME_BUSY);
	if (g != root) {
		struct frame *d = chain_pop(vm, g);
		if (!closing) {
			delegate_ended(vm, d, v, true);
			return;
		}
		raise_ignored_exit(vm, g);
		value_drop(vm, v);
		return;
	}
	enum then then = (enum then)g->then;
	chain_leave(vm, g);
	if (closing) {
		raise_ignored_exit(vm, g);
		if (then == THEN_FINALIZE) {
			coro_report_ignored(vm, g);
			coro_buried(vm);
		}
	} else {
		vm_raise_stop(vm, v);
	}
	value_drop(vm, v);
	obj_drop(vm, g);
}

/* ---- the end of a frame ---- */

/* The delegator of a frame that was closed is closed next: with an exception of
 * its own, or, if it is the root that throw(GeneratorExit) was called on, with
 * the one that was thrown. */
static void close_next(struct vm *vm, struct frame *d)
{
	struct frame *root = d->link;
	for (size_t i = vm->thrown.len; d == root && i-- > 0; ) {
		if (vm->thrown.at[i].root != root)
			continue;
		vm->exc = vm->thrown.at[i].exc;
		vm->thrown.at[i] = vm->thrown.at[--vm->thrown.len];
		return;
	}
	d->flags |= FRAME_CLOSING;
	vm_raise_args(vm, VM_EXC(vm, GeneratorExit), vm->empty_tuple);
}

/* g, to which the now running d delegated, returned v. */
static void delegate_returned(struct vm *vm, struct frame *g, struct frame *d, value v)
{
	if (g->flags & FRAME_CLOSING) {
		value_drop(vm, v);
		close_next(vm, d);
		return;
	}
	if (g->obj.kind == OBJ_ASYNC_GENERATOR) {
		bool aclose = g->flags & FRAME_ACLOSE;
		g->flags &= (uint16_t)~(FRAME_ACLOSE | FRAME_BUSY);
		value_drop(vm, v);
		if (aclose)
			delegate_ended(vm, d, V_NONE, true);
		else
			vm_raise_args(vm, VM_EXC(vm, StopAsyncIteration), vm->empty_tuple);
		return;
	}
	delegate_ended(vm, d, v, v != V_NONE || g->flags & FRAME_SENT || d->pc[-1].c == SUSPEND_AWAIT);
}

/* An async generator that was run by hand came to its end. */
static void async_root_ended(struct vm *vm, struct frame *g, value v)
{
	value_drop(vm, v);
	if (g->flags & FRAME_ACLOSE)
		vm_raise_stop(vm, V_NONE);
	else
		vm_raise_args(vm, VM_EXC(vm, StopAsyncIteration), vm->empty_tuple);
	g->flags &= (uint16_t)~(FRAME_ACLOSE | FRAME_BUSY);
}

/* The running frame, a root or plain function, ended with v; its caller runs. */
static void give_result(struct vm *vm, struct frame *f, enum then then, value v)
{
	switch (then) {
	case THEN_DELIVER:
		if (f->obj.kind == OBJ_ASYNC_GENERATOR)
			async_root_ended(vm, f, v);
		else if (is_coroutine_kind((enum obj_kind)f->obj.kind))
			deliver_end(vm, v);
		else
			deliver(vm, v);
		return;
	case THEN_DELEGATE:
		delegate_returned(vm, f, vm->frame, v);
		return;
	case THEN_INIT: {
		value *instance = &vm->frame->regs[vm->frame->pc[-1].b];
		value made = *instance;
		*instance = V_UNSET;
		if (v == V_NONE) {
			deliver(vm, made);
		} else {
			raise_type(vm, "__init__() should return None, not '%T'", v);
			value_drop(vm, v);
			value_drop(vm, made);
		}
		return;
	}
	case THEN_CLASS:
		value_drop(vm, v);
		v = class_of_body(vm, f);
		if (v != V_ERROR)
			deliver(vm, v);
		return;
	case THEN_MODULE:
		value_drop(vm, v);
		deliver(vm, value_keep(obj_value(f->proto->module)));
		return;
	case THEN_CLOSE:
		value_drop(vm, v);
		deliver(vm, V_NONE);
		return;
	case THEN_GREENLET:
		greenlet_ended(vm, v);
		return;
	case THEN_LEAVE:
	case THEN_MAIN:
		vm->result = v;
		vm->leave = true;
		return;
	case THEN_FINALIZE:
		coro_buried(vm);
		value_drop(vm, v);
		return;
	case THEN_DROP:
		value_drop(vm, v);
		return;
	}
}

void coro_return(struct vm *vm, value v)
{
	struct frame *f = vm->frame;
	bool class_body = f->proto->code->flags & CODE_CLASS_BODY;
	tell_frame(vm, EVENT_RETURN, f, class_body ? V_NONE : v);
	coro_set_state(f, CORO_FINISHED);
	if (f->link != f) {
		struct frame *d = chain_pop(vm, f);
		frame_clear(vm, f);
		delegate_returned(vm, f, d, v);
		return;
	}
	enum then then = (enum then)f->then;
	struct frame *by = f->back;
	f->back = NULL;
	if (vm->loans.len)
		loan_end(vm, f);
	vm->frame = by;
	if (by)
		coro_set_state(by, CORO_RUNNING);
	if (!class_body && (f->obj.refs == 1 || is_coroutine_kind((enum obj_kind)f->obj.kind)))
		frame_clear(vm, f);
	give_result(vm, f, then, v);
	if (class_body)
		frame_clear(vm, f);
	obj_drop(vm, f);
}

/* PEP 479: StopIteration must not leave a generator as such. */
static void convert_stop(struct vm *vm, struct frame *f)
{
	const char *name = NULL;
	if (vm_exc_is(vm, VM_EXC(vm, StopIteration)))
		name = "StopIteration";
	else if (f->obj.kind == OBJ_ASYNC_GENERATOR && vm_exc_is(vm, VM_EXC(vm, StopAsyncIteration)))
		name = "StopAsyncIteration";
	if (!name)
		return;
	value cause = vm_catch(vm);
	vm_raise(vm, VM_EXC(vm, RuntimeError), "%s raised %s", kind_word(f), name);
	struct exception *e = (struct exception *)obj_get(vm->exc);
	value_set(vm, &e->cause, value_keep(cause));
	value_set(vm, &e->context, cause);
	e->suppress_context = true;
}

/* aclose() takes these two ends of an async generator for a success. */
static bool ends_aclose(struct vm *vm, struct frame *g)
{
	bool aclose = g->flags & FRAME_ACLOSE;
	g->flags &= (uint16_t)~(FRAME_ACLOSE | FRAME_BUSY);
	return aclose && (vm_exc_is(vm, VM_EXC(vm, GeneratorExit)) || vm_exc_is(vm, VM_EXC(vm, StopAsyncIteration)));
}

static bool is_quiet_end(struct vm *vm)
{
	return vm_exc_is(vm, VM_EXC(vm, GeneratorExit)) || vm_exc_is(vm, VM_EXC(vm, StopIteration));
}

/* The root or function f was ended by vm->exc; its caller runs. */
static void give_exception(struct vm *vm, struct frame *f, enum then then)
{
	switch (then) {
	case THEN_CLOSE:
		if (is_quiet_end(vm)) {
			value_drop(vm, vm_catch(vm));
			deliver(vm, V_NONE);
		}
		return;
	case THEN_FINALIZE:
		if (is_quiet_end(vm))
			value_drop(vm, vm_catch(vm));
		else
			coro_report_ignored(vm, f);
		coro_buried(vm);
		return;
	case THEN_GREENLET:
		greenlet_failed(vm);
		return;
	case THEN_INIT: {
		value *instance = &vm->frame->regs[vm->frame->pc[-1].b];
		value made = *instance;
		*instance = V_UNSET;
		value_drop(vm, made);
		return;
	}
	case THEN_LEAVE:
	case THEN_MAIN:
		vm->result = V_ERROR;
		vm->leave = true;
		return;
	default:
		return;
	}
}

void coro_unwind(struct vm *vm)
{
	struct frame *f = vm->frame;
	bool library = f->flags & FRAME_LIBRARY;
	tell_frame(vm, EVENT_UNWIND, f, vm->exc);
	coro_set_state(f, CORO_FINISHED);
	if (is_coroutine_kind((enum obj_kind)f->obj.kind))
		convert_stop(vm, f);
	vm->exc_passing = true;
	vm->exc_library = library;
	bool aclosed = f->obj.kind == OBJ_ASYNC_GENERATOR && ends_aclose(vm, f);
	if (f->link != f) {
		struct frame *d = chain_pop(vm, f);
		if (aclosed) {
			value_drop(vm, vm_catch(vm));
			vm->exc_passing = vm->exc_library = false;
			delegate_ended(vm, d, V_NONE, true);
		} else if (f->flags & FRAME_CLOSING && is_quiet_end(vm)) {
			value_drop(vm, vm_catch(vm));
			vm->exc_passing = false;
			close_next(vm, d);
		}
		return;
	}
	enum then then = (enum then)f->then;
	struct frame *by = f->back;
	f->back = NULL;
	if (vm->loans.len)
		loan_end(vm, f);
	vm->frame = by;
	if (by)
		coro_set_state(by, CORO_RUNNING);
	if (library)
		frame_clear(vm, f);
	if (aclosed && then == THEN_DELIVER) {
		value_drop(vm, vm_catch(vm));
		vm_raise_stop(vm, V_NONE);
	}
	give_exception(vm, f, then);
	obj_drop(vm, f);
}
