#ifndef COSUB_VM_KIND_SET_TABLE_H
#define COSUB_VM_KIND_SET_TABLE_H

/* The table of a set, for set.c and set_methods.c: items with their hashes. */

#include "vm/value/object.h"

/* The entry of an item: false with an exception if it has no hash. */
bool set_entry_of(struct vm *vm, value item, struct set_entry *e);

int set_add_entry(struct vm *vm, struct set *s,
	struct set_entry e); /* 1 added, 0 was there, -1; keeps the key */
int set_find_entry(struct vm *vm, const struct set *s, struct set_entry e); /* 1, 0, -1 */
int set_remove_entry(
	struct vm *vm, struct set *s, struct set_entry e); /* 1 removed, 0 was absent, -1 */
bool set_next_entry(const struct set *s, uint32_t *i, struct set_entry *e);

/* An item of a set that is not empty, taken out (owned), where CPython's search goes on. */
value set_pop_item(struct vm *vm, struct set *s);

/* A table of a power of two of slots, more than so many, without marks. */
void set_resize(struct vm *vm, struct set *s, uint32_t more_than);
/* What a full or worn table grows to. */
uint32_t set_grown(const struct set *s);
void set_reserve(struct vm *vm, struct set *s, uint32_t n);

/* s takes all of other: false with an exception. */
bool set_merge(struct vm *vm, struct set *s, const struct set *other);

/* The two change contents; that of a is told. */
void set_swap(struct vm *vm, struct set *a, struct set *b);

#endif
