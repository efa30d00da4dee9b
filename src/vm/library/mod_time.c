/* time: a clock of the machine's own, which begins at 0 and moves only when the
 * program sleeps. */

#include "vm/kind/number.h"
#include "vm/library/mods.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"

#include <math.h>

static value clock_seconds(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return float_make(vm, (double)vm->clock / 1e9);
}

static value clock_ns(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return int_make(vm, vm->clock);
}

void mod_time_advance(struct vm *vm, int64_t to)
{
	if (to <= vm->clock)
		return;
	vm->clock = to;
	if (vm_watched(vm)) {
		struct event e = { .kind = EVENT_CLOCK, .number = to, .value = V_UNSET };
		vm->observer->event(vm->observer->self, vm, &e);
	}
}

static value clock_sleep(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	double seconds;
	if (!number_get(a->at[0], &seconds))
		return raise_type(vm, "'%T' object cannot be interpreted as an integer", a->at[0]);
	if (seconds < 0)
		return raise_value(vm, "sleep length must be non-negative");
	if (!(seconds + (double)vm->clock / 1e9 < 9e9))
		return vm_raise(vm, VM_EXC(vm, OverflowError),
			"timestamp too large to convert to C _PyTime_t");
	mod_time_advance(vm, vm->clock + (int64_t)nearbyint(seconds * 1e9));
	return V_NONE;
}

const struct native_def mod_time_functions[] = { { "time", clock_seconds, 0, 0, false,
							 "seconds since the program began" },
	{ "monotonic", clock_seconds, 0, 0, false, "seconds since the program began" },
	{ "perf_counter", clock_seconds, 0, 0, false, "seconds since the program began" },
	{ "process_time", clock_seconds, 0, 0, false, "seconds since the program began" },
	{ "time_ns", clock_ns, 0, 0, false, "nanoseconds since the program began" },
	{ "monotonic_ns", clock_ns, 0, 0, false, "nanoseconds since the program began" },
	{ "perf_counter_ns", clock_ns, 0, 0, false, "nanoseconds since the program began" },
	{ "process_time_ns", clock_ns, 0, 0, false, "nanoseconds since the program began" },
	{ "sleep", clock_sleep, 1, 1, false, "moves the clock on" }, { 0 } };
