/*
 * How objects come and go.  An object whose last reference goes is freed at
 * once, and what it held is dropped in CPython's order, which is visible: a
 * generator that dies runs its finally blocks.  Nothing of the program runs in
 * here, so no object changes under our hands.
 *
 * Dropping recurses, but only DROP_DEPTH_MAX deep: what would go deeper waits
 * in a work list until the outermost drop comes back to it.
 */
#include "vm/value/object.h"

#include "vm/coro/greenlet.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/event.h"
#include "vm/value/frame_pool.h"
#include "vm/value/machine.h"
#include "vm/value/notify.h"

#include <assert.h>
#include <string.h>

#define X(kind, name) [OBJ_##kind] = name,
const char *const obj_kind_names[OBJ_KIND_COUNT] = { OBJ_KINDS(X) };
#undef X

/* See struct heap_block. */
static_assert(offsetof(struct obj, refs) == offsetof(struct heap_block, used) &&
		offsetof(struct obj, units) == offsetof(struct heap_block, units),
	"a free block keeps refs and units");

enum { DROP_DEPTH_MAX = 64 };
/* Bytes: of a block that takes time to fill, and of a piece of work. */
enum { LARGE = 4096, FILLED_AT_ONCE = 256 };
#define DEFAULT_MEMORY ((size_t)1 << 30)
#define SMALLEST_LIMIT ((size_t)1 << 16)
#define IMMORTAL_REFS ((uint32_t)1 << 31)

static size_t memory_limit(const struct vm *vm)
{
	return vm->options.limits.memory ? vm->options.limits.memory : DEFAULT_MEMORY;
}

static const char memory_text[] = "the program used more memory than its limit allows";

/* The run ends before the next instruction; until then all goes on. */
void obj_note_limit(struct vm *vm)
{
	if (vm->memory > memory_limit(vm))
		vm_set_limit(vm, memory_text);
}

struct sbuf vm_text(struct vm *vm)
{
	size_t limit = memory_limit(vm), room = limit > vm->memory ? (limit - vm->memory) / 2 : 0;
	return (struct sbuf){ .max = room > SMALLEST_LIMIT ? room : SMALLEST_LIMIT,
		.full = &vm->overflow };
}

bool vm_text_fits(struct vm *vm)
{
	if (vm->overflow)
		vm_set_limit(vm, memory_text);
	return !vm->overflow;
}

static inline void count_memory(struct vm *vm, size_t n)
{
	vm->memory += n;
	if (vm->memory > vm->options.limits.memory)
		obj_note_limit(vm);
}

/* A large block is going to be filled: that takes time. */
static void count_filling(struct vm *vm, size_t n)
{
	vm_work(vm, (int64_t)(n / FILLED_AT_ONCE));
}

bool memory_suffices(struct vm *vm, uint64_t n, size_t item_size)
{
	size_t limit = memory_limit(vm) > SMALLEST_LIMIT ? memory_limit(vm) : SMALLEST_LIMIT;
	if (n < UINT32_MAX - 64 && n <= limit / item_size) {
		if (n * item_size <= limit - (vm->memory < limit ? vm->memory : limit) ||
			n * item_size < SMALLEST_LIMIT)
			return true;
		vm_set_limit(vm, memory_text);
	}
	vm_raise_args(vm, VM_EXC(vm, MemoryError), vm->empty_tuple);
	return false;
}

void *obj_new_raw(struct vm *vm, enum obj_kind kind, size_t size)
{
	struct obj *o = heap_alloc(&vm->heap, size);
	size_t units = heap_class(size);
	count_memory(vm, units > 0 ? units * HEAP_UNIT : size);
	if (units == 0)
		count_filling(vm, size);
	*o = (struct obj){ .refs = 1, .kind = (uint8_t)kind, .units = (uint16_t)units };
	if (kind != OBJ_STR)
		o->serial = OBJ_BORN | ++vm->births;
	return o;
}

void *obj_new(struct vm *vm, enum obj_kind kind, size_t size)
{
	struct obj *o = obj_new_raw(vm, kind, size);
	memset(o + 1, 0, size - sizeof *o);
	return o;
}

uint32_t obj_birth(struct vm *vm, const struct obj *o)
{
	uint32_t birth = o->serial;
	if (o->flags & OBJ_SEEN)
		birth = vm->observer && vm->observer->birth
			? vm->observer->birth(vm->observer->self, o)
			: 0;
	return birth & ~OBJ_BORN;
}

static size_t obj_size(const struct obj *o)
{
	if (o->units > 0)
		return (size_t)o->units * HEAP_UNIT;
	return ((const struct heap_large *)o - 1)->size;
}

