#ifndef COSUB_VM_VALUE_WEAK_LIST_H
#define COSUB_VM_VALUE_WEAK_LIST_H

/*
 * Lists of objects that are watched without being held: the tasks that are not
 * done, the async generators that an event loop will close.  Who is on one
 * leaves it before dying.  The order is that of joining.
 */

#include "base/array.h"
#include "base/map.h"
#include "vm/value/object.h"

struct weak_list_entry {
	int64_t number;
	struct obj *obj; /* NULL: it has left */
};

/* Zeroed memory is an empty weak list. */
struct weak_list {
	ARRAY(struct weak_list_entry);
	int64_t numbers; /* given out */
	size_t gaps;
	struct map known; /* the numbers of those who joined by weak_list_note */
};

/* o joins; the number by which it can leave, from 1 on. */
int64_t weak_list_add(struct weak_list *r, struct obj *o);
/* Takes the entry out; nothing happens if it is not there. */
void weak_list_remove(struct weak_list *r, int64_t number);
/* o joins, once, and need not keep its number: weak_list_forget takes it out, if
 * it is there. */
void weak_list_note(struct weak_list *r, struct obj *o);
void weak_list_forget(struct weak_list *r, const struct obj *o);
/* All leave. */
void weak_list_clear(struct weak_list *r);
void weak_list_fini(struct weak_list *r);

#endif
