#include "vm/coro/frame_object.h"

#include "base/sbuf.h"
#include "vm/coro/coro.h"
#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/str.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/plain.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

/* Notes. */

struct frame_notes *frame_notes_find(const struct vm *vm, const struct frame *f)
{
	const uint64_t *place = f->noted ? map_find(&vm->frame_notes, (uintptr_t)f) : NULL;
	return place ? (struct frame_notes *)(uintptr_t)*place : NULL;
}

struct frame_notes *frame_notes(struct vm *vm, struct frame *f)
{
	struct frame_notes *n = frame_notes_find(vm, f);
	if (n)
		return n;
	n = vm_realloc(vm, NULL, 0, sizeof *n);
	*n = (struct frame_notes){ .locals = V_UNSET, .trace = V_NONE };
	map_put(&vm->frame_notes, (uintptr_t)f, (uint64_t)(uintptr_t)n);
	f->noted = 1;
	return n;
}

void frame_forget_notes(struct vm *vm, struct frame *f)
{
	struct frame_notes *n = frame_notes_find(vm, f);
	assert(n && "it has some");
	assert(!n->object && "what shows a frame keeps its variables");
	f->noted = 0;
	map_remove(&vm->frame_notes, (uintptr_t)f);
	value_drop(vm, n->locals);
	value_drop(vm, n->trace);
	vm_free_block(vm, n, sizeof *n);
}

/* The object. */

value frame_object(struct vm *vm, struct frame *f)
{
	if (!is_coroutine_kind((enum obj_kind)f->obj.kind))
		return obj_value(obj_keep(f));
	struct frame_notes *n = frame_notes(vm, f);
	if (n->object)
		return obj_value(obj_keep(n->object));
	struct generator_frame *o = obj_new(vm, OBJ_GENERATOR_FRAME, sizeof *o);
	o->frame = f;
	frame_trace(f);
	n->object = o;
	return obj_value(o);
}

void frame_keep_back(struct frame *f, struct frame *by)
{
	while (by && by->flags & FRAME_LIBRARY)
		by = by->back;
	if (!by)
		return;
	frame_trace(by);
	f->back = by;
	f->keeps_back = 1;
}

bool frame_object_repr(struct vm *vm, value v, struct sbuf *out)
{
	const struct frame *f = frame_of_object(v);
	sbuf_printf(out, "<frame at 0x%" PRIx64 ", file '%s', line %u, code %s>", plain_id(vm, v),
		f->proto->code->program->source->path, f->line, f->proto->code->name);
	return true;
}

static void generator_frame_drop(struct vm *vm, struct obj *o)
{
	struct frame *f = ((struct generator_frame *)o)->frame;
	struct frame_notes *n = frame_notes_find(vm, f);
	assert(n && "a frame that is shown has notes");
	n->object = NULL;
	frame_untrace(vm, f);
}

static void generator_frame_traverse(const struct visit *v, const struct obj *o)
{
	struct frame *f = ((const struct generator_frame *)o)->frame;
	if (frame_is_held_shown(f))
		visit_obj(v, f);
}

const struct kind generator_frame_kind = {
	.name = "frame",
	.drop = generator_frame_drop,
	.traverse = generator_frame_traverse,
	.flags = KIND_FINAL,
	.specials = frame_specials,
	.repr = frame_object_repr,
};

/* The variables. */

/* The value of variable i; V_UNSET: none. */
static value variable(const struct frame *f, unsigned i)
{
	value v = f->regs[i];
	return f->proto->code->vars[i].is_cell && is_kind(v, OBJ_CELL)
		? ((struct cell *)obj_get(v))->v
		: v;
}

static void copy_variables(struct vm *vm, const struct frame *f, struct dict *d)
{
	const struct code *c = f->proto->code;
	for (unsigned i = 0; i < c->nvars; i++) {
		if (c->vars[i].kind == VAR_HIDDEN)
			continue;
		value name = str_intern(vm, c->vars[i].name, strlen(c->vars[i].name)),
		      v = variable(f, i);
		if (v != V_UNSET)
			dict_set_name(vm, d, name, v);
		else
			dict_remove(vm, d, name, NULL);
	}
}

value frame_locals(struct vm *vm, struct frame *f)
{
	struct dict *own = frame_namespace(f);
	if (own)
		return obj_value(obj_keep(own));
	if (f->flags & FRAME_CLEARED)
		return obj_value(dict_new(vm));
	struct frame_notes *n = frame_notes(vm, f);
	if (n->locals == V_UNSET)
		n->locals = obj_value(dict_new(vm));
	value locals = value_keep(n->locals);
	copy_variables(vm, f, dict_obj(locals));
	return locals;
}

/* Attributes. */

static value get_back(struct vm *vm, value o)
{
	const struct frame *f = frame_of_object(o);
	enum coro_state s = coro_state(f);
	if (f->keeps_back)
		return frame_object(vm, f->back);
	if (s != CORO_RUNNING && s != CORO_WAITING)
		return V_NONE;
	struct frame *by = f->back;
	while (by && by->flags & FRAME_LIBRARY)
		by = by->back;
	return by ? frame_object(vm, by) : V_NONE;
}

