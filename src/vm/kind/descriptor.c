/* property, staticmethod, classmethod, and super. */

#include "vm/value/kind.h"
#include "vm/value/machine.h"

static void property_drop(struct vm *vm, struct obj *o)
{
	struct property *p = (struct property *)o;
	kind_drop_values(vm, (value[]){ p->get, p->set, p->del, p->doc }, 4);
}

static void property_traverse(const struct visit *v, const struct obj *o)
{
	const struct property *p = (const struct property *)o;
	visit_all(v, (value[]){ p->get, p->set, p->del, p->doc }, 4);
}

const struct kind property_kind = {
	.name = "property",
	.drop = property_drop,
	.traverse = property_traverse,
};

static void wrapper_drop(struct vm *vm, struct obj *o)
{
	value_drop(vm, ((struct wrapper *)o)->func);
}

static void wrapper_traverse(const struct visit *v, const struct obj *o)
{
	visit(v, ((const struct wrapper *)o)->func);
}

const struct kind staticmethod_kind = {
	.name = "staticmethod",
	.drop = wrapper_drop,
	.traverse = wrapper_traverse,
};

const struct kind classmethod_kind = {
	.name = "classmethod",
	.drop = wrapper_drop,
	.traverse = wrapper_traverse,
};

static void super_drop(struct vm *vm, struct obj *o)
{
	struct super *s = (struct super *)o;
	value_drop(vm, s->self);
	obj_drop(vm, s->start);
	obj_drop(vm, s->self_type);
}

static void super_traverse(const struct visit *v, const struct obj *o)
{
	const struct super *s = (const struct super *)o;
	visit_obj(v, s->start);
	visit(v, s->self);
	visit_obj(v, s->self_type);
}

const struct kind super_kind = {
	.name = "super",
	.drop = super_drop,
	.traverse = super_traverse,
};
