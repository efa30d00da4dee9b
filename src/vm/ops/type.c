#include "vm/value/type.h"

#include "vm/value/abstract.h"

#include "base/sbuf.h"
#include "lang/text/special_name.h"
#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/depth.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/native.h"
#include "vm/value/special.h"

#include <assert.h>
#include <string.h>

bool native_is_slot(const struct vm *vm, const struct native_def *def, const struct type *owner)
{
	static const char *const plain[] = { "__format__", "__dir__", "__sizeof__", "__reduce__",
		"__reduce_ex__", "__getstate__", "__setstate__", "__subclasshook__",
		"__init_subclass__", "__length_hint__", "__reversed__", "__copy__", "__round__",
		"__subclasses__", "__set_name__", "__prepare__", "__instancecheck__",
		"__subclasscheck__" };
	if (def->name[0] != '_' || def->name[1] != '_')
		return false;
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (strcmp(def->name, plain[i]) == 0)
			return false;
	while (owner->heap)
		owner = owner->base;
	bool dict = owner == VM_TYPE(vm, DICT);
	if (strcmp(def->name, "__getitem__") == 0)
		return !dict && owner != VM_TYPE(vm, LIST);
	if (strcmp(def->name, "__contains__") == 0)
		return !dict && owner != VM_TYPE(vm, SET) && owner != VM_TYPE(vm, FROZENSET);
	return true;
}

value native_new(struct vm *vm, enum obj_kind kind, const struct native_def *def, value self,
	struct type *owner)
{
	struct native *n = obj_new(vm, kind, sizeof *n);
	n->def = def;
	n->self = value_keep(self);
	n->owner = owner ? obj_keep(owner) : NULL;
	if (owner && native_is_slot(vm, def, owner)) {
		n->obj.flags |= OBJ_TYPED;
		n->type = obj_keep(kind == OBJ_NATIVE ? vm->method_wrapper : vm->slot_wrapper);
	}
	return obj_value(n);
}

void type_add_native(struct vm *vm, struct type *t, const struct native_def *def)
{
	value m = native_new(vm, OBJ_NATIVE_METHOD, def, V_UNSET, t);
	dict_set_name(vm, t->attrs, str_intern(vm, def->name, strlen(def->name)), m);
	value_drop(vm, m);
}

void type_add_natives(struct vm *vm, struct type *t, const struct native_def *defs)
{
	for (; defs->name; defs++)
		type_add_native(vm, t, defs);
}

void dict_add_natives(struct vm *vm, struct dict *d, const struct native_def *defs,
	const char *prefix, value self)
{
	struct sbuf name = vm_text(vm);
	for (; defs->name; defs++) {
		value f = native_new(vm, OBJ_NATIVE, defs, self, NULL);
		sbuf_truncate(&name, 0);
		sbuf_str(&name, prefix);
		sbuf_str(&name, defs->name);
		dict_set_name(vm, d, str_intern(vm, name.text, name.len), f);
		value_drop(vm, f);
	}
	sbuf_fini(&name);
}

static struct type *type_new(struct vm *vm, value name, struct type *base, enum obj_kind layout)
{
	struct type *t = obj_new(vm, OBJ_TYPE, sizeof *t);
	t->meta = vm->types[OBJ_TYPE] ? obj_keep(vm->types[OBJ_TYPE]) : NULL;
	t->name = value_keep(name);
	t->qualname = value_keep(name);
	t->module = t->shown = V_UNSET;
	t->base = base ? obj_keep(base) : NULL;
	t->depth = base ? base->depth + 1 : 0;
	t->lookups = &vm->lookups;
	t->layout = layout;
	t->is_exception = base && base->is_exception;
	t->is_abc = base && base->is_abc;
	return t;
}

struct type *type_new_native(
	struct vm *vm, const char *name, struct type *base, enum obj_kind layout)
{
	const char *dot = strrchr(name, '.');
	const char *module = dot ? name : "builtins";
	size_t module_len = dot ? (size_t)(dot - name) : strlen(module);
	const char *last = dot ? dot + 1 : name;
	struct type *t = type_new(vm, str_intern(vm, last, strlen(last)), base, layout);
	t->module = value_keep(str_intern(vm, module, module_len));
	if (dot)
		type_show_as(vm, t, name);
	t->attrs = dict_new(vm);
	t->attrs->of_class = true;
	t->obj.flags |= OBJ_IMMORTAL;
	return t;
}

#define X(name, base) #name,
static const char *const exception_names[] = { EXCEPTION_TYPES(X) };
#undef X

