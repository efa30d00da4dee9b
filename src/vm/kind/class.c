/* Classes, their instances, and modules. */

#include "base/sbuf.h"
#include "vm/kind/dict.h"
#include "vm/kind/object_methods.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/type.h"

#include <stddef.h>

/* A getter of one field. */
#define GET(function, type, field) \
	static value function(struct vm *vm, value o) \
	{ \
		(void)vm; \
		return value_or_none(((struct type *)obj_get(o))->field); \
	}
#define GET_OBJECT(function, type, field) \
	static value function(struct vm *vm, value o) \
	{ \
		(void)vm; \
		return obj_or_none(((struct type *)obj_get(o))->field); \
	}

static value type_get_name(struct vm *vm, value o)
{
	(void)vm;
	return value_keep(type_obj(o)->name);
}

static value type_get_qualname(struct vm *vm, value o)
{
	(void)vm;
	return value_keep(type_obj(o)->qualname);
}

static bool type_set_text(struct vm *vm, value o, value v, const char *name, value *place)
{
	if (!type_obj(o)->heap || !is_str(v)) {
		raise_type(vm,
			!type_obj(o)->heap ? "cannot set '%s' attribute of immutable type '%s'"
					   : "can only assign string to %s.%s",
			type_obj(o)->heap ? type_name(type_obj(o)) : name,
			type_obj(o)->heap ? name : type_name(type_obj(o)));
		return false;
	}
	value_set(vm, place, value_keep(v));
	return true;
}

static bool type_set_name(struct vm *vm, value o, value v)
{
	return type_set_text(vm, o, v, "__name__", &type_obj(o)->name);
}

static bool type_set_qualname(struct vm *vm, value o, value v)
{
	return type_set_text(vm, o, v, "__qualname__", &type_obj(o)->qualname);
}

static value type_get_module(struct vm *vm, value o)
{
	value v = dict_find_name(type_obj(o)->attrs, VM_STR(vm, __module__));
	return v != V_UNSET ? value_keep(v) : value_or_none(type_obj(o)->module);
}

static bool type_set_module(struct vm *vm, value o, value v)
{
	type_set(vm, type_obj(o), VM_STR(vm, __module__), v);
	value_set(vm, &type_obj(o)->module, value_keep(v));
	return true;
}

static value type_get_dict(struct vm *vm, value o)
{
	(void)vm;
	return obj_value(obj_keep(type_obj(o)->attrs));
}

static value type_get_doc(struct vm *vm, value o)
{
	value v = dict_find_name(type_obj(o)->attrs, VM_STR(vm, __doc__));
	return value_or_none(v);
}

static value type_get_bases(struct vm *vm, value o)
{
	struct type *base = type_obj(o)->base, *second = type_obj(o)->second;
	if (second)
		return tuple_pack(vm, 2, obj_value(obj_keep(base)), obj_value(obj_keep(second)));
	return base ? tuple_pack(vm, 1, obj_value(obj_keep(base))) : value_keep(vm->empty_tuple);
}

static value type_get_base(struct vm *vm, value o)
{
	(void)vm;
	return obj_or_none(type_obj(o)->base);
}

static value type_get_mro(struct vm *vm, value o)
{
	uint32_t n = 0, i = 0;
	for (struct type *t = type_obj(o); t; t = t->base)
		n++;
	value mro = tuple_new(vm, n);
	for (struct type *t = type_obj(o); t; t = t->base)
		tuple_get(mro)->at[i++] = obj_value(obj_keep(t));
	return mro;
}

static const struct special type_rows[] = { { "__name__", type_get_name, type_set_name },
	{ "__qualname__", type_get_qualname, type_set_qualname },
	{ "__module__", type_get_module, type_set_module }, { "__dict__", type_get_dict, NULL },
	{ "__doc__", type_get_doc, NULL }, { "__bases__", type_get_bases, NULL },
	{ "__base__", type_get_base, NULL }, { "__mro__", type_get_mro, NULL }, { 0 } };

static value type_mro(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	value mro = list_new(vm, 2);
	for (struct type *t = type_obj(self); t; t = t->base)
		list_append(vm, mro, obj_value(obj_keep(t)));
	return mro;
}

static const struct native_def type_methods[] = {
	{ "mro", type_mro, 0, 0, false, "the class and its bases" }, { 0 }
};

