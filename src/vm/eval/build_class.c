/* The class statement: runs the body and makes a class of its names. */

#include "vm/coro/coro.h"
#include "vm/eval/call.h"
#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"
#include "vm/value/type.h"

/* The registers of a body frame behind those of its code. */
enum { BODY_NAMES, BODY_NAME, BODY_BASE, BODY_KEYWORDS };

static value *body_regs(struct frame *f)
{
	return f->regs + f->proto->code->nregs;
}

/* (body function, name, base …) */
/* What class C(B[int]) inherits from: B (PEP 560), where B is a class of the library. */
static value origin_of(struct vm *vm, value base)
{
	if (!is_kind(base, OBJ_INSTANCE) || !(type_of(vm, base)->obj.flags & OBJ_LIBRARY))
		return base;
	const struct dict *attrs = ((struct instance *)obj_get(base))->attrs;
	value origin = attrs ? dict_find_name(attrs, VM_STR(vm, __origin__)) : V_UNSET;
	return is_kind(origin, OBJ_TYPE) ? origin : base;
}

static bool take_keywords(struct vm *vm, struct dict *names, const struct args *a)
{
	if (!dict_add_keywords(vm, names, a))
		return false;
	if (dict_find_name(names, str_intern(vm, "metaclass", 9)) == V_UNSET)
		return true;
	vm_refuse(vm, "a metaclass is outside the scenario language");
	return false;
}

static value build_class(struct vm *vm, value self, const struct args *a)
{
	(void)self;
	if (a->n > 3)
		return vm_refuse(vm, "multiple inheritance is outside the scenario language");
	value base = a->n > 2 ? origin_of(vm, a->at[2]) : obj_value(VM_TYPE(vm, INSTANCE));
	if (is_kind(base, OBJ_FUNCTION) && obj_get(base)->flags & OBJ_LIBRARY)
		return vm_refuse(vm, "inheriting from '%S' is outside the scenario language",
			((struct function *)obj_get(base))->qualname);
	if (!is_kind(base, OBJ_TYPE))
		return raise_type(
			vm, "the base of class %S is no class but a '%T'", a->at[1], base);
	struct function *fn = (struct function *)obj_get(a->at[0]);
	struct frame *f = frame_new(vm, fn->proto, OBJ_FRAME);
	for (uint32_t i = 0; i < fn->nfree; i++)
		f->regs[fn->proto->code->first_free + i] = value_keep(fn->free[i]);
	value *regs = body_regs(f);
	regs[BODY_NAMES] = obj_value(dict_new(vm));
	regs[BODY_NAME] = value_keep(a->at[1]);
	regs[BODY_BASE] = value_keep(base);
	if (a->nkw) {
		regs[BODY_KEYWORDS] = obj_value(dict_new(vm));
		if (!take_keywords(vm, dict_obj(regs[BODY_KEYWORDS]), a)) {
			frame_discard(vm, f);
			return V_ERROR;
		}
	}
	if (frame_enter(vm, f, CONTINUE_CLASS))
		return V_PENDING;
	frame_discard(vm, f);
	return V_ERROR;
}

const struct native_def build_class_def = { "__build_class__", build_class, 2, -1, true,
	"makes a class of a class statement" };

value class_of_body(struct vm *vm, struct frame *f)
{
	value *regs = body_regs(f);
	struct dict *names = dict_obj(regs[BODY_NAMES]);
	value cell = V_UNSET;
	if (dict_remove(vm, names, VM_STR(vm, __classcell__), &cell) < 0)
		return V_ERROR;
	regs[BODY_NAMES] = V_UNSET;
	value c = type_make(
		vm, regs[BODY_NAME], type_obj(regs[BODY_BASE]), names, regs[BODY_KEYWORDS]);
	if (c != V_ERROR && f->flags & FRAME_LIBRARY)
		type_obj(c)->obj.flags |= OBJ_LIBRARY;
	if (c != V_ERROR && is_kind(cell, OBJ_CELL))
		value_set(vm, &((struct cell *)obj_get(cell))->v, value_keep(c));
	value_drop(vm, cell);
	return c;
}
