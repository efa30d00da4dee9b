/* Attributes. */

#include "lang/text/unsupported.h"
#include "vm/kind/dict.h"
#include "vm/kind/function.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/native.h"
#include "vm/value/ops.h"
#include "vm/value/special.h"
#include "vm/value/type.h"

#include <string.h>

/* AttributeError remembers whose attribute was missing: the traceback looks
 * for names like it. */
static value attribute_error(struct vm *vm, value o, value name, const char *fmt, const char *type)
{
	vm_raise(vm, VM_EXC(vm, AttributeError), fmt, type, name);
	struct exception *e = exception_get(vm->exc);
	e->attrs = dict_new(vm);
	dict_set_name(vm, e->attrs, VM_STR(vm, name), name);
	dict_set_name(vm, e->attrs, VM_STR(vm, obj), o);
	return V_ERROR;
}

static bool is_left_out(value module, value name)
{
	const struct str *m = str_get(module), *n = str_get(name);
	return unsupported_member(m->bytes, m->len, n->bytes, n->len);
}

/* The built-in type among t and its bases that has the attribute in CPython, or NULL. */
static const struct type *type_left_out(const struct type *t, value name)
{
	for (; t; t = t->base)
		if ((!t->heap || t->obj.flags & OBJ_LIBRARY) &&
			unsupported_attribute(
				type_shown(t), str_get(name)->bytes, str_get(name)->len))
			return t;
	return NULL;
}

bool ops_attr_refused(struct vm *vm, value o, value name)
{
	const struct type *t = NULL;
	if (!is_str(name))
		return false;
	if (is_kind(o, OBJ_MODULE) && is_left_out(((struct module *)obj_get(o))->name, name)) {
		vm_refuse(vm, "%s.%S is outside the scenario language",
			str_get(((struct module *)obj_get(o))->name)->bytes, name);
		return true;
	}
	if (is_kind(o, OBJ_TYPE))
		t = type_left_out(type_obj(o), name);
	if (!t && !is_kind(o, OBJ_SUPER))
		t = type_left_out(type_of(vm, o), name);
	if (t)
		vm_refuse(vm, "%s.%S is outside the scenario language", type_shown(t), name);
	return t;
}

value ops_no_attr(struct vm *vm, value o, value name)
{
	if (ops_attr_refused(vm, o, name))
		return V_ERROR;
	if (is_kind(o, OBJ_TYPE))
		return attribute_error(vm, o, name, "type object '%s' has no attribute '%S'",
			type_shown(type_obj(o)));
	if (is_kind(o, OBJ_MODULE))
		return attribute_error(vm, o, name, "module '%s' has no attribute '%S'",
			str_get(((struct module *)obj_get(o))->name)->bytes);
	const char *type = is_kind(o, OBJ_SUPER)
		? "super"
		: type_shown(type_of(
			  vm, is_kind(o, OBJ_METHOD) ? ((struct method *)obj_get(o))->func : o));
	return attribute_error(vm, o, name, "'%s' object has no attribute '%S'", type);
}

/* What a class method gives, of the class: a method, or what its property has. */
static value bind_to_class(struct vm *vm, value found, value cls)
{
	value func = ((struct wrapper *)obj_get(found))->func;
	if (!is_kind(func, OBJ_PROPERTY) || ((struct property *)obj_get(func))->get == V_NONE)
		return method_new(vm, func, cls);
	return vm_tail_call(vm, ((struct property *)obj_get(func))->get, &cls, 1);
}

/* What o.name gives when the class has `found` under that name. */
static value bind(struct vm *vm, value found, value o, struct type *t, value name)
{
	if (!is_obj(found))
		return found;
	switch (obj_kind(found)) {
	case OBJ_FUNCTION:
		return method_new(vm, found, o);
	case OBJ_NATIVE_METHOD:
		return native_bound(vm, found, o);
	case OBJ_STATICMETHOD:
		return value_keep(((struct wrapper *)obj_get(found))->func);
	case OBJ_CLASSMETHOD:
		return bind_to_class(vm, found, obj_value(t));
	case OBJ_PROPERTY: {
		value get = ((struct property *)obj_get(found))->get;
		value fallback = type_find_special(vm, o, VM_STR(vm, __getattr__));
		if (fallback != V_UNSET && get != V_NONE)
			return vm_tail(
				vm, LIB_PROPERTY_GET, (value[]){ o, name, get, fallback }, 4);
		return property_get_of(vm, found, o);
	}
	default:
		return value_keep(found);
	}
}

