/* The bounds of a run, and what counts against them. */

#include "vm/value/event.h"
#include "vm/value/machine.h"

void vm_set_limit(struct vm *vm, const char *sentence)
{
	if (!vm->limit_text)
		vm->limit_text = sentence;
	vm->attention = true;
}

static const char steps_text[] =
	"the limit of steps was reached: the program may never end (--max-steps sets another "
	"limit)";

void vm_end_steps(struct vm *vm)
{
	vm_set_limit(vm, steps_text);
}

void vm_work(struct vm *vm, int64_t n)
{
	int64_t steps = n / WORK_PER_STEP;
	bool over;
	if (vm->observer)
		over = (vm->steps += steps) > vm->options.limits.steps;
	else
		over = (vm->countdown -= steps) < 0;
	if (over)
		vm_set_limit(vm, steps_text);
}

bool vm_charge(struct vm *vm, int64_t n)
{
	vm_work(vm, n);
	if (vm->limit_text && vm->exc == V_UNSET)
		vm_raise(vm, VM_EXC(vm, RuntimeError), "%s", vm->limit_text);
	return !vm->limit_text;
}

void vm_write(struct vm *vm, int stream, const char *text, size_t n)
{
	size_t room = vm->options.limits.output - vm->output;
	if (n > room) {
		n = room;
		vm_set_limit(
			vm, "the limit of output was reached (--max-output sets another limit)");
	}
	vm->output += n;
	if (!n)
		return;
	if (vm->observer) {
		struct event e = { .kind = EVENT_OUTPUT,
			.stream = stream,
			.text = text,
			.len = n,
			.value = V_UNSET };
		vm->observer->event(vm->observer->self, vm, &e);
	}
	if (vm->options.host.write)
		vm->options.host.write(vm->options.host.self, stream, text, n);
}
