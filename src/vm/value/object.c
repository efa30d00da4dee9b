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

#include "vm/value/event.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/notify.h"

#include <assert.h>
#include <string.h>

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
	const struct instance *o = (const struct instance *)obj_get(v);
	bool own = o->obj.flags & OBJ_TYPED || o->obj.kind == OBJ_INSTANCE ||
		o->obj.kind == OBJ_EXCEPTION;
	return own && o->type ? o->type : vm->types[o->obj.kind];
}

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
	const struct kind *k = vm->kinds[o->kind];
	notify_gone(vm, o);
	if (k->drop)
		k->drop(vm, o);
	if (k->release)
		k->release(vm, o);
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

/* What has not come to its end gets the chance to. */
static bool is_saved(struct vm *vm, struct obj *o)
{
	if (o->flags & OBJ_IMMORTAL) {
		o->refs = IMMORTAL_REFS;
		return true;
	}
	if (o->flags & OBJ_MOURNED)
		return vm->hooks->on_death(vm, o);
	const struct kind *k = vm->kinds[o->kind];
	return k->save && k->save(vm, o);
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

void objects_fini(struct vm *vm)
{
	array_fini(&vm->dying);
	array_fini(&vm->repr_stack);
	heap_fini(&vm->heap);
	heap_fini(&vm->blocks);
}
