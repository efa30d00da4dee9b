#ifndef COSUB_VM_VALUE_ROSTER_H
#define COSUB_VM_VALUE_ROSTER_H

/*
 * Lists of objects that are watched without being held: the tasks that are not
 * done, the async generators that an event loop will close.  Who is on one
 * leaves it before dying.  The order is that of joining.
 */

#include "base/array.h"
#include "base/map.h"
#include "vm/value/object.h"

struct roster_entry {
	int64_t number;
	struct obj *obj;        /* NULL: it has left */
};

/* Zeroed memory is an empty roster. */
struct roster {
	ARRAY(struct roster_entry);
	int64_t numbers;        /* given out */
	size_t gaps;
	struct map known;       /* the numbers of those who joined by roster_note */
};

/* o joins; the number by which it can leave, from 1 on. */
int64_t roster_add(struct roster *r, struct obj *o);
/* Takes the entry out; nothing happens if it is not there. */
void roster_remove(struct roster *r, int64_t number);
/* o joins, once, and need not keep its number: roster_forget takes it out, if
 * it is there. */
void roster_note(struct roster *r, struct obj *o);
void roster_forget(struct roster *r, const struct obj *o);
/* All leave. */
void roster_clear(struct roster *r);
void roster_fini(struct roster *r);
/* A list of those who are there. */
value roster_list(struct vm *vm, const struct roster *r);

#endif
