/* Frames as objects: those of functions, of coroutines, and what tracebacks show of them. */

#include "base/sbuf.h"
#include "vm/coro/async_gen.h"
#include "vm/coro/coro.h"
#include "vm/coro/frame_object.h"
#include "vm/coro/frame_pool.h"
#include "vm/kind/iter.h"
#include "vm/kind/number.h"
#include "vm/kind/str.h"
#include "vm/value/coro_name.h"
#include "vm/value/exception.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/notify.h"
#include "vm/value/plain.h"

#include <inttypes.h>

static void put_address(struct vm *vm, value v, struct sbuf *out)
{
	sbuf_printf(out, " at 0x%" PRIx64 ">", plain_id(vm, v));
}

static bool coroutine_repr(struct vm *vm, value v, struct sbuf *out)
{
	const struct frame *f = (struct frame *)obj_get(v);
	sbuf_printf(out, "<%s object ", kind_of(vm, v)->name);
	str_put(coro_name(vm, f, CORO_QUALNAME), out);
	put_address(vm, v, out);
	return true;
}

/* Of generators, coroutines and async generators. */
static value coroutine_find_attr(struct vm *vm, value o, value name)
{
	return coro_get_attr(vm, (struct frame *)obj_get(o), name);
}

static void rename_coroutine(struct vm *vm, struct frame *f, bool short_name, value v)
{
	coro_set_name(vm, f, short_name ? CORO_NAME : CORO_QUALNAME, v);
	if (!short_name || !f->watch)
		return;
	const struct str *text = str_get(v);
	notify(vm,
		&(struct event){ .kind = EVENT_RENAMED,
			.frame = f,
			.value = V_UNSET,
			.text = text->bytes,
			.len = text->len });
}

static value coroutine_set_attr(struct vm *vm, value o, value name, value v)
{
	if (name == VM_STR(vm, __name__) || name == VM_STR(vm, __qualname__)) {
		if (!is_str(v))
			return raise_type(vm, "%S must be set to a string object", name);
		rename_coroutine(vm, (struct frame *)obj_get(o), name == VM_STR(vm, __name__), v);
		return V_NONE;
	}
	return V_NOT_IMPLEMENTED;
}

static void frame_drop(struct vm *vm, struct obj *o)
{
	struct frame *f = (struct frame *)o;
	if (f->renamed)
		coro_forget_names(vm, f);
	frame_clear(vm, f);
	if (f->keeps_back)
		frame_untrace(vm, f->back);
}

static void frame_traverse(const struct visit *v, const struct obj *o)
{
	const struct frame *f = (const struct frame *)o;
	if (!(f->flags & FRAME_CLEARED))
		visit_all(v, f->regs, f->proto->nregs);
	const struct frame_notes *n = frame_notes_find(v->vm, f);
	if (n) {
		visit(v, n->locals);
		visit(v, n->trace);
	}
	if (f->keeps_back && frame_is_held_shown(f->back))
		visit_obj(v, f->back);
}

static void frame_release(struct vm *vm, struct obj *o)
{
	frame_recycle(vm, (struct frame *)o);
}

/* What it handled goes with the generator, also where something shows the frame:
 * CPython keeps that beside the frame (gi_exc_state). */
static void forget_handled(struct vm *vm, struct frame *f)
{
	int r = f->proto->handled_reg;
	if (r < 0 || !is_obj(f->regs[r]))
		return;
	value handled = f->regs[r];
	f->regs[r] = V_UNSET;
	value_drop(vm, handled);
}

/* A generator that ended, or that cannot, is gone; what shows its frame keeps the
 * variables. */
static bool coroutine_save(struct vm *vm, struct obj *o)
{
	struct frame *f = (struct frame *)o;
	if (f->state == CORO_FINISHED && !f->traced)
		return false;
	if (coro_doom(vm, f))
		return true;
	if (!f->traced)
		return false;
	if (f->state != CORO_FINISHED)
		coro_set_state(f, CORO_FINISHED);
	o->refs = 1;
	forget_handled(vm, f);
	o->refs = 0;
	return f->traced;
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
	.flags = KIND_FINAL,
	.methods = frame_methods,
	.specials = frame_specials,
	.repr = frame_object_repr,
};

