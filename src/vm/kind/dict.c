/*
 * The table of a dict: entries in the order of insertion, and, once there are
 * more than a few, an index from hash to entry (linear probes; a removal moves
 * later slots back, so there are no marks of removed ones).
 */
#include "vm/kind/dict.h"

#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"
#include "vm/value/notify.h"
#include "vm/value/ops.h"

#include <assert.h>
#include <string.h>

enum { FIRST_CAP = 8, EMPTY = -1, ABSENT = -1, FAILED = -2, CHANGED = -3 };

static struct dict *alloc(struct vm *vm)
{
	return obj_new(vm, OBJ_DICT, sizeof(struct dict));
}

struct dict *dict_new(struct vm *vm)
{
	return alloc(vm);
}

static bool is_plain_str(value v)
{
	return is_str(v) && !(obj_get(v)->flags & OBJ_TYPED);
}

static bool hash_of(struct vm *vm, value key, uint64_t *hash)
{
	if (is_plain_str(key)) {
		*hash = str_hash(key);
		return true;
	}
	if (is_small(key)) {
		*hash = int_hash(small_get(key));
		return true;
	}
	return ops_hash_now(vm, key, hash);
}

static uint32_t home(const struct dict *d, uint64_t hash)
{
	return (uint32_t)(hash * 0x9e3779b97f4a7c15u >> 32) & d->index_mask;
}

static void index_add(struct dict *d, uint64_t hash, uint32_t entry)
{
	uint32_t i = home(d, hash);
	while (d->index[i] != EMPTY)
		i = (i + 1) & d->index_mask;
	d->index[i] = (int32_t)entry;
}

static void index_free(struct vm *vm, struct dict *d)
{
	if (d->index)
		vm_free_block(vm, d->index, ((size_t)d->index_mask + 1) * sizeof *d->index);
	d->index = NULL;
}

/* An index twice as large as there is room for entries. */
static void index_build(struct vm *vm, struct dict *d)
{
	index_free(vm, d);
	if (d->cap <= FIRST_CAP)
		return;
	uint32_t slots = 32;
	while (slots < d->cap * 2)
		slots *= 2;
	d->index_mask = slots - 1;
	assert((slots & (slots - 1)) == 0 && slots > d->cap && "a search ends at a free place");
	d->index = vm_realloc(vm, NULL, 0, slots * sizeof *d->index);
	memset(d->index, 0xff, slots * sizeof *d->index);
	for (uint32_t i = 0; i < d->len; i++) {
		if (d->at[i].key != V_UNSET)
			index_add(d, d->at[i].hash, i);
	}
}

/* The slots behind the freed one move up if that brings them nearer home. */
static void index_remove(struct dict *d, uint32_t entry)
{
	assert(d->index && entry < d->len && "an entry of the index");
	uint32_t mask = d->index_mask, hole = home(d, d->at[entry].hash);
	while (d->index[hole] != (int32_t)entry)
		hole = (hole + 1) & mask;
	for (uint32_t i = (hole + 1) & mask; d->index[i] != EMPTY; i = (i + 1) & mask) {
		uint32_t from = home(d, d->at[d->index[i]].hash);
		if (((i - from) & mask) >= ((i - hole) & mask)) {
			d->index[hole] = d->index[i];
			hole = i;
		}
	}
	d->index[hole] = EMPTY;
}

/* Closes the gaps of removed entries; true if any entry moved. */
static bool compact(struct dict *d)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < d->len; i++) {
		if (d->at[i].key != V_UNSET)
			d->at[n++] = d->at[i];
	}
	bool moved = n < d->len;
	d->len = n;
	assert(n <= d->cap && "entries only go");
	return moved;
}

static void make_room(struct vm *vm, struct dict *d)
{
	if (d->len < d->cap)
		return;
	bool moved = !d->pinned && compact(d);
	if (d->len >= d->cap / 4 * 3) {
		uint32_t cap = d->cap ? d->cap * 2 : FIRST_CAP;
		assert(cap < INT32_MAX && "the memory limit comes first");
		d->at = vm_realloc(vm, d->at, d->cap * sizeof *d->at, cap * sizeof *d->at);
		d->cap = cap;
	}
	index_build(vm, d);
	if (moved)
		notify_rebuilt(vm, d);
}

/* Whether entry e has this key: 1, 0, FAILED. Sure not to run code for names. */
static inline int matches(struct vm *vm, const struct dict_entry *e, value key, uint64_t hash)
{
	if (e->key == key)
		return 1;
	if (e->hash != hash || e->key == V_UNSET)
		return 0;
	if (is_plain_str(key) && is_plain_str(e->key))
		return str_equal(key, e->key);
	if (!vm)
		return 0;
	int equal = item_equal(vm, e->key, key);
	return equal < 0 ? FAILED : equal;
}

/* What a comparison with entry i says; code that it ran may have changed d. */
static int64_t verdict(const struct dict *d, uint32_t version, int match, int64_t i)
{
	if (match < 0)
		return FAILED;
	if (d->version != version)
		return CHANGED;
	return match ? i : ABSENT;
}

