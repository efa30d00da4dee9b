/* What a program can do with generators and coroutines by name. */

#include "vm/coro/async_gen.h"
#include "vm/coro/coro.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/special.h"
#include "vm/value/type.h"

static struct frame *frame_get(value v)
{
	return (struct frame *)obj_get(v);
}

value coro_method_send(struct vm *vm, value self, const struct args *a)
{
	return coro_send(vm, frame_get(self), a->at[0], CONTINUE_DELIVER);
}

static value gen_next(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return coro_send(vm, frame_get(self), V_NONE, CONTINUE_DELIVER);
}

static value gen_iter(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)a;
	return value_keep(self);
}

static value coroutine_await(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return coro_wrapper_new(vm, frame_get(self));
}

static value gen_close(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return coro_close(vm, frame_get(self), CONTINUE_CLOSE);
}

static bool is_exception_class(value v)
{
	return is_kind(v, OBJ_TYPE) && type_obj(v)->is_exception;
}

value coro_thrown(struct vm *vm, const struct args *a)
{
	value t = a->at[0], v = a->n > 1 ? a->at[1] : V_NONE;
	if (is_kind(t, OBJ_EXCEPTION)) {
		if (v != V_NONE)
			return raise_type(vm, "instance exception may not have a separate value");
		return value_keep(t);
	}
	if (!is_exception_class(t))
		return raise_type(vm,
			"exceptions must be classes or instances deriving from BaseException, "
			"not %T",
			t);
	if (is_kind(v, OBJ_EXCEPTION) && type_is_subtype(type_of(vm, v), type_obj(t)))
		return value_keep(v);
	value made;
	if (v == V_NONE)
		made = vm_call(vm, t, NULL, 0);
	else if (is_kind(v, OBJ_TUPLE))
		made = vm_call(vm, t, tuple_get(v)->at, tuple_get(v)->len);
	else
		made = vm_call(vm, t, &v, 1);
	if (made == V_ERROR)
		return vm_catch(vm);
	if (is_kind(made, OBJ_EXCEPTION))
		return made;
	struct sbuf text = { 0 };
	plain_repr(vm, t, &text);
	raise_type(vm, "calling %s should have returned an instance of BaseException, not %T",
		text.text, made);
	sbuf_fini(&text);
	value_drop(vm, made);
	return vm_catch(vm);
}

static value thrown(struct vm *vm, const struct args *a)
{
	if (a->n > 2 && a->at[2] != V_NONE && !is_kind(a->at[2], OBJ_TRACEBACK))
		return raise_type(vm, "throw() third argument must be a traceback object");
	return coro_thrown(vm, a);
}

/* Whether the first argument of throw() is GeneratorExit or one of its kind. */
static bool means_exit(struct vm *vm, value v)
{
	struct type *exit = VM_EXC(vm, GeneratorExit);
	return exception_is(vm, v, exit) ||
		(is_exception_class(v) && type_is_subtype(type_obj(v), exit));
}

/* An iterator with a throw() of its own gets the arguments as they are. */
static value gen_throw(struct vm *vm, value self, const struct args *a)
{
	bool as_it_is = !means_exit(vm, a->at[0]) && coro_hands_throw_on(vm, frame_get(self));
	value exc = as_it_is ? V_NONE : thrown(vm, a);
	if (exc == V_ERROR)
		return coro_throw_refused(vm, frame_get(self), vm_catch(vm), CONTINUE_DELIVER);
	vm->thrown_as = tuple_from(vm, a->at, a->n);
	value r = coro_throw(vm, frame_get(self), exc, CONTINUE_DELIVER);
	value_drop(vm, vm->thrown_as);
	vm->thrown_as = V_UNSET;
	return r;
}

const struct native_def generator_methods[] = {
	{ "send", coro_method_send, 1, 1, false,
		"resumes the generator; the value becomes the result of its yield" },
	{ "throw", gen_throw, 1, 3, false, "raises an exception where the generator is suspended" },
	{ "close", gen_close, 0, 0, false,
		"raises GeneratorExit where the generator is suspended and expects its end" },
	{ "__next__", gen_next, 0, 0, false, "resumes the generator" },
	{ "__iter__", gen_iter, 0, 0, false, "the generator itself" }, { 0 }
};

