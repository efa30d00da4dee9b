#ifndef COSUB_VM_VALUE_NOTIFY_H
#define COSUB_VM_VALUE_NOTIFY_H

/*
 * Telling the observer of changes of an object's contents.  The change has
 * been made, and what was replaced is still alive.  Cheap when nobody has seen
 * the object.
 */

#include "vm/value/event.h"

void notify(struct vm *vm, const struct event *e);
void notify_splice_(struct vm *vm, struct obj *o, uint32_t at, uint32_t nold, const value *old,
	uint32_t nnew, const value *new);
void notify_entry_(
	struct vm *vm, struct obj *o, uint32_t at, const value old[2], const value new[2]);
void notify_object_(struct vm *vm, enum event_kind kind, struct obj *o);

static inline bool notify_wanted(const void *o)
{
	return ((const struct obj *)o)->flags & OBJ_SEEN;
}

static inline void notify_splice(struct vm *vm, void *o, uint32_t at, uint32_t nold,
	const value *old, uint32_t nnew, const value *new)
{
	if (notify_wanted(o))
		notify_splice_(vm, o, at, nold, old, nnew, new);
}

/* Entry at had old_key and old_val, now has key and val (V_UNSET: absent). */
static inline void notify_entry(
	struct vm *vm, void *o, uint32_t at, value old_key, value old_val, value key, value val)
{
	if (notify_wanted(o))
		notify_entry_(vm, o, at, (value[]){ old_key, old_val }, (value[]){ key, val });
}

static inline void notify_cell(struct vm *vm, struct cell *c, value old, value v)
{
	if (!notify_wanted(c))
		return;
	struct event e = { .kind = EVENT_CELL,
		.obj = &c->obj,
		.old = &old,
		.new = &v,
		.nold = 1,
		.nnew = 1,
		.value = V_UNSET };
	notify(vm, &e);
}

static inline void notify_rebuilt(struct vm *vm, void *o)
{
	if (notify_wanted(o))
		notify_object_(vm, EVENT_REBUILT, o);
}

static inline void notify_gone(struct vm *vm, void *o)
{
	if (notify_wanted(o))
		notify_object_(vm, EVENT_GONE, o);
}

#endif
