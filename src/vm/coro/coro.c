#include "vm/coro/coro.h"

#include "vm/coro/chain.h"
#include "vm/coro/frame_object.h"
#include "vm/coro/frame_pool.h"

#include <assert.h>

#define X(name, word, doc) [CORO_##name] = word,
const char *const coro_state_names[CORO_STATE_COUNT] = { CORO_STATES(X) };
#undef X

const bool coro_legal[CORO_STATE_COUNT][CORO_STATE_COUNT] = {
	[CORO_CREATED] = { [CORO_RUNNING] = true, [CORO_FINISHED] = true },
	[CORO_RUNNING] = { [CORO_WAITING] = true,
		[CORO_DELEGATING] = true,
		[CORO_SUSPENDED] = true,
		[CORO_FINISHED] = true },
	[CORO_WAITING] = { [CORO_RUNNING] = true,
		[CORO_DELEGATING] = true,
		[CORO_SUSPENDED] = true },
	[CORO_DELEGATING] = { [CORO_RUNNING] = true,
		[CORO_WAITING] = true,
		[CORO_SUSPENDED] = true },
	[CORO_SUSPENDED] = { [CORO_RUNNING] = true,
		[CORO_WAITING] = true,
		[CORO_DELEGATING] = true,
		[CORO_FINISHED] = true },
};

enum coro_state coro_state(const struct frame *f)
{
	assert((f->state != CORO_DELEGATING || f->back) &&
		"who delegates within a chain has a root");
	while (f->state == CORO_DELEGATING)
		f = f->back;
	return (enum coro_state)f->state;
}

/* Events. */

void tell_frame(struct vm *vm, enum event_kind kind, struct frame *f, value v)
{
	if (!vm_watched(vm) || (f->flags & FRAME_LIBRARY && !vm->options.library))
		return;
	const struct observer *o = vm->observer;
	if (o->frame && kind != EVENT_LINE && !(f->flags & FRAME_SILENT)) {
		f->flags |= FRAME_TOLD;
		o->frame(o->self, vm, kind, f, v);
		return;
	}
	struct event e = {
		.kind = kind,
		.frame = f,
		.line = f->line,
		.value = v,
		.why = (enum suspend_kind)f->why,
		.how = (enum resume_how)f->how,
		.silent = f->flags & FRAME_SILENT,
		.placeless = kind == EVENT_UNWIND && f->flags & FRAME_PLACELESS,
	};
	f->flags = (uint16_t)((f->flags & ~FRAME_SILENT) | FRAME_TOLD);
	o->event(o->self, vm, &e);
}

/* Frames. */

struct frame *frame_from_heap(struct vm *vm, struct proto *p, enum obj_kind kind)
{
	assert(p->frame_size >= sizeof(struct frame) && "a frame has room for itself");
	struct frame *f = obj_new_raw(vm, kind, p->frame_size);
	f->proto = p;
	for (unsigned i = 0; i < p->nregs; i++)
		f->regs[i] = V_UNSET;
	return f;
}

struct frame *frame_new(struct vm *vm, struct proto *p, enum obj_kind kind)
{
	return frame_make(vm, p, kind);
}

bool depth_allows(struct vm *vm, uint32_t depth)
{
	if (depth <= vm->options.limits.depth)
		return true;
	vm_raise(vm, VM_EXC(vm, RecursionError), "maximum recursion depth exceeded");
	return false;
}

bool frame_enter(struct vm *vm, struct frame *f, enum continuation continuation)
{
	assert(f->state == CORO_CREATED && !f->back && "a frame is entered once");
	struct frame *caller = vm->frame;
	f->depth = (caller ? caller->depth : 0) + f->proto->deepens;
	if (!depth_allows(vm, f->depth))
		return false;
	if (caller)
		coro_set_state(caller, CORO_WAITING);
	coro_set_state(f, CORO_RUNNING);
	f->back = caller;
	f->continuation = (uint8_t)continuation;
	vm->frame = vm->pushed = f;
	if (vm_watched(vm)) {
		f->flags |= FRAME_SHOWN;
		tell_frame(vm, EVENT_CALL, f, V_UNSET);
	}
	return true;
}

static void tell_destroy(struct vm *vm, struct frame *f)
{
	if (!vm_watched(vm))
		return;
	const struct observer *o = vm->observer;
	if (o->frame)
		o->frame(o->self, vm, EVENT_DESTROY, f, V_UNSET);
	else
		o->event(o->self, vm,
			&(struct event){ .kind = EVENT_DESTROY,
				.frame = f,
				.line = f->line,
				.value = V_UNSET });
}

void frame_clear(struct vm *vm, struct frame *f)
{
	if (f->flags & FRAME_CLEARED)
		return;
	f->flags |= FRAME_CLEARED;
	for (value *r = f->regs, *end = r + f->proto->nregs; r < end; r++) {
		value v = *r;
		*r = V_UNSET;
		value_drop(vm, v);
	}
	if (f->noted)
		frame_forget_notes(vm, f);
	if (f->flags & FRAME_TOLD)
		tell_destroy(vm, f);
}

void frame_discard(struct vm *vm, struct frame *f)
{
	assert(f->state == CORO_CREATED && "it never began");
	f->obj.flags |= OBJ_DOOMED;
	obj_drop(vm, f);
}

struct frame *frame_of_call(struct vm *vm, value callable, value args, value names)
{
	assert((args == V_UNSET || is_kind(args, OBJ_TUPLE)) && "arguments are a tuple");
	struct frame *f = frame_new(vm, &vm->call_proto, OBJ_FRAME);
	f->regs[0] = value_keep(callable);
	f->regs[1] = args;
	f->regs[2] = names;
	return f;
}

/* What a thrown exception passed over does not run: what stands between f and the root
 * of its chain and handles something is not asked. */
static const struct frame *frame_below(const struct frame *f, const struct frame **root)
{
	if (f != *root && !f->thrown)
		return f->back;
	f = (*root)->back;
	*root = f ? f->link : NULL;
	return f;
}

value frame_handled(const struct frame *f)
{
	for (const struct frame *root = f ? f->link : NULL; f; f = frame_below(f, &root)) {
		if (f->proto->handled_reg < 0)
			continue;
		value v = f->regs[f->proto->handled_reg];
		if (v != V_NONE && v != V_UNSET)
			return v;
	}
	return V_NONE;
}

void frame_trace(struct frame *f)
{
	if (!is_coroutine_kind((enum obj_kind)f->obj.kind))
		f->obj.refs++;
	else if (f->traced < FRAME_TRACED_MAX)
		f->traced++;
}

void frame_untrace(struct vm *vm, struct frame *f)
{
	if (!is_coroutine_kind((enum obj_kind)f->obj.kind)) {
		obj_drop(vm, f);
		return;
	}
	if (f->traced == FRAME_TRACED_MAX || --f->traced)
		return;
	if (f->obj.refs == 0)
		obj_free(vm, &f->obj);
	else if (f->state == CORO_FINISHED) {
		f->obj.refs++; /* its variables may hold what holds it */
		frame_clear(vm, f);
		obj_drop(vm, f);
	}
}
