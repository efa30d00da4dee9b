#include "machine.h"

#include "vm/value/ops.h"

static void write_nothing(void *self, int stream, const char *text, size_t n)
{
	(void)self, (void)stream, (void)text, (void)n;
}

static char *no_line(void *self, size_t *len)
{
	(void)self;
	*len = 0;
	return NULL;
}

struct vm *machine_new(void)
{
	struct vm_options o = { .host = { .write = write_nothing, .read_line = no_line } };
	return vm_new(&o);
}

void assert_repr(struct vm *vm, value v, const char *text)
{
	struct sbuf b = { 0 };
	ck_assert(v != V_ERROR);
	ck_assert(ops_repr_now(vm, v, &b));
	ck_assert_str_eq(sbuf_cstr(&b), text);
	sbuf_fini(&b);
	value_drop(vm, v);
}

void assert_raised(struct vm *vm, const char *summary)
{
	struct sbuf b = { 0 };
	value exc = vm_catch(vm);
	exception_summary(vm, exc, &b);
	ck_assert_str_eq(sbuf_cstr(&b), summary);
	sbuf_fini(&b);
	value_drop(vm, exc);
}