const struct native_def coroutine_methods[] = {
	{ "send", coro_method_send, 1, 1, false, "resumes the coroutine" },
	{ "throw", gen_throw, 1, 3, false, "raises an exception where the coroutine is suspended" },
	{ "close", gen_close, 0, 0, false, "ends the coroutine" },
	{ "__await__", coroutine_await, 0, 0, false, "an iterator that runs the coroutine" }, { 0 }
};

/* Attributes. */

static value attr_running(struct vm *vm, struct frame *g)
{
	(void)vm;
	if (g->obj.kind == OBJ_ASYNC_GENERATOR)
		return bool_make(g->flags & FRAME_BUSY);
	enum coro_state s = coro_state(g);
	return bool_make(s == CORO_RUNNING || s == CORO_WAITING);
}

static value attr_suspended(struct vm *vm, struct frame *g)
{
	(void)vm;
	return bool_make(coro_state(g) == CORO_SUSPENDED);
}

static value attr_frame(struct vm *vm, struct frame *g)
{
	return g->state == CORO_FINISHED ? V_NONE : frame_object(vm, g);
}

static value attr_delegate(struct vm *vm, struct frame *g)
{
	(void)vm;
	return coro_state(g) == CORO_SUSPENDED ? value_keep(coro_delegate(g)) : V_NONE;
}

static value attr_name(struct vm *vm, struct frame *g)
{
	return value_keep(coro_name(vm, g, CORO_NAME));
}

static value attr_qualname(struct vm *vm, struct frame *g)
{
	return value_keep(coro_name(vm, g, CORO_QUALNAME));
}

static value attr_code(struct vm *vm, struct frame *g)
{
	value v = obj_value(g);
	return vm_tail(vm, LIB_CODE, &v, 1);
}

static const struct {
	const char *name;
	value (*get)(struct vm *vm, struct frame *g);
} attributes[] = {
	{ "gi_running", attr_running },
	{ "cr_running", attr_running },
	{ "ag_running", attr_running },
	{ "gi_suspended", attr_suspended },
	{ "cr_suspended", attr_suspended },
	{ "ag_suspended", attr_suspended },
	{ "gi_frame", attr_frame },
	{ "cr_frame", attr_frame },
	{ "ag_frame", attr_frame },
	{ "gi_yieldfrom", attr_delegate },
	{ "cr_await", attr_delegate },
	{ "ag_await", attr_delegate },
	{ "gi_code", attr_code },
	{ "cr_code", attr_code },
	{ "ag_code", attr_code },
	{ "__name__", attr_name },
	{ "__qualname__", attr_qualname },
};

value coro_get_attr(struct vm *vm, struct frame *g, value name)
{
	char prefix = g->obj.kind == OBJ_GENERATOR ? 'g' : g->obj.kind == OBJ_COROUTINE ? 'c' : 'a';
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
		const char *n = attributes[i].name;
		if (str_is(name, n) && (n[0] == '_' || n[0] == prefix))
			return attributes[i].get(vm, g);
	}
	return V_UNSET;
}

/* Iterators that are no coroutines. */

value coro_foreign_send(struct vm *vm, value it, value v)
{
	if (v == V_NONE)
		return ops_next(vm, it);
	value func, self, r = ops_get_method(vm, it, VM_STR(vm, send), &func, &self);
	if (r == V_ERROR)
		return r;
	if (r == V_PENDING)
		return vm_refuse(vm, "a computed attribute send is outside the scenario language");
	value args[2] = { self, v };
	r = self == V_UNSET ? vm_tail_call(vm, func, &v, 1) : vm_tail_call(vm, func, args, 2);
	value_drop(vm, func);
	value_drop(vm, self);
	return r;
}

void coro_tell_stop(struct vm *vm, struct frame *f, value v)
{
	if (!vm_watched(vm))
		return;
	value args = v == V_NONE ? value_keep(vm->empty_tuple) : tuple_from(vm, &v, 1);
	struct exception *e = exception_new(vm, VM_EXC(vm, StopIteration), args);
	value_drop(vm, args);
	struct event ev = {
		.kind = EVENT_EXCEPTION,
		.frame = f,
		.line = f->line,
		.value = obj_value(e),
		.stop = true,
		.silent = f->flags & FRAME_SILENT,
	};
	if (!(f->flags & FRAME_LIBRARY) || vm->options.library) {
		f->flags &= (uint16_t)~FRAME_SILENT;
		vm->observer->event(vm->observer->self, vm, &ev);
	}
	obj_drop(vm, e);
}
