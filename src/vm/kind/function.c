#include "vm/kind/function.h"

#include "base/sbuf.h"
#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/plain.h"
#include "vm/value/type.h"

#include <inttypes.h>
#include <string.h>

static value code_str(struct vm *vm, const char *s)
{
	return s ? value_keep(str_intern(vm, s, strlen(s))) : V_NONE;
}

value function_new(struct vm *vm, struct frame *f, struct proto *p, value defaults,
	value kwdefaults, value annotations)
{
	const struct code *c = p->code;
	struct function *fn = obj_new(vm, OBJ_FUNCTION, sizeof *fn + c->nfree * sizeof(value));
	fn->proto = p;
	fn->defaults = defaults;
	fn->kwdefaults = kwdefaults;
	fn->annotations = annotations;
	fn->module = V_UNSET;
	fn->name = code_str(vm, c->name);
	fn->qualname = value_keep(p->qualname);
	fn->doc = code_str(vm, c->doc);
	fn->nfree = c->nfree;
	if (c->flags & CODE_LIBRARY)
		fn->obj.flags |= OBJ_LIBRARY;
	for (unsigned i = 0; i < c->nfree; i++)
		fn->free[i] = value_keep(f->regs[c->free_from[i]]);
	return obj_value(fn);
}

value method_new(struct vm *vm, value func, value self)
{
	struct method *m = obj_new(vm, OBJ_METHOD, sizeof *m);
	m->func = value_keep(func);
	m->self = value_keep(self);
	return obj_value(m);
}

static void put_address(struct vm *vm, value v, struct sbuf *out)
{
	sbuf_printf(out, " at 0x%" PRIx64 ">", plain_id(vm, v));
}

/* A getter of one field; a setter that takes any value. */
#define GET(function, type, field) \
	static value function(struct vm *vm, value o) \
	{ \
		(void)vm; \
		return value_or_none(((struct type *)obj_get(o))->field); \
	}
#define SET(function, type, field) \
	static bool function(struct vm *vm, value o, value v) \
	{ \
		value_set(vm, &((struct type *)obj_get(o))->field, value_keep(v)); \
		return true; \
	}

static bool cell_repr(struct vm *vm, value v, struct sbuf *out)
{
	value content = ((struct cell *)obj_get(v))->v;
	sbuf_printf(out, "<cell at 0x%" PRIx64 ": ", plain_id(vm, v));
	if (content == V_UNSET)
		sbuf_str(out, "empty>");
	else
		sbuf_printf(out, "%s object at 0x%" PRIx64 ">", type_name(type_of(vm, content)),
			plain_id(vm, content));
	return true;
}

static value cell_contents(struct vm *vm, value o)
{
	value v = ((struct cell *)obj_get(o))->v;
	return v != V_UNSET ? value_keep(v) : raise_value(vm, "Cell is empty");
}

static const struct special cell_rows[] = { { "cell_contents", cell_contents, NULL }, { 0 } };

static void cell_drop(struct vm *vm, struct obj *o)
{
	value_drop(vm, ((struct cell *)o)->v);
}

static void cell_traverse(const struct visit *v, const struct obj *o)
{
	visit(v, ((const struct cell *)o)->v);
}

const struct kind cell_kind = {
	.name = "cell",
	.drop = cell_drop,
	.traverse = cell_traverse,
	.specials = cell_rows,
	.repr = cell_repr,
};

GET(function_name, function, name)
GET(function_qualname, function, qualname)
GET(function_doc, function, doc)
SET(function_set_doc, function, doc)
GET(function_defaults, function, defaults)
SET(function_set_defaults, function, defaults)
GET(function_kwdefaults, function, kwdefaults)
SET(function_set_module, function, module)

static bool function_set_kwdefaults(struct vm *vm, value o, value v)
{
	struct function *f = (struct function *)obj_get(o);
	bool none = v == V_UNSET || v == V_NONE;
	if (!none && !is_kind(v, OBJ_DICT)) {
		raise_type(vm, "__kwdefaults__ must be set to a dict object");
		return false;
	}
	value_set(vm, &f->kwdefaults, none ? V_UNSET : value_keep(v));
	return true;
}

SET(function_set_annotations, function, annotations)
/* Generators take their names from the function. */
static bool rename_function(struct vm *vm, value o, value v, const char *what, value *name)
{
	if (!is_str(v)) {
		raise_type(vm, "%s must be set to a string object", what);
		return false;
	}
	((struct function *)obj_get(o))->renamed = true;
	value_set(vm, name, value_keep(v));
	return true;
}

