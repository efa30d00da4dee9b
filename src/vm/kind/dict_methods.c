/* The methods of dict, and its views. */

#include "vm/kind/dict.h"

#include "base/sbuf.h"
#include "vm/kind/seq.h"
#include "vm/kind/set_table.h"
#include "vm/kind/str.h"
#include "vm/value/depth.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <assert.h>

value raise_key(struct vm *vm, value key)
{
	value args = tuple_from(vm, &key, 1);
	vm_raise_args(vm, VM_EXC(vm, KeyError), args);
	value_drop(vm, args);
	return V_ERROR;
}

value view_new(struct vm *vm, enum obj_kind kind, struct dict *d)
{
	struct iter *v = obj_new(vm, kind, sizeof *v);
	v->source = obj_value(obj_keep(d));
	return obj_value(v);
}

static int find(struct vm *vm, struct dict *d, value key, value *val)
{
	*val = dict_find(vm, d, key);
	return *val == V_ERROR ? -1 : *val != V_UNSET;
}

static int contains_pair(struct vm *vm, struct dict *d, value pair)
{
	value val;
	if (!is_kind(pair, OBJ_TUPLE) || tuple_get(pair)->len != 2)
		return 0;
	int found = find(vm, d, tuple_get(pair)->at[0], &val);
	return found > 0 ? item_equal(vm, val, tuple_get(pair)->at[1]) : found;
}

static int contains_value(struct vm *vm, struct dict *d, value item)
{
	value key, val;
	for (uint32_t i = 0; dict_next(d, &i, &key, &val);) {
		int equal = item_equal(vm, val, item);
		if (equal != 0)
			return equal;
	}
	return 0;
}

/* An unhashable set is looked for as the frozenset of its items. */
static int contains_item(struct vm *vm, value set, value item)
{
	if (!is_kind(item, OBJ_SET))
		return set_contains(vm, set, item);
	value frozen = set_copy(vm, item, true);
	int found = set_contains(vm, set, frozen);
	value_drop(vm, frozen);
	return found;
}

int dict_contains(struct vm *vm, value container, value item)
{
	value val;
	switch (obj_kind(container)) {
	case OBJ_DICT:
		return find(vm, dict_obj(container), item, &val);
	case OBJ_DICT_KEYS:
		return find(vm, view_dict(container), item, &val);
	case OBJ_DICT_ITEMS:
		return contains_pair(vm, view_dict(container), item);
	case OBJ_DICT_VALUES:
		return contains_value(vm, view_dict(container), item);
	default:
		return contains_item(vm, container, item);
	}
}

static int same_entry(struct vm *vm, struct dict *b, const struct dict_entry *e)
{
	value other = dict_find_hashed(vm, b, e->key, e->hash);
	return other == V_ERROR ? -1 : other == V_UNSET ? 0 : item_equal(vm, e->val, other);
}

int dict_equal(struct vm *vm, struct dict *a, struct dict *b)
{
	if (a->live != b->live)
		return 0;
	if (!depth_enter(vm, " in comparison"))
		return -1;
	int equal = 1;
	for (uint32_t i = 0; equal > 0 && i < a->len; i++) {
		struct dict_entry e = a->at[i];
		if (e.val == V_UNSET)
			continue;
		value_keep(e.key);
		value_keep(e.val);
		equal = same_entry(vm, b, &e);
		value_drop(vm, e.key);
		value_drop(vm, e.val);
	}
	depth_leave(vm);
	return equal;
}

/* What is shown of an entry: key: val, key, val or (key, val). */
static bool repr_entry(struct vm *vm, enum obj_kind kind, value key, value val, struct sbuf *out)
{
	bool pair = kind == OBJ_DICT || kind == OBJ_DICT_ITEMS;
	if (kind == OBJ_DICT_ITEMS)
		sbuf_char(out, '(');
	if (kind != OBJ_DICT_VALUES && !ops_repr_now(vm, key, out))
		return false;
	if (pair)
		sbuf_str(out, kind == OBJ_DICT ? ": " : ", ");
	if (kind != OBJ_DICT_KEYS && !ops_repr_now(vm, val, out))
		return false;
	if (kind == OBJ_DICT_ITEMS)
		sbuf_char(out, ')');
	return true;
}