static int64_t search_once(struct vm *vm, const struct dict *d, value key, uint64_t hash)
{
	uint32_t version = d->version;
	int64_t found = ABSENT;
	if (!d->index) {
		for (uint32_t i = 0; found == ABSENT && i < d->len; i++)
			found = verdict(d, version, matches(vm, &d->at[i], key, hash), i);
		return found;
	}
	for (uint32_t i = home(d, hash); found == ABSENT && d->index[i] != EMPTY;
		i = (i + 1) & d->index_mask) {
		int32_t entry = d->index[i];
		found = verdict(d, version, matches(vm, &d->at[entry], key, hash), entry);
	}
	return found;
}

/* The entry with the key, ABSENT or FAILED. */
static int64_t find_entry(struct vm *vm, const struct dict *d, value key, uint64_t hash)
{
	int64_t found;
	do
		found = search_once(vm, d, key, hash);
	while (found == CHANGED);
	return found;
}

static inline bool is_name(const struct dict_entry *e, value name, uint64_t hash)
{
	return e->key == name ||
		(e->hash == hash && e->key != V_UNSET && matches(NULL, e, name, hash));
}

int64_t dict_name_index(const struct dict *d, value name)
{
	uint64_t hash = str_hash(name);
	if (!d->index) {
		for (uint32_t i = 0; i < d->len; i++)
			if (is_name(&d->at[i], name, hash))
				return i;
		return ABSENT;
	}
	for (uint32_t i = home(d, hash); d->index[i] != EMPTY; i = (i + 1) & d->index_mask)
		if (is_name(&d->at[d->index[i]], name, hash))
			return d->index[i];
	return ABSENT;
}

value dict_find_name(const struct dict *d, value name)
{
	int64_t i = dict_name_index(d, name);
	return i < 0 ? V_UNSET : d->at[i].val;
}

bool dict_hash(struct vm *vm, value key, uint64_t *hash)
{
	return hash_of(vm, key, hash);
}

value dict_find_hashed(struct vm *vm, struct dict *d, value key, uint64_t hash)
{
	int64_t i = find_entry(vm, d, key, hash);
	return i == FAILED ? V_ERROR : i == ABSENT ? V_UNSET : d->at[i].val;
}

value dict_find(struct vm *vm, struct dict *d, value key)
{
	uint64_t hash;
	return hash_of(vm, key, &hash) ? dict_find_hashed(vm, d, key, hash) : V_ERROR;
}

/* What was found in a class may no longer be right. */
static inline void forget_lookups(struct vm *vm, const struct dict *d)
{
	if (d->of_class)
		vm->lookups.epoch++;
}

static uint32_t add_entry(struct vm *vm, struct dict *d, value key, uint64_t hash, value val)
{
	make_room(vm, d);
	forget_lookups(vm, d);
	uint32_t i = d->len++;
	if (i == 0)
		d->filled = ++vm->births;
	d->at[i] = (struct dict_entry){ .key = value_keep(key), .val = val, .hash = hash };
	if (d->index)
		index_add(d, hash, i);
	d->live += val != V_UNSET;
	d->version++;
	return i;
}

/* Entry i gets val (owned); it may have been absent in a pinned dict. */
static void replace(struct vm *vm, struct dict *d, uint32_t i, value val)
{
	struct dict_entry *e = &d->at[i];
	value old = e->val;
	forget_lookups(vm, d);
	bool present = val != V_UNSET, was_present = old != V_UNSET;
	d->live = d->live + present - was_present;
	d->version += present != was_present;
	e->val = val;
	notify_entry(vm, d, i, old == V_UNSET ? V_UNSET : e->key, old,
		val == V_UNSET ? V_UNSET : e->key, val);
	value_drop(vm, old);
}

value dict_set_default(struct vm *vm, struct dict *d, value key, uint64_t hash, value val)
{
	int64_t i = find_entry(vm, d, key, hash);
	if (i == FAILED)
		return V_ERROR;
	if (i != ABSENT)
		return d->at[i].val;
	uint32_t at = add_entry(vm, d, key, hash, value_keep(val));
	notify_entry(vm, d, at, V_UNSET, V_UNSET, key, val);
	return val;
}

bool dict_set_hashed(struct vm *vm, struct dict *d, value key, uint64_t hash, value val)
{
	int64_t i = find_entry(vm, d, key, hash);
	if (i == FAILED)
		return false;
	if (i != ABSENT) {
		replace(vm, d, (uint32_t)i, value_keep(val));
		return true;
	}
	uint32_t at = add_entry(vm, d, key, hash, value_keep(val));
	notify_entry(vm, d, at, V_UNSET, V_UNSET, key, val);
	return true;
}

bool dict_set(struct vm *vm, struct dict *d, value key, value val)
{
	uint64_t hash;
	return hash_of(vm, key, &hash) && dict_set_hashed(vm, d, key, hash, val);
}

void dict_set_name(struct vm *vm, struct dict *d, value name, value val)
{
	int64_t i = dict_name_index(d, name);
	if (i != ABSENT) {
		replace(vm, d, (uint32_t)i, value_keep(val));
		return;
	}
	uint32_t at = add_entry(vm, d, name, str_hash(name), value_keep(val));
	notify_entry(vm, d, at, V_UNSET, V_UNSET, name, val);
}

