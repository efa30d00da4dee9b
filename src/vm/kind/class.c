/* Classes, their instances, and modules. */

#include "vm/value/kind.h"
#include "vm/value/machine.h"

#include <stddef.h>

static void type_drop(struct vm *vm, struct obj *o)
{
	struct type *t = (struct type *)o;
	vm->lookups.epoch++;
	obj_drop(vm, t->attrs);
	kind_drop_values(vm, (value[]){ t->name, t->qualname, t->module, t->shown }, 4);
	obj_drop(vm, t->base);
	obj_drop(vm, t->meta);
}

static void type_traverse(const struct visit *v, const struct obj *o)
{
	const struct type *t = (const struct type *)o;
	visit_obj(v, t->attrs);
	visit_obj(v, t->base);
	visit_obj(v, t->meta);
}

const struct kind type_kind = {
	.name = "type",
	.drop = type_drop,
	.traverse = type_traverse,
};

static void instance_drop(struct vm *vm, struct obj *o)
{
	kind_drop_attrs(vm, o);
	kind_drop_type(vm, o);
}

const struct kind instance_kind = {
	.name = "object",
	.attrs = offsetof(struct instance, attrs),
	.flags = KIND_OWN_ATTRS,
	.drop = instance_drop,
	.traverse = kind_visit_typed,
};

static void module_drop(struct vm *vm, struct obj *o)
{
	struct module *m = (struct module *)o;
	obj_drop(vm, m->globals);
	value_drop(vm, m->name);
}

static void module_traverse(const struct visit *v, const struct obj *o)
{
	visit_obj(v, ((const struct module *)o)->globals);
}

const struct kind module_kind = {
	.name = "module",
	.drop = module_drop,
	.traverse = module_traverse,
};
