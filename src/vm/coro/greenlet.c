#include "vm/coro/greenlet.h"

#include "vm/coro/coro.h"
#include "vm/kind/arguments.h"
#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

static struct greenlet *greenlet_get(value v)
{
	return (struct greenlet *)obj_get(v);
}

/* The running one. */

static struct greenlet *make(struct vm *vm, struct type *t)
{
	struct greenlet *g = obj_new(vm, OBJ_GREENLET, sizeof *g);
	g->run = V_UNSET;
	g->number = UINT32_MAX;
	if (t != VM_TYPE(vm, GREENLET)) {
		g->obj.flags |= OBJ_TYPED;
		g->type = obj_keep(t);
	}
	return g;
}

struct greenlet *greenlet_current(struct vm *vm)
{
	if (!vm->greenlet) {
		vm->main_greenlet = make(vm, VM_TYPE(vm, GREENLET));
		vm->main_greenlet->state = GREENLET_STARTED;
		vm->main_greenlet->number = 0;
		vm->greenlets = 1;
		vm->greenlet = obj_keep(vm->main_greenlet);
	}
	return vm->greenlet;
}

static uint32_t number_of(struct vm *vm, struct greenlet *g)
{
	if (g->number == UINT32_MAX)
		g->number = vm->greenlets++;
	return g->number;
}

uint32_t greenlet_number(const struct vm *vm)
{
	return vm->greenlet && vm->greenlet->number != UINT32_MAX ? vm->greenlet->number : 0;
}

/* Switching. */

/* What goes along: the arguments of switch(), or, with args V_ERROR, the
 * exception in vm->exc.  Owned. */
struct parcel {
	value args, names;
};

static const struct parcel exception_parcel = { V_ERROR, V_UNSET };

/* What switch() returns on the other side: nothing is (), one argument is that
 * argument, several are a tuple, named ones a dict. */
static value parcel_result(struct vm *vm, struct parcel p)
{
	assert(p.args != V_ERROR && "arguments, no exception");
	uint32_t n = tuple_get(p.args)->len;
	if (p.names == V_UNSET) {
		if (n != 1)
			return p.args;
		value v = value_keep(tuple_get(p.args)->at[0]);
		value_drop(vm, p.args);
		return v;
	}
	if (n)
		return tuple_pack(vm, 2, p.args, p.names);
	value_drop(vm, p.args);
	return p.names;
}

static void parcel_drop(struct vm *vm, struct parcel p)
{
	if (p.args != V_ERROR)
		value_drop(vm, p.args);
	value_drop(vm, p.names);
}

/* The program asked for a switch to `asked`, which leads to `to`. */
static void tell_transfer(struct vm *vm, struct greenlet *from, struct greenlet *asked,
	struct greenlet *to, enum resume_how how)
{
	uint32_t a = number_of(vm, from), b = number_of(vm, to);
	if (!vm_watched(vm))
		return;
	struct event e = { .kind = EVENT_TRANSFER,
		.how = how,
		.from = a,
		.to = b,
		.value = obj_value(asked),
		.stop = asked != to };
	vm->observer->event(vm->observer->self, vm, &e);
}

static struct greenlet *living(struct greenlet *g)
{
	assert(g && "the main greenlet never ends");
	while (g->state == GREENLET_DEAD)
		g = g->parent;
	return g;
}

/* The first frame of g: calls its run. */
static void start(struct vm *vm, struct greenlet *g, struct parcel p, uint32_t depth)
{
	assert(g->state == GREENLET_CREATED && "a greenlet starts once");
	g->state = GREENLET_STARTED;
	g->nested = vm->nested;
	if (p.args == V_ERROR) {
		vm->frame = NULL;
		greenlet_failed(vm);
		return;
	}
	struct frame *f = frame_of_call(vm, g->run, p.args, p.names);
	value_set(vm, &g->run, V_UNSET);
	f->depth = depth;
	f->continuation = CONTINUE_GREENLET;
	coro_set_state(f, CORO_RUNNING);
	vm->frame = f;
}

