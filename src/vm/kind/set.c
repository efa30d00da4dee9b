/*
 * The table of a set.  Where an item goes, when the table grows and what a
 * merge does follow CPython 3.11 (Objects/setobject.c), because the order of
 * iteration, which is that of the slots, depends on all three: up to ten slots
 * in a row are tried, then the next place is 5 i + 1 + what is left of the hash
 * (shifted by five each time); a removed item leaves a mark that a later one may
 * take; above three fifths the table grows to four times (large ones: twice) the
 * items.
 */
#include "vm/kind/dict.h"

#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/set_table.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"
#include "vm/value/notify.h"
#include "vm/value/ops.h"

#include <assert.h>
#include <string.h>

enum { MIN_SLOTS = 8, RUN = 9, SHIFT = 5, LARGE = 50000 };
#define REMOVED_HASH UINT64_MAX

/* A walk over the slots where an item of some hash may be. */
struct probe {
	uint64_t perturb;
	uint32_t i, mask, left;
};

static struct probe probe_start(uint64_t hash, uint32_t mask)
{
	uint32_t i = (uint32_t)hash & mask;
	return (struct probe){
		.perturb = hash, .i = i, .mask = mask, .left = i + RUN <= mask ? RUN : 0
	};
}

/* The start of the present run is i + left - RUN, or i where there is no run. */
static void probe_next(struct probe *p, uint32_t *start)
{
	if (p->left > 0) {
		p->left--;
		p->i++;
		return;
	}
	p->perturb >>= SHIFT;
	p->i = (uint32_t)((uint64_t)*start * 5 + 1 + p->perturb) & p->mask;
	*start = p->i;
	p->left = p->i + RUN <= p->mask ? RUN : 0;
}

static struct set_entry *new_table(struct vm *vm, uint32_t slots)
{
	assert(slots > 0 && (slots & (slots - 1)) == 0 && "a mask finds the place");
	struct set_entry *t = vm_realloc(vm, NULL, 0, slots * sizeof *t);
	for (uint32_t i = 0; i < slots; i++)
		t[i] = (struct set_entry){ .key = V_UNSET };
	return t;
}

value set_new(struct vm *vm, bool frozen)
{
	struct set *s = obj_new(vm, frozen ? OBJ_FROZENSET : OBJ_SET, sizeof *s);
	s->mask = MIN_SLOTS - 1;
	s->table = new_table(vm, MIN_SLOTS);
	return obj_value(s);
}

static bool is_present(const struct set_entry *e)
{
	return e->key != V_UNSET && e->key != V_STOP;
}

bool set_next(const struct set *s, uint32_t *i, value *item)
{
	while (*i <= s->mask && !is_present(&s->table[*i]))
		++*i;
	if (*i > s->mask)
		return false;
	*item = s->table[(*i)++].key;
	return true;
}

bool set_next_entry(const struct set *s, uint32_t *i, struct set_entry *e)
{
	value item;
	if (!set_next(s, i, &item))
		return false;
	*e = s->table[*i - 1];
	return true;
}

/* Puts an item that is not there into a table without marks. */
static void insert_clean(struct set_entry *table, uint32_t mask, struct set_entry e)
{
	struct probe p = probe_start(e.hash, mask);
	uint32_t start = p.i;
	while (table[p.i].key != V_UNSET)
		probe_next(&p, &start);
	table[p.i] = e;
}

void set_resize(struct vm *vm, struct set *s, uint32_t more_than)
{
	uint32_t slots = MIN_SLOTS;
	while (slots <= more_than)
		slots *= 2;
	vm_work(vm, slots / 4);
	struct set_entry *old = s->table;
	uint32_t old_mask = s->mask;
	s->table = new_table(vm, slots);
	s->mask = slots - 1;
	for (uint32_t i = 0; i <= old_mask; i++) {
		if (is_present(&old[i]))
			insert_clean(s->table, s->mask, old[i]);
	}
	s->fill = s->used;
	vm_free_block(vm, old, ((size_t)old_mask + 1) * sizeof *old);
	notify_rebuilt(vm, s);
}

