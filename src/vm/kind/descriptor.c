/* property, staticmethod, classmethod, and super. */

#include "base/sbuf.h"
#include "vm/kind/arguments.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

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

GET(property_get, property, get)
GET(property_set, property, set)
GET(property_del, property, del)
GET(property_doc, property, doc)

static const struct special property_rows[] = { { "fget", property_get, special_readonly },
	{ "fset", property_set, special_readonly }, { "fdel", property_del, special_readonly },
	{ "__doc__", property_doc, NULL }, { 0 } };

static value property_with(struct vm *vm, value self, int field, value f)
{
	const struct property *old = (struct property *)obj_get(self);
	struct property *p = obj_new(vm, OBJ_PROPERTY, sizeof *p);
	p->get = value_keep(field == 0 ? f : old->get);
	p->set = value_keep(field == 1 ? f : old->set);
	p->del = value_keep(field == 2 ? f : old->del);
	p->doc = value_keep(old->doc);
	return obj_value(p);
}

static value property_getter(struct vm *vm, value self, const struct args *a)
{
	return property_with(vm, self, 0, a->at[0]);
}
static value property_setter(struct vm *vm, value self, const struct args *a)
{
	return property_with(vm, self, 1, a->at[0]);
}
static value property_deleter(struct vm *vm, value self, const struct args *a)
{
	return property_with(vm, self, 2, a->at[0]);
}

static value property_get_for(struct vm *vm, value self, const struct args *a)
{
	if (a->at[0] == V_NONE)
		return value_keep(self);
	return vm_tail_call(vm, ((struct property *)obj_get(self))->get, a->at, 1);
}

static const struct native_def property_methods[] = { { "getter", property_getter, 1, 1, false,
							      "the property with another getter" },
	{ "setter", property_setter, 1, 1, false, "the property with a setter" },
	{ "deleter", property_deleter, 1, 1, false, "the property with a deleter" },
	{ "__get__", property_get_for, 1, 2, false, "the value for an object" }, { 0 } };

static value property_construct(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (a->n + a->nkw > 4)
		return raise_type(
			vm, "property() takes at most 4 arguments (%u given)", a->n + a->nkw);
	struct property *p = obj_new(vm, OBJ_PROPERTY, sizeof *p);
	static const char *const names[] = { "fget", "fset", "fdel", "doc" };
	value *const fields[] = { &p->get, &p->set, &p->del, &p->doc };
	for (uint32_t i = 0; i < 4; i++) {
		value v = args_get(a, i, str_intern(vm, names[i], i < 3 ? 4 : 3));
		*fields[i] = v == V_UNSET ? V_NONE : value_keep(v);
	}
	if (p->doc == V_NONE && is_kind(p->get, OBJ_FUNCTION))
		p->doc = value_keep(((struct function *)obj_get(p->get))->doc);
	return obj_value(p);
}

static void property_drop(struct vm *vm, struct obj *o)
{
	struct property *p = (struct property *)o;
	kind_drop_values(vm, (value[]){ p->get, p->set, p->del, p->doc }, 4);
}

static void property_traverse(const struct visit *v, const struct obj *o)
{
	const struct property *p = (const struct property *)o;
	visit_all(v, (value[]){ p->get, p->set, p->del, p->doc }, 4);
}

const struct kind property_kind = {
	.name = "property",
	.drop = property_drop,
	.traverse = property_traverse,
	.flags = KIND_BUILTIN,
	.methods = property_methods,
	.specials = property_rows,
	.construct = property_construct,
};

GET(wrapper_func, wrapper, func)

static const struct special wrapper_rows[] = { { "__func__", wrapper_func, special_readonly },
	{ "__wrapped__", wrapper_func, special_readonly }, { 0 } };

static bool wrapper_repr(struct vm *vm, value v, struct sbuf *out)
{
	sbuf_printf(out, "<%s(", kind_of(vm, v)->name);
	if (!ops_repr_now(vm, ((struct wrapper *)obj_get(v))->func, out))
		return false;
	sbuf_str(out, ")>");
	return true;
}

static value wrapper_construct(struct vm *vm, struct type *t, const struct args *a)
{
	if (!args_count(vm, type_name(t), a, 1, 1))
		return V_ERROR;
	struct wrapper *w = obj_new(vm, t->layout, sizeof *w);
	w->func = value_keep(a->at[0]);
	return obj_value(w);
}

