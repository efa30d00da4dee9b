/* asyncio: what its part in the scenario language (lib/asyncio) stands on. */

#include "base/sbuf.h"
#include "vm/coro/async_gen.h"
#include "vm/coro/coro.h"
#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/library/mods.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"
#include "vm/value/notify.h"
#include "vm/value/type.h"

#include <math.h>
#include <string.h>

/* A list of those who are there. */
static value items_of(struct vm *vm, const struct weak_list *r)
{
	value list = list_new(vm, (uint32_t)(r->len - r->gaps));
	for (size_t i = 0; i < r->len; i++) {
		if (r->at[i].obj)
			list_append(vm, list, obj_value(obj_keep(r->at[i].obj)));
	}
	return list;
}

/* Time. */

static value native_clock(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return int_make(vm, vm->clock);
}

static value native_advance(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	int64_t to;
	if (int_get(a->at[0], &to))
		mod_time_advance(vm, to);
	return V_NONE;
}

/* Timers: a heap of tuples (ns, number in the order of creation, handle). */

static int64_t timer_part(value timer, uint32_t i)
{
	int64_t n = 0;
	int_get(tuple_get(timer)->at[i], &n);
	return n;
}

static bool timer_before(value a, value b)
{
	int64_t x = timer_part(a, 0), y = timer_part(b, 0);
	return x != y ? x < y : timer_part(a, 1) < timer_part(b, 1);
}

static value native_timer_push(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	list_append(vm, a->at[0], value_keep(a->at[1]));
	struct list *heap = list_get(a->at[0]);
	uint32_t i = heap->len - 1;
	while (i > 0 && timer_before(a->at[1], heap->at[(i - 1) / 2])) {
		heap->at[i] = heap->at[(i - 1) / 2];
		i = (i - 1) / 2;
	}
	heap->at[i] = a->at[1];
	return V_NONE;
}

/* Puts v where item i of the heap was, or further down. */
static void timer_sink(struct list *heap, value v)
{
	uint32_t i = 0;
	for (uint32_t child; (child = 2 * i + 1) < heap->len; i = child) {
		if (child + 1 < heap->len && timer_before(heap->at[child + 1], heap->at[child]))
			child++;
		if (!timer_before(heap->at[child], v))
			break;
		heap->at[i] = heap->at[child];
	}
	heap->at[i] = v;
}

static value native_timer_pop(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	struct list *heap = list_get(a->at[0]);
	value first = heap->at[0], last = heap->at[--heap->len];
	if (heap->len)
		timer_sink(heap, last);
	return first;
}

/* What the record is told. */

static value attr_of(struct vm *vm, value v, const char *name)
{
	if (!type_is_heap_instance(v) || obj_kind(v) != OBJ_INSTANCE)
		return V_UNSET;
	value key = str_intern(vm, name, strlen(name));
	const struct instance *o = (struct instance *)obj_get(v);
	value found = o->attrs ? dict_find_name(o->attrs, key) : V_UNSET;
	return found != V_UNSET ? found : type_find(o->type, key);
}

/* What runs behind an awaitable, or NULL. */
static struct frame *frame_behind(value v)
{
	return is_obj(v) && is_coroutine_kind(obj_kind(v)) ? (struct frame *)obj_get(v) : NULL;
}

/* For which time a timer waits, as a small int of ns; V_UNSET if v is none. */
static value time_of_timer(struct vm *vm, value v)
{
	double when;
	value at = attr_of(vm, v, "_when");
	if (at == V_UNSET || !number_get(at, &when) || !(when >= 0 && when < 1e9))
		return V_UNSET;
	return small_make((int64_t)nearbyint(when * 1e9));
}

/* What a task has to do with something: a name, or what a future is for. */
static void tell_about(struct vm *vm, struct event *e, value v)
{
	value about = attr_of(vm, v, "_name");
	if (!is_str(about))
		about = attr_of(vm, v, "_purpose");
	if (is_str(about)) {
		e->text = str_get(about)->bytes;
		e->len = str_get(about)->len;
	} else {
		e->value = time_of_timer(vm, about);
	}
}

