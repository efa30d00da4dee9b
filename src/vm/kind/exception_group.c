/* Exception groups: their methods, except* (PEP 654). */

#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/depth.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"
#include "vm/value/type.h"

static value group_derive(struct vm *vm, value self, const struct args *a)
{
	struct args both = { (value[]){ tuple_get(exception_get(self)->args)->at[0], a->at[0] }, 2,
		0, NULL };
	return exception_make(vm, VM_EXC(vm, BaseExceptionGroup), &both);
}

static value group_split(struct vm *vm, value self, const struct args *a)
{
	return vm_tail(vm, LIB_GROUP_SPLIT, (value[]){ self, a->at[0] }, 2);
}

static value group_subgroup(struct vm *vm, value self, const struct args *a)
{
	return vm_tail(vm, LIB_GROUP_SUBGROUP, (value[]){ self, a->at[0] }, 2);
}

const struct native_def group_methods[] = {
	{ "derive", group_derive, 1, 1, false,
		"a group of these exceptions with the same message" },
	{ "split", group_split, 1, 1, false, "the part that matches and the rest" },
	{ "subgroup", group_subgroup, 1, 1, false, "the part that matches" }, { 0 }
};

static bool is_group(struct vm *vm, value exc)
{
	return exception_is(vm, exc, VM_EXC(vm, BaseExceptionGroup));
}

/* What derive(list) of exc's class gives: a group of them like exc; V_ERROR. */
static value derive(struct vm *vm, value exc, value list)
{
	const struct exception *e = exception_get(exc);
	value own = type_find(e->type, str_intern(vm, "derive", 6));
	if (!is_kind(own, OBJ_FUNCTION)) {
		struct args args = { (value[]){ tuple_get(e->args)->at[0], list }, 2, 0, NULL };
		return exception_make(vm, VM_EXC(vm, BaseExceptionGroup), &args);
	}
	value part = vm_call(vm, own, (value[]){ exc, list }, 2);
	if (part == V_ERROR || is_group(vm, part))
		return part;
	value_drop(vm, part);
	return raise_type(vm, "derive must return an instance of BaseExceptionGroup");
}

/* A group of the exceptions (a list, given away) that stands for part of exc;
 * V_NONE if there are none; V_ERROR.  Its context is suppressed, cause or none:
 * CPython 3.11 copies the cause by the function that `raise ... from` uses. */
static value part_of(struct vm *vm, value exc, value list)
{
	value part = list_get(list)->len ? derive(vm, exc, list) : V_NONE;
	if (part != V_NONE && part != V_ERROR) {
		const struct exception *e = exception_get(exc);
		struct exception *p = exception_get(part);
		if (p->tb)
			obj_drop(vm, p->tb);
		p->tb = e->tb ? obj_keep(e->tb) : NULL;
		value_set(vm, &p->cause, value_keep(e->cause));
		value_set(vm, &p->context, value_keep(e->context));
		p->suppress_context = true;
		if (is_kind(e->notes, OBJ_LIST))
			value_set(vm, &p->notes,
				list_from(vm, list_get(e->notes)->at, list_get(e->notes)->len));
	}
	value_drop(vm, list);
	return part;
}

static bool split_within(struct vm *vm, value exc, value classes, value *match, value *rest);

/* The parts of each member of a group. */
static bool split_members(struct vm *vm, value exc, value classes, value matches, value others)
{
	const struct tuple *members = tuple_get(exception_get(exc)->value);
	for (uint32_t i = 0; i < members->len; i++) {
		value m, r;
		if (!split_within(vm, members->at[i], classes, &m, &r))
			return false;
		if (m != V_NONE)
			list_append(vm, matches, m);
		if (r != V_NONE)
			list_append(vm, others, r);
	}
	return true;
}

/* False with an exception, and nothing in *match and *rest. */
static bool split_within(struct vm *vm, value exc, value classes, value *match, value *rest)
{
	*match = *rest = V_NONE;
	if (value_is_instance(vm, exc, classes) > 0) {
		*match = value_keep(exc);
		return true;
	}
	if (!is_group(vm, exc)) {
		*rest = value_keep(exc);
		return true;
	}
	if (!depth_enter(vm, " in exceptiongroup_split_recursive"))
		return false;
	value matches = list_new(vm, 0), others = list_new(vm, 0);
	bool good = split_members(vm, exc, classes, matches, others);
	depth_leave(vm);
	value m = good ? part_of(vm, exc, matches) : (value_drop(vm, matches), V_ERROR);
	value r = m != V_ERROR ? part_of(vm, exc, others) : (value_drop(vm, others), V_ERROR);
	if (r == V_ERROR) {
		if (m != V_ERROR)
			value_drop(vm, m);
		return false;
	}
	*match = m;
	*rest = r;
	return true;
}

