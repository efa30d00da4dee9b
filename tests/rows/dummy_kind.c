/* A kind of object that holds another: dummy(thing). */

#include "base/sbuf.h"
#include "vm/kind/arguments.h"
#include "vm/value/kind.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"

static struct dummy *dummy_get(value v)
{
	return (struct dummy *)obj_get(v);
}

static void dummy_drop(struct vm *vm, struct obj *o)
{
	value_drop(vm, ((struct dummy *)o)->held);
}

static void dummy_traverse(const struct visit *v, const struct obj *o)
{
	visit(v, ((const struct dummy *)o)->held);
}

static bool dummy_repr(struct vm *vm, value v, struct sbuf *out)
{
	sbuf_str(out, "dummy(");
	if (!ops_repr_now(vm, dummy_get(v)->held, out))
		return false;
	sbuf_char(out, ')');
	return true;
}

static int64_t dummy_len(value v)
{
	(void)v;
	return 1;
}

static value dummy_get_item(struct vm *vm, value o, value index)
{
	(void)vm;
	(void)index;
	return value_keep(dummy_get(o)->held);
}

static value dummy_construct(struct vm *vm, struct type *t, const struct args *a)
{
	if (!args_count(vm, "dummy", a, 1, 1))
		return V_ERROR;
	struct dummy *d = obj_new(vm, t->layout, sizeof *d);
	d->held = value_keep(a->at[0]);
	return obj_value(d);
}

static value native_twice(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return ops_binary(vm, BIN_ADD, false, dummy_get(self)->held, dummy_get(self)->held);
}

static const struct native_def dummy_methods[] = {
	{ "twice", native_twice, 0, 0, false, "what it holds, added to itself" },
	{ 0 },
};

const struct kind dummy_kind = {
	.name = "dummy",
	.flags = KIND_BUILTIN | KIND_FINAL | KIND_SHOWS | KIND_NESTS | KIND_INDEXED,
	.slots = SLOT_SIZED | SLOT_ITEM,
	.methods = dummy_methods,
	.drop = dummy_drop,
	.traverse = dummy_traverse,
	.repr = dummy_repr,
	.len = dummy_len,
	.get_item = dummy_get_item,
	.construct = dummy_construct,
};