/* (task, what happened, what it has to do with) */
static value native_tell(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (!vm_watched(vm))
		return V_NONE;
	struct event e = {
		.kind = EVENT_TASK,
		.change = (enum task_change)small_get(a->at[1]),
		.obj = obj_get(a->at[0]),
		.value = V_UNSET,
	};
	int_get(attr_of(vm, a->at[0], "_number"), &e.number);
	if (e.change == TASK_MADE)
		e.frame = frame_behind(attr_of(vm, a->at[0], "_coro"));
	if (e.change == TASK_MADE || e.change == TASK_NAMED || e.change == TASK_WAITS)
		tell_about(vm, &e, a->at[2]);
	notify(vm, &e);
	return V_NONE;
}

static value native_deadlock(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (vm->limit_text)
		return V_NONE;
	vm->deadlock = true;
	mem_free(vm->deadlock_text);
	vm->deadlock_text = mem_strdup(str_get(a->at[0])->bytes);
	vm_set_limit(vm, vm->deadlock_text);
	return V_NONE;
}

/* What is watched without being held. */

static value native_watch_task(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	struct obj *o = obj_get(a->at[0]);
	o->flags |= OBJ_MOURNED;
	return int_make(vm, weak_list_add(&vm->tasks, o));
}

/* (task, its number) */
static value native_forget_task(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	obj_get(a->at[0])->flags &= (uint8_t)~OBJ_MOURNED;
	weak_list_remove(&vm->tasks, small_get(a->at[1]));
	return V_NONE;
}

static value native_tasks(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return items_of(vm, &vm->tasks);
}

/* (object, whether): the on_death is told of the object's death. */
static value native_on_death(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	struct obj *o = obj_get(a->at[0]);
	o->flags = (uint8_t)(a->at[1] == V_TRUE ? o->flags | OBJ_MOURNED : o->flags & ~OBJ_MOURNED);
	return V_NONE;
}

static value native_set_on_death(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value_set(vm, &vm->on_death, value_keep(a->at[0]));
	return V_NONE;
}

/* (loop or None): the loop that ran last; told again before it is gone. */
static value native_set_latest(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	vm->latest_loop = is_obj(a->at[0]) ? obj_get(a->at[0]) : NULL;
	return V_NONE;
}

static value native_latest(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return obj_or_none(vm->latest_loop);
}

static value native_watch_asyncgen(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	weak_list_note(&vm->asyncgens, obj_get(a->at[0]));
	return V_NONE;
}

static value native_forget_asyncgen(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	weak_list_forget(&vm->asyncgens, obj_get(a->at[0]));
	return V_NONE;
}

/* The async generators that are watched; from now on they are not. */
static value native_take_asyncgens(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	value list = items_of(vm, &vm->asyncgens);
	weak_list_clear(&vm->asyncgens);
	return list;
}

static value native_asyncgen_hooks(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value old = tuple_pack(vm, 2, vm->asyncgen_first, vm->asyncgen_last);
	vm->asyncgen_first = value_keep(a->at[0]);
	vm->asyncgen_last = value_keep(a->at[1]);
	return old;
}

/* Texts. */

/* (qualname, path, line, whether it has ended) of a coroutine; None for what is none. */
static value native_place(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	const struct frame *f = frame_behind(a->at[0]);
	if (!f)
		return V_NONE;
	const struct code *c = f->proto->code;
	bool done = f->state == CORO_FINISHED;
	return tuple_pack(vm, 4, value_keep(coro_name(vm, f, CORO_QUALNAME)),
		str_from_cstr(vm, c->program->source->path),
		int_make(vm, done ? c->first_line : f->line), bool_make(done));
}

