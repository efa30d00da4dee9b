#ifndef COSUB_VM_CORO_GREENLET_H
#define COSUB_VM_CORO_GREENLET_H

/*
 * Symmetric coroutines: greenlets.  Each is a chain of frames of its own that
 * any other can switch to; they stand in a tree of parents, and the parent goes
 * on when one ends.  Source: greenlet's documentation (greenlet.readthedocs.io,
 * versions 1 and 2), judged by greenlet 2.0.
 */

#include "vm/value/native.h"
#include "vm/value/object.h"
#include "vm/value/special.h"

enum greenlet_state { GREENLET_CREATED, GREENLET_STARTED, GREENLET_DEAD };

struct greenlet {
	struct obj obj;
	struct type *type;
	struct dict *attrs;
	struct greenlet *parent; /* NULL for the main one; kept */
	struct frame *frame;     /* the innermost frame while another greenlet runs */
	value run;               /* until it has started; or V_UNSET */
	enum greenlet_state state;
	uint32_t number; /* in the order of first showing; 0: the main one, UINT32_MAX: not shown */
	uint32_t nested; /* inner runs of the loop that its frames stand in */
	bool interrupted; /* waits for no value: it gave way so that a dead one could be ended */
	/* ... which is this one (kept), and had that parent before (kept); else NULL */
	struct greenlet *ending, *ending_parent;
};

/* The greenlet that runs; made on demand for the main one (borrowed). */
struct greenlet *greenlet_current(struct vm *vm);
/* Its number for the record; 0 while no greenlet was ever made. */
uint32_t greenlet_number(const struct vm *vm);

/* The names of the module greenlet. */
void greenlet_init_module(struct vm *vm, struct dict *globals);
/* Throws GreenletExit into one that is in the finalizer queue. */
void greenlet_run_finalizer(struct vm *vm, struct greenlet *g);

/* Whether it has begun and not ended. */
static inline bool greenlet_active(const struct greenlet *g)
{
	return g->state == GREENLET_STARTED;
}

/* Sets run, which is given away; V_UNSET: none. */
void greenlet_set_run(struct vm *vm, struct greenlet *g, value run);
/* Sets the parent, or (V_UNSET) refuses to delete it; false with an exception. */
bool greenlet_set_parent(struct vm *vm, value self, value v);

extern const struct native_def greenlet_functions[];
extern const struct special greenlet_specials[];

#endif
