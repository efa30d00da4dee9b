#ifndef COSUB_VM_VALUE_OBJECT_H
#define COSUB_VM_VALUE_OBJECT_H

/*
 * What lives on the heap of a machine.  Every object begins with struct obj.
 * An object dies at once when its last reference goes, as in CPython, and what
 * it held goes with it (without making the C stack deep: see object.c).
 *
 * The record (trace/) never holds a reference.  It marks an object that it has
 * seen with OBJ_SEEN and a serial number; from then on every change of its
 * contents is reported to the observer (vm/value/event.h).
 *
 * An object holds one reference to each thing that it names: values, attrs,
 * base, globals, the next traceback, and its type too (whoever sets the field
 * `type` keeps it).  A struct proto, struct program and native_def is not counted.
 */

#include "base/sbuf.h"
#include "lang/code/code.h"
#include "vm/value/value.h"

#include <stddef.h>

/* All kinds of objects: the enumerator, and what its row is called (vm/value/kind.h). */
/* clang-format off */
#define OBJ_KINDS(X) \
	X(INT, int) \
	X(FLOAT, float) \
	X(STR, str) \
	X(LIST, list) \
	X(TUPLE, tuple) \
	X(DICT, dict) \
	X(SET, set) \
	X(FROZENSET, frozenset) \
	X(RANGE, range) \
	X(SLICE, slice) \
	X(CELL, cell) \
	X(FUNCTION, function) \
	X(METHOD, method) \
	X(NATIVE, native) \
	X(NATIVE_METHOD, native_method) \
	X(TYPE, type) \
	X(INSTANCE, instance) \
	X(EXCEPTION, exception) \
	X(TRACEBACK, traceback) \
	X(MODULE, module) \
	X(PROPERTY, property) \
	X(STATICMETHOD, staticmethod) \
	X(CLASSMETHOD, classmethod) \
	X(SUPER, super) \
	X(FRAME, frame) \
	X(GENERATOR_FRAME, generator_frame) \
	X(GENERATOR, generator) \
	X(COROUTINE, coroutine) \
	X(ASYNC_GENERATOR, async_generator) \
	X(ASYNC_GEN_STEP, async_gen_step) \
	X(ASYNC_GEN_THROW, async_gen_throw) \
	X(COROUTINE_WRAPPER, coroutine_wrapper) \
	X(GREENLET, greenlet) \
	X(LIST_ITER, list_iter) \
	X(LIST_REVERSE_ITER, list_reverse_iter) \
	X(TUPLE_ITER, tuple_iter) \
	X(STR_ITER, str_iter) \
	X(STR_ASCII_ITER, str_ascii_iter) \
	X(RANGE_ITER, range_iter) \
	X(DICT_KEYS, dict_keys) \
	X(DICT_VALUES, dict_values) \
	X(DICT_ITEMS, dict_items) \
	X(DICT_KEY_ITER, dict_key_iter) \
	X(DICT_VALUE_ITER, dict_value_iter) \
	X(DICT_ITEM_ITER, dict_item_iter) \
	X(DICT_REVERSE_KEY_ITER, dict_reverse_key_iter) \
	X(DICT_REVERSE_VALUE_ITER, dict_reverse_value_iter) \
	X(DICT_REVERSE_ITEM_ITER, dict_reverse_item_iter) \
	X(SET_ITER, set_iter) \
	X(SEQ_ITER, seq_iter) \
	X(CALL_ITER, call_iter) \
	X(REVERSED, reversed) \
	X(ENUMERATE, enumerate) \
	X(ZIP, zip) \
	X(MAP, map) \
	X(FILTER, filter) \
	X(DEQUE_REVERSE_ITER, deque_reverse_iter) \
	X(DEQUE, deque) \
	X(DEQUE_ITER, deque_iter) \
	X(NONE, none) \
	X(BOOL, bool) \
	X(ELLIPSIS, ellipsis) \
	X(NOT_IMPLEMENTED, not_implemented)
/* clang-format on */

#define X(kind, row) OBJ_##kind,
enum obj_kind { OBJ_KINDS(X) OBJ_KIND_COUNT };
#undef X

enum obj_flag {
	OBJ_SEEN = 1, /* the record knows it: report changes */
	/* an instance of a class of its own: the word behind struct obj is its struct type * */
	OBJ_TYPED = 2,
	OBJ_INTERNED = 4,  /* STR: the one copy */
	OBJ_DOOMED = 8,    /* waits for its finalisation (vm/coro/coro.h) */
	OBJ_LIBRARY = 16,  /* TYPE, FUNCTION, MODULE: of library code */
	OBJ_IMMORTAL = 32, /* lives as long as the machine */
	OBJ_ASCII = 64,    /* STR: one byte is one character */
	OBJ_MOURNED = 128  /* INSTANCE: vm->on_death is told of its death */
};

struct obj {
	uint32_t refs;
	uint8_t kind;
	uint8_t flags;
	uint16_t units; /* its size in units of 16 bytes; 0: larger (vm/value/heap.h) */
	/* OBJ_SEEN: the record's number for it; else OBJ_BORN and its birth; STR: 0 until it has
	 * one */
	uint32_t serial;
	uint32_t hash; /* STR: cached (0: not yet); others free for their own use */
};