/* The one that was ended while g waited: if it lives on, it has its own parent again. */
static void give_back_parent(struct vm *vm, struct greenlet *g)
{
	struct greenlet *ended = g->ending, *stand_in = ended->parent;
	ended->parent = g->ending_parent;
	g->ending = g->ending_parent = NULL;
	obj_drop(vm, stand_in);
	obj_drop(vm, ended);
}

/* g runs from now on, with the parcel as what it waited for. */
static void enter(struct vm *vm, struct greenlet *g, struct parcel p, uint32_t depth)
{
	vm->greenlet = obj_keep(g);
	if (g->state == GREENLET_CREATED) {
		start(vm, g, p, depth);
		return;
	}
	vm->frame = g->frame;
	g->frame = NULL;
	coro_set_state(vm->frame, CORO_RUNNING);
	if (g->interrupted) {
		g->interrupted = false;
		give_back_parent(vm, g);
		if (p.args == V_ERROR)
			coro_report_ignored(vm, g);
		parcel_drop(vm, p);
		coro_buried(vm);
	} else if (p.args == V_ERROR) {
		vm->exc_passing = true;
	} else {
		deliver_later(vm, vm->frame, parcel_result(vm, p), DELIVER_RESULT);
	}
}

static value refuse(struct vm *vm, struct parcel p)
{
	if (p.args == V_ERROR)
		value_drop(vm, vm_catch(vm));
	parcel_drop(vm, p);
	return vm_refuse(vm,
		"a switch of greenlets in a function that a built-in operation waits for (such as "
		"__eq__ called by a dict) is outside the scenario language");
}

/* The run function of a greenlet that has not started; false: none. */
static bool find_run_method(struct vm *vm, struct greenlet *g)
{
	if (g->run != V_UNSET)
		return true;
	value name = str_intern(vm, "run", 3), run = ops_get_attr(vm, obj_value(g), name);
	if (run == V_ERROR && vm_exc_is(vm, VM_EXC(vm, AttributeError))) {
		value_drop(vm, vm_catch(vm));
		vm_raise(vm, VM_EXC(vm, AttributeError), "%S", name);
	}
	if (run == V_ERROR || run == V_PENDING)
		return false;
	greenlet_set_run(vm, g, run);
	return true;
}

/* The running greenlet gives way to g, or to its nearest living ancestor. */
static value go(struct vm *vm, struct greenlet *g, struct parcel p, enum resume_how how)
{
	struct greenlet *from = greenlet_current(vm), *asked = g;
	g = living(g);
	if (g == from) {
		tell_transfer(vm, from, asked, g, how);
		return p.args == V_ERROR ? V_ERROR : parcel_result(vm, p);
	}
	if (g->state == GREENLET_STARTED && g->nested != vm->nested)
		return refuse(vm, p);
	if (g->state == GREENLET_CREATED && p.args != V_ERROR && !find_run_method(vm, g)) {
		parcel_drop(vm, p);
		return V_ERROR;
	}
	tell_transfer(vm, from, asked, g, how);
	uint32_t depth = vm->frame->depth;
	coro_set_state(vm->frame, CORO_WAITING);
	from->frame = vm->frame;
	from->nested = vm->nested;
	enter(vm, g, p, depth);
	obj_drop(vm, from);
	return V_PENDING;
}

/* The running greenlet is dead; its parent goes on. */
static void go_up(struct vm *vm, struct parcel p)
{
	struct greenlet *from = vm->greenlet;
	assert(from && from != vm->main_greenlet && "the main greenlet has nobody above it");
	from->state = GREENLET_DEAD;
	struct greenlet *g = living(from->parent);
	tell_transfer(vm, from, g, g, p.args == V_ERROR ? HOW_THROW : HOW_SWITCH);
	if (g->state == GREENLET_STARTED && g->nested != vm->nested)
		vm_set_limit(vm,
			"a greenlet ended while its parent waits outside a built-in operation: the "
			"run cannot go on");
	else if (g->state == GREENLET_CREATED && p.args != V_ERROR && !find_run_method(vm, g))
		p = exception_parcel;
	enter(vm, g, p, 0);
	obj_drop(vm, from);
}

