#ifndef COSUB_VM_CORO_FRAME_OBJECT_H
#define COSUB_VM_CORO_FRAME_OBJECT_H

/*
 * Frames as programs see them: gi_frame, tb_frame, f_back, sys._getframe().
 *
 * A function's frame is such an object itself.  The frame of a generator or
 * coroutine is the generator, and what shows it must neither be it nor keep it
 * alive: programs get a GENERATOR_FRAME, of which a frame has one at a time.  As
 * a traceback does (frame_trace), it keeps the frame's variables when the
 * generator is over or gone.  Source: CPython 3.11's Objects/frameobject.c.
 */

#include "vm/value/frame.h"
#include "vm/value/native.h"
#include "vm/value/special.h"

/* What few frames have (struct frame, noted): found by the frame's address. */
struct frame_notes {
	struct generator_frame *object; /* borrowed; NULL: none */
	value locals;                   /* what locals() gave last, or V_UNSET */
	value trace;                    /* f_trace; V_NONE: none */
	bool no_lines, opcodes;         /* f_trace_lines is false, f_trace_opcodes is true */
};

/* f's notes, made if need be; NULL if it has none. */
struct frame_notes *frame_notes(struct vm *vm, struct frame *f);
struct frame_notes *frame_notes_find(const struct vm *vm, const struct frame *f);
/* f's variables go: nothing shows it any more. */
void frame_forget_notes(struct vm *vm, struct frame *f);

/* repr() of such an object. */
bool frame_object_repr(struct vm *vm, value v, struct sbuf *out);

/* f, a function's frame that something shows, ends: f_back stays what called it. */
void frame_keep_back(struct frame *f, struct frame *by);

#endif