/* object stands for index -1. */
enum { TYPE_object = -1 };
#define X(name, base) TYPE_##base,
static const int exception_bases[] = { EXCEPTION_TYPES(X) };
#undef X

static void make_exceptions(struct vm *vm)
{
	for (int i = 0; i < EXCEPTION_TYPE_COUNT; i++) {
		struct type *base = exception_bases[i] < 0 ? VM_TYPE(vm, INSTANCE)
							   : vm->exceptions[exception_bases[i]];
		struct type *t = type_new_native(vm, exception_names[i], base, OBJ_EXCEPTION);
		t->is_exception = true;
		vm->exceptions[i] = t;
	}
	VM_EXC(vm, ExceptionGroup)->second = VM_EXC(vm, Exception);
	vm->types[OBJ_EXCEPTION] = obj_keep(VM_EXC(vm, BaseException));
}

void types_init(struct vm *vm)
{
	struct type *object = type_new_native(vm, "object", NULL, OBJ_INSTANCE);
	struct type *type = type_new_native(vm, "type", object, OBJ_TYPE);
	vm->types[OBJ_INSTANCE] = object;
	vm->types[OBJ_TYPE] = type;
	object->meta = obj_keep(type);
	type->meta = obj_keep(type);
	for (int k = 0; k < OBJ_KIND_COUNT; k++) {
		if (!vm->types[k] && k != OBJ_EXCEPTION && k != OBJ_BOOL &&
			k != OBJ_GENERATOR_FRAME)
			vm->types[k] = type_new_native(
				vm, vm->kinds[k]->name, object, (enum obj_kind)k);
	}
	vm->types[OBJ_GENERATOR_FRAME] = obj_keep(VM_TYPE(vm, FRAME));
	vm->types[OBJ_BOOL] = type_new_native(vm, "bool", VM_TYPE(vm, INT), OBJ_BOOL);
	vm->slot_wrapper = type_new_native(vm, "wrapper_descriptor", object, OBJ_NATIVE_METHOD);
	vm->method_wrapper = type_new_native(vm, "method-wrapper", object, OBJ_NATIVE);
	make_exceptions(vm);
}

static value search_bases(const struct type *t, value name)
{
	for (; t; t = t->base) {
		value v = dict_find_name(t->attrs, name);
		if (v != V_UNSET)
			return v;
	}
	return V_UNSET;
}

static struct lookup *lookup_place(const struct type *t, value name)
{
	uint64_t mixed = ((uint64_t)(uintptr_t)t ^ name) * 0x9e3779b97f4a7c15u;
	return &t->lookups->at[mixed >> 56];
}
static_assert(LOOKUPS == 1 << (64 - 56), "the hash is a place");

value type_find(const struct type *t, value name)
{
	struct lookup *l = lookup_place(t, name);
	if (l->type == t && l->name == name && l->epoch == t->lookups->epoch)
		return l->found;
	value found = search_bases(t, name);
	if (obj_get(name)->flags & OBJ_INTERNED)
		*l = (struct lookup){ t, name, found, t->lookups->epoch };
	return found;
}

bool type_is_subtype(const struct type *t, const struct type *base)
{
	for (; t; t = t->base) {
		if (t == base || (t->second && t->second == base))
			return true;
	}
	return false;
}

value type_find_special(struct vm *vm, value v, value name)
{
	(void)vm;
	if (!type_is_heap_instance(v))
		return V_UNSET;
	value f = type_find(((struct instance *)obj_get(v))->type, name);
	return is_kind(f, OBJ_NATIVE_METHOD) ? V_UNSET : f;
}

void type_set(struct vm *vm, struct type *t, value name, value v)
{
	dict_set_name(vm, t->attrs, name, v);
	t->version++;
}

static bool check_base(struct vm *vm, const struct type *base)
{
	unsigned flags = vm->kinds[base->layout]->flags;
	if (flags & KIND_BASE)
		return true;
	if (flags & KIND_FINAL) {
		raise_type(vm, "type '%s' is not an acceptable base type", type_name(base));
		return false;
	}
	vm_refuse(vm, "inheriting from '%s' is outside the scenario language", type_name(base));
	return false;
}

/* Moves the entry `name` of a class body's namespace to *place. */
static void take_entry(struct vm *vm, struct dict *attrs, value name, bool remove, value *place)
{
	value v = dict_find_name(attrs, name);
	if (!is_str(v))
		return;
	value_set(vm, place, value_keep(v));
	if (remove)
		dict_remove(vm, attrs, name, NULL);
}