static bool type_show(struct vm *vm, value v, struct sbuf *out)
{
	(void)vm;
	type_repr(type_obj(v), out);
	return true;
}

/* C[int] for a class: a generic alias, or its own __class_getitem__. */
static value type_get_item(struct vm *vm, value o, value index)
{
	struct type *t = type_obj(o);
	value f = type_find(t, str_intern(vm, "__class_getitem__", 17));
	if (is_kind(f, OBJ_CLASSMETHOD))
		f = ((struct wrapper *)obj_get(f))->func;
	if (f != V_UNSET)
		return vm_tail_call(vm, f, (value[]){ o, index }, 2);
	if (vm->kinds[t->layout]->flags & KIND_GENERIC && t == vm->types[t->layout])
		return vm_tail(vm, LIB_GENERIC_ALIAS, (value[]){ o, index }, 2);
	return raise_type(vm, "type '%s' is not subscriptable", type_name(t));
}

static bool is_annotation(value v)
{
	return v == V_NONE || is_kind(v, OBJ_TYPE);
}

/* int | str */
static value type_binary(struct vm *vm, enum bin_op op, value a, value b)
{
	return op == BIN_OR && is_annotation(a) && is_annotation(b) && a != b
		? vm_tail(vm, LIB_TYPE_UNION, (value[]){ a, b }, 2)
		: V_NOT_IMPLEMENTED;
}

static void type_drop(struct vm *vm, struct obj *o)
{
	struct type *t = (struct type *)o;
	vm->lookups.epoch++;
	obj_drop(vm, t->attrs);
	kind_drop_values(vm, (value[]){ t->name, t->qualname, t->module, t->shown }, 4);
	obj_drop(vm, t->base);
	obj_drop(vm, t->meta);
}

static void type_traverse(const struct visit *v, const struct obj *o)
{
	const struct type *t = (const struct type *)o;
	visit_obj(v, t->attrs);
	visit_obj(v, t->base);
	visit_obj(v, t->meta);
}

const struct kind type_kind = {
	.name = "type",
	.drop = type_drop,
	.traverse = type_traverse,
	.flags = KIND_BUILTIN | KIND_GENERIC,
	.slots = SLOT_CALL,
	.methods = type_methods,
	.specials = type_rows,
	.repr = type_show,
	.binary = type_binary,
	.get_item = type_get_item,
};

static value instance_make(struct vm *vm, struct type *t, const struct args *a)
{
	(void)a;
	return kind_typed(obj_value(obj_new(vm, OBJ_INSTANCE, sizeof(struct instance))), t);
}

static value instance_construct(struct vm *vm, struct type *t, const struct args *a)
{
	if (a->n || a->nkw)
		return raise_type(vm, "%s() takes no arguments", type_name(t));
	return instance_make(vm, t, a);
}

static void instance_drop(struct vm *vm, struct obj *o)
{
	kind_drop_attrs(vm, o);
	kind_drop_type(vm, o);
}

const struct kind instance_kind = {
	.name = "object",
	.attrs = offsetof(struct instance, attrs),
	.flags = KIND_BUILTIN | KIND_BASE | KIND_OWN_ATTRS,
	.drop = instance_drop,
	.traverse = kind_visit_typed,
	.methods = object_methods,
	.construct = instance_construct,
	.make = instance_make,
};

GET(module_name, module, name)
GET_OBJECT(module_dict, module, globals)

static const struct special module_rows[] = { { "__name__", module_name, NULL },
	{ "__dict__", module_dict, NULL }, { 0 } };

static bool module_repr(struct vm *vm, value v, struct sbuf *out)
{
	(void)vm;
	sbuf_str(out, "<module '");
	str_put(((struct module *)obj_get(v))->name, out);
	sbuf_str(out, "' (built-in)>");
	return true;
}

static void module_drop(struct vm *vm, struct obj *o)
{
	struct module *m = (struct module *)o;
	obj_drop(vm, m->globals);
	value_drop(vm, m->name);
}

static void module_traverse(const struct visit *v, const struct obj *o)
{
	visit_obj(v, ((const struct module *)o)->globals);
}

const struct kind module_kind = {
	.name = "module",
	.drop = module_drop,
	.traverse = module_traverse,
	.specials = module_rows,
	.repr = module_repr,
};
