#include "vm/kind/arguments.h"

#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"

value args_get(const struct args *a, uint32_t i, value name)
{
	if (i < a->n)
		return a->at[i];
	for (uint32_t k = 0; k < a->nkw; k++)
		if (a->names[k] == name || str_equal(a->names[k], name))
			return a->at[a->n + k];
	return V_UNSET;
}

bool args_done(struct vm *vm, const struct args *a, const char *function, const value *known,
	uint32_t nknown, uint32_t max_positional)
{
	if (a->n > max_positional) {
		raise_type(vm, "%s() takes at most %u positional argument%s (%u given)", function,
			max_positional, max_positional == 1 ? "" : "s", a->n);
		return false;
	}
	for (uint32_t k = 0; k < a->nkw; k++) {
		uint32_t i = 0;
		while (i < nknown && !str_equal(a->names[k], known[i]))
			i++;
		if (i == nknown) {
			raise_type(vm, "'%S' is an invalid keyword argument for %s()", a->names[k],
				function);
			return false;
		}
	}
	return true;
}

bool args_count(struct vm *vm, const char *name, const struct args *a, uint32_t min, uint32_t max)
{
	if (a->nkw) {
		raise_type(vm, "%s() takes no keyword arguments", name);
		return false;
	}
	if (a->n >= min && a->n <= max)
		return true;
	bool few = a->n < min;
	uint32_t bound = few ? min : max;
	raise_type(vm, "%s expected %s%u argument%s, got %u", name,
		min == max    ? ""
			: few ? "at least "
			      : "at most ",
		bound, bound == 1 ? "" : "s", a->n);
	return false;
}