static value get_builtins(struct vm *vm, value o)
{
	(void)o;
	return obj_value(obj_keep(vm->builtins));
}

static value get_code(struct vm *vm, value o)
{
	return vm_tail(vm, LIB_CODE, &o, 1);
}

static value get_globals(struct vm *vm, value o)
{
	(void)vm;
	return obj_value(obj_keep(frame_of_object(o)->proto->module->globals));
}

/* Before its body begins, a generator stands behind the instructions that
 * make its cells and the generator itself, of two bytes each.  Elsewhere the
 * place is one in byte code that there is not. */
static value get_lasti(struct vm *vm, value o)
{
	const struct frame *f = frame_of_object(o);
	const struct code *c = f->proto->code;
	if (f->state != CORO_CREATED)
		return vm_refuse(vm,
			"f_lasti, a place in CPython's byte code, is outside the scenario "
			"language; f_lineno tells the line");
	int64_t cells = 0;
	bool free = false;
	for (unsigned i = 0; i < c->nvars; i++) {
		bool outer = c->vars[i].kind == VAR_FREE;
		free |= outer;
		cells += c->vars[i].is_cell && !outer;
	}
	return int_make(vm, 2 * (cells + free));
}

static value get_line(struct vm *vm, value o)
{
	return int_make(vm, frame_of_object(o)->line);
}

static bool set_line(struct vm *vm, value o, value v)
{
	int64_t i;
	(void)o;
	if (v == V_UNSET)
		vm_raise(vm, VM_EXC(vm, AttributeError), "cannot delete attribute");
	else if (is_bool(v) || !int_get(v, &i))
		raise_value(vm, "lineno must be an integer");
	else
		raise_value(vm, "can't jump from the 'call' trace event of a new frame");
	return false;
}

static value get_locals(struct vm *vm, value o)
{
	return frame_locals(vm, frame_of_object(o));
}

/* Without sys.settrace() these are only kept. */
static value get_trace(struct vm *vm, value o)
{
	const struct frame_notes *n = frame_notes_find(vm, frame_of_object(o));
	return n ? value_keep(n->trace) : V_NONE;
}

static bool set_trace(struct vm *vm, value o, value v)
{
	struct frame_notes *n = frame_notes(vm, frame_of_object(o));
	value_set(vm, &n->trace, v == V_UNSET ? V_NONE : value_keep(v));
	return true;
}

static bool check_flag(struct vm *vm, value v)
{
	if (is_bool(v))
		return true;
	raise_type(vm,
		v == V_UNSET ? "can't delete numeric/char attribute"
			     : "attribute value type must be bool");
	return false;
}

static value get_trace_lines(struct vm *vm, value o)
{
	const struct frame_notes *n = frame_notes_find(vm, frame_of_object(o));
	return bool_make(!n || !n->no_lines);
}

static bool set_trace_lines(struct vm *vm, value o, value v)
{
	if (!check_flag(vm, v))
		return false;
	frame_notes(vm, frame_of_object(o))->no_lines = v == V_FALSE;
	return true;
}

static value get_trace_opcodes(struct vm *vm, value o)
{
	const struct frame_notes *n = frame_notes_find(vm, frame_of_object(o));
	return bool_make(n && n->opcodes);
}

static bool set_trace_opcodes(struct vm *vm, value o, value v)
{
	if (!check_flag(vm, v))
		return false;
	frame_notes(vm, frame_of_object(o))->opcodes = v == V_TRUE;
	return true;
}

const struct special frame_specials[] = { { "f_back", get_back, NULL },
	{ "f_builtins", get_builtins, NULL }, { "f_code", get_code, NULL },
	{ "f_globals", get_globals, NULL }, { "f_lasti", get_lasti, NULL },
	{ "f_lineno", get_line, set_line }, { "f_locals", get_locals, NULL },
	{ "f_trace", get_trace, set_trace }, { "f_trace_lines", get_trace_lines, set_trace_lines },
	{ "f_trace_opcodes", get_trace_opcodes, set_trace_opcodes }, { 0 } };

/* clear(). */

static void drop_variables(struct vm *vm, struct frame *f)
{
	for (value *r = f->regs, *end = r + f->proto->nregs; r < end; r++) {
		value v = *r;
		*r = V_UNSET;
		value_drop(vm, v);
	}
}

/* A generator that is not over is closed, before the next instruction, and its
 * variables stay, since an object shows them. */
static void end_generator(struct vm *vm, struct frame *f)
{
	if (!coro_doom_held(vm, &f->obj))
		coro_set_state(f, CORO_FINISHED);
}

static value clear(struct vm *vm, value self, const struct args *a)
{
	(void)a;
	struct frame *f = frame_of_object(self);
	enum coro_state s = coro_state(f);
	if (s == CORO_RUNNING || s == CORO_WAITING)
		return vm_raise(vm, VM_EXC(vm, RuntimeError), "cannot clear an executing frame");
	if (f->state == CORO_FINISHED)
		drop_variables(vm, f);
	else
		end_generator(vm, f);
	return V_NONE;
}

const struct native_def frame_methods[] = {
	{ "clear", clear, 0, 0, false,
		"drops the variables of a frame that is over, or closes its generator" },
	{ 0 }
};