void greenlet_ended(struct vm *vm, value v)
{
	go_up(vm, (struct parcel){ tuple_pack(vm, 1, v), V_UNSET });
}

void greenlet_failed(struct vm *vm)
{
	if (vm->greenlet_exit && vm_exc_is(vm, vm->greenlet_exit))
		greenlet_ended(vm, vm_catch(vm));
	else
		go_up(vm, exception_parcel);
}

/* Death. */

static bool greenlet_save(struct vm *vm, struct obj *o)
{
	struct greenlet *g = (struct greenlet *)o;
	assert(g != vm->greenlet && "who runs is held");
	if (g->state != GREENLET_STARTED || g->obj.flags & OBJ_DOOMED || !g->frame)
		return false;
	g->obj.refs = 1;
	g->obj.flags |= OBJ_DOOMED;
	array_push(&vm->finalizer_queue, &g->obj);
	vm->attention = true;
	return true;
}

void greenlet_run_finalizer(struct vm *vm, struct greenlet *g)
{
	struct greenlet *from = greenlet_current(vm);
	if (g->nested != vm->nested) {
		coro_buried(vm);
		return;
	}
	coro_hold(vm);
	from->interrupted = true;
	from->ending = obj_keep(g);
	from->ending_parent = g->parent;
	g->parent = obj_keep(from);
	vm_raise(vm, vm->greenlet_exit,
		"Killing the greenlet because all references have vanished.");
	go(vm, g, exception_parcel, HOW_THROW);
}

static void greenlet_drop(struct vm *vm, struct obj *o)
{
	struct greenlet *g = (struct greenlet *)o;
	value_drop(vm, g->run);
	obj_drop(vm, g->parent);
	obj_drop(vm, g->ending);
	obj_drop(vm, g->ending_parent);
	obj_drop(vm, g->attrs);
	obj_drop(vm, g->type);
}

/* What a program can do. */

static value names_of(struct vm *vm, const struct args *a)
{
	if (!a->nkw)
		return V_UNSET;
	struct dict *d = dict_new(vm);
	for (uint32_t i = 0; i < a->nkw; i++)
		dict_set_name(vm, d, a->names[i], a->at[a->n + i]);
	return obj_value(d);
}

static value greenlet_switch(struct vm *vm, value self, const struct args *a)
{
	struct parcel p = { tuple_from(vm, a->at, a->n), names_of(vm, a) };
	return go(vm, greenlet_get(self), p, HOW_SWITCH);
}

/* In greenlet's words. */
static bool is_throwable(struct vm *vm, const struct args *a)
{
	if (a->n == 3 && a->at[2] != V_NONE && !is_kind(a->at[2], OBJ_TRACEBACK))
		raise_type(vm, "throw() third argument must be a traceback object");
	else if (!is_kind(a->at[0], OBJ_EXCEPTION) &&
		!(is_kind(a->at[0], OBJ_TYPE) && type_obj(a->at[0])->is_exception))
		raise_type(vm, "exceptions must be classes, or instances, not %T", a->at[0]);
	else
		return true;
	return false;
}

static value greenlet_throw(struct vm *vm, value self, const struct args *a)
{
	struct greenlet *g = greenlet_get(self);
	value class = obj_value(vm->greenlet_exit);
	struct args none = { &class, 1, 0, NULL };
	if (a->n && !is_throwable(vm, a))
		return V_ERROR;
	value exc = coro_thrown(vm, a->n ? a : &none);
	if (exc == V_ERROR)
		return exc;
	if (g->state == GREENLET_DEAD && exception_is(vm, exc, vm->greenlet_exit))
		return go(vm, g, (struct parcel){ tuple_pack(vm, 1, exc), V_UNSET }, HOW_SWITCH);
	greenlet_current(vm);
	if (g->state == GREENLET_CREATED && !find_run_method(vm, g)) {
		value_drop(vm, exc);
		return V_ERROR;
	}
	vm_raise_value(vm, exc);
	return go(vm, g, exception_parcel, HOW_THROW);
}

static value get_current(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return obj_value(obj_keep(greenlet_current(vm)));
}

const struct native_def greenlet_functions[] = {
	{ "getcurrent", get_current, 0, 0, false, "the running greenlet" }, { 0 }
};

