#include "vm/value/abstract.h"

#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/machine.h"
#include "vm/value/type.h"

#include <stdlib.h>
#include <string.h>

static value name_of(struct vm *vm, const char *s)
{
	return str_intern(vm, s, strlen(s));
}

/* A tuple among the class's own attributes, or NULL. */
static const struct tuple *own_tuple(struct vm *vm, const struct type *t, const char *name)
{
	value v = dict_find_name(t->attrs, name_of(vm, name));
	return is_kind(v, OBJ_TUPLE) ? tuple_get(v) : NULL;
}

/* Built-in containers that change have no hash: object's is not theirs. */
static bool has_no_hash(enum obj_kind k)
{
	return k == OBJ_LIST || k == OBJ_DICT || k == OBJ_SET || k == OBJ_DEQUE ||
		k == OBJ_DICT_KEYS || k == OBJ_DICT_ITEMS;
}

static bool has_method(struct vm *vm, const struct type *t, value name)
{
	value v = type_find(t, name);
	if (name == VM_STR(vm, __hash__) && is_kind(v, OBJ_NATIVE_METHOD))
		return !has_no_hash(t->layout);
	return v != V_UNSET && v != V_NONE;
}

static bool has_methods(struct vm *vm, const struct type *t, const struct tuple *names)
{
	for (uint32_t i = 0; i < names->len; i++)
		if (!has_method(vm, t, names->at[i]))
			return false;
	return names->len > 0;
}

bool abstract_has_member(struct vm *vm, const struct type *abc, const struct type *t)
{
	if (!abc->is_abc)
		return false;
	const struct tuple *names = own_tuple(vm, abc, "_abc_methods");
	const struct tuple *members = own_tuple(vm, abc, "_abc_members");
	if (names && has_methods(vm, t, names))
		return true;
	for (uint32_t i = 0; members && i < members->len; i++) {
		const struct type *m = type_obj(members->at[i]);
		if (type_is_subtype(t, m) || (m != abc && abstract_has_member(vm, m, t)))
			return true;
	}
	return false;
}

/* What was marked by abc.abstractmethod, also inside a property or a wrapper. */
static bool is_abstract(struct vm *vm, value v)
{
	if (is_kind(v, OBJ_STATICMETHOD) || is_kind(v, OBJ_CLASSMETHOD))
		return is_abstract(vm, ((struct wrapper *)obj_get(v))->func);
	if (is_kind(v, OBJ_PROPERTY)) {
		const struct property *p = (struct property *)obj_get(v);
		return is_abstract(vm, p->get) || is_abstract(vm, p->set) ||
			is_abstract(vm, p->del);
	}
	if (!is_kind(v, OBJ_FUNCTION))
		return false;
	const struct dict *attrs = ((struct function *)obj_get(v))->attrs;
	return attrs && dict_find_name(attrs, name_of(vm, "__isabstractmethod__")) == V_TRUE;
}

static void note_names(struct vm *vm, const struct type *t, value names)
{
	for (uint32_t i = 0; i < t->attrs->len; i++)
		if (t->attrs->at[i].key != V_UNSET && is_abstract(vm, t->attrs->at[i].val))
			set_add(vm, names, t->attrs->at[i].key);
	value inherited = t->base->is_abc
		? dict_find_name(t->base->attrs, name_of(vm, "__abstractmethods__"))
		: V_UNSET;
	value name;
	if (!is_kind(inherited, OBJ_FROZENSET))
		return;
	for (uint32_t i = 0; set_next((struct set *)obj_get(inherited), &i, &name);)
		if (is_abstract(vm, type_find(t, name)))
			set_add(vm, names, name);
}

void abstract_note(struct vm *vm, struct type *t)
{
	if (!t->is_abc)
		return;
	value names = set_new(vm, true);
	note_names(vm, t, names);
	t->is_abstract = ((struct set *)obj_get(names))->used > 0;
	dict_set_name(vm, t->attrs, name_of(vm, "__abstractmethods__"), names);
	value_drop(vm, names);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(str_get(*(const value *)a)->bytes, str_get(*(const value *)b)->bytes);
}

bool abstract_may_make(struct vm *vm, const struct type *t)
{
	if (!t->is_abstract)
		return true;
	value names = dict_find_name(t->attrs, name_of(vm, "__abstractmethods__")), name;
	value sorted = list_new(vm, 0);
	struct sbuf text = { 0 };
	for (uint32_t i = 0; set_next((struct set *)obj_get(names), &i, &name);)
		list_append(vm, sorted, value_keep(name));
	struct list *l = list_get(sorted);
	qsort(l->at, l->len, sizeof *l->at, by_text);
	for (uint32_t i = 0; i < l->len; i++)
		sbuf_printf(&text, "%s%s", i ? ", " : "", str_get(l->at[i])->bytes);
	raise_type(vm, "Can't instantiate abstract class %s with abstract method%s %s",
		type_name(t), l->len > 1 ? "s" : "", sbuf_cstr(&text));
	sbuf_fini(&text);
	value_drop(vm, sorted);
	return false;
}