void *vm_realloc(struct vm *vm, void *p, size_t old_size, size_t new_size)
{
	vm->memory -= old_size;
	count_memory(vm, new_size);
	if (new_size >= LARGE)
		count_filling(vm, new_size);
	return heap_realloc(&vm->blocks, p, old_size, new_size);
}

void vm_free_block(struct vm *vm, void *p, size_t size)
{
	if (!p)
		return;
	vm->memory -= size;
	heap_free(&vm->blocks, p, size);
}

/* A kind whose instances can be of a user's class has its type behind the
 * header, and attributes behind that. */
struct typed {
	struct obj obj;
	struct type *type;
	struct dict *attrs;
};

static struct type *constant_type(struct vm *vm, value v)
{
	switch (v) {
	case V_NONE:
		return VM_TYPE(vm, NONE);
	case V_FALSE:
	case V_TRUE:
		return VM_TYPE(vm, BOOL);
	case V_ELLIPSIS:
		return VM_TYPE(vm, ELLIPSIS);
	default:
		assert(v == V_NOT_IMPLEMENTED && "a value that programs can see");
		return VM_TYPE(vm, NOT_IMPLEMENTED);
	}
}

struct type *type_of(struct vm *vm, value v)
{
	if (is_small(v))
		return VM_TYPE(vm, INT);
	if (!is_obj(v))
		return constant_type(vm, v);
	const struct typed *o = (const struct typed *)obj_get(v);
	bool own = o->obj.flags & OBJ_TYPED || o->obj.kind == OBJ_INSTANCE ||
		o->obj.kind == OBJ_EXCEPTION;
	return own && o->type ? o->type : vm->types[o->obj.kind];
}

/* What an object holds is dropped by its kind's function. */

typedef void drop_fn(struct vm *vm, struct obj *o);

static void drop_values(struct vm *vm, const value *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		value_drop(vm, at[i]);
}

static void drop_backwards(struct vm *vm, const value *at, size_t n)
{
	while (n-- > 0)
		value_drop(vm, at[n]);
}

/* First of all, and the type last. */
static void drop_attrs(struct vm *vm, struct obj *o)
{
	obj_drop(vm, ((struct typed *)o)->attrs);
}

static void drop_own_type(struct vm *vm, struct obj *o)
{
	obj_drop(vm, ((struct typed *)o)->type);
}

static void drop_instance(struct vm *vm, struct obj *o)
{
	drop_attrs(vm, o);
	drop_own_type(vm, o);
}

static void drop_str(struct vm *vm, struct obj *o)
{
	drop_own_type(vm, o);
}

static void drop_list(struct vm *vm, struct obj *o)
{
	struct list *l = (struct list *)o;
	drop_attrs(vm, o);
	drop_backwards(vm, l->at, l->len);
	vm_free_block(vm, l->at, l->cap * sizeof *l->at);
	drop_own_type(vm, o);
}

static void drop_tuple(struct vm *vm, struct obj *o)
{
	struct tuple *t = (struct tuple *)o;
	drop_attrs(vm, o);
	drop_backwards(vm, t->at, t->len);
	drop_own_type(vm, o);
}

static void drop_dict(struct vm *vm, struct obj *o)
{
	struct dict *d = (struct dict *)o;
	drop_attrs(vm, o);
	for (uint32_t i = 0; i < d->len; i++) {
		value_drop(vm, d->at[i].key);
		value_drop(vm, d->at[i].val);
	}
	vm_free_block(vm, d->at, d->cap * sizeof *d->at);
	if (d->index)
		vm_free_block(vm, d->index, ((size_t)d->index_mask + 1) * sizeof *d->index);
	drop_own_type(vm, o);
}

static void drop_set(struct vm *vm, struct obj *o)
{
	struct set *s = (struct set *)o;
	drop_attrs(vm, o);
	for (uint32_t i = 0; s->table && i <= s->mask; i++)
		value_drop(vm, s->table[i].key);
	if (s->table)
		vm_free_block(vm, s->table, ((size_t)s->mask + 1) * sizeof *s->table);
	drop_own_type(vm, o);
}

static void drop_deque(struct vm *vm, struct obj *o)
{
	struct deque *d = (struct deque *)o;
	drop_attrs(vm, o);
	for (uint32_t i = 0; i < d->len; i++)
		value_drop(vm, d->at[(d->head + i) % d->cap]);
	vm_free_block(vm, d->at, d->cap * sizeof *d->at);
	drop_own_type(vm, o);
}

