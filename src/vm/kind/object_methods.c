/* What every object can do. */

#include "base/sbuf.h"
#include "vm/kind/number.h"
#include "vm/kind/object_methods.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

static value text_of(struct vm *vm, value v, bool (*f)(struct vm *, value, struct sbuf *))
{
	struct sbuf out = vm_text(vm);
	value r = f(vm, v, &out) ? str_from_sbuf(vm, &out) : V_ERROR;
	sbuf_fini(&out);
	return r;
}

static value object_repr(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return text_of(vm, self, plain_repr);
}

/* object.__str__ shows what __repr__ of the class gives. */
static value object_str(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	if (is_str(self) || is_kind(self, OBJ_EXCEPTION))
		return text_of(vm, self, plain_str);
	return ops_repr(vm, self);
}

static value object_compare(struct vm *vm, enum cmp_op op, value self, const struct args *a)
{
	value r = plain_compare(vm, op, self, a->at[0]);
	if (r == V_NOT_IMPLEMENTED && op == CMP_EQ && self == a->at[0])
		return V_TRUE;
	return r;
}

static value object_eq(struct vm *vm, value self, const struct args *a)
{
	return object_compare(vm, CMP_EQ, self, a);
}
static value object_lt(struct vm *vm, value self, const struct args *a)
{
	return object_compare(vm, CMP_LT, self, a);
}
static value object_le(struct vm *vm, value self, const struct args *a)
{
	return object_compare(vm, CMP_LE, self, a);
}
static value object_gt(struct vm *vm, value self, const struct args *a)
{
	return object_compare(vm, CMP_GT, self, a);
}
static value object_ge(struct vm *vm, value self, const struct args *a)
{
	return object_compare(vm, CMP_GE, self, a);
}

static value object_ne(struct vm *vm, value self, const struct args *a)
{
	if (type_find_special(vm, self, VM_STR(vm, __eq__)) != V_UNSET)
		return ops_compare(vm, CMP_NE, self, a->at[0]);
	value r = object_compare(vm, CMP_NE, self, a);
	return r == V_NOT_IMPLEMENTED && self == a->at[0] ? V_FALSE : r;
}

static value object_hash(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	uint64_t h;
	return plain_hash(vm, self, &h) ? int_make(vm, (int64_t)h) : V_ERROR;
}

static value object_init(struct vm *vm, value self, const struct args *a)
{
	if (a->n == 0 && a->nkw == 0)
		return V_NONE;
	struct type *t = type_of(vm, self);
	value init = type_find(t, VM_STR(vm, __init__));
	bool own_init = !is_kind(init, OBJ_NATIVE_METHOD),
	     own_new = is_kind(type_find(t, VM_STR(vm, __new__)), OBJ_FUNCTION);
	if (!own_init && own_new)
		return V_NONE;
	return raise_type(vm,
		"%s.__init__() takes exactly one argument (the instance to initialize)",
		own_init ? "object" : type_name(t));
}

static value object_format(struct vm *vm, value self, const struct args *a)
{
	if (!is_str(a->at[0]))
		return raise_type(vm, "__format__() argument must be str, not %T", a->at[0]);
	if (str_get(a->at[0])->len == 0)
		return ops_str(vm, self);
	if (type_is_heap_instance(self))
		return raise_type(vm, "unsupported format string passed to %T.__format__", self);
	return ops_format(vm, self, a->at[0]);
}

static value object_getattribute(struct vm *vm, value self, const struct args *a)
{
	value name = str_attr_name(vm, a->at[0]);
	return name == V_ERROR ? V_ERROR : ops_plain_get_attr(vm, self, name);
}

static value object_setattr(struct vm *vm, value self, const struct args *a)
{
	value name = str_attr_name(vm, a->at[0]);
	return name == V_ERROR ? V_ERROR : ops_plain_set_attr(vm, self, name, a->at[1]);
}

static value object_delattr(struct vm *vm, value self, const struct args *a)
{
	value name = str_attr_name(vm, a->at[0]);
	return name == V_ERROR ? V_ERROR : ops_plain_set_attr(vm, self, name, V_UNSET);
}

static value object_dir(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return ops_names(vm, self);
}

static value object_init_subclass(struct vm *vm, value self, const struct args *a)
{
	const char *name = is_kind(self, OBJ_TYPE) ? type_name(type_obj(self)) : "object";
	if (a->nkw)
		return raise_type(vm, "%s.__init_subclass__() takes no keyword arguments", name);
	if (a->n)
		return raise_type(
			vm, "%s.__init_subclass__() takes no arguments (%u given)", name, a->n);
	return V_NONE;
}

static value object_sizeof(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return vm_refuse(vm, "the size of an object is outside the scenario language");
}

static value object_reduce(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	(void)a;
	return vm_refuse(vm, "copying by pickle is outside the scenario language");
}

static value object_subclasshook(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	(void)a;
	return V_NOT_IMPLEMENTED;
}

const struct native_def object_methods[] = { { "__repr__", object_repr, 0, 0, false, "repr(self)" },
	{ "__str__", object_str, 0, 0, false, "str(self)" },
	{ "__eq__", object_eq, 1, 1, false, "self == value" },
	{ "__ne__", object_ne, 1, 1, false, "self != value" },
	{ "__lt__", object_lt, 1, 1, false, "self < value" },
	{ "__le__", object_le, 1, 1, false, "self <= value" },
	{ "__gt__", object_gt, 1, 1, false, "self > value" },
	{ "__ge__", object_ge, 1, 1, false, "self >= value" },
	{ "__hash__", object_hash, 0, 0, false, "hash(self)" },
	{ "__init__", object_init, 0, -1, true, "takes no arguments" },
	{ "__format__", object_format, 1, 1, false, "format(self, spec)" },
	{ "__getattribute__", object_getattribute, 1, 1, false, "self.name" },
	{ "__setattr__", object_setattr, 2, 2, false, "self.name = value" },
	{ "__delattr__", object_delattr, 1, 1, false, "del self.name" },
	{ "__dir__", object_dir, 0, 0, false, "names of attributes" },
	{ "__sizeof__", object_sizeof, 0, 0, false, "bytes of memory: the same for all" },
	{ "__reduce__", object_reduce, 0, 0, false, "not offered" },
	{ "__reduce_ex__", object_reduce, 1, 1, false, "not offered" },
	{ "__getstate__", object_reduce, 0, 0, false, "not offered" },
	{ "__subclasshook__", object_subclasshook, 1, 1, false, "NotImplemented" },
	{ "__init_subclass__", object_init_subclass, 0, -1, true, "runs when a class is derived" },
	{ 0 } };