uint32_t set_grown(const struct set *s)
{
	return s->used > LARGE ? s->used * 2 : s->used * 4;
}

/* 1, 0, -1; *changed if comparing changed the table. */
static int matches(
	struct vm *vm, const struct set *s, uint32_t i, struct set_entry e, bool *changed)
{
	const struct set_entry *table = s->table, at = table[i];
	if (at.key == e.key)
		return 1;
	if (at.hash != e.hash || at.key == V_STOP)
		return 0;
	int equal = item_equal(vm, at.key, e.key);
	*changed = equal >= 0 && (s->table != table || s->table[i].key != at.key);
	return equal;
}

enum { ABSENT = -1, FAILED = -2, CHANGED = -3 };

/* The slot with the item, or ABSENT with the one for it in *place: the last
 * marked one on the way, else the free one at its end. */
static int64_t search_once(struct vm *vm, const struct set *s, struct set_entry e, uint32_t *place)
{
	struct probe p = probe_start(e.hash, s->mask);
	int64_t marked = -1;
	for (uint32_t start = p.i; s->table[p.i].key != V_UNSET; probe_next(&p, &start)) {
		if (s->table[p.i].key == V_STOP)
			marked = p.i;
		bool changed = false;
		int equal = matches(vm, s, p.i, e, &changed);
		if (equal < 0)
			return FAILED;
		if (changed)
			return CHANGED;
		if (equal)
			return p.i;
	}
	*place = marked >= 0 ? (uint32_t)marked : p.i;
	return ABSENT;
}

static int64_t find_slot(struct vm *vm, const struct set *s, struct set_entry e, uint32_t *place)
{
	int64_t found;
	do
		found = search_once(vm, s, e, place);
	while (found == CHANGED);
	return found;
}

int set_add_entry(struct vm *vm, struct set *s, struct set_entry e)
{
	uint32_t place = 0;
	int64_t found = find_slot(vm, s, e, &place);
	if (found != ABSENT)
		return found == FAILED ? -1 : 0;
	bool marked = s->table[place].key == V_STOP;
	s->table[place] = (struct set_entry){ .key = value_keep(e.key), .hash = e.hash };
	s->fill += !marked;
	s->used++;
	notify_entry(vm, s, place, V_UNSET, V_UNSET, e.key, V_UNSET);
	if (!marked && (uint64_t)s->fill * 5 >= (uint64_t)s->mask * 3)
		set_resize(vm, s, set_grown(s));
	return 1;
}

int set_find_entry(struct vm *vm, const struct set *s, struct set_entry e)
{
	uint32_t place;
	int64_t found = find_slot(vm, s, e, &place);
	return found >= 0 ? 1 : found == FAILED ? -1 : 0;
}

/* Takes the item out of a slot; owned by the caller. */
static value take_slot(struct vm *vm, struct set *s, uint32_t i)
{
	assert(i <= s->mask && is_present(&s->table[i]) && s->used > 0 && "the item is there");
	value key = s->table[i].key;
	s->table[i] = (struct set_entry){ .key = V_STOP, .hash = REMOVED_HASH };
	s->used--;
	notify_entry(vm, s, i, key, V_UNSET, V_UNSET, V_UNSET);
	return key;
}

int set_remove_entry(struct vm *vm, struct set *s, struct set_entry e)
{
	uint32_t place;
	int64_t found = find_slot(vm, s, e, &place);
	if (found < 0)
		return found == FAILED ? -1 : 0;
	value_drop(vm, take_slot(vm, s, (uint32_t)found));
	return 1;
}

value set_pop_item(struct vm *vm, struct set *s)
{
	assert(s->used > 0);
	uint32_t i = s->finger & s->mask;
	while (!is_present(&s->table[i]))
		i = i == s->mask ? 0 : i + 1;
	s->finger = i + 1;
	return take_slot(vm, s, i);
}