static void wrapper_drop(struct vm *vm, struct obj *o)
{
	value_drop(vm, ((struct wrapper *)o)->func);
}

static void wrapper_traverse(const struct visit *v, const struct obj *o)
{
	visit(v, ((const struct wrapper *)o)->func);
}

const struct kind staticmethod_kind = {
	.name = "staticmethod",
	.drop = wrapper_drop,
	.traverse = wrapper_traverse,
	.flags = KIND_BUILTIN | KIND_SHOWS | KIND_NESTS,
	.specials = wrapper_rows,
	.repr = wrapper_repr,
	.construct = wrapper_construct,
};

const struct kind classmethod_kind = {
	.name = "classmethod",
	.drop = wrapper_drop,
	.traverse = wrapper_traverse,
	.flags = KIND_BUILTIN | KIND_SHOWS | KIND_NESTS,
	.specials = wrapper_rows,
	.repr = wrapper_repr,
	.construct = wrapper_construct,
};

GET(super_self, super, self)
GET_OBJECT(super_class, super, start)

static const struct special super_rows[] = { { "__self__", super_self, special_readonly },
	{ "__thisclass__", super_class, special_readonly }, { 0 } };

static bool super_repr(struct vm *vm, value v, struct sbuf *out)
{
	const struct super *s = (struct super *)obj_get(v);
	(void)vm;
	sbuf_printf(out, "<super: <class '%s'>, <%s object>>", type_name(s->start),
		s->self_type ? type_name(s->self_type) : "NULL");
	return true;
}

/* What super() without arguments means where it stands. */
static bool super_arguments(struct vm *vm, value *class, value *self)
{
	const struct frame *f = vm->frame;
	const struct code *c = f->proto->code;
	const char *wrong = c->npos == 0 ? "super(): no arguments"
		: c->class_cell_reg < 0  ? "super(): __class__ cell not found"
					 : NULL;
	if (!wrong) {
		*self = f->regs[0];
		if (is_kind(*self, OBJ_CELL) && c->vars[0].is_cell)
			*self = ((struct cell *)obj_get(*self))->v;
		value cell = f->regs[c->class_cell_reg];
		*class = is_kind(cell, OBJ_CELL) ? ((struct cell *)obj_get(cell))->v : V_UNSET;
		wrong = *class == V_UNSET  ? "super(): empty __class__ cell"
			: *self == V_UNSET ? "super(): arg[0] deleted"
					   : NULL;
	}
	if (wrong)
		vm_raise(vm, VM_EXC(vm, RuntimeError), "%s", wrong);
	return !wrong;
}

static value super_construct(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (!args_count(vm, a->nkw ? "super" : "super()", a, 0, 2))
		return V_ERROR;
	value class = a->n > 0 ? a->at[0] : V_UNSET, self = a->n > 1 ? a->at[1] : V_NONE;
	if (a->n == 0 && !super_arguments(vm, &class, &self))
		return V_ERROR;
	if (!is_kind(class, OBJ_TYPE))
		return raise_type(vm, "super() argument 1 must be a type, not %T", class);
	struct type *self_type = NULL;
	if (is_kind(self, OBJ_TYPE) && type_is_subtype(type_obj(self), type_obj(class)))
		self_type = type_obj(self);
	else if (type_is_subtype(type_of(vm, self), type_obj(class)))
		self_type = type_of(vm, self);
	else if (a->n != 1)
		return raise_type(
			vm, "super(type, obj): obj must be an instance or subtype of type");
	struct super *s = obj_new(vm, OBJ_SUPER, sizeof *s);
	s->start = obj_keep(type_obj(class));
	s->self = value_keep(self);
	s->self_type = self_type ? obj_keep(self_type) : NULL;
	return obj_value(s);
}

static void super_drop(struct vm *vm, struct obj *o)
{
	struct super *s = (struct super *)o;
	value_drop(vm, s->self);
	obj_drop(vm, s->start);
	obj_drop(vm, s->self_type);
}

static void super_traverse(const struct visit *v, const struct obj *o)
{
	const struct super *s = (const struct super *)o;
	visit_obj(v, s->start);
	visit(v, s->self);
	visit_obj(v, s->self_type);
}

const struct kind super_kind = {
	.name = "super",
	.drop = super_drop,
	.traverse = super_traverse,
	.flags = KIND_BUILTIN,
	.specials = super_rows,
	.repr = super_repr,
	.construct = super_construct,
};