static bool check_star_classes(struct vm *vm, value classes)
{
	uint32_t n = is_kind(classes, OBJ_TUPLE) ? tuple_get(classes)->len : 1;
	for (uint32_t i = 0; i < n; i++) {
		value c = is_kind(classes, OBJ_TUPLE) ? tuple_get(classes)->at[i] : classes;
		if (!is_kind(c, OBJ_TYPE) || !type_obj(c)->is_exception) {
			raise_type(vm,
				"catching classes that do not inherit from BaseException is not "
				"allowed");
			return false;
		}
		if (type_is_subtype(type_obj(c), VM_EXC(vm, BaseExceptionGroup))) {
			raise_type(vm,
				"catching ExceptionGroup with except* is not allowed. Use except "
				"instead.");
			return false;
		}
	}
	return true;
}

value exception_group_of(struct vm *vm, value members)
{
	struct args args = { (value[]){ vm->empty_str, members }, 2, 0, NULL };
	return exception_make(vm, VM_EXC(vm, BaseExceptionGroup), &args);
}

bool exception_star_match(struct vm *vm, value exc, value classes, value *match, value *rest)
{
	if (!check_star_classes(vm, classes))
		return false;
	if (!split_within(vm, exc, classes, match, rest))
		return false;
	if (*match == V_NONE) {
		/* What nothing was taken from stays what it is (CHECK_EG_MATCH). */
		value_set(vm, rest, value_keep(exc));
	} else if (!is_group(vm, exc)) {
		value members = tuple_from(vm, match, 1);
		value_set(vm, match, exception_group_of(vm, members));
		value_drop(vm, members);
	}
	return true;
}

/* Whether exc was raised again as part of orig, not anew: its place is orig's. */
static bool is_part_of(value exc, value orig)
{
	const struct exception *e = exception_get(exc), *o = exception_get(orig);
	return e->tb == o->tb && e->context == o->context && e->cause == o->cause;
}

/* Appends the plain exceptions inside exc. */
static void collect_leaves(struct vm *vm, value exc, value leaves)
{
	if (!is_group(vm, exc)) {
		list_append(vm, leaves, value_keep(exc));
		return;
	}
	const struct tuple *members = tuple_get(exception_get(exc)->value);
	for (uint32_t i = 0; i < members->len; i++)
		collect_leaves(vm, members->at[i], leaves);
}

/* The part of exc whose plain exceptions are among leaves, in exc's shape. */
static value project(struct vm *vm, value exc, value leaves)
{
	if (!is_group(vm, exc)) {
		for (uint32_t i = 0; i < list_get(leaves)->len; i++) {
			if (list_get(leaves)->at[i] == exc)
				return value_keep(exc);
		}
		return V_NONE;
	}
	value kept = list_new(vm, 0);
	const struct tuple *members = tuple_get(exception_get(exc)->value);
	for (uint32_t i = 0; i < members->len; i++) {
		value part = project(vm, members->at[i], leaves);
		if (part != V_NONE)
			list_append(vm, kept, part);
	}
	return part_of(vm, exc, kept);
}

value exception_star_end(struct vm *vm, value orig, value list)
{
	struct list *all = list_get(list);
	if (!is_group(vm, orig)) {
		for (uint32_t i = 0; i < all->len; i++) {
			if (all->at[i] != V_NONE)
				return value_keep(all->at[i]);
		}
		return V_NONE;
	}
	value raised = list_new(vm, 0), leaves = list_new(vm, 0);
	for (uint32_t i = 0; i < all->len; i++) {
		if (all->at[i] == V_NONE)
			continue;
		if (is_part_of(all->at[i], orig))
			collect_leaves(vm, all->at[i], leaves);
		else
			list_append(vm, raised, value_keep(all->at[i]));
	}
	value again = list_get(leaves)->len ? project(vm, orig, leaves) : V_NONE;
	value_drop(vm, leaves);
	if (list_get(raised)->len == 0) {
		value_drop(vm, raised);
		return again;
	}
	if (again != V_NONE)
		list_append(vm, raised, again);
	value all_of_it = list_get(raised)->len > 1 ? exception_group_of(vm, raised)
						    : value_keep(list_get(raised)->at[0]);
	value_drop(vm, raised);
	return all_of_it;
}
