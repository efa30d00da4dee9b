#include "vm/coro/async_gen.h"

#include "vm/coro/coro.h"
#include "vm/coro/greenlet.h"
#include "vm/kind/iter.h"
#include "vm/kind/seq.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/type.h"

#include <assert.h>

static struct async_step *step_get(value v)
{
	return (struct async_step *)obj_get(v);
}

static struct frame *frame_get(value v)
{
	return (struct frame *)obj_get(v);
}

/* The loop is told of an async generator when it is first used. */
static bool call_first_hook(struct vm *vm, struct frame *g)
{
	if (g->flags & FRAME_HOOKED)
		return true;
	g->flags |= FRAME_HOOKED;
	if (vm->asyncgen_first == V_NONE)
		return true;
	g->flags |= FRAME_LOOPED;
	value v = obj_value(g), r = vm_call(vm, vm->asyncgen_first, &v, 1);
	value_drop(vm, r);
	return r != V_ERROR;
}

static value step_new(struct vm *vm, struct frame *g, enum async_mode mode, value arg)
{
	if (!call_first_hook(vm, g))
		return V_ERROR;
	struct async_step *s = obj_new(
		vm, mode == ASYNC_NEXT ? OBJ_ASYNC_GEN_STEP : OBJ_ASYNC_GEN_THROW, sizeof *s);
	s->gen = obj_keep(g);
	s->mode = (uint8_t)mode;
	s->arg = value_keep(arg);
	return obj_value(s);
}

value async_gen_next(struct vm *vm, struct frame *g)
{
	return step_new(vm, g, ASYNC_NEXT, V_NONE);
}

/* One step. */

static bool raise_runtime(struct vm *vm, const char *text)
{
	vm_raise(vm, VM_EXC(vm, RuntimeError), "%s", text);
	return false;
}

static bool begin_next(struct vm *vm, struct async_step *s, value v, value *sent)
{
	if (s->gen->flags & FRAME_BUSY) {
		s->state = ASYNC_CLOSED;
		return raise_runtime(vm, "anext(): asynchronous generator is already running");
	}
	*sent = v == V_NONE ? s->arg : v;
	return true;
}

/* What athrow(*args) raises: owned, or V_ERROR. */
static value exception_to_throw(struct vm *vm, value args)
{
	const struct tuple *t = tuple_get(args);
	if (t->len < 1 || t->len > 3)
		return raise_type(vm, "athrow expected at %s %d argument%s, got %u",
			t->len < 1 ? "least" : "most", t->len < 1 ? 1 : 3, t->len < 1 ? "" : "s",
			(unsigned)t->len);
	if (t->len == 3 && t->at[2] != V_NONE && !is_kind(t->at[2], OBJ_TRACEBACK))
		return raise_type(vm, "throw() third argument must be a traceback object");
	return coro_thrown(vm, &(struct args){ .at = t->at, .n = t->len });
}

static bool begin_throw(struct vm *vm, struct async_step *s, value v, value *thrown)
{
	if (s->gen->flags & FRAME_BUSY) {
		s->state = ASYNC_CLOSED;
		return raise_runtime(vm,
			s->mode == ASYNC_CLOSE
				? "aclose(): asynchronous generator is already running"
				: "athrow(): asynchronous generator is already running");
	}
	if (s->gen->flags & FRAME_ACLOSED) {
		s->state = ASYNC_CLOSED;
		vm_raise_args(vm, VM_EXC(vm, StopAsyncIteration), vm->empty_tuple);
		return false;
	}
	if (v != V_NONE)
		return raise_runtime(vm, "can't send non-None value to a just-started coroutine");
	if (s->mode == ASYNC_CLOSE) {
		s->gen->flags |= FRAME_ACLOSE | FRAME_ACLOSED;
		*thrown = obj_value(exception_new(vm, VM_EXC(vm, GeneratorExit), vm->empty_tuple));
		return true;
	}
	*thrown = exception_to_throw(vm, s->arg);
	if (*thrown == V_ERROR) {
		*thrown = V_UNSET;
		s->state = ASYNC_CLOSED;
		return false;
	}
	return true;
}

/* A step that went on until the generator gave way or ended is over. */
static bool is_over(const struct async_step *s)
{
	if (s->state == ASYNC_THROWN)
		return s->gen->state == CORO_SUSPENDED && coro_delegate(s->gen) == V_NONE;
	return s->state == ASYNC_CLOSED ||
		(s->state == ASYNC_ITERATING && !(s->gen->flags & FRAME_BUSY));
}

static bool raise_reuse(struct vm *vm, const struct async_step *s)
{
	return raise_runtime(vm,
		s->mode == ASYNC_NEXT ? "cannot reuse already awaited __anext__()/asend()"
				      : "cannot reuse already awaited aclose()/athrow()");
}

