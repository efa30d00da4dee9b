#include "vm/value/notify.h"

#include "vm/value/machine.h"

void notify(struct vm *vm, const struct event *e)
{
	if (vm->observer)
		vm->observer->event(vm->observer->self, vm, e);
}

void notify_splice_(struct vm *vm, struct obj *o, uint32_t at, uint32_t nold, const value *old,
	uint32_t nnew, const value *new)
{
	const struct observer *observer = vm->observer;
	if (observer && observer->splice)
		observer->splice(observer->self, vm, o, at, nold, new, nnew);
	else
		notify(vm,
			&(struct event){ .kind = EVENT_SPLICE,
				.obj = o,
				.index = at,
				.nold = nold,
				.old = old,
				.nnew = nnew,
				.new = new });
}

void notify_entry_(
	struct vm *vm, struct obj *o, uint32_t at, const value old[2], const value new[2])
{
	const struct observer *observer = vm->observer;
	if (observer && observer->entry)
		observer->entry(observer->self, vm, o, at, old, new);
	else
		notify(vm,
			&(struct event){ .kind = EVENT_ENTRY,
				.obj = o,
				.index = at,
				.nold = 2,
				.old = old,
				.nnew = 2,
				.new = new });
}

void notify_object_(struct vm *vm, enum event_kind kind, struct obj *o)
{
	notify(vm, &(struct event){ .kind = kind, .obj = o });
}