static bool repr_entries(struct vm *vm, enum obj_kind kind, struct dict *d, struct sbuf *out)
{
	value key, val;
	bool good = true, first = true;
	for (uint32_t i = 0; good && dict_next(d, &i, &key, &val); first = false) {
		if (!first)
			sbuf_str(out, ", ");
		value_keep(key);
		value_keep(val);
		good = repr_entry(vm, kind, key, val, out);
		value_drop(vm, key);
		value_drop(vm, val);
	}
	return good;
}

static bool repr_dict_items(struct vm *vm, const struct set *s, struct sbuf *out)
{
	value item;
	bool first = true;
	sbuf_char(out, '{');
	for (uint32_t i = 0; set_next(s, &i, &item); first = false) {
		if (!first)
			sbuf_str(out, ", ");
		value_keep(item);
		bool good = ops_repr_now(vm, item, out);
		value_drop(vm, item);
		if (!good)
			return false;
	}
	sbuf_char(out, '}');
	return true;
}

static bool has_own_iter(struct vm *vm, value v)
{
	return type_find_special(vm, v, VM_STR(vm, __iter__)) != V_UNSET;
}

/* The same, of what its own __iter__ gives: as a list, in other brackets. */
static bool repr_listed(struct vm *vm, value set, struct sbuf *out)
{
	value items = vm_call(vm, obj_value(VM_TYPE(vm, LIST)), &set, 1);
	if (items == V_ERROR)
		return false;
	size_t at = out->len;
	bool good = ops_repr_now(vm, items, out);
	value_drop(vm, items);
	if (good && out->len > at + 1) {
		out->text[at] = '{';
		out->text[out->len - 1] = '}';
	}
	return good;
}

static bool repr_set(struct vm *vm, value set, struct sbuf *out)
{
	bool plain = is_kind(set, OBJ_SET) && !(obj_get(set)->flags & OBJ_TYPED);
	const struct set *s = set_obj(set);
	const char *name = str_get(type_of(vm, set)->name)->bytes;
	if (!plain || s->used == 0)
		sbuf_printf(out, "%s(", name);
	if (s->used > 0 &&
		!(has_own_iter(vm, set) ? repr_listed(vm, set, out) : repr_dict_items(vm, s, out)))
		return false;
	if (!plain || s->used == 0)
		sbuf_char(out, ')');
	return true;
}

static void repr_cycle(struct vm *vm, value v, struct sbuf *out)
{
	bool is_set = is_kind(v, OBJ_SET) || is_kind(v, OBJ_FROZENSET);
	if (is_set)
		sbuf_printf(out, "%s(...)", str_get(type_of(vm, v)->name)->bytes);
	else
		sbuf_str(out, is_kind(v, OBJ_DICT) ? "{...}" : "...");
}

bool dict_repr(struct vm *vm, value v, struct sbuf *out)
{
	enum obj_kind kind = obj_kind(v);
	int entered = repr_enter(vm, v);
	if (entered <= 0) {
		if (entered == 0)
			repr_cycle(vm, v, out);
		return entered == 0;
	}
	bool good;
	if (kind == OBJ_SET || kind == OBJ_FROZENSET) {
		good = repr_set(vm, v, out);
	} else if (kind == OBJ_DICT) {
		sbuf_char(out, '{');
		good = repr_entries(vm, kind, dict_obj(v), out);
		sbuf_char(out, '}');
	} else {
		sbuf_printf(out, "%s([", vm->kinds[kind]->name);
		good = repr_entries(vm, kind, view_dict(v), out);
		sbuf_str(out, "])");
	}
	repr_leave(vm);
	return good;
}

static value method_clear(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	dict_clear(vm, dict_obj(self));
	return V_NONE;
}

static value method_copy(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	struct dict *d = dict_copy_now(vm, self);
	return d ? obj_value(d) : V_ERROR;
}

static value method_get(struct vm *vm, value self, const struct args *a)
{
	value v = dict_find(vm, dict_obj(self), a->at[0]);
	if (v == V_UNSET)
		return a->n > 1 ? value_keep(a->at[1]) : V_NONE;
	return v == V_ERROR ? V_ERROR : value_keep(v);
}

static value method_items(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return view_new(vm, OBJ_DICT_ITEMS, dict_obj(self));
}

static value method_keys(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return view_new(vm, OBJ_DICT_KEYS, dict_obj(self));
}