bool async_step_begin(struct vm *vm, struct async_step *s, value v, value *sent, value *thrown)
{
	*sent = v;
	*thrown = V_UNSET;
	if (is_over(s))
		return raise_reuse(vm, s);
	if (s->gen->state == CORO_FINISHED) {
		s->state = ASYNC_CLOSED;
		if (s->mode == ASYNC_NEXT)
			vm_raise_args(vm, VM_EXC(vm, StopAsyncIteration), vm->empty_tuple);
		else
			vm_raise_stop(vm, V_NONE);
		return false;
	}
	if (s->state == ASYNC_INIT || s->state == ASYNC_THROWN) {
		bool ok = s->mode == ASYNC_NEXT ? begin_next(vm, s, v, sent)
						: begin_throw(vm, s, v, thrown);
		if (!ok)
			return false;
		s->state = ASYNC_ITERATING;
		s->gen->flags |= FRAME_BUSY;
	}
	return true;
}

void async_step_refused(struct async_step *s)
{
	assert(s->state != ASYNC_INIT && "what is refused was begun");
	s->state = ASYNC_CLOSED;
	if (s->gen->state == CORO_CREATED)
		s->gen->flags &= (uint16_t)~FRAME_BUSY;
}

/* The generator's methods. */

static value agen_iter(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)a;
	return value_keep(self);
}

static value agen_next(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return async_gen_next(vm, frame_get(self));
}

static value agen_asend(struct vm *vm, value self, const struct args *a)
{
	return step_new(vm, frame_get(self), ASYNC_NEXT, a->at[0]);
}

static value agen_athrow(struct vm *vm, value self, const struct args *a)
{
	value args = tuple_from(vm, a->at, a->n);
	value s = step_new(vm, frame_get(self), ASYNC_THROW, args);
	value_drop(vm, args);
	return s;
}

static value agen_aclose(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return step_new(vm, frame_get(self), ASYNC_CLOSE, V_NONE);
}

const struct native_def async_generator_methods[] = { { "__aiter__", agen_iter, 0, 0, false,
							      "the async generator itself" },
	{ "__anext__", agen_next, 0, 0, false, "an awaitable that runs it to its next yield" },
	{ "asend", agen_asend, 1, 1, false, "an awaitable that resumes it with a value" },
	{ "athrow", agen_athrow, 0, -1, false,
		"an awaitable that raises an exception where it is suspended" },
	{ "aclose", agen_aclose, 0, 0, false, "an awaitable that ends it" }, { 0 } };

/* The awaitable's methods, for those who await by hand. */

static value step_send_value(struct vm *vm, value self, value v)
{
	struct async_step *s = step_get(self);
	value sent, thrown;
	if (!async_step_begin(vm, s, v, &sent, &thrown))
		return V_ERROR;
	if (thrown != V_UNSET)
		return coro_throw(vm, s->gen, thrown, CONTINUE_DELIVER);
	value r = coro_send(vm, s->gen, sent, CONTINUE_DELIVER);
	if (r == V_ERROR && s->gen->state == CORO_CREATED)
		async_step_refused(s);
	return r;
}

static value step_send(struct vm *vm, value self, const struct args *a)
{
	return step_send_value(vm, self, a->at[0]);
}

static value step_next(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return step_send_value(vm, self, V_NONE);
}

static value step_throw(struct vm *vm, value self, const struct args *a)
{
	struct async_step *s = step_get(self);
	if (is_over(s)) {
		raise_reuse(vm, s);
		return V_ERROR;
	}
	value exc = coro_thrown(vm, a);
	if (exc == V_ERROR)
		return exc;
	/* What comes of that is judged as if aclose() had begun. */
	bool takes = s->gen->state == CORO_SUSPENDED || s->gen->state == CORO_CREATED;
	if (s->mode == ASYNC_CLOSE && s->state == ASYNC_INIT && takes) {
		s->gen->flags |= FRAME_ACLOSE;
		s->state = ASYNC_THROWN;
	}
	value r = coro_throw(vm, s->gen, exc, CONTINUE_DELIVER);
	if (s->mode == ASYNC_NEXT && s->state == ASYNC_INIT) {
		s->state = r == V_ERROR ? ASYNC_CLOSED : ASYNC_ITERATING;
		if (r == V_PENDING)
			s->gen->flags |= FRAME_BUSY;
	}
	return r;
}

static value step_close(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)a;
	step_get(self)->state = ASYNC_CLOSED;
	return V_NONE;
}

const struct native_def async_step_methods[] = { { "send", step_send, 1, 1, false,
							 "runs the async generator on" },
	{ "throw", step_throw, 1, 3, false,
		"raises an exception where the async generator is suspended" },
	{ "close", step_close, 0, 0, false, "gives the await up" },
	{ "__next__", step_next, 0, 0, false, "runs the async generator on" },
	{ "__iter__", agen_iter, 0, 0, false, "the awaitable itself" },
	{ "__await__", agen_iter, 0, 0, false, "the awaitable itself" }, { 0 } };

/* What coroutine.__await__() gives. */