static value greenlet_make(struct vm *vm, struct type *t, const struct args *a)
{
	(void)a;
	struct greenlet *g = make(vm, t);
	g->parent = obj_keep(greenlet_current(vm));
	return obj_value(g);
}

/* greenlet(run=None, parent=None) */
static value greenlet_init(struct vm *vm, value self, const struct args *a)
{
	value known[] = { str_intern(vm, "run", 3), str_intern(vm, "parent", 6) };
	if (!args_done(vm, a, "greenlet", known, 2, 2))
		return V_ERROR;
	value run = args_get(a, 0, known[0]), parent = args_get(a, 1, known[1]);
	if (run != V_UNSET)
		greenlet_set_run(vm, greenlet_get(self), value_keep(run));
	if (parent != V_UNSET && parent != V_NONE && !greenlet_set_parent(vm, self, parent))
		return V_ERROR;
	return V_NONE;
}

static const struct native_def greenlet_methods[] = {
	{ "switch", greenlet_switch, 0, -1, true,
		"switches to this greenlet, with the arguments as what its own switch() returns" },
	{ "throw", greenlet_throw, 0, 3, false,
		"switches to this greenlet and raises an exception there" },
	{ "__init__", greenlet_init, 0, 2, true, "sets the function to run and the parent" }, { 0 }
};

/* What it is. */

static bool greenlet_truth(value v)
{
	return greenlet_active(greenlet_get(v));
}

/* A class of the module; kept by its names alone. */
static struct type *add_exception(
	struct vm *vm, struct dict *globals, const char *text, struct type *base)
{
	struct dict *attrs = dict_new(vm);
	dict_set_name(vm, attrs, VM_STR(vm, __module__), VM_STR(vm, greenlet));
	value name = str_intern(vm, text, strlen(text)),
	      t = type_make(vm, name, base, attrs, V_UNSET);
	dict_set_name(vm, globals, name, t);
	value_drop(vm, t);
	return type_obj(t);
}

void greenlet_init_module(struct vm *vm, struct dict *globals)
{
	dict_set_name(vm, globals, str_intern(vm, "greenlet", 8), obj_value(VM_TYPE(vm, GREENLET)));
	vm->greenlet_exit = obj_keep(
		add_exception(vm, globals, "GreenletExit", VM_EXC(vm, BaseException)));
	add_exception(vm, globals, "error", VM_EXC(vm, Exception));
	/* The class has what the module has. */
	static const char *const shared[] = { "getcurrent", "GreenletExit", "error" };
	for (size_t i = 0; i < sizeof shared / sizeof *shared; i++) {
		value key = str_intern(vm, shared[i], strlen(shared[i])),
		      v = dict_find_name(globals, key);
		if (v != V_UNSET)
			type_set(vm, VM_TYPE(vm, GREENLET), key, v);
	}
}

static bool greenlet_repr(struct vm *vm, value v, struct sbuf *out)
{
	static const char *const states[] = { [GREENLET_CREATED] = "pending",
		[GREENLET_STARTED] = "suspended active started",
		[GREENLET_DEAD] = "dead" };
	const struct greenlet *g = greenlet_get(v);
	bool own = g->obj.flags & OBJ_TYPED;
	/* otid is the thread, of which there is one. */
	sbuf_printf(out, "<%s object at 0x%" PRIx64 " (otid=%s) %s%s>",
		own ? type_name(g->type) : "greenlet.greenlet", plain_id(vm, v),
		g->state == GREENLET_CREATED ? "0x(nil)" : "0x7f0000000000",
		g == vm->greenlet ? "current active started" : states[g->state],
		g == vm->main_greenlet ? " main" : "");
	return true;
}

const struct kind greenlet_kind = {
	.name = "greenlet.greenlet",
	.attrs = offsetof(struct greenlet, attrs),
	.drop = greenlet_drop,
	.save = greenlet_save,
	.flags = KIND_BASE,
	.methods = greenlet_methods,
	.specials = greenlet_specials,
	.repr = greenlet_repr,
	.truth = greenlet_truth,
	.make = greenlet_make,
};
