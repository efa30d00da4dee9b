/* The attributes of greenlets. */

#include "vm/coro/coro.h"
#include "vm/coro/greenlet.h"
#include "vm/kind/number.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"
#include "vm/value/notify.h"

static struct greenlet *self_of(value v)
{
	return (struct greenlet *)obj_get(v);
}

void greenlet_set_run(struct vm *vm, struct greenlet *g, value run)
{
	value old = g->run;
	g->run = run;
	notify_splice(vm, g, 0, 1, &old, 1, &run);
	value_drop(vm, old);
}

static bool refuse_attribute(struct vm *vm, const char *words)
{
	vm_raise(vm, VM_EXC(vm, AttributeError), "%s", words);
	return false;
}

bool greenlet_set_parent(struct vm *vm, value self, value v)
{
	struct greenlet *g = self_of(self);
	if (v == V_UNSET)
		return refuse_attribute(vm, "can't delete attribute");
	if (g == vm->main_greenlet)
		return refuse_attribute(vm, "cannot set the parent of a main greenlet");
	if (!is_kind(v, OBJ_GREENLET)) {
		raise_type(vm, "GreenletChecker: Expected any type of greenlet, not %T", v);
		return false;
	}
	for (struct greenlet *p = self_of(v); p; p = p->parent) {
		if (p == g) {
			raise_value(vm, "cyclic parent chain");
			return false;
		}
	}
	struct greenlet *old = g->parent;
	g->parent = obj_keep(obj_get(v));
	obj_drop(vm, old);
	return true;
}

#define NO_RUN_OF_MAIN "Main greenlets do not have a run attribute."

static value get_parent(struct vm *vm, value self)
{
	(void)vm;
	struct greenlet *p = self_of(self)->parent;
	return p ? obj_value(obj_keep(p)) : V_NONE;
}

static value get_dead(struct vm *vm, value self)
{
	(void)vm;
	return bool_make(self_of(self)->state == GREENLET_DEAD);
}

static value get_run(struct vm *vm, value self)
{
	const struct greenlet *g = self_of(self);
	if (g != vm->main_greenlet && g->run != V_UNSET)
		return value_keep(g->run);
	refuse_attribute(vm, g == vm->main_greenlet ? NO_RUN_OF_MAIN : "run");
	return V_ERROR;
}

static bool set_run(struct vm *vm, value self, value v)
{
	struct greenlet *g = self_of(self);
	if (g == vm->main_greenlet)
		return refuse_attribute(vm, NO_RUN_OF_MAIN);
	if (g->state != GREENLET_CREATED)
		return refuse_attribute(vm, "run cannot be set after the start of the greenlet");
	greenlet_set_run(vm, g, value_keep(v));
	return true;
}

/* There are no contexts that a program could set, so it is always None. */
static value get_context(struct vm *vm, value self)
{
	(void)vm, (void)self;
	return V_NONE;
}

static bool set_context(struct vm *vm, value self, value v)
{
	(void)self;
	if (v == V_UNSET)
		return refuse_attribute(vm, "can't delete context attribute");
	if (v != V_NONE)
		raise_type(vm, "greenlet context must be a contextvars.Context or None");
	return v == V_NONE;
}

static value get_stack_saved(struct vm *vm, value self)
{
	const struct greenlet *g = self_of(self);
	if (g == vm->greenlet || g->state != GREENLET_STARTED)
		return int_make(vm, 0);
	return vm_refuse(
		vm, "the size of a stack that is put aside is outside the scenario language");
}

static value get_frame(struct vm *vm, value self)
{
	const struct greenlet *g = self_of(self);
	if (g->state != GREENLET_STARTED || g == vm->greenlet)
		return V_NONE;
	struct frame *f = g->frame;
	while (f && f->flags & FRAME_LIBRARY)
		f = f->back;
	return f ? frame_object(vm, f) : V_NONE;
}

const struct special greenlet_specials[] = { { "parent", get_parent, greenlet_set_parent },
	{ "dead", get_dead, NULL }, { "run", get_run, set_run }, { "gr_frame", get_frame, NULL },
	{ "gr_context", get_context, set_context }, { "_stack_saved", get_stack_saved, NULL },
	{ 0 } };