value coro_wrapper_new(struct vm *vm, struct frame *coroutine)
{
	struct async_step *w = obj_new(vm, OBJ_COROUTINE_WRAPPER, sizeof *w);
	w->gen = obj_keep(coroutine);
	w->arg = V_NONE;
	return obj_value(w);
}

static value wrapper_send(struct vm *vm, value self, const struct args *a)
{
	return coro_send(vm, step_get(self)->gen, a->at[0], CONTINUE_DELIVER);
}

static value wrapper_next(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return coro_send(vm, step_get(self)->gen, V_NONE, CONTINUE_DELIVER);
}

static value wrapper_throw(struct vm *vm, value self, const struct args *a)
{
	value exc = coro_thrown(vm, a);
	return exc == V_ERROR ? exc : coro_throw(vm, step_get(self)->gen, exc, CONTINUE_DELIVER);
}

static value wrapper_close(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return coro_close(vm, step_get(self)->gen, CONTINUE_CLOSE);
}

const struct native_def coroutine_wrapper_methods[] = { { "send", wrapper_send, 1, 1, false,
								"resumes the coroutine" },
	{ "throw", wrapper_throw, 1, 3, false,
		"raises an exception where the coroutine is suspended" },
	{ "close", wrapper_close, 0, 0, false, "ends the coroutine" },
	{ "__next__", wrapper_next, 0, 0, false, "resumes the coroutine" },
	{ "__iter__", agen_iter, 0, 0, false, "the iterator itself" }, { 0 } };

value async_step_next(struct vm *vm, value it)
{
	if (is_kind(it, OBJ_COROUTINE_WRAPPER))
		return coro_send(vm, step_get(it)->gen, V_NONE, CONTINUE_DELIVER);
	return step_send_value(vm, it, V_NONE);
}

/* aiter, anext. */

static value b_aiter(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value v = a->at[0];
	if (is_kind(v, OBJ_ASYNC_GENERATOR))
		return value_keep(v);
	value method = type_find_special(vm, v, VM_STR(vm, __aiter__));
	if (method == V_UNSET)
		return raise_type(vm, "'%T' object is not an async iterable", v);
	value r = vm->hooks->call_method(vm, method, v, &(struct args){ 0 });
	if (is_kind(r, OBJ_COROUTINE)) {
		raise_type(vm, "aiter() returned not an async iterator of type '%T'", r);
		value_drop(vm, r);
		return V_ERROR;
	}
	return r;
}

static value b_anext(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value it = a->at[0];
	bool generator = is_kind(it, OBJ_ASYNC_GENERATOR);
	value method = generator ? V_UNSET : type_find_special(vm, it, VM_STR(vm, __anext__));
	if (!generator && method == V_UNSET)
		return raise_type(vm, "'%T' object is not an async iterator", it);
	if (a->n > 1)
		return vm_tail(vm, LIB_ANEXT_DEFAULT, a->at, 2);
	return generator ? async_gen_next(vm, frame_get(it))
			 : vm->hooks->call_method(vm, method, it, &(struct args){ 0 });
}

const struct native_def async_functions[] = {
	{ "aiter", b_aiter, 1, 1, false, "an async iterator over the items of an async iterable" },
	{ "anext", b_anext, 1, 2, false, "an awaitable of the next item of an async iterator" },
	{ 0 }
};

/* Death. */

bool async_gen_doom(const struct frame *g)
{
	assert(g->obj.kind == OBJ_ASYNC_GENERATOR && "an async generator dies");
	return (g->flags & (FRAME_LOOPED | FRAME_ACLOSED)) == FRAME_LOOPED;
}

void async_gen_run_finalizer(struct vm *vm, struct frame *g)
{
	coro_run_finalizer_by(vm, vm->asyncgen_last, &g->obj);
}

static void step_drop(struct vm *vm, struct obj *o)
{
	struct async_step *s = (struct async_step *)o;
	obj_drop(vm, s->gen);
	value_drop(vm, s->arg);
}

static void step_traverse(const struct visit *v, const struct obj *o)
{
	visit_obj(v, ((const struct async_step *)o)->gen);
	visit(v, ((const struct async_step *)o)->arg);
}

const struct kind async_gen_step_kind = {
	.name = "async_generator_asend",
	.drop = step_drop,
	.traverse = step_traverse,
	.flags = KIND_ITERATOR,
	.methods = async_step_methods,
	.iter = iter_itself,
	.next = async_step_next,
};

const struct kind async_gen_throw_kind = {
	.name = "async_generator_athrow",
	.drop = step_drop,
	.traverse = step_traverse,
	.flags = KIND_ITERATOR,
	.methods = async_step_methods,
	.iter = iter_itself,
	.next = async_step_next,
};

const struct kind coroutine_wrapper_kind = {
	.name = "coroutine_wrapper",
	.drop = step_drop,
	.traverse = step_traverse,
	.flags = KIND_ITERATOR,
	.methods = coroutine_wrapper_methods,
	.iter = iter_itself,
	.next = async_step_next,
};