static void drop_slice(struct vm *vm, struct obj *o)
{
	struct slice *s = (struct slice *)o;
	drop_values(vm, (value[]){ s->step, s->start, s->stop }, 3);
}

static void drop_cell(struct vm *vm, struct obj *o)
{
	value_drop(vm, ((struct cell *)o)->v);
}

static void drop_function(struct vm *vm, struct obj *o)
{
	struct function *f = (struct function *)o;
	drop_values(vm,
		(value[]){
			f->name, f->qualname, f->defaults, f->kwdefaults, f->doc, f->annotations },
		6);
	obj_drop(vm, f->attrs);
	drop_values(vm, f->free, f->nfree);
}

static void drop_method(struct vm *vm, struct obj *o)
{
	struct method *m = (struct method *)o;
	value_drop(vm, m->func);
	value_drop(vm, m->self);
}

static void drop_native(struct vm *vm, struct obj *o)
{
	struct native *n = (struct native *)o;
	value_drop(vm, n->self);
	obj_drop(vm, n->owner);
}

static void drop_type(struct vm *vm, struct obj *o)
{
	struct type *t = (struct type *)o;
	vm->lookups.epoch++;
	obj_drop(vm, t->attrs);
	drop_values(vm, (value[]){ t->name, t->qualname, t->module, t->shown }, 4);
	obj_drop(vm, t->base);
	obj_drop(vm, t->meta);
}

static void drop_exception(struct vm *vm, struct obj *o)
{
	struct exception *e = (struct exception *)o;
	value_drop(vm, e->value);
	drop_attrs(vm, o);
	value_drop(vm, e->args);
	value_drop(vm, e->notes);
	obj_drop(vm, e->tb);
	value_drop(vm, e->cause);
	value_drop(vm, e->context);
	drop_own_type(vm, o);
}

static void drop_traceback(struct vm *vm, struct obj *o)
{
	struct traceback *t = (struct traceback *)o;
	obj_drop(vm, t->next);
	frame_untrace(vm, t->frame);
}

static void drop_module(struct vm *vm, struct obj *o)
{
	struct module *m = (struct module *)o;
	obj_drop(vm, m->globals);
	value_drop(vm, m->name);
}

static void drop_property(struct vm *vm, struct obj *o)
{
	struct property *p = (struct property *)o;
	drop_values(vm, (value[]){ p->get, p->set, p->del, p->doc }, 4);
}

static void drop_wrapper(struct vm *vm, struct obj *o)
{
	value_drop(vm, ((struct wrapper *)o)->func);
}

static void drop_super(struct vm *vm, struct obj *o)
{
	struct super *s = (struct super *)o;
	value_drop(vm, s->self);
	obj_drop(vm, s->start);
	obj_drop(vm, s->self_type);
}

static void drop_iter(struct vm *vm, struct obj *o)
{
	value_drop(vm, ((struct iter *)o)->source);
}

static void drop_lazy_iter(struct vm *vm, struct obj *o)
{
	struct lazy_iter *i = (struct lazy_iter *)o;
	value_drop(vm, i->arg);
	value_drop(vm, i->func);
}

static void drop_frame(struct vm *vm, struct obj *o)
{
	if (o->kind == OBJ_ASYNC_GENERATOR && ((struct frame *)o)->flags & FRAME_LOOPED)
		weak_list_forget(&vm->asyncgens, o);
	if (((struct frame *)o)->renamed)
		coro_forget_names(vm, (struct frame *)o);
	frame_clear(vm, (struct frame *)o);
}