static void default_entry(struct vm *vm, struct dict *attrs, value name)
{
	if (dict_find_name(attrs, name) == V_UNSET)
		dict_set_name(vm, attrs, name, V_NONE);
}

static value get_dict(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	struct dict *d = special_dict(vm, a->at[0]);
	return d ? obj_value(obj_keep(d)) : V_NONE;
}

static value set_dict(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	return special_set_dict(vm, a->at[0], a->at[1]) ? V_NONE : V_ERROR;
}

static value get_weakref(struct vm *vm, value self, const struct args *a)
{
	(void)vm;
	(void)self;
	(void)a;
	return V_NONE;
}

static const struct native_def dict_getter = { "__dict__", get_dict, 1, 1, false, "attributes" };
static const struct native_def dict_setter = { "__dict__", set_dict, 2, 2, false, "attributes" };
static const struct native_def weakref_getter = { "__weakref__", get_weakref, 1, 1, false,
	"weak references: there are none" };

static void add_property(struct vm *vm, struct dict *attrs, const struct native_def *get,
	const struct native_def *set)
{
	struct property *p = obj_new(vm, OBJ_PROPERTY, sizeof *p);
	p->get = native_new(vm, OBJ_NATIVE, get, V_UNSET, NULL);
	p->set = set ? native_new(vm, OBJ_NATIVE, set, V_UNSET, NULL) : V_NONE;
	p->del = p->doc = V_NONE;
	p->name = V_UNSET;
	dict_set_name(vm, attrs, str_intern(vm, get->name, strlen(get->name)), obj_value(p));
	obj_drop(vm, p);
}

/* What the first class of a program in a chain has besides its body's names. */
static void add_instance_properties(struct vm *vm, const struct type *base, struct dict *attrs)
{
	if (base->heap)
		return;
	if (!base->is_exception)
		add_property(vm, attrs, &dict_getter, &dict_setter);
	add_property(vm, attrs, &weakref_getter, NULL);
}

bool type_may_have(struct vm *vm, value name, value v)
{
	const char *text = is_str(name) ? str_get(name)->bytes : "",
		   *words = special_name_refused(text);
	if (words) {
		vm_refuse(vm, "%s is outside the scenario language", words);
		return false;
	}
	if (v == V_NONE || is_kind(v, OBJ_FUNCTION) || is_kind(v, OBJ_NATIVE_METHOD) ||
		!special_name_is_method(text))
		return true;
	vm_refuse(vm, "a '%T' as %s is outside the scenario language", v, text);
	return false;
}

static bool may_have_all(struct vm *vm, const struct dict *attrs)
{
	for (uint32_t i = 0; i < attrs->len; i++)
		if (attrs->at[i].key != V_UNSET &&
			!type_may_have(vm, attrs->at[i].key, attrs->at[i].val))
			return false;
	return true;
}

/* Properties are told the names that they have in their class. */
static void name_properties(struct vm *vm, const struct dict *attrs)
{
	value key, val;
	for (uint32_t i = 0; dict_next(attrs, &i, &key, &val);)
		if (is_kind(val, OBJ_PROPERTY))
			value_set(vm, &((struct property *)obj_get(val))->name, value_keep(key));
}

/* Lets the base class know of its new subclass (PEP 487). */
static bool init_subclass(struct vm *vm, struct type *base, struct type *t, value keywords)
{
	value hook = type_find(base, VM_STR(vm, __init_subclass__));
	bool named = is_kind(keywords, OBJ_DICT) && dict_obj(keywords)->live > 0;
	if (is_kind(hook, OBJ_CLASSMETHOD))
		hook = ((struct wrapper *)obj_get(hook))->func;
	if (!is_kind(hook, OBJ_FUNCTION)) {
		if (named)
			raise_type(vm, "%s.__init_subclass__() takes no keyword arguments",
				type_name(t));
		return !named;
	}
	value done = vm_call_named(
		vm, hook, (value[]){ obj_value(t) }, 1, named ? keywords : V_UNSET);
	value_drop(vm, done);
	return done != V_ERROR;
}

/* A function of this name is a class method unasked (PEP 487, PEP 560). */
static void make_class_method(struct vm *vm, struct dict *attrs, value name)
{
	value f = dict_find_name(attrs, name);
	if (!is_kind(f, OBJ_FUNCTION))
		return;
	struct wrapper *w = obj_new(vm, OBJ_CLASSMETHOD, sizeof *w);
	w->func = value_keep(f);
	dict_set_name(vm, attrs, name, obj_value(w));
	obj_drop(vm, w);
}