const struct kind generator_kind = {
	.name = "generator",
	.drop = frame_drop,
	.traverse = frame_traverse,
	.save = coroutine_save,
	.release = frame_release,
	.flags = KIND_FINAL | KIND_METHODS | KIND_ITERATOR,
	.slots = SLOT_ITER | SLOT_NEXT,
	.methods = generator_methods,
	.iter = iter_itself,
	.repr = coroutine_repr,
	.find_attr = coroutine_find_attr,
	.set_attr = coroutine_set_attr,
};

const struct kind coroutine_kind = {
	.name = "coroutine",
	.drop = frame_drop,
	.traverse = frame_traverse,
	.save = coroutine_save,
	.release = frame_release,
	.flags = KIND_FINAL | KIND_METHODS,
	.methods = coroutine_methods,
	.repr = coroutine_repr,
	.find_attr = coroutine_find_attr,
	.set_attr = coroutine_set_attr,
};

const struct kind async_generator_kind = {
	.name = "async_generator",
	.drop = async_generator_drop,
	.traverse = frame_traverse,
	.save = coroutine_save,
	.release = frame_release,
	.flags = KIND_FINAL | KIND_METHODS,
	.methods = async_generator_methods,
	.repr = coroutine_repr,
	.find_attr = coroutine_find_attr,
	.set_attr = coroutine_set_attr,
};

static value traceback_next(struct vm *vm, value o)
{
	(void)vm;
	return obj_or_none(traceback_shown(((struct traceback *)obj_get(o))->next));
}

static value traceback_frame(struct vm *vm, value o)
{
	return frame_object(vm, ((struct traceback *)obj_get(o))->frame);
}

static value traceback_line(struct vm *vm, value o)
{
	return int_make(vm, ((struct traceback *)obj_get(o))->line);
}

static const struct special traceback_rows[] = { { "tb_next", traceback_next, NULL },
	{ "tb_frame", traceback_frame, special_readonly },
	{ "tb_lineno", traceback_line, special_readonly }, { 0 } };

/* The index of the instruction that f was at when it raised. */
static uint32_t raising_instr(const struct frame *f)
{
	ptrdiff_t at = f->pc - f->proto->instrs;
	if (at > 0)
		at--;
	if (at > 0 && f->proto->instrs[at].op == OP_EXT)
		at--;
	return (uint32_t)at;
}

static void add_traceback(struct vm *vm, struct exception *e, struct frame *f)
{
	struct traceback *tb = obj_new(vm, OBJ_TRACEBACK, sizeof *tb);
	tb->next = e->tb;
	tb->frame = f;
	frame_trace(f);
	tb->instr = raising_instr(f);
	tb->not_begun = f->pc == f->proto->instrs;
	uint32_t line = !tb->not_begun && f->proto->code->spans
		? f->proto->code->spans[tb->instr].line
		: 0;
	tb->line = f->flags & FRAME_PLACELESS ? TRACEBACK_NO_LINE : line ? line : f->line;
	e->tb = tb;
}

void exception_add_trace(struct vm *vm, value exc, struct frame *f)
{
	if (!(f->proto->code->flags & CODE_LIBRARY) || f->proto->kept)
		add_traceback(vm, exception_get(exc), f);
}

void exception_add_place(struct vm *vm, value exc, struct frame *f)
{
	bool unwinds = vm->held.len && vm->held.at[vm->held.len - 1].frame == f;
	bool stores = f == vm->frame && !unwinds && !(f->flags & FRAME_DELIVERY);
	add_traceback(vm, exception_get(exc), f);
	struct traceback *tb = exception_get(exc)->tb;
	const struct span *name = NULL;
	if (stores && f->proto->code->spans)
		name = code_store_span(f->proto->code, tb->instr);
	if (!name)
		return;
	tb->stored = true;
	tb->line = name->line;
}

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
	if (frame_is_held_shown(t->frame))
		visit_obj(v, t->frame);
}

const struct kind traceback_kind = {
	.name = "traceback",
	.drop = traceback_drop,
	.traverse = traceback_traverse,
	.specials = traceback_rows,
};
