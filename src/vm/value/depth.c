#include "vm/value/depth.h"

#include "vm/value/machine.h"

#include <assert.h>

/* So many C functions nested by data take well under a megabyte of stack each
 * thousand, sanitizers included. */
enum { C_DEPTH_MAX = 2000, DEFAULT_DEPTH = 1000 };

static int64_t depth_limit(const struct vm *vm)
{
	return vm->options.limits.depth ? vm->options.limits.depth : DEFAULT_DEPTH;
}

bool depth_enter(struct vm *vm, const char *where)
{
	int64_t frames = vm->frame ? vm->frame->depth : 0;
	if (vm->c_depth >= C_DEPTH_MAX || frames + vm->c_depth >= depth_limit(vm)) {
		vm_raise(vm, VM_EXC(vm, RecursionError), "maximum recursion depth exceeded%s",
			where);
		return false;
	}
	/* Containers that share their items hold exponentially many paths. */
	if (!vm_charge(vm, WORK_PER_STEP))
		return false;
	vm->c_depth++;
	return true;
}

void depth_leave(struct vm *vm)
{
	assert(vm->c_depth > 0 && "each leave belongs to an enter");
	vm->c_depth--;
}

static bool in_repr(const struct vm *vm, const struct obj *o)
{
	for (size_t i = vm->repr_stack.len; i-- > 0;) {
		if (vm->repr_stack.at[i] == o)
			return true;
	}
	return false;
}

int repr_enter(struct vm *vm, value container)
{
	if (in_repr(vm, obj_get(container)))
		return 0;
	if (!depth_enter(vm, " while getting the repr of an object"))
		return -1;
	array_push(&vm->repr_stack, obj_get(container));
	return 1;
}

void repr_leave(struct vm *vm)
{
	vm->repr_stack.len--;
	depth_leave(vm);
}