static value method_values(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	return view_new(vm, OBJ_DICT_VALUES, dict_obj(self));
}

static value method_pop(struct vm *vm, value self, const struct args *a)
{
	value out;
	int removed = dict_remove(vm, dict_obj(self), a->at[0], &out);
	if (removed > 0)
		return out;
	if (removed < 0)
		return V_ERROR;
	return a->n > 1 ? value_keep(a->at[1]) : raise_key(vm, a->at[0]);
}

static value method_popitem(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	struct dict *d = dict_obj(self);
	if (d->live == 0) {
		value text = str_from_cstr(vm, "popitem(): dictionary is empty");
		raise_key(vm, text);
		value_drop(vm, text);
		return V_ERROR;
	}
	uint32_t i = d->len;
	do
		i--;
	while (d->at[i].val == V_UNSET);
	value pair = tuple_from(vm, (value[]){ d->at[i].key, d->at[i].val }, 2);
	if (dict_remove_hashed(vm, d, d->at[i].key, d->at[i].hash, NULL) > 0)
		return pair;
	value_drop(vm, pair);
	return V_ERROR;
}

static value method_setdefault(struct vm *vm, value self, const struct args *a)
{
	uint64_t hash;
	if (!dict_hash(vm, a->at[0], &hash))
		return V_ERROR;
	value v = dict_set_default(
		vm, dict_obj(self), a->at[0], hash, a->n > 1 ? a->at[1] : V_NONE);
	return v == V_ERROR ? V_ERROR : value_keep(v);
}

static bool is_pair_like(value v)
{
	return is_kind(v, OBJ_LIST) || is_kind(v, OBJ_TUPLE);
}

static bool update_pair(struct vm *vm, struct dict *d, value pair, uint32_t number)
{
	uint32_t n;
	const value *at = seq_items(pair, &n);
	if (n == 2)
		return dict_set(vm, d, at[0], at[1]);
	raise_value(vm, "dictionary update sequence element #%u has length %u; 2 is required",
		number, n);
	return false;
}

int dict_update_plain(struct vm *vm, struct dict *d, value other)
{
	if (dict_is_plain(vm, other))
		return dict_merge(vm, d, dict_obj(other)) ? 1 : -1;
	if (!is_pair_like(other))
		return 0;
	uint32_t n;
	const value *at = seq_items(other, &n);
	for (uint32_t i = 0; i < n; i++) {
		if (!is_pair_like(at[i]))
			return 0;
	}
	for (uint32_t i = 0; i < n; i++) {
		value pair = value_keep(at[i]);
		bool good = update_pair(vm, d, pair, i);
		value_drop(vm, pair);
		at = seq_items(other, &n);
		if (!good)
			return -1;
	}
	return 1;
}

static bool update_named(struct vm *vm, struct dict *d, const struct args *a)
{
	for (uint32_t i = 0; i < a->nkw; i++) {
		if (!dict_set(vm, d, a->names[i], a->at[a->n + i]))
			return false;
	}
	return true;
}

/* Something that program code makes the pairs of, with named ones to follow. */
static bool update_now(struct vm *vm, struct dict *d, value other)
{
	value made = vm_call(vm, obj_value(VM_TYPE(vm, DICT)), &other, 1);
	if (made == V_ERROR)
		return false;
	bool good = dict_merge(vm, d, dict_obj(made));
	value_drop(vm, made);
	return good;
}

bool dict_is_plain(struct vm *vm, value v)
{
	return is_kind(v, OBJ_DICT) &&
		(!(obj_get(v)->flags & OBJ_TYPED) ||
			type_find_special(vm, v, VM_STR(vm, __iter__)) == V_UNSET);
}

bool dict_merge_now(struct vm *vm, struct dict *d, value v)
{
	return dict_is_plain(vm, v) ? dict_merge(vm, d, dict_obj(v)) : update_now(vm, d, v);
}

struct dict *dict_copy_now(struct vm *vm, value v)
{
	if (dict_is_plain(vm, v))
		return dict_copy(vm, dict_obj(v));
	value made = vm_call(vm, obj_value(VM_TYPE(vm, DICT)), &v, 1);
	return made == V_ERROR ? NULL : dict_obj(made);
}