/* A class is looked up in as many times when it is made and first used, each
 * time through all its bases. */
enum { LOOKUPS_OF_A_CLASS = 8 };

value type_make(struct vm *vm, value name, struct type *base, struct dict *attrs, value keywords)
{
	if (!check_base(vm, base) || !may_have_all(vm, attrs)) {
		obj_drop(vm, attrs);
		return V_ERROR;
	}
	struct type *t = type_new(vm, name, base, base->layout);
	vm_work(vm, LOOKUPS_OF_A_CLASS * (int64_t)t->depth);
	t->heap = true;
	t->attrs = attrs;
	attrs->of_class = true;
	take_entry(vm, attrs, VM_STR(vm, __qualname__), true, &t->qualname);
	take_entry(vm, attrs, VM_STR(vm, __module__), false, &t->module);
	name_properties(vm, attrs);
	add_instance_properties(vm, base, attrs);
	default_entry(vm, attrs, VM_STR(vm, __doc__));
	if (dict_find_name(attrs, VM_STR(vm, __eq__)) != V_UNSET)
		default_entry(vm, attrs, VM_STR(vm, __hash__));
	make_class_method(vm, attrs, VM_STR(vm, __init_subclass__));
	make_class_method(vm, attrs, str_intern(vm, "__class_getitem__", 17));
	abstract_note(vm, t);
	if (init_subclass(vm, base, t, keywords))
		return obj_value(t);
	obj_drop(vm, t);
	return V_ERROR;
}

const char *type_name(const struct type *t)
{
	return str_get(t->name)->bytes;
}

const char *type_shown(const struct type *t)
{
	return str_get(t->shown != V_UNSET ? t->shown : t->name)->bytes;
}

void type_show_as(struct vm *vm, struct type *t, const char *text)
{
	value_set(vm, &t->shown, value_keep(str_intern(vm, text, strlen(text))));
}

void type_full_name(const struct type *t, struct sbuf *out)
{
	if (is_str(t->module) && !str_is(t->module, "builtins")) {
		sbuf_bytes(out, str_get(t->module)->bytes, str_get(t->module)->len);
		sbuf_char(out, '.');
	}
	sbuf_bytes(out, str_get(t->qualname)->bytes, str_get(t->qualname)->len);
}

void type_repr(const struct type *t, struct sbuf *out)
{
	sbuf_str(out, "<class '");
	type_full_name(t, out);
	sbuf_str(out, "'>");
}

/* The parts of a union: classes, None among them. */
static int is_any_part(
	struct vm *vm, const struct type *t, value parts, const struct class_check *check)
{
	int is = 0;
	for (uint32_t i = 0; !is && i < tuple_get(parts)->len; i++) {
		value part = tuple_get(parts)->at[i];
		is = part == V_NONE ? t == VM_TYPE(vm, NONE) : type_is_any(vm, t, part, check);
	}
	return is;
}

/* Whether t derives from the class or one of the tuple of classes: 1, 0, -1. */
int type_is_any(struct vm *vm, const struct type *t, value classes, const struct class_check *check)
{
	if (is_kind(classes, OBJ_TYPE))
		return type_is_subtype(t, type_obj(classes)) ||
			abstract_has_member(vm, type_obj(classes), t);
	value parts = type_union_parts(vm, classes);
	if (parts != V_UNSET)
		return is_any_part(vm, t, parts, check);
	if (!is_kind(classes, OBJ_TUPLE)) {
		raise_type(vm, "%s", check->message);
		return -1;
	}
	if (!depth_enter(vm, check->where))
		return -1;
	int is = 0;
	for (uint32_t i = 0; !is && i < tuple_get(classes)->len; i++)
		is = type_is_any(vm, t, tuple_get(classes)->at[i], check);
	depth_leave(vm);
	return is;
}

value type_union_parts(struct vm *vm, value v)
{
	if (!is_kind(v, OBJ_INSTANCE) ||
		!str_is(((struct instance *)obj_get(v))->type->name, "UnionType"))
		return V_UNSET;
	struct dict *attrs = ((struct instance *)obj_get(v))->attrs;
	value parts = attrs ? dict_find_name(attrs, VM_STR(vm, args)) : V_UNSET;
	return is_kind(parts, OBJ_TUPLE) ? parts : V_UNSET;
}

int value_is_instance(struct vm *vm, value v, value classes)
{
	static const struct class_check check = {
		"isinstance() arg 2 must be a type, a tuple of types, or a union",
		" in __instancecheck__"
	};
	return type_is_any(vm, type_of(vm, v), classes, &check);
}