static value module_attr(struct vm *vm, value o, value name)
{
	value v = dict_find_name(((struct module *)obj_get(o))->globals, name);
	if (v != V_UNSET)
		return value_keep(v);
	const struct special *row = special_find(vm, OBJ_MODULE, name);
	return row ? row->get(vm, o) : V_UNSET;
}

/* Methods that are called on the class: dict.fromkeys. */
static bool is_class_method(const struct native_def *def)
{
	static const char *const names[] = { "fromkeys", "__init_subclass__", "__subclasshook__",
		"maketrans", "fromhex" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strcmp(def->name, names[i]) == 0)
			return true;
	}
	return false;
}

/* The attribute of a class itself. */
static value class_attr(struct vm *vm, value o, value name)
{
	struct type *t = type_obj(o);
	const struct special *row = special_find(vm, OBJ_TYPE, name);
	if (row)
		return row->get(vm, o);
	value v = type_find(t, name);
	if (is_kind(v, OBJ_STATICMETHOD))
		return value_keep(((struct wrapper *)obj_get(v))->func);
	if (is_kind(v, OBJ_CLASSMETHOD))
		return bind_to_class(vm, v, o);
	if (is_kind(v, OBJ_NATIVE_METHOD) && is_class_method(((struct native *)obj_get(v))->def))
		return native_bound(vm, v, o);
	if (v != V_UNSET)
		return value_keep(v);
	v = type_find(VM_TYPE(vm, TYPE), name);
	return v == V_UNSET ? V_UNSET : bind(vm, v, o, VM_TYPE(vm, TYPE), name);
}

static value super_attr(struct vm *vm, value o, value name)
{
	const struct super *s = (struct super *)obj_get(o);
	value v = s->start->base ? type_find(s->start->base, name) : V_UNSET;
	if (v == V_UNSET) {
		const struct special *row = is_obj(s->self)
			? special_find(vm, obj_kind(s->self), name)
			: NULL;
		if (row && obj_kind(s->self) != OBJ_TYPE)
			return row->get(vm, s->self);
		row = special_find(vm, OBJ_SUPER, name);
		return row ? row->get(vm, o) : V_UNSET;
	}
	if (is_kind(s->self, OBJ_TYPE) && s->self_type == type_obj(s->self)) {
		if (is_kind(v, OBJ_CLASSMETHOD))
			return method_new(vm, ((struct wrapper *)obj_get(v))->func, s->self);
		if (is_kind(v, OBJ_STATICMETHOD))
			return value_keep(((struct wrapper *)obj_get(v))->func);
		if (is_kind(v, OBJ_NATIVE_METHOD) &&
			is_class_method(((struct native *)obj_get(v))->def))
			return native_bound(vm, v, s->self);
		return value_keep(v);
	}
	return bind(vm, v, s->self, s->self_type, name);
}

/* Attributes that every object has. */
static value common_attr(struct vm *vm, value o, value name)
{
	if (name == VM_STR(vm, __class__))
		return obj_value(obj_keep(type_of(vm, o)));
	if (name == VM_STR(vm, __dict__)) {
		struct dict *d = special_dict(vm, o);
		return d ? obj_value(obj_keep(d)) : V_UNSET;
	}
	return name == VM_STR(vm, __doc__) ? V_NONE : V_UNSET;
}

/* The row of o's kind, unless a class that derives from that has `found` under the name. */
static const struct special *row_unhidden(
	const struct vm *vm, value o, const struct type *t, value found, value name)
{
	if (found != V_UNSET && t->heap)
		return NULL;
	return special_find(vm, is_obj(o) ? obj_kind(o) : t->layout, name);
}