/* No number of the record has this bit. */
#define OBJ_BORN ((uint32_t)1 << 31)

struct type;
struct dict;
struct frame;
struct module;
struct proto;

/* Objects that can be instances of a user's class have the type behind the
 * header; it is valid when OBJ_TYPED is set. */

struct big_int {
	struct obj obj;
	int64_t i;
}; /* outside the 63 bits */
struct float_obj {
	struct obj obj;
	double f;
};
struct str {
	struct obj obj;
	struct type *type;
	uint32_t len /* bytes */, count /* characters */;
	uint64_t full_hash;
	char bytes[];
};
struct tuple {
	struct obj obj;
	struct type *type;
	struct dict *attrs;
	uint32_t len;
	value at[];
};
struct list {
	struct obj obj;
	struct type *type;
	struct dict *attrs;
	uint32_t len, cap;
	value *at;
};

/* Entries stay in the order of insertion.  A removed one has key V_UNSET until
 * the next compaction.  A pinned dict (the globals of a module) never moves its
 * entries: index i is the same name for life, and an entry whose val is V_UNSET
 * counts as absent. */
struct dict_entry {
	value key, val;
	uint64_t hash;
};
struct dict {
	struct obj obj;
	struct type *type;
	struct dict *attrs;
	struct dict_entry *at;
	int32_t *index; /* NULL while there are few entries */
	uint32_t len;   /* entries in use, removed ones with them */
	uint32_t live;  /* entries present */
	uint32_t cap, index_mask;
	uint32_t version; /* changes with every change of keys */
	uint32_t filled;  /* its rank among births: when its first entry came */
	bool pinned;
	bool of_class; /* a class's attributes: its changes end what struct lookups remembers */
};

/* A hash table that fills and iterates in CPython's order (Objects/setobject.c's
 * rule: linear probes, then perturbation), since that order is visible. */
struct set_entry {
	value key;
	uint64_t hash;
}; /* key V_UNSET: empty; V_STOP: removed */
struct set {
	struct obj obj;
	struct type *type;
	struct dict *attrs;
	struct set_entry *table;
	uint32_t mask, fill, used, finger;
	uint64_t frozen_hash;
};

struct range {
	struct obj obj;
	int64_t start, stop, step, len;
};
struct slice {
	struct obj obj;
	value start, stop, step;
};
struct cell {
	struct obj obj;
	value v;
};

struct function {
	struct obj obj;
	struct proto *proto;
	struct dict *attrs;                      /* __dict__, or NULL */
	value defaults, kwdefaults, annotations; /* or V_UNSET */
	value name, qualname, doc;
	value module; /* where it was set; else V_UNSET: its code's */
	uint32_t nfree;
	bool awaitable;  /* its generators may be awaited (types.coroutine) */
	bool as_builtin; /* of library code, shown as what it is in CPython: a function in C */
	bool renamed;    /* name or qualname was set */
	bool as_cache;   /* likewise: a functools._lru_cache_wrapper */
	value free[];    /* cells */
};

struct method {
	struct obj obj;
	value func, self;
};

struct native_def;
struct native {
	struct obj obj;
	struct type *type; /* of a special method: CPython has classes of their own for them */
	const struct native_def *def;
	value self /* or V_UNSET */;
	struct type *owner /* of the method, or NULL */;
};

struct type {
	struct obj obj;
	struct type *meta; /* behind the header: the type of types */
	value name, qualname, module;
	/* what messages call it, if that is not its name: "collections.deque"; or V_UNSET */
	value shown;
	struct type *base;   /* NULL for object */
	struct type *second; /* ExceptionGroup: Exception (borrowed); else NULL */
	struct dict *attrs;
	struct lookups *lookups; /* the machine's */
	enum obj_kind layout;    /* kind of its instances */
	uint32_t version;        /* of its and its bases' attributes; see type.c */
	uint32_t depth;          /* of bases */
	bool heap;               /* made by a class statement */
	bool is_exception;
	bool is_abc;      /* derives from abc.ABC (abstract.h) */
	bool is_abstract; /* ... and has abstract methods left */
};

struct instance {
	struct obj obj;
	struct type *type;
	struct dict *attrs;
};

#define TRACEBACK_NO_LINE UINT32_MAX /* shown as -1 */
struct traceback {
	struct obj obj;
	struct traceback *next /* towards the raise */;
	struct frame *frame;
	uint32_t line, instr;
	bool not_begun; /* thrown into a frame whose body had not begun: no instruction raised it */
	bool stored;    /* not the instruction itself, but the store of its result (code->stores) */
};

struct exception {
	struct obj obj;
	struct type *type;    /* always set */
	struct dict *attrs;   /* or NULL */
	value args;           /* a tuple */
	value cause, context; /* V_NONE or an exception */
	value notes;          /* V_UNSET or a list */
	/* StopIteration.value, SystemExit.code, OSError.filename, ExceptionGroup.exceptions
	 * (tuple), else V_UNSET */
	value value;
	struct traceback *tb; /* outermost first, or NULL */
	bool suppress_context;
};