static drop_fn *const drops[OBJ_KIND_COUNT] = {
	[OBJ_STR] = drop_str,
	[OBJ_LIST] = drop_list,
	[OBJ_TUPLE] = drop_tuple,
	[OBJ_DICT] = drop_dict,
	[OBJ_SET] = drop_set,
	[OBJ_FROZENSET] = drop_set,
	[OBJ_SLICE] = drop_slice,
	[OBJ_CELL] = drop_cell,
	[OBJ_FUNCTION] = drop_function,
	[OBJ_METHOD] = drop_method,
	[OBJ_NATIVE] = drop_native,
	[OBJ_NATIVE_METHOD] = drop_native,
	[OBJ_TYPE] = drop_type,
	[OBJ_INSTANCE] = drop_instance,
	[OBJ_EXCEPTION] = drop_exception,
	[OBJ_TRACEBACK] = drop_traceback,
	[OBJ_MODULE] = drop_module,
	[OBJ_PROPERTY] = drop_property,
	[OBJ_STATICMETHOD] = drop_wrapper,
	[OBJ_CLASSMETHOD] = drop_wrapper,
	[OBJ_SUPER] = drop_super,
	[OBJ_FRAME] = drop_frame,
	[OBJ_GENERATOR] = drop_frame,
	[OBJ_COROUTINE] = drop_frame,
	[OBJ_ASYNC_GENERATOR] = drop_frame,
	[OBJ_ASYNC_GEN_STEP] = coro_drop_parts,
	[OBJ_COROUTINE_WRAPPER] = coro_drop_parts,
	[OBJ_GREENLET] = coro_drop_parts,
	[OBJ_LIST_ITER] = drop_iter,
	[OBJ_LIST_REVERSE_ITER] = drop_iter,
	[OBJ_TUPLE_ITER] = drop_iter,
	[OBJ_STR_ITER] = drop_iter,
	[OBJ_STR_ASCII_ITER] = drop_iter,
	[OBJ_RANGE_ITER] = drop_iter,
	[OBJ_DICT_KEYS] = drop_iter,
	[OBJ_DICT_VALUES] = drop_iter,
	[OBJ_DICT_ITEMS] = drop_iter,
	[OBJ_DICT_KEY_ITER] = drop_iter,
	[OBJ_DICT_VALUE_ITER] = drop_iter,
	[OBJ_DICT_ITEM_ITER] = drop_iter,
	[OBJ_DICT_REVERSE_KEY_ITER] = drop_iter,
	[OBJ_DICT_REVERSE_VALUE_ITER] = drop_iter,
	[OBJ_DICT_REVERSE_ITEM_ITER] = drop_iter,
	[OBJ_DEQUE_REVERSE_ITER] = drop_iter,
	[OBJ_SET_ITER] = drop_iter,
	[OBJ_SEQ_ITER] = drop_iter,
	[OBJ_REVERSED] = drop_iter,
	[OBJ_DEQUE_ITER] = drop_iter,
	[OBJ_CALL_ITER] = drop_lazy_iter,
	[OBJ_ENUMERATE] = drop_lazy_iter,
	[OBJ_ZIP] = drop_lazy_iter,
	[OBJ_MAP] = drop_lazy_iter,
	[OBJ_FILTER] = drop_lazy_iter,
	[OBJ_DEQUE] = drop_deque,
};

void obj_free_hollow(struct vm *vm, struct obj *o)
{
	size_t size = obj_size(o);
	vm->memory -= size;
	o->refs = 0;
	o->kind = OBJ_KIND_COUNT;
	heap_free(&vm->heap, o, size);
}

static void release(struct vm *vm, struct obj *o)
{
	notify_gone(vm, o);
	bool frame = o->kind >= OBJ_FRAME && o->kind <= OBJ_ASYNC_GENERATOR;
	if (drops[o->kind])
		drops[o->kind](vm, o);
	if (frame)
		frame_recycle(vm, (struct frame *)o);
	else
		obj_free_hollow(vm, o);
}

static void release_waiting(struct vm *vm)
{
	while (vm->dying.len > 0) {
		struct obj *o = vm->dying.at[--vm->dying.len];
		release(vm, o);
	}
}

/* A coroutine or greenlet that has not come to its end gets the chance to. */
static bool is_saved(struct vm *vm, struct obj *o)
{
	if (o->flags & OBJ_IMMORTAL) {
		o->refs = IMMORTAL_REFS;
		return true;
	}
	if (o->flags & OBJ_MOURNED)
		return coro_on_death(vm, o);
	if (o->kind == OBJ_GREENLET)
		return greenlet_doom(vm, (struct greenlet *)o);
	if (!is_coroutine_kind((enum obj_kind)o->kind))
		return false;
	return coro_doom(vm, (struct frame *)o) || ((struct frame *)o)->traced;
}

void obj_free(struct vm *vm, struct obj *o)
{
	assert(o->refs == 0 && o->kind < OBJ_KIND_COUNT);
	if (is_saved(vm, o))
		return;
	if (vm->drop_depth >= DROP_DEPTH_MAX) {
		array_push(&vm->dying, o);
		return;
	}
	vm->drop_depth++;
	release(vm, o);
	if (--vm->drop_depth == 0 && vm->dying.len > 0) {
		vm->drop_depth = 1;
		release_waiting(vm);
		vm->drop_depth = 0;
	}
}

void objects_init(struct vm *vm)
{
	str_init(vm);
	vm->empty_tuple = tuple_new(vm, 0);
}

void objects_fini(struct vm *vm)
{
	array_fini(&vm->dying);
	array_fini(&vm->repr_stack);
	heap_fini(&vm->heap);
	heap_fini(&vm->blocks);
}