static value method_update(struct vm *vm, value self, const struct args *a)
{
	struct dict *d = dict_obj(self);
	if (a->n > 1)
		return raise_type(vm, "update expected at most 1 argument, got %u", a->n);
	int done = a->n == 0 ? 1 : dict_update_plain(vm, d, a->at[0]);
	if (done == 0 && a->nkw == 0)
		return vm_tail(vm, LIB_DICT_UPDATE, (value[]){ self, a->at[0] }, 2);
	if (done < 0 || (done == 0 && !update_now(vm, d, a->at[0])))
		return V_ERROR;
	return update_named(vm, d, a) ? V_NONE : V_ERROR;
}

static bool set_kept(struct vm *vm, struct dict *d, value key, uint64_t hash, value val)
{
	value_keep(key);
	bool good = dict_set_hashed(vm, d, key, hash, val);
	value_drop(vm, key);
	return good;
}

/* The empty d gets the keys of a dict or set, which have their hashes: 1, 0 it is
 * neither, -1 with an exception. */
static int take_keys(struct vm *vm, struct dict *d, value keys, value val)
{
	bool good = true, set = is_kind(keys, OBJ_SET) || is_kind(keys, OBJ_FROZENSET);
	if (!(set || is_kind(keys, OBJ_DICT)) || obj_get(keys)->flags & OBJ_TYPED)
		return 0;
	struct set_entry e;
	for (uint32_t i = 0; set && good && set_next_entry(set_obj(keys), &i, &e);)
		good = set_kept(vm, d, e.key, e.hash, val);
	for (uint32_t i = 0; !set && good && i < dict_obj(keys)->len; i++) {
		struct dict_entry *k = &dict_obj(keys)->at[i];
		good = k->val == V_UNSET || set_kept(vm, d, k->key, k->hash, val);
	}
	return good ? 1 : -1;
}

/* Called on the class. */
static value method_fromkeys(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	struct dict *d = dict_new(vm);
	int taken = take_keys(vm, d, a->at[0], a->n > 1 ? a->at[1] : V_NONE);
	if (taken > 0)
		return obj_value(d);
	value keys = taken < 0 ? V_ERROR : seq_of(vm, a->at[0]);
	if (keys == V_ERROR) {
		obj_drop(vm, d);
		return V_ERROR;
	}
	uint32_t n;
	const value *at = seq_items(keys, &n);
	bool good = true;
	for (uint32_t i = 0; good && i < n; i++)
		good = dict_set(vm, d, at[i], a->n > 1 ? a->at[1] : V_NONE);
	value_drop(vm, keys);
	if (good)
		return obj_value(d);
	obj_drop(vm, d);
	return V_ERROR;
}

const struct native_def dict_methods[] = {
	{ "clear", method_clear, 0, 0, false, "Removes all entries." },
	{ "copy", method_copy, 0, 0, false, "A new dict of the same entries." },
	{ "fromkeys", method_fromkeys, 1, 2, false, "A new dict with the keys of an iterable." },
	{ "get", method_get, 1, 2, false, "The value of the key, or the default." },
	{ "items", method_items, 0, 0, false, "A view of the pairs of key and value." },
	{ "keys", method_keys, 0, 0, false, "A view of the keys." },
	{ "pop", method_pop, 1, 2, false, "Removes the key and gives its value, or the default." },
	{ "popitem", method_popitem, 0, 0, false, "Removes the last pair and gives it." },
	{ "setdefault", method_setdefault, 1, 2, false,
		"The value of the key; sets the default if there is none." },
	{ "update", method_update, 0, -1, true, "Takes the entries of a dict or of pairs." },
	{ "values", method_values, 0, 0, false, "A view of the values." },
	{ 0 },
};

static int any_contained(struct vm *vm, value view, value items)
{
	uint32_t n;
	const value *at = seq_items(items, &n);
	for (uint32_t i = 0; i < n; i++) {
		int found = dict_contains(vm, view, at[i]);
		if (found != 0)
			return found;
	}
	return 0;
}

static value view_isdisjoint(struct vm *vm, value self, const struct args *a)
{
	value items = seq_of(vm, a->at[0]);
	if (items == V_ERROR)
		return V_ERROR;
	int found = any_contained(vm, self, items);
	value_drop(vm, items);
	return found < 0 ? V_ERROR : bool_make(!found);
}

const struct native_def dict_view_methods[] = {
	{ "isdisjoint", view_isdisjoint, 1, 1, false, "Whether no item is in the other." },
	{ 0 },
};