struct dict *dict_new_pinned(struct vm *vm, const value *names, uint32_t n)
{
	struct dict *d = alloc(vm);
	d->pinned = true;
	for (uint32_t i = 0; i < n; i++) {
		assert(dict_name_index(d, names[i]) == ABSENT && "each name is given once");
		add_entry(vm, d, names[i], str_hash(names[i]), V_UNSET);
	}
	return d;
}

void dict_set_entry(struct vm *vm, struct dict *d, uint32_t i, value val)
{
	assert(d->pinned && i < d->len);
	replace(vm, d, i, val);
}

/* The entry goes; its key and value are given to the caller. */
static struct dict_entry remove_entry(struct vm *vm, struct dict *d, uint32_t i)
{
	assert(i < d->len && d->at[i].val != V_UNSET && "the entry is there");
	struct dict_entry e = d->at[i];
	forget_lookups(vm, d);
	if (d->pinned) {
		value_keep(e.key);
		d->at[i].val = V_UNSET;
	} else {
		if (d->index)
			index_remove(d, i);
		d->at[i].key = d->at[i].val = V_UNSET;
		while (d->len > 0 && d->at[d->len - 1].key == V_UNSET)
			d->len--;
	}
	d->live--;
	d->version++;
	notify_entry(vm, d, i, e.key, e.val, V_UNSET, V_UNSET);
	return e;
}

int dict_remove(struct vm *vm, struct dict *d, value key, value *out)
{
	uint64_t hash;
	return hash_of(vm, key, &hash) ? dict_remove_hashed(vm, d, key, hash, out) : -1;
}

int dict_remove_hashed(struct vm *vm, struct dict *d, value key, uint64_t hash, value *out)
{
	int64_t i = find_entry(vm, d, key, hash);
	if (i == FAILED)
		return -1;
	if (i == ABSENT || d->at[i].val == V_UNSET)
		return 0;
	struct dict_entry e = remove_entry(vm, d, (uint32_t)i);
	if (out)
		*out = e.val;
	else
		value_drop(vm, e.val);
	value_drop(vm, e.key);
	return 1;
}

int dict_move_to_end(struct vm *vm, struct dict *d, value key, uint64_t hash)
{
	assert(!d->pinned && "its entries never move");
	int64_t i = find_entry(vm, d, key, hash);
	if (i == FAILED || i == ABSENT)
		return i == FAILED ? -1 : 0;
	struct dict_entry e = remove_entry(vm, d, (uint32_t)i);
	uint32_t last = add_entry(vm, d, e.key, hash, e.val);
	notify_entry(vm, d, last, V_UNSET, V_UNSET, e.key, e.val);
	value_drop(vm, e.key);
	return 1;
}

static void clear_pinned(struct vm *vm, struct dict *d)
{
	for (uint32_t i = 0; i < d->len; i++)
		replace(vm, d, i, V_UNSET);
}

void dict_clear(struct vm *vm, struct dict *d)
{
	if (d->pinned) {
		clear_pinned(vm, d);
		return;
	}
	struct dict old = *d;
	forget_lookups(vm, d);
	index_free(vm, d);
	d->at = NULL;
	d->len = d->live = d->cap = 0;
	d->version++;
	notify_rebuilt(vm, d);
	for (uint32_t i = 0; i < old.len; i++) {
		value_drop(vm, old.at[i].key);
		value_drop(vm, old.at[i].val);
	}
	vm_free_block(vm, old.at, old.cap * sizeof *old.at);
}

bool dict_next(const struct dict *d, uint32_t *i, value *key, value *val)
{
	while (*i < d->len && d->at[*i].val == V_UNSET)
		++*i;
	if (*i >= d->len)
		return false;
	*key = d->at[*i].key;
	*val = d->at[*i].val;
	++*i;
	return true;
}

struct dict *dict_copy(struct vm *vm, struct dict *d)
{
	assert(d->live <= d->len && "what lives has an entry");
	struct dict *copy = alloc(vm);
	for (uint32_t i = 0; i < d->len; i++) {
		const struct dict_entry *e = &d->at[i];
		if (e->val != V_UNSET)
			add_entry(vm, copy, e->key, e->hash, value_keep(e->val));
	}
	return copy;
}

bool dict_merge(struct vm *vm, struct dict *d, struct dict *other)
{
	if (d == other)
		return true;
	uint32_t live = other->live;
	for (uint32_t i = 0; i < other->len; i++) {
		struct dict_entry e = other->at[i];
		if (e.val == V_UNSET)
			continue;
		value_keep(e.key);
		value_keep(e.val);
		bool good = dict_set_hashed(vm, d, e.key, e.hash, e.val);
		value_drop(vm, e.key);
		value_drop(vm, e.val);
		if (good && other->live != live) {
			vm_raise(vm, VM_EXC(vm, RuntimeError), "dict mutated during update");
			good = false;
		}
		if (!good)
			return false;
	}
	return true;
}
