#ifndef COSUB_VM_KIND_DICT_H
#define COSUB_VM_KIND_DICT_H

/*
 * dict and set.  Keys are compared by identity, then by hash and equality; for
 * keys that are instances with __eq__ or __hash__ of their own an inner run is
 * made (vm_call).  Changes of a dict or set that is OBJ_SEEN are told to the
 * observer (ENTRY with the entry's index; REBUILT when entries move).
 */

#include "lang/tree/ast.h"
#include "vm/value/native.h"

struct sbuf;

static inline struct dict *dict_obj(value v)
{
	return (struct dict *)obj_get(v);
}
static inline struct set *set_obj(value v)
{
	return (struct set *)obj_get(v);
}

struct dict *dict_new(struct vm *vm);
/* Whether v is a dict whose items are taken as they are: its class has no __iter__
 * of the program's, which would mean that keys() and [] are asked (CPython's
 * dict_merge). */
bool dict_is_plain(struct vm *vm, value v);
/* A copy of dict v, and d takes all of dict v: by keys() and [] if v is not plain,
 * in an inner run.  NULL, false with an exception. */
struct dict *dict_copy_now(struct vm *vm, value v);
bool dict_merge_now(struct vm *vm, struct dict *d, value v);
/* A dict whose first n entries are these interned names, absent for now, and
 * that never moves an entry: the globals of a module. */
struct dict *dict_new_pinned(struct vm *vm, const value *names, uint32_t n);

/* The value of key, borrowed; V_UNSET if absent; V_ERROR (unhashable, __eq__ raised). */
value dict_find(struct vm *vm, struct dict *d, value key);
/* The same for an interned STR key: never fails, no inner run, fast. */
value dict_find_name(const struct dict *d, value name);
/* Index of the entry of an interned name, -1 if absent. */
int64_t dict_name_index(const struct dict *d, value name);
/* Sets (key and val are kept). False with an exception. */
bool dict_set(struct vm *vm, struct dict *d, value key, value val);
void dict_set_name(struct vm *vm, struct dict *d, value name, value val);
/* Sets or (V_UNSET) clears the value of entry i of a pinned dict; val is given away. */
void dict_set_entry(struct vm *vm, struct dict *d, uint32_t i, value val);
/* Removes: 1 removed, 0 absent, -1 exception. If out is not NULL the value goes there (owned). */
int dict_remove(struct vm *vm, struct dict *d, value key, value *out);
void dict_clear(struct vm *vm, struct dict *d);
struct dict *dict_copy(struct vm *vm, struct dict *d);
/* Next present entry at or after *i; false at the end. Advances *i past it. */
bool dict_next(const struct dict *d, uint32_t *i, value *key, value *val);
/* d takes all of other, in its order. */
bool dict_merge(struct vm *vm, struct dict *d, struct dict *other);

value set_new(struct vm *vm, bool frozen);
int set_add(
	struct vm *vm, value set, value item); /* 1 added, 0 there already, -1 error; keeps item */
int set_contains(struct vm *vm, value set, value item);
int set_remove(struct vm *vm, value set, value item);         /* 1, 0, -1 */
bool set_next(const struct set *s, uint32_t *i, value *item); /* CPython's order */
value set_copy(struct vm *vm, value set, bool frozen);
/* | & - ^ and comparisons on sets and on dict key and item views; V_NOT_IMPLEMENTED otherwise. */
value set_binary(struct vm *vm, enum bin_op op, value a, value b);
value set_compare(struct vm *vm, enum cmp_op op, value a, value b);

/* Without a call of __hash__, where the hash is known: as dict_find, dict_remove. */
value dict_find_hashed(struct vm *vm, struct dict *d, value key, uint64_t hash);
int dict_remove_hashed(struct vm *vm, struct dict *d, value key, uint64_t hash, value *out);
/* The key's entry becomes the last one: 1, 0 there is none, -1. */
int dict_move_to_end(struct vm *vm, struct dict *d, value key, uint64_t hash);
/* The hash of a key: false with an exception. */
bool dict_hash(struct vm *vm, value key, uint64_t *hash);

/* KeyError(key); V_ERROR. */
value raise_key(struct vm *vm, value key);
/* The key of entry i, as dict_next found it, is hashed already. */
bool dict_set_hashed(struct vm *vm, struct dict *d, value key, uint64_t hash, value val);
/* The value of a key, which is val if the key is new; borrowed, V_ERROR.  The key is
 * compared once. */
value dict_set_default(struct vm *vm, struct dict *d, value key, uint64_t hash, value val);
/* dict.update(other) for a dict, or a list or tuple of pairs: 1, 0 something
 * else, -1 error. */
int dict_update_plain(struct vm *vm, struct dict *d, value other);
/* Adds the named arguments of a call; false with an exception. */
bool dict_add_keywords(struct vm *vm, struct dict *d, const struct args *a);
/* A new dict_keys, dict_values or dict_items. */
value view_new(struct vm *vm, enum obj_kind kind, struct dict *d);

/* item in dict, dict view, set or frozenset: 1, 0, -1. */
int dict_contains(struct vm *vm, value container, value item);
int dict_equal(struct vm *vm, struct dict *a, struct dict *b); /* 1, 0, -1 */
/* hash() of a frozenset; false with an exception. */
bool set_hash(struct vm *vm, value set, uint64_t *hash);
/* repr of a dict, its views, a set or frozenset, appended; inner runs for items
 * of user classes. False with an exception. */
bool dict_repr(struct vm *vm, value v, struct sbuf *out);
/* The dict behind a view. */
static inline struct dict *view_dict(value view)
{
	return dict_obj(((struct iter *)obj_get(view))->source);
}

/* The set takes the items of any set, dict, or what ops_for_each can iterate:
 * 1, 0 it cannot, -1 error. */
int set_update(struct vm *vm, value set, value iterable);
/* A set (not frozen) or frozenset as CPython makes it of an iterable; V_PENDING
 * when program code must run to iterate. */
value set_from(struct vm *vm, value iterable, bool frozen);
void set_clear(struct vm *vm, value set);
/* a |= b … for a set a. None, V_ERROR, V_NOT_IMPLEMENTED; a is changed. */
value set_binary_in_place(struct vm *vm, enum bin_op op, value a, value b);

extern const struct native_def dict_methods[], set_methods[], frozenset_methods[],
	dict_view_methods[];

#endif