static bool function_set_name(struct vm *vm, value o, value v)
{
	return rename_function(vm, o, v, "__name__", &((struct function *)obj_get(o))->name);
}

static bool function_set_qualname(struct vm *vm, value o, value v)
{
	return rename_function(
		vm, o, v, "__qualname__", &((struct function *)obj_get(o))->qualname);
}

static bool function_set_code(struct vm *vm, value o, value v)
{
	(void)o, (void)v;
	raise_type(vm, "__code__ must be set to a code object");
	return false;
}

static value function_module(struct vm *vm, value o)
{
	const struct function *f = (struct function *)obj_get(o);
	(void)vm;
	return value_keep(f->module != V_UNSET ? f->module : f->proto->module->name);
}

static value function_annotations(struct vm *vm, value o)
{
	struct function *f = (struct function *)obj_get(o);
	if (f->annotations == V_UNSET)
		f->annotations = obj_value(dict_new(vm));
	return value_keep(f->annotations);
}

static value function_closure(struct vm *vm, value o)
{
	const struct function *f = (struct function *)obj_get(o);
	return f->nfree ? tuple_from(vm, f->free, f->nfree) : V_NONE;
}

static value function_globals(struct vm *vm, value o)
{
	(void)vm;
	return obj_value(obj_keep(((struct function *)obj_get(o))->proto->module->globals));
}

/* A code object is shown as the function's own attributes co_… */
static value function_code(struct vm *vm, value o)
{
	return vm_tail(vm, LIB_CODE, &o, 1);
}

static value function_get(struct vm *vm, value self, const struct args *a)
{
	return a->at[0] == V_NONE ? value_keep(self) : method_new(vm, self, a->at[0]);
}

static const struct special function_rows[] = { { "__name__", function_name, function_set_name },
	{ "__qualname__", function_qualname, function_set_qualname },
	{ "__doc__", function_doc, function_set_doc },
	{ "__module__", function_module, function_set_module },
	{ "__defaults__", function_defaults, function_set_defaults },
	{ "__kwdefaults__", function_kwdefaults, function_set_kwdefaults },
	{ "__annotations__", function_annotations, function_set_annotations },
	{ "__closure__", function_closure, special_readonly },
	{ "__globals__", function_globals, special_readonly },
	{ "__code__", function_code, function_set_code }, { 0 } };

static const struct native_def function_methods[] = {
	{ "__get__", function_get, 1, 2, false, "the function as a method of an object" }, { 0 }
};

static bool function_repr(struct vm *vm, value v, struct sbuf *out)
{
	const struct function *f = (struct function *)obj_get(v);
	if (f->as_builtin) {
		sbuf_printf(out, "<built-in function %s>", str_get(f->name)->bytes);
		return true;
	}
	sbuf_str(out, "<function ");
	str_put(f->qualname, out);
	put_address(vm, v, out);
	return true;
}

static void function_drop(struct vm *vm, struct obj *o)
{
	struct function *f = (struct function *)o;
	kind_drop_values(vm,
		(value[]){ f->name, f->qualname, f->defaults, f->kwdefaults, f->doc, f->annotations,
			f->module },
		7);
	obj_drop(vm, f->attrs);
	kind_drop_values(vm, f->free, f->nfree);
}

static void function_traverse(const struct visit *v, const struct obj *o)
{
	const struct function *f = (const struct function *)o;
	visit(v, f->defaults);
	visit(v, f->kwdefaults);
	visit(v, f->doc);
	visit_obj(v, f->attrs);
	visit_all(v, f->free, f->nfree);
	visit(v, f->annotations);
	visit(v, f->module);
}

const struct kind function_kind = {
	.name = "function",
	.attrs = offsetof(struct function, attrs),
	.drop = function_drop,
	.traverse = function_traverse,
	.flags = KIND_FINAL,
	.slots = SLOT_CALL,
	.methods = function_methods,
	.specials = function_rows,
	.repr = function_repr,
};

GET(method_func, method, func)
GET(method_self, method, self)

static value method_function_attr(struct vm *vm, value o, const char *name)
{
	value func = ((struct method *)obj_get(o))->func;
	const struct special *row = is_obj(func)
		? special_find(vm, obj_kind(func), str_intern(vm, name, strlen(name)))
		: NULL;
	return row ? row->get(vm, func) : V_UNSET;
}