static value object_attr(struct vm *vm, value o, value name)
{
	struct type *t = type_of(vm, o);
	value found = type_find(t, name);
	if (is_kind(found, OBJ_PROPERTY))
		return bind(vm, found, o, t, name);
	struct dict **attrs = special_attrs(vm, o);
	if (attrs && *attrs) {
		value v = dict_find_name(*attrs, name);
		if (v != V_UNSET)
			return value_keep(v);
	}
	enum obj_kind k = is_obj(o) ? obj_kind(o) : t->layout;
	const struct special *row = row_unhidden(vm, o, t, found, name);
	if (row) {
		value v = row->get(vm, o);
		if (v != V_UNSET)
			return v;
	}
	if (found != V_UNSET)
		return bind(vm, found, o, t, name);
	if (vm->kinds[k]->find_attr) {
		value v = vm->kinds[k]->find_attr(vm, o, name);
		if (v != V_UNSET)
			return v;
	}
	return common_attr(vm, o, name);
}

value ops_find_attr(struct vm *vm, value o, value name)
{
	if (is_obj(o)) {
		value v = V_UNSET;
		switch (obj_kind(o)) {
		case OBJ_MODULE:
			v = module_attr(vm, o, name);
			break;
		case OBJ_TYPE:
			v = class_attr(vm, o, name);
			break;
		case OBJ_SUPER:
			v = super_attr(vm, o, name);
			break;
		case OBJ_METHOD:
			v = object_attr(vm, o, name);
			return v != V_UNSET
				? v
				: ops_find_attr(vm, ((struct method *)obj_get(o))->func, name);
		default:
			return object_attr(vm, o, name);
		}
		return v != V_UNSET ? v : common_attr(vm, o, name);
	}
	return object_attr(vm, o, name);
}

value ops_plain_get_attr(struct vm *vm, value o, value name)
{
	value v = ops_find_attr(vm, o, name);
	return v != V_UNSET ? v : ops_no_attr(vm, o, name);
}

value ops_get_attr(struct vm *vm, value o, value name)
{
	value v = ops_find_attr(vm, o, name);
	if (v != V_UNSET)
		return v;
	value f = type_find_special(vm, o, VM_STR(vm, __getattr__));
	if (f != V_UNSET)
		return vm_tail_call(vm, f, (value[]){ o, name }, 2);
	return ops_no_attr(vm, o, name);
}

value ops_get_method(struct vm *vm, value o, value name, value *func, value *self)
{
	*self = V_UNSET;
	enum obj_kind k = is_obj(o) ? obj_kind(o) : OBJ_INT;
	if (k != OBJ_MODULE && k != OBJ_TYPE && k != OBJ_SUPER) {
		struct dict **attrs = special_attrs(vm, o);
		value found = type_find(type_of(vm, o), name);
		if ((is_kind(found, OBJ_FUNCTION) || is_kind(found, OBJ_NATIVE_METHOD)) &&
			(!attrs || !*attrs || dict_find_name(*attrs, name) == V_UNSET)) {
			*func = value_keep(found);
			*self = value_keep(o);
			return V_TRUE;
		}
	}
	*func = ops_get_attr(vm, o, name);
	if (*func != V_ERROR && *func != V_PENDING)
		return V_TRUE;
	value r = *func;
	*func = V_UNSET;
	return r;
}

static value set_class_attr(struct vm *vm, value o, value name, value v)
{
	struct type *t = type_obj(o);
	if (!t->heap)
		return raise_type(
			vm, "cannot set '%S' attribute of immutable type '%s'", name, type_name(t));
	const struct special *row = special_find(vm, OBJ_TYPE, name);
	if (row && row->set && v != V_UNSET)
		return row->set(vm, o, v) ? V_NONE : V_ERROR;
	if (v != V_UNSET) {
		if (!type_may_have(vm, name, v))
			return V_ERROR;
		type_set(vm, t, name, v);
		return V_NONE;
	}
	if (dict_find_name(t->attrs, name) == V_UNSET)
		return ops_no_attr(vm, o, name);
	t->version++;
	return dict_remove(vm, t->attrs, name, NULL) < 0 ? V_ERROR : V_NONE;
}

static value set_in_dict(struct vm *vm, value o, struct dict *d, value name, value v)
{
	if (v != V_UNSET) {
		dict_set_name(vm, d, name, v);
		return V_NONE;
	}
	if (dict_find_name(d, name) == V_UNSET)
		return attribute_error(vm, o, name, "'%s' object has no attribute '%S'",
			type_shown(type_of(vm, o)));
	return dict_remove(vm, d, name, NULL) < 0 ? V_ERROR : V_NONE;
}