struct module {
	struct obj obj;
	value name;
	struct dict *globals;
	struct program *program /* or NULL */;
	struct proto *proto /* its code; or NULL */;
	bool python /* the library's: CPython has it in Python too */;
};
struct property {
	struct obj obj;
	value get, set, del, doc;
	value name; /* in the class that it was made for, or V_UNSET */
};
struct wrapper {
	struct obj obj;
	struct dict *attrs; /* or NULL */
	value func;
}; /* STATICMETHOD, CLASSMETHOD */
struct super {
	struct obj obj;
	struct type *start;
	value self;
	struct type *self_type;
};

/* One shape for the iterators of containers: source is V_NONE at the end. */
struct iter {
	struct obj obj;
	value source;
	int64_t index, end, step;
	uint32_t version;
};
/* ENUMERATE (arg: count), ZIP (arg: tuple of iterators), MAP (func, tuple),
 * FILTER (func, iterator), CALL_ITER (func, sentinel). */
struct lazy_iter {
	struct obj obj;
	value func, arg;
	int64_t count;
	bool strict;
};
struct deque {
	struct obj obj;
	struct type *type;
	struct dict *attrs;
	value *at;
	uint32_t len, cap, head, version;
	int64_t maxlen /* -1: none */;
};

static inline enum obj_kind obj_kind(value v)
{
	return (enum obj_kind)obj_get(v)->kind;
}
static inline bool is_kind(value v, enum obj_kind k)
{
	return is_obj(v) && obj_kind(v) == k;
}
/* An awaitable of an async generator (vm/coro/async_gen.h). */
static inline bool is_async_step(value v)
{
	return is_kind(v, OBJ_ASYNC_GEN_STEP) || is_kind(v, OBJ_ASYNC_GEN_THROW);
}
static inline bool is_str(value v)
{
	return is_kind(v, OBJ_STR);
}

/* A zeroed object of the given size with one reference, counted against the
 * machine's memory limit (reaching it ends the run at the next instruction). */
void *obj_new(struct vm *vm, enum obj_kind kind, size_t size);
/* The same, but only struct obj is filled in: the caller fills the rest before
 * anything else happens. */
void *obj_new_raw(struct vm *vm, enum obj_kind kind, size_t size);
/* The machine has more memory than its limit: the run ends at the next
 * instruction. */
void obj_note_limit(struct vm *vm);
/* Makes room for n items of a size in a container that may be huge: false with
 * MemoryError when the product is past the machine's limit or the counters. */
bool memory_suffices(struct vm *vm, uint64_t n, size_t item_size);

/* An empty builder for text that the program makes: it is bounded, so that it and
 * a STR made of it fit into the memory that is left. */
struct sbuf vm_text(struct vm *vm);
/* To be called when such a builder is complete: false, and the run ends at the
 * next instruction, if it or another before it did not hold all. */
bool vm_text_fits(struct vm *vm);

/* A number that is larger the later the object was made (not of a STR). */
uint32_t obj_birth(struct vm *vm, const struct obj *o);

/* Frees an object whose count has reached 0 and drops what it holds.  A
 * suspended generator (a frame that still has something to run) is not freed
 * but queued for finalisation, which the loop does before the next
 * instruction. */
void obj_free(struct vm *vm, struct obj *o);

/* Frees an object that nobody refers to and that holds nothing any more. */
void obj_free_hollow(struct vm *vm, struct obj *o);

static inline value value_keep(value v)
{
	if (is_obj(v))
		obj_get(v)->refs++;
	return v;
}

static inline void value_drop(struct vm *vm, value v)
{
	if (is_obj(v) && --obj_get(v)->refs == 0)
		obj_free(vm, obj_get(v));
}

static inline void *obj_keep(void *o)
{
	((struct obj *)o)->refs++;
	return o;
}

/* v, or None where nothing is set; owned. */
static inline value value_or_none(value v)
{
	return v == V_UNSET ? V_NONE : value_keep(v);
}

/* The object, or None for NULL; owned. */
static inline value obj_or_none(void *o)
{
	return o ? obj_value(obj_keep(o)) : V_NONE;
}

/* o may be NULL. */
static inline void obj_drop(struct vm *vm, void *o)
{
	if (o && --((struct obj *)o)->refs == 0)
		obj_free(vm, o);
}

/* Stores v (owned) in *place and drops what was there. */
static inline void value_set(struct vm *vm, value *place, value v)
{
	value old = *place;
	*place = v;
	value_drop(vm, old);
}

/* Frees every object and block of the machine at once; nothing is told. */
void objects_fini(struct vm *vm);

/* Blocks of memory that belong to the program (an array of a list): counted. */
void *vm_realloc(struct vm *vm, void *p, size_t old_size, size_t new_size);
void vm_free_block(struct vm *vm, void *p, size_t size);

/* The type of any value (borrowed). */
struct type *type_of(struct vm *vm, value v);

#endif
