#include "vm/kind/function.h"

#include "vm/kind/str.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"

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
};

static void function_drop(struct vm *vm, struct obj *o)
{
	struct function *f = (struct function *)o;
	kind_drop_values(vm,
		(value[]){
			f->name, f->qualname, f->defaults, f->kwdefaults, f->doc, f->annotations },
		6);
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
}

const struct kind function_kind = {
	.name = "function",
	.attrs = offsetof(struct function, attrs),
	.drop = function_drop,
	.traverse = function_traverse,
};

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

const struct kind method_kind = {
	.name = "method",
	.drop = method_drop,
	.traverse = method_traverse,
};

static void native_drop(struct vm *vm, struct obj *o)
{
	struct native *n = (struct native *)o;
	value_drop(vm, n->self);
	obj_drop(vm, n->owner);
}

static void native_traverse(const struct visit *v, const struct obj *o)
{
	visit(v, ((const struct native *)o)->self);
	visit_obj(v, ((const struct native *)o)->owner);
}

const struct kind native_kind = {
	.name = "builtin_function_or_method",
	.drop = native_drop,
	.traverse = native_traverse,
};

const struct kind native_method_kind = {
	.name = "method_descriptor",
	.drop = native_drop,
};
