#include "vm/value/special.h"

#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/native.h"
#include "vm/value/notify.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <string.h>

bool special_readonly(struct vm *vm, value o, value v)
{
	(void)o, (void)v;
	vm_raise(vm, VM_EXC(vm, AttributeError), "readonly attribute");
	return false;
}

const struct special *special_find(const struct vm *vm, enum obj_kind k, value name)
{
	const struct special *row = vm->kinds[k]->specials;
	if (!row)
		return NULL;
	char first = str_get(name)->bytes[0];
	while (row->name && (row->name[0] != first || !str_is(name, row->name)))
		row++;
	return row->name ? row : NULL;
}

void special_names(
	const struct vm *vm, enum obj_kind k, void (*f)(void *arg, const char *name), void *arg)
{
	for (const struct special *row = vm->kinds[k]->specials; row && row->name; row++)
		f(arg, row->name);
}

struct dict **special_attrs(const struct vm *vm, value o)
{
	if (!is_obj(o))
		return NULL;
	const struct kind *k = vm->kinds[obj_kind(o)];
	if (!k->attrs || (k->flags & KIND_OWN_ATTRS && !type_is_heap_instance(o)))
		return NULL;
	return kind_attrs(k, obj_get(o));
}

struct dict *special_dict(struct vm *vm, value o)
{
	struct dict **place = special_attrs(vm, o);
	if (!place)
		return NULL;
	if (!*place) {
		*place = dict_new(vm);
		notify_rebuilt(vm, obj_get(o));
	}
	return *place;
}

bool special_set_dict(struct vm *vm, value o, value v)
{
	struct dict **place = special_attrs(vm, o);
	if (!place || !is_kind(v, OBJ_DICT)) {
		raise_type(vm, "__dict__ must be set to a dictionary, not a '%T'", v);
		return false;
	}
	struct dict *old = *place;
	*place = obj_keep(dict_obj(v));
	notify_rebuilt(vm, obj_get(o));
	obj_drop(vm, old);
	return true;
}

static void add_name(struct vm *vm, struct dict *names, value name)
{
	if (is_str(name))
		dict_set(vm, names, name, V_NONE);
}

static void add_keys(struct vm *vm, struct dict *names, const struct dict *d)
{
	value key, val;
	for (uint32_t i = 0; d && dict_next(d, &i, &key, &val);)
		add_name(vm, names, key);
}

struct names {
	struct vm *vm;
	struct dict *dict;
};

static void add_special(void *arg, const char *name)
{
	struct names *n = arg;
	add_name(n->vm, n->dict, str_intern(n->vm, name, strlen(name)));
}

value ops_names(struct vm *vm, value v)
{
	struct names n = { vm, dict_new(vm) };
	if (is_kind(v, OBJ_MODULE)) {
		add_keys(vm, n.dict, ((struct module *)obj_get(v))->globals);
	} else {
		struct dict **attrs = special_attrs(vm, v);
		add_keys(vm, n.dict, attrs ? *attrs : NULL);
		struct type *t = is_kind(v, OBJ_TYPE) ? type_obj(v) : type_of(vm, v);
		for (; t; t = t->base)
			add_keys(vm, n.dict, t->attrs);
		special_names(vm, is_obj(v) ? obj_kind(v) : OBJ_INT, add_special, &n);
		add_name(vm, n.dict, VM_STR(vm, __class__));
		add_name(vm, n.dict, VM_STR(vm, __doc__));
		if (attrs)
			add_name(vm, n.dict, VM_STR(vm, __dict__));
	}
	value list = list_new(vm, 0), key, val;
	for (uint32_t i = 0; dict_next(n.dict, &i, &key, &val);)
		list_append(vm, list, value_keep(key));
	obj_drop(vm, n.dict);
	list_sort_plain(vm, list, V_UNSET, false);
	return list;
}
