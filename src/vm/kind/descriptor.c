/* property, staticmethod, classmethod, and super. */

#include "base/sbuf.h"
#include "vm/kind/arguments.h"
#include "vm/kind/dict.h"
#include "vm/kind/function.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

#include <stddef.h>
#include <string.h>

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

static bool property_set_doc(struct vm *vm, value o, value v)
{
	value_set(vm, &((struct property *)obj_get(o))->doc, value_keep(v));
	return true;
}

static bool is_abstract_function(struct vm *vm, value f)
{
	struct dict **attrs = special_attrs(vm, f);
	value mark = attrs && *attrs
		? dict_find_name(*attrs, str_intern(vm, "__isabstractmethod__", 20))
		: V_UNSET;
	return mark != V_UNSET && plain_truth(vm, mark);
}

static value property_abstract(struct vm *vm, value o)
{
	const struct property *p = (struct property *)obj_get(o);
	return bool_make(is_abstract_function(vm, p->get) || is_abstract_function(vm, p->set) ||
		is_abstract_function(vm, p->del));
}

static const struct special property_rows[] = { { "fget", property_get, special_readonly },
	{ "fset", property_set, special_readonly }, { "fdel", property_del, special_readonly },
	{ "__doc__", property_doc, property_set_doc },
	{ "__isabstractmethod__", property_abstract, NULL }, { 0 } };

static value no_function(struct vm *vm, const struct property *p, value o, const char *what)
{
	value type = type_of(vm, o)->qualname;
	if (p->name == V_UNSET)
		return vm_raise(vm, VM_EXC(vm, AttributeError), "property of '%S' object has no %s",
			type, what);
	return vm_raise(vm, VM_EXC(vm, AttributeError), "property %V of '%S' object has no %s",
		p->name, type, what);
}

value property_get_of(struct vm *vm, value self, value o)
{
	const struct property *p = (struct property *)obj_get(self);
	return p->get == V_NONE ? no_function(vm, p, o, "getter") : vm_tail_call(vm, p->get, &o, 1);
}

value property_set_of(struct vm *vm, value self, value o, value v)
{
	const struct property *p = (struct property *)obj_get(self);
	value f = v == V_UNSET ? p->del : p->set;
	if (f == V_NONE)
		return no_function(vm, p, o, v == V_UNSET ? "deleter" : "setter");
	return vm_tail_call(vm, f, (value[]){ o, v }, v == V_UNSET ? 1 : 2);
}

static value property_with(struct vm *vm, value self, int field, value f)
{
	const struct property *old = (struct property *)obj_get(self);
	struct property *p = obj_new(vm, OBJ_PROPERTY, sizeof *p);
	p->get = value_keep(field == 0 ? f : old->get);
	p->set = value_keep(field == 1 ? f : old->set);
	p->del = value_keep(field == 2 ? f : old->del);
	p->doc = value_keep(old->doc);
	p->name = value_keep(old->name);
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

static value invalid_get(struct vm *vm)
{
	return raise_type(vm, "__get__(None, None) is invalid");
}

static bool is_without_object(const struct args *a)
{
	return a->at[0] == V_NONE && (a->n == 1 || a->at[1] == V_NONE);
}

static value property_get_for(struct vm *vm, value self, const struct args *a)
{
	if (is_without_object(a))
		return invalid_get(vm);
	if (a->at[0] == V_NONE)
		return value_keep(self);
	return property_get_of(vm, self, a->at[0]);
}

static value property_set_for(struct vm *vm, value self, const struct args *a)
{
	return property_set_of(vm, self, a->at[0], a->at[1]);
}

static value property_delete_for(struct vm *vm, value self, const struct args *a)
{
	return property_set_of(vm, self, a->at[0], V_UNSET);
}

static value property_set_name(struct vm *vm, value self, const struct args *a)
{
	if (a->n != 2)
		return raise_type(
			vm, "__set_name__() takes 2 positional arguments but %u were given", a->n);
	value_set(vm, &((struct property *)obj_get(self))->name, value_keep(a->at[1]));
	return V_NONE;
}

static const struct native_def property_methods[] = {
	{ "getter", property_getter, 1, 1, false, "the property with another getter" },
	{ "setter", property_setter, 1, 1, false, "the property with a setter" },
	{ "deleter", property_deleter, 1, 1, false, "the property with a deleter" },
	{ "__get__", property_get_for, 1, 2, false, "the value for an object" },
	{ "__set__", property_set_for, 2, 2, false, "sets the value for an object" },
	{ "__delete__", property_delete_for, 1, 1, false, "deletes the value for an object" },
	{ "__set_name__", property_set_name, 0, -1, false, "(class, name): where it stands" }, { 0 }
};

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
	p->name = V_UNSET;
	if (p->doc == V_NONE && is_kind(p->get, OBJ_FUNCTION))
		p->doc = value_keep(((struct function *)obj_get(p->get))->doc);
	return obj_value(p);
}

