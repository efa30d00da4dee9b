/* Calls of classes. */

#include "vm/eval/call.h"
#include "vm/eval/construct.h"
#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/abstract.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/type.h"

/* The constructor of a built-in kind. */
static value construct_builtin(struct vm *vm, struct type *t, const struct args *a)
{
	const struct kind *k = vm->kinds[t->layout];
	return k->construct ? k->construct(vm, t, a)
			    : raise_type(vm, "cannot create '%s' instances", type_name(t));
}

/* An empty instance of a program's class. */
static value construct_instance(struct vm *vm, struct type *t, const struct args *a)
{
	if (!abstract_may_make(vm, t))
		return V_ERROR;
	return vm->kinds[t->layout]->make(vm, t, a);
}

/* type(name, bases, dict). */
static value make_class(struct vm *vm, const struct args *a)
{
	if (a->n != 3 || !is_str(a->at[0]) || !is_kind(a->at[1], OBJ_TUPLE) ||
		!is_kind(a->at[2], OBJ_DICT))
		return raise_type(vm, "type() takes 1 or 3 arguments");
	const struct tuple *bases = tuple_get(a->at[1]);
	if (bases->len > 1)
		return vm_refuse(vm, "multiple inheritance is outside the scenario language");
	if (bases->len && !is_kind(bases->at[0], OBJ_TYPE))
		return raise_type(vm, "bases must be types");
	struct type *base = bases->len ? type_obj(bases->at[0]) : VM_TYPE(vm, INSTANCE);
	struct dict *attrs = dict_copy(vm, dict_obj(a->at[2]));
	if (dict_find_name(attrs, VM_STR(vm, __module__)) == V_UNSET)
		dict_set_name(vm, attrs, VM_STR(vm, __module__), vm->frame->proto->module->name);
	struct dict *keywords = dict_new(vm);
	value t = dict_add_keywords(vm, keywords, a)
		? type_make(vm, a->at[0], base, attrs, obj_value(keywords))
		: V_ERROR;
	obj_drop(vm, keywords);
	return t;
}

/* A class with a __new__ of its own: the library calls it, then __init__. */
static value construct_by_new(struct vm *vm, struct type *t, const struct args *a)
{
	struct dict *names = dict_new(vm);
	value args = tuple_from(vm, a->at, a->n);
	value r = V_ERROR;
	if (dict_add_keywords(vm, names, a))
		r = vm_tail(vm, LIB_NEW,
			(value[]){ obj_value(t), type_find(t, VM_STR(vm, __new__)), args,
				obj_value(names) },
			4);
	value_drop(vm, args);
	obj_drop(vm, names);
	return r;
}

/* Arguments for object.__new__ are those of a __new__ or __init__ of the class. */
static bool may_take_arguments(struct vm *vm, struct type *t, const struct args *rest)
{
	if ((rest->n == 0 && rest->nkw == 0) || t->is_exception || t->layout != OBJ_INSTANCE)
		return true;
	if (is_kind(type_find(t, VM_STR(vm, __new__)), OBJ_FUNCTION))
		raise_type(vm,
			"object.__new__() takes exactly one argument (the type to instantiate)");
	else if (is_kind(type_find(t, VM_STR(vm, __init__)), OBJ_NATIVE_METHOD))
		raise_type(vm, "%s() takes no arguments", type_name(t));
	else
		return true;
	return false;
}

/* object.__new__(cls, *args) */
static value object_new(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (!is_kind(a->at[0], OBJ_TYPE))
		return raise_type(vm, "object.__new__(X): X is not a type object (%T)", a->at[0]);
	struct type *t = type_obj(a->at[0]);
	struct args rest = { a->at + 1, a->n - 1, a->nkw, a->names };
	if (!t->heap && !t->is_exception && t->layout != OBJ_INSTANCE)
		return raise_type(vm, "object.__new__(%s) is not safe, use %s.__new__()",
			type_name(t), type_name(t));
	if (!may_take_arguments(vm, t, &rest))
		return V_ERROR;
	if (t->is_exception)
		return exception_make(vm, t, &rest);
	return t->heap ? construct_instance(vm, t, &rest) : construct_builtin(vm, t, &rest);
}

const struct native_def object_new_def = { "__new__", object_new, 1, -1, true,
	"a new instance of the class" };

value type_call(struct vm *vm, struct type *t, const struct args *a)
{
	if (t == VM_TYPE(vm, TYPE))
		return a->n == 1 && a->nkw == 0 ? obj_value(obj_keep(type_of(vm, a->at[0])))
						: make_class(vm, a);
	if (!t->heap && !t->is_exception && t->layout != OBJ_GREENLET)
		return construct_builtin(vm, t, a);
	if (t->heap && is_kind(type_find(t, VM_STR(vm, __new__)), OBJ_FUNCTION))
		return construct_by_new(vm, t, a);
	if (!may_take_arguments(vm, t, a))
		return V_ERROR;
	value made = t->is_exception ? exception_make(vm, t, a) : construct_instance(vm, t, a);
	if (made == V_ERROR || (t->is_exception && !t->heap && a->nkw == 0))
		return made;
	value init = type_find(t, VM_STR(vm, __init__));
	if (t->layout == OBJ_TUPLE && is_kind(init, OBJ_NATIVE_METHOD))
		return made;
	return call_init(vm, made, call_method(vm, init, made, a));
}
