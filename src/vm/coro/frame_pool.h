#ifndef COSUB_VM_CORO_FRAME_POOL_H
#define COSUB_VM_CORO_FRAME_POOL_H

/*
 * Where frames come from and go to.  A function keeps some of its dead frames to
 * use them again: such a spare frame has no reference, counts as no memory of
 * the program's, and its registers are unset.  For files that make frames
 * at every turn; coro.h has frame_new for the others.
 */

#include "vm/coro/coro.h"
#include "vm/value/machine.h"

/* So many spare frames at most for one function. */
enum { SPARE_FRAMES = 64 };

/* As frame_new, when there is no spare frame. */
struct frame *frame_from_heap(struct vm *vm, struct proto *p, enum obj_kind kind);

/* A spare frame is an object again: as obj_new_raw leaves it. */
static inline void frame_revive(struct vm *vm, struct frame *f, enum obj_kind kind)
{
	struct obj *o = &f->obj;
	o->refs = 1;
	o->kind = (uint8_t)kind;
	o->flags = 0;
	o->serial = OBJ_BORN | ++vm->births;
	o->hash = 0;
	vm->memory += f->proto->spare_size;
	if (vm->memory > vm->options.limits.memory)
		obj_note_limit(vm);
}

/* As frame_new. */
static inline struct frame *frame_make(struct vm *vm, struct proto *p, enum obj_kind kind)
{
	struct frame *f = p->spare;
	if (f) {
		p->spare = f->back;
		p->nspare--;
		frame_revive(vm, f, kind);
	} else {
		f = frame_from_heap(vm, p, kind);
	}
	f->pc = p->instrs;
	f->back = NULL;
	f->link = f;
	f->id = p->takes_steps ? vm->next_frame++ : UINT32_MAX;
	f->line = p->first_line;
	f->watch = 0;
	f->depth = 0;
	f->continuation = CONTINUE_DELIVER;
	f->state = CORO_CREATED;
	f->why = SUSPEND_NONE;
	f->how = HOW_NONE;
	f->flags = p->frame_flags;
	f->traced = f->renamed = f->noted = f->keeps_back = f->thrown = f->above_thrown = 0;
	return f;
}

/* Frees f, which has no reference left and no value in a register. */
static inline void frame_recycle(struct vm *vm, struct frame *f)
{
	struct proto *p = f->proto;
	if (p->spare_size == 0 || p->nspare >= SPARE_FRAMES) {
		obj_free_hollow(vm, &f->obj);
		return;
	}
	vm->memory -= p->spare_size;
	f->obj.refs = 0;
	f->obj.kind = OBJ_KIND_COUNT;
	f->back = p->spare;
	p->spare = f;
	p->nspare++;
}

#endif