static void property_drop(struct vm *vm, struct obj *o)
{
	struct property *p = (struct property *)o;
	kind_drop_values(vm, (value[]){ p->get, p->set, p->del, p->doc, p->name }, 5);
}

static void property_traverse(const struct visit *v, const struct obj *o)
{
	const struct property *p = (const struct property *)o;
	visit_all(v, (value[]){ p->get, p->set, p->del, p->doc, p->name }, 5);
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

static value wrapper_abstract(struct vm *vm, value o)
{
	return bool_make(is_abstract_function(vm, ((struct wrapper *)obj_get(o))->func));
}

static const struct special wrapper_rows[] = { { "__func__", wrapper_func, special_readonly },
	{ "__wrapped__", wrapper_func, special_readonly },
	{ "__isabstractmethod__", wrapper_abstract, NULL }, { 0 } };

/* It says of itself what its function says. */
static void take_attributes(struct vm *vm, struct wrapper *w)
{
	static const char *const names[] = { "__module__", "__name__", "__qualname__", "__doc__",
		"__annotations__" };
	w->attrs = dict_new(vm);
	for (size_t i = 0; i < sizeof names / sizeof *names && !type_is_heap_instance(w->func);
		i++) {
		value name = str_intern(vm, names[i], strlen(names[i])),
		      v = ops_find_attr(vm, w->func, name);
		if (v == V_UNSET)
			continue;
		dict_set_name(vm, w->attrs, name, v);
		value_drop(vm, v);
	}
}

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
	take_attributes(vm, w);
	return obj_value(w);
}

static void wrapper_drop(struct vm *vm, struct obj *o)
{
	obj_drop(vm, ((struct wrapper *)o)->attrs);
	value_drop(vm, ((struct wrapper *)o)->func);
}

static void wrapper_traverse(const struct visit *v, const struct obj *o)
{
	visit_obj(v, ((const struct wrapper *)o)->attrs);
	visit(v, ((const struct wrapper *)o)->func);
}

static value staticmethod_get(struct vm *vm, value self, const struct args *a)
{
	return is_without_object(a) ? invalid_get(vm) : wrapper_func(vm, self);
}

static value classmethod_get(struct vm *vm, value self, const struct args *a)
{
	if (is_without_object(a))
		return invalid_get(vm);
	value class = a->n == 2 && a->at[1] != V_NONE ? a->at[1] : obj_value(type_of(vm, a->at[0]));
	return method_new(vm, ((struct wrapper *)obj_get(self))->func, class);
}

static value staticmethod_call(struct vm *vm, value self, const struct args *a)
{
	return vm->hooks->call_method(vm, ((struct wrapper *)obj_get(self))->func, V_UNSET, a);
}

static const struct native_def staticmethod_methods[] = { { "__get__", staticmethod_get, 1, 2,
								  false, "the function" },
	{ "__call__", staticmethod_call, 0, -1, true, "calls the function" }, { 0 } };

static const struct native_def classmethod_methods[] = {
	{ "__get__", classmethod_get, 1, 2, false, "the function as a method of the class" }, { 0 }
};

const struct kind staticmethod_kind = {
	.name = "staticmethod",
	.attrs = offsetof(struct wrapper, attrs),
	.methods = staticmethod_methods,
	.drop = wrapper_drop,
	.traverse = wrapper_traverse,
	.flags = KIND_BUILTIN | KIND_SHOWS | KIND_NESTS,
	.specials = wrapper_rows,
	.repr = wrapper_repr,
	.construct = wrapper_construct,
};

const struct kind classmethod_kind = {
	.name = "classmethod",
	.attrs = offsetof(struct wrapper, attrs),
	.methods = classmethod_methods,
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

static void super_empty(struct vm *vm, const struct super *s)
{
	value_drop(vm, s->self);
	obj_drop(vm, s->start);
	obj_drop(vm, s->self_type);
}

/* super.__init__ */
static value super_init(struct vm *vm, value super, const struct args *a)
{
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
	struct super *s = (struct super *)obj_get(super), old = *s;
	s->start = obj_keep(type_obj(class));
	s->self = value_keep(self);
	s->self_type = self_type ? obj_keep(self_type) : NULL;
	super_empty(vm, &old);
	return V_NONE;
}

static value super_construct(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	value s = obj_value(obj_new(vm, OBJ_SUPER, sizeof(struct super)));
	((struct super *)obj_get(s))->self = V_NONE;
	if (super_init(vm, s, a) != V_ERROR)
		return s;
	value_drop(vm, s);
	return V_ERROR;
}

static void super_drop(struct vm *vm, struct obj *o)
{
	super_empty(vm, (struct super *)o);
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
	.slots = SLOT_INIT,
	.init = super_init,
	.drop = super_drop,
	.traverse = super_traverse,
	.flags = KIND_BUILTIN,
	.specials = super_rows,
	.repr = super_repr,
	.construct = super_construct,
};