static value method_name(struct vm *vm, value o)
{
	return method_function_attr(vm, o, "__name__");
}

static value method_qualname(struct vm *vm, value o)
{
	return method_function_attr(vm, o, "__qualname__");
}

static value method_doc(struct vm *vm, value o)
{
	return method_function_attr(vm, o, "__doc__");
}

static value method_module(struct vm *vm, value o)
{
	return method_function_attr(vm, o, "__module__");
}

static const struct special method_rows[] = { { "__func__", method_func, NULL },
	{ "__self__", method_self, NULL }, { "__name__", method_name, NULL },
	{ "__qualname__", method_qualname, NULL }, { "__doc__", method_doc, NULL },
	{ "__module__", method_module, NULL }, { 0 } };

static bool method_repr(struct vm *vm, value v, struct sbuf *out)
{
	const struct method *m = (struct method *)obj_get(v);
	sbuf_str(out, "<bound method ");
	if (is_kind(m->func, OBJ_FUNCTION))
		str_put(((struct function *)obj_get(m->func))->qualname, out);
	else if (is_kind(m->func, OBJ_NATIVE) || is_kind(m->func, OBJ_NATIVE_METHOD))
		sbuf_str(out, ((struct native *)obj_get(m->func))->def->name);
	else
		sbuf_char(out, '?');
	sbuf_str(out, " of ");
	if (!ops_repr_now(vm, m->self, out))
		return false;
	sbuf_char(out, '>');
	return true;
}

/* Bound methods are equal when they bind the same function to the same object. */
static value methods_compare(struct vm *vm, enum cmp_op op, value a, value b)
{
	(void)vm;
	if (!is_obj(a) || !is_obj(b) || obj_kind(a) != obj_kind(b))
		return V_NOT_IMPLEMENTED;
	if (op != CMP_EQ && op != CMP_NE)
		return V_NOT_IMPLEMENTED;
	bool equal;
	if (obj_kind(a) == OBJ_METHOD) {
		const struct method *m = (struct method *)obj_get(a),
				    *n = (struct method *)obj_get(b);
		equal = m->func == n->func && m->self == n->self;
	} else {
		const struct native *m = (struct native *)obj_get(a),
				    *n = (struct native *)obj_get(b);
		equal = m->def == n->def && m->self == n->self;
	}
	return bool_make(equal == (op == CMP_EQ));
}

static bool method_hash(struct vm *vm, value v, uint64_t *hash)
{
	const struct method *m = (struct method *)obj_get(v);
	*hash = plain_id(vm, m->self) ^ plain_id(vm, m->func) >> 4;
	return true;
}

static void method_drop(struct vm *vm, struct obj *o)
{
	struct method *m = (struct method *)o;
	value_drop(vm, m->func);
	value_drop(vm, m->self);
}

static void method_traverse(const struct visit *v, const struct obj *o)
{
	visit(v, ((const struct method *)o)->func);
	visit(v, ((const struct method *)o)->self);
}

/* method(function, instance) */
static value method_construct(struct vm *vm, struct type *t, const struct args *a)
{
	(void)t;
	if (a->nkw)
		return raise_type(vm, "method() takes no keyword arguments");
	if (a->n != 2)
		return raise_type(vm, "method expected 2 arguments, got %u", a->n);
	if (!ops_callable(vm, a->at[0]))
		return raise_type(vm, "first argument must be callable");
	if (a->at[1] == V_NONE)
		return raise_type(vm, "instance must not be None");
	return method_new(vm, a->at[0], a->at[1]);
}

/* A method has its function's attributes, but they are set there. */
static value method_set_attr(struct vm *vm, value o, value name, value v)
{
	(void)o, (void)v;
	if (str_is(name, "__func__") || name == VM_STR(vm, __self__))
		return vm_raise(vm, VM_EXC(vm, AttributeError), "readonly attribute");
	if (name == VM_STR(vm, __doc__))
		return V_NOT_IMPLEMENTED;
	return vm_raise(
		vm, VM_EXC(vm, AttributeError), "'method' object has no attribute '%S'", name);
}

