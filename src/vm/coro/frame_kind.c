/* Frames as objects: those of functions, of coroutines, and what tracebacks show of them. */

#include "vm/coro/coro.h"
#include "vm/coro/frame_pool.h"
#include "vm/kind/dict.h"
#include "vm/kind/str.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"

#include <string.h>

value frame_locals(struct vm *vm, struct frame *f)
{
	struct dict *own = frame_namespace(f);
	if (own)
		return obj_value(obj_keep(own));
	const struct code *c = f->proto->code;
	struct dict *d = dict_new(vm);
	for (unsigned i = 0; i < c->nvars; i++) {
		value v = f->regs[i];
		if (c->vars[i].is_cell && is_kind(v, OBJ_CELL))
			v = ((struct cell *)obj_get(v))->v;
		const char *name = c->vars[i].name;
		if (v != V_UNSET && c->vars[i].kind != VAR_HIDDEN)
			dict_set_name(vm, d, str_intern(vm, name, strlen(name)), v);
	}
	return obj_value(d);
}

static void frame_drop(struct vm *vm, struct obj *o)
{
	struct frame *f = (struct frame *)o;
	if (f->renamed)
		coro_forget_names(vm, f);
	frame_clear(vm, f);
}

static void frame_traverse(const struct visit *v, const struct obj *o)
{
	const struct frame *f = (const struct frame *)o;
	if (!(f->flags & FRAME_CLEARED))
		visit_all(v, f->regs, f->proto->nregs);
}

static void frame_release(struct vm *vm, struct obj *o)
{
	frame_recycle(vm, (struct frame *)o);
}

static bool coroutine_save(struct vm *vm, struct obj *o)
{
	return coro_doom(vm, (struct frame *)o) || ((struct frame *)o)->traced;
}

static void async_generator_drop(struct vm *vm, struct obj *o)
{
	if (((struct frame *)o)->flags & FRAME_LOOPED)
		weak_list_forget(&vm->asyncgens, o);
	frame_drop(vm, o);
}

const struct kind frame_kind = {
	.name = "frame",
	.drop = frame_drop,
	.traverse = frame_traverse,
	.release = frame_release,
};

const struct kind generator_kind = {
	.name = "generator",
	.drop = frame_drop,
	.traverse = frame_traverse,
	.save = coroutine_save,
	.release = frame_release,
};

const struct kind coroutine_kind = {
	.name = "coroutine",
	.drop = frame_drop,
	.traverse = frame_traverse,
	.save = coroutine_save,
	.release = frame_release,
};

const struct kind async_generator_kind = {
	.name = "async_generator",
	.drop = async_generator_drop,
	.traverse = frame_traverse,
	.save = coroutine_save,
	.release = frame_release,
};

static void traceback_drop(struct vm *vm, struct obj *o)
{
	struct traceback *t = (struct traceback *)o;
	obj_drop(vm, t->next);
	frame_untrace(vm, t->frame);
}

static void traceback_traverse(const struct visit *v, const struct obj *o)
{
	const struct traceback *t = (const struct traceback *)o;
	visit_obj(v, t->next);
	visit_obj(v, t->frame);
}

const struct kind traceback_kind = {
	.name = "traceback",
	.drop = traceback_drop,
	.traverse = traceback_traverse,
};