/* (path, line) of a function; None if it is no function of the program. */
static value native_function_place(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	value v = a->at[0];
	if (is_kind(v, OBJ_METHOD))
		v = ((struct method *)obj_get(v))->func;
	if (!is_kind(v, OBJ_FUNCTION))
		return V_NONE;
	const struct code *c = ((struct function *)obj_get(v))->proto->code;
	if (c->flags & CODE_LIBRARY)
		return V_NONE;
	return tuple_pack(
		vm, 2, str_from_cstr(vm, c->program->source->path), int_make(vm, c->first_line));
}

/* The text of an exception with its traceback. */
static value native_traceback(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	struct sbuf b = vm_text(vm);
	exception_print(vm, a->at[0], &b);
	return str_from_sbuf(vm, &b);
}

static value native_is_coroutine(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	value v = a->at[0];
	return bool_make(
		is_kind(v, OBJ_COROUTINE) || is_kind(v, OBJ_GENERATOR) || is_async_step(v));
}

static value native_is_iterable_coroutine(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	value v = a->at[0];
	return bool_make(
		is_kind(v, OBJ_GENERATOR) && ((struct frame *)obj_get(v))->flags & FRAME_AWAITABLE);
}

/* Whether calling the function makes a coroutine. */
static value native_makes_coroutine(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	value v = a->at[0];
	if (is_kind(v, OBJ_METHOD))
		v = ((struct method *)obj_get(v))->func;
	return bool_make(is_kind(v, OBJ_FUNCTION) &&
		((struct function *)obj_get(v))->proto->code->flags & CODE_COROUTINE);
}

static const struct native_def natives[] = { { "clock", native_clock, 0, 0, false,
						     "virtual time in ns" },
	{ "advance", native_advance, 1, 1, false, "(ns): virtual time goes on to then" },
	{ "timer_push", native_timer_push, 2, 2, false, "(heap, (ns, number, handle))" },
	{ "timer_pop", native_timer_pop, 1, 1, false, "(heap): the first timer" },
	{ "tell", native_tell, 3, 3, false, "(task, change, about): for the record" },
	{ "deadlock", native_deadlock, 1, 1, false, "(sentence): ends the run" },
	{ "watch_task", native_watch_task, 1, 1, false, "(task): its number" },
	{ "forget_task", native_forget_task, 2, 2, false, "(task, number)" },
	{ "tasks", native_tasks, 0, 0, false, "the tasks that are watched" },
	{ "mourn", native_on_death, 2, 2, false, "(object, whether its death is told)" },
	{ "set_mourner", native_set_on_death, 1, 1, false, "(function): who is told of a death" },
	{ "set_latest", native_set_latest, 1, 1, false, "(loop or None): it ran last" },
	{ "latest", native_latest, 0, 0, false, "the loop that ran last, or None" },
	{ "watch_asyncgen", native_watch_asyncgen, 1, 1, false, "(async generator)" },
	{ "forget_asyncgen", native_forget_asyncgen, 1, 1, false, "(async generator)" },
	{ "take_asyncgens", native_take_asyncgens, 0, 0, false,
		"the async generators that are watched, for the last time" },
	{ "asyncgen_hooks", native_asyncgen_hooks, 2, 2, false,
		"(first iteration, death): the old ones" },
	{ "place", native_place, 1, 1, false,
		"(coroutine): qualname, path, line, whether it has ended" },
	{ "function_place", native_function_place, 1, 1, false, "(function): path, line" },
	{ "traceback", native_traceback, 1, 1, false, "(exception): its text" },
	{ "is_coroutine", native_is_coroutine, 1, 1, false, "(x): of a built-in kind" },
	{ "is_iterable_coroutine", native_is_iterable_coroutine, 1, 1, false,
		"(x): a generator that may be awaited" },
	{ "makes_coroutine", native_makes_coroutine, 1, 1, false, "(function)" }, { 0 } };

void mod_asyncio_init(struct vm *vm, struct dict *globals)
{
	dict_add_natives(vm, globals, natives, "__cosub_", V_UNSET);
	dict_set_name(vm, globals, str_intern(vm, "deque", 5), obj_value(VM_TYPE(vm, DEQUE)));
}