const struct kind method_kind = {
	.name = "method",
	.drop = method_drop,
	.traverse = method_traverse,
	.flags = KIND_SHOWS | KIND_NESTS,
	.slots = SLOT_CALL,
	.specials = method_rows,
	.repr = method_repr,
	.compare = methods_compare,
	.hash = method_hash,
	.construct = method_construct,
	.set_attr = method_set_attr,
};

static value native_name(struct vm *vm, value o)
{
	return str_from_cstr(vm, ((struct native *)obj_get(o))->def->name);
}

static value native_doc(struct vm *vm, value o)
{
	return str_from_cstr(vm, ((struct native *)obj_get(o))->def->doc);
}

static value native_qualname(struct vm *vm, value o)
{
	const struct native *n = (struct native *)obj_get(o);
	if (!n->owner)
		return native_name(vm, o);
	struct sbuf text = vm_text(vm);
	sbuf_printf(&text, "%s.%s", type_name(n->owner), n->def->name);
	value v = str_from_sbuf(vm, &text);
	sbuf_fini(&text);
	return v;
}

static value native_self(struct vm *vm, value o)
{
	(void)vm;
	return value_or_none(((struct native *)obj_get(o))->self);
}

static value native_module(struct vm *vm, value o)
{
	const struct native *n = (struct native *)obj_get(o);
	if (n->obj.flags & OBJ_TYPED)
		return V_UNSET;
	return n->self == V_UNSET ? str_from_cstr(vm, "builtins") : V_NONE;
}

static value native_owner(struct vm *vm, value o)
{
	(void)vm;
	return obj_value(obj_keep(((struct native *)obj_get(o))->owner));
}

static value native_bound_owner(struct vm *vm, value o)
{
	return obj_get(o)->flags & OBJ_TYPED ? native_owner(vm, o) : V_UNSET;
}

static const struct special native_rows[] = { { "__name__", native_name, NULL },
	{ "__qualname__", native_qualname, NULL }, { "__doc__", native_doc, NULL },
	{ "__self__", native_self, NULL }, { "__module__", native_module, NULL },
	{ "__objclass__", native_bound_owner, NULL }, { 0 } };

static const struct special native_method_rows[] = { { "__name__", native_name, special_readonly },
	{ "__qualname__", native_qualname, NULL }, { "__doc__", native_doc, NULL },
	{ "__objclass__", native_owner, special_readonly }, { 0 } };

static bool native_repr(struct vm *vm, value v, struct sbuf *out)
{
	const struct native *n = (struct native *)obj_get(v);
	bool slot = n->obj.flags & OBJ_TYPED;
	if (n->obj.kind == OBJ_NATIVE_METHOD) {
		sbuf_printf(out, "<%s '%s' of '%s' objects>", slot ? "slot wrapper" : "method",
			n->def->name, type_shown(n->owner));
	} else if (n->self == V_UNSET || is_kind(n->self, OBJ_MODULE)) {
		sbuf_printf(out, "<built-in function %s>", n->def->name);
	} else {
		sbuf_printf(out,
			slot ? "<method-wrapper '%s' of %s object"
			     : "<built-in method %s of %s object",
			n->def->name, type_shown(type_of(vm, n->self)));
		put_address(vm, n->self, out);
	}
	return true;
}

static bool native_hash(struct vm *vm, value v, uint64_t *hash)
{
	const struct native *n = (struct native *)obj_get(v);
	*hash = n->self == V_UNSET ? plain_id(vm, v) >> 4
				   : plain_id(vm, n->self) >> 4 ^ hash_bytes(n->def->name, 1);
	return true;
}

static void native_drop(struct vm *vm, struct obj *o)
{
	struct native *n = (struct native *)o;
	value_drop(vm, n->self);
	obj_drop(vm, n->owner);
	obj_drop(vm, n->type);
}

static void native_traverse(const struct visit *v, const struct obj *o)
{
	visit(v, ((const struct native *)o)->self);
	visit_obj(v, ((const struct native *)o)->owner);
	visit_obj(v, ((const struct native *)o)->type);
}

const struct kind native_kind = {
	.name = "builtin_function_or_method",
	.drop = native_drop,
	.traverse = native_traverse,
	.slots = SLOT_CALL,
	.specials = native_rows,
	.repr = native_repr,
	.compare = methods_compare,
	.hash = native_hash,
};

const struct kind native_method_kind = {
	.name = "method_descriptor",
	.drop = native_drop,
	.slots = SLOT_CALL,
	.specials = native_method_rows,
	.repr = native_repr,
};