bool set_entry_of(struct vm *vm, value item, struct set_entry *e)
{
	e->key = item;
	if (is_small(item)) {
		e->hash = int_hash(small_get(item));
		return true;
	}
	return ops_hash_now(vm, item, &e->hash);
}

int set_add(struct vm *vm, value set, value item)
{
	struct set_entry e;
	return set_entry_of(vm, item, &e) ? set_add_entry(vm, set_obj(set), e) : -1;
}

int set_contains(struct vm *vm, value set, value item)
{
	struct set_entry e;
	return set_entry_of(vm, item, &e) ? set_find_entry(vm, set_obj(set), e) : -1;
}

int set_remove(struct vm *vm, value set, value item)
{
	struct set_entry e;
	return set_entry_of(vm, item, &e) ? set_remove_entry(vm, set_obj(set), e) : -1;
}

void set_clear(struct vm *vm, value set)
{
	struct set *s = set_obj(set), old = *s;
	s->table = new_table(vm, MIN_SLOTS);
	s->mask = MIN_SLOTS - 1;
	s->fill = s->used = 0;
	notify_rebuilt(vm, s);
	for (uint32_t i = 0; i <= old.mask; i++)
		value_drop(vm, old.table[i].key);
	vm_free_block(vm, old.table, ((size_t)old.mask + 1) * sizeof *old.table);
}

void set_swap(struct vm *vm, struct set *a, struct set *b)
{
	struct set old = *a;
	a->table = b->table, a->mask = b->mask, a->fill = b->fill, a->used = b->used,
	a->finger = b->finger;
	b->table = old.table, b->mask = old.mask, b->fill = old.fill, b->used = old.used,
	b->finger = old.finger;
	notify_rebuilt(vm, a);
}

/* All of other's items into an empty s: in other's own slots if the tables are
 * alike, else in the order of other's slots. */
static void copy_into_empty(struct vm *vm, struct set *s, const struct set *other)
{
	bool same = s->mask == other->mask && other->fill == other->used;
	for (uint32_t i = 0; i <= other->mask; i++) {
		struct set_entry e = other->table[i];
		if (!is_present(&e))
			continue;
		value_keep(e.key);
		if (same)
			s->table[i] = e;
		else
			insert_clean(s->table, s->mask, e);
	}
	s->fill = s->used = other->used;
	notify_rebuilt(vm, s);
}

/* Room for n more at once, as a merge makes it. */
void set_reserve(struct vm *vm, struct set *s, uint32_t n)
{
	if (((uint64_t)s->fill + n) * 5 >= (uint64_t)s->mask * 3)
		set_resize(vm, s, (s->used + n) * 2);
}

bool set_merge(struct vm *vm, struct set *s, const struct set *other)
{
	if (s == other || other->used == 0)
		return true;
	set_reserve(vm, s, other->used);
	if (s->fill == 0) {
		copy_into_empty(vm, s, other);
		return true;
	}
	for (uint32_t i = 0; i <= other->mask; i++) {
		struct set_entry e = other->table[i];
		if (!is_present(&e))
			continue;
		value_keep(e.key);
		int added = set_add_entry(vm, s, e);
		value_drop(vm, e.key);
		if (added < 0)
			return false;
	}
	return true;
}

value set_copy(struct vm *vm, value set, bool frozen)
{
	value r = set_new(vm, frozen);
	set_merge(vm, set_obj(r), set_obj(set));
	return r;
}

static uint64_t shuffle(uint64_t h)
{
	return (h ^ 89869747u ^ h << 16) * 3644798167u;
}

bool set_hash(struct vm *vm, value set, uint64_t *hash)
{
	(void)vm;
	struct set *s = set_obj(set);
	struct set_entry e;
	uint64_t h = 0;
	for (uint32_t i = 0; set_next_entry(s, &i, &e);)
		h ^= shuffle(e.hash);
	h ^= ((uint64_t)s->used + 1) * 1927868237u;
	h ^= h >> 11 ^ h >> 25;
	h = h * 69069u + 907133923u;
	*hash = h == (uint64_t)-1 ? 590923713u : h;
	return true;
}