/* o.__class__ = C between classes of programs whose instances look alike. */
static value set_class(struct vm *vm, value o, value v)
{
	if (!is_kind(v, OBJ_TYPE))
		return raise_type(vm, "__class__ must be set to a class, not '%T' object", v);
	if (!type_is_heap_instance(o) || !type_obj(v)->heap || type_obj(v)->layout != obj_kind(o))
		return raise_type(vm,
			"__class__ assignment only supported for mutable types or ModuleType "
			"subclasses");
	struct instance *i = (struct instance *)obj_get(o);
	struct type *old = i->type;
	i->type = obj_keep(type_obj(v));
	obj_drop(vm, old);
	return V_NONE;
}

/* Whether the kind gives the attribute by itself. */
static bool is_kinds_own(struct vm *vm, value o, value name)
{
	const struct kind *k = kind_of(vm, o);
	value v = k->find_attr ? k->find_attr(vm, o, name) : V_UNSET;
	bool is = v != V_UNSET;
	if (is)
		value_drop(vm, v);
	return is;
}

/* Whether the attribute is there for this one: only groups have exceptions. */
static bool has_row(struct vm *vm, value o, const struct special *row)
{
	value v = row->get(vm, o);
	value_drop(vm, v);
	return v != V_UNSET;
}

/* The nearest class that no program made. */
static const struct type *type_in_c(const struct type *t)
{
	while (t->heap)
		t = t->base;
	return t;
}

value ops_plain_set_attr(struct vm *vm, value o, value name, value v)
{
	if (is_kind(o, OBJ_TYPE))
		return set_class_attr(vm, o, name, v);
	if (is_kind(o, OBJ_MODULE))
		return set_in_dict(vm, o, ((struct module *)obj_get(o))->globals, name, v);
	struct type *t = type_of(vm, o);
	value found = type_find(t, name);
	if (is_kind(found, OBJ_PROPERTY))
		return property_set_of(vm, found, o, v);
	const struct special *row = row_unhidden(vm, o, t, found, name);
	if (row && row->set && (row->set != special_readonly || has_row(vm, o, row)))
		return row->set(vm, o, v) ? V_NONE : V_ERROR;
	if (name == VM_STR(vm, __class__) && v != V_UNSET)
		return set_class(vm, o, v);
	if (special_attrs(vm, o) && (!row || is_kind(o, OBJ_EXCEPTION))) {
		if (name == VM_STR(vm, __dict__) && v != V_UNSET)
			return special_set_dict(vm, o, v) ? V_NONE : V_ERROR;
		if (v == V_UNSET && !*special_attrs(vm, o))
			return ops_no_attr(vm, o, name);
		return set_in_dict(vm, o, special_dict(vm, o), name, v);
	}
	const struct kind *k = kind_of(vm, o);
	value done = k->set_attr ? k->set_attr(vm, o, name, v) : V_NOT_IMPLEMENTED;
	if (done != V_NOT_IMPLEMENTED)
		return done;
	if (row || is_kinds_own(vm, o, name))
		return vm_raise(vm, VM_EXC(vm, AttributeError),
			"attribute '%S' of '%s' objects is not writable", name,
			type_shown(type_in_c(t)));
	if (found == V_UNSET)
		return ops_no_attr(vm, o, name);
	return attribute_error(
		vm, o, name, "'%s' object attribute '%S' is read-only", type_name(t));
}

value ops_set_attr(struct vm *vm, value o, value name, value v)
{
	value f = type_find_special(vm, o, VM_STR(vm, __setattr__));
	if (f != V_UNSET)
		return vm_tail_call(vm, f, (value[]){ o, name, v }, 3);
	return ops_plain_set_attr(vm, o, name, v);
}

value ops_del_attr(struct vm *vm, value o, value name)
{
	value f = type_find_special(vm, o, VM_STR(vm, __delattr__));
	if (f != V_UNSET)
		return vm_tail_call(vm, f, (value[]){ o, name }, 2);
	return ops_plain_set_attr(vm, o, name, V_UNSET);
}
