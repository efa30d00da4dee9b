#ifndef COSUB_VM_VALUE_FRAME_H
#define COSUB_VM_VALUE_FRAME_H

/*
 * A frame: one activation of a function, from its creation to its end.  The
 * frame of a generator or coroutine is the generator or coroutine: one block of
 * memory, one identity for life.
 *
 * The chain of `back` leads from the running frame to those that wait for it.
 *
 * Delegation (yield from, await).  While d delegates to the frame g, g->back is
 * d, also while both are suspended, and d's DELEGATE instruction holds the
 * reference to g.  The outermost frame of such a chain is its root, the
 * innermost its tip; only these two are touched when the chain is suspended
 * and resumed, so an item costs the same at any depth: root->link is the tip,
 * tip->link is the root (a frame that neither delegates nor is delegated to is
 * both).  Frames in between are CORO_DELEGATING and share the root's fate.
 */

#include "lang/code/code.h"
#include "vm/value/object.h"

/* The state of a frame, stored and changed in one place (coro_set_state). */
/* clang-format off */
#define CORO_STATES(X) \
	X(CREATED,    "created",    "made, its body has not begun") \
	X(RUNNING,    "running",    "its instructions run") \
	X(WAITING,    "waiting",    "it called or resumed another and waits for it") \
	X(DELEGATING, "delegating", \
		"in a chain of delegation, neither root nor tip: it is suspended when the root " \
		"is, else it waits") \
	X(SUSPENDED,  "suspended",  "it gave way and keeps its place and variables") \
	X(FINISHED,   "finished",   "it returned or was ended by an exception")
/* clang-format on */

#define X(name, word, doc) CORO_##name,
enum coro_state { CORO_STATES(X) CORO_STATE_COUNT };
#undef X

/*
 * Where a frame's result goes.  Mostly the instruction that back waits at
 * decides (deliver in eval.c); the other cases:
 */
enum continuation {
	CONTINUE_DELIVER, /* to the instruction at which back waits */
	CONTINUE_DROP,    /* nobody wants it */
	CONTINUE_INIT, /* of __init__: must be None; the instance is in register b of back's call */
	CONTINUE_CLASS,    /* of a class body: makes the class, which is delivered */
	CONTINUE_MODULE,   /* of a module's code: the module is delivered */
	CONTINUE_DELEGATE, /* of a frame that back delegates to */
	CONTINUE_CLOSE,    /* of a generator that close() ends: None is delivered */
	/* of one that died and is being closed: errors are reported and ignored */
	CONTINUE_FINALIZE,
	CONTINUE_LEAVE,    /* ends an inner run of the loop (vm_call) */
	CONTINUE_GREENLET, /* the first frame of a greenlet */
	CONTINUE_MAIN      /* the program's */
};

enum frame_flag {
	FRAME_STALE = 1,     /* the next LINE_IF is a step whatever its line */
	FRAME_SENT = 2,      /* watched, the value sent last was not None */
	FRAME_SHOWN = 4,     /* its last event was not a suspension (kept while observed) */
	FRAME_LIBRARY = 8,   /* takes no steps */
	FRAME_LOST_TIP = 16, /* root: link must be found anew */
	FRAME_SILENT = 32,   /* goes on without a RESUME event: its next event says so */
	FRAME_CLOSING =
		64,       /* being closed: GeneratorExit was thrown into it, a yield is an error */
	FRAME_TOLD = 128, /* the observer knows it */
	FRAME_CLEARED = 256,   /* its variables were dropped */
	FRAME_DELIVERY = 8192, /* a value waits for it (struct delivery) */
	FRAME_AWAITABLE = 512, /* a generator that may be awaited (types.coroutine) */
	/* ASYNC_GENERATOR: */
	FRAME_BUSY = 1024,      /* an awaitable of it is being awaited */
	FRAME_ACLOSE = 2048,    /* ... by aclose(): its quiet end is the result None */
	FRAME_HOOKED = 4096,    /* it was iterated */
	FRAME_LOOPED = 512,     /* ... first in an event loop, which is told of its death */
	FRAME_ACLOSED = 16384,  /* aclose() was begun: its death is nobody's affair any more */
	FRAME_PLACELESS = 32768 /* the exception on its way left a place that has no line */
};

enum { FRAME_TRACED_MAX = (1 << 11) - 1 }; /* so many and more */

/* A value for the instruction at which a frame stands. */
enum delivery_kind {
	DELIVER_RESULT, /* what it waits for */
	DELIVER_SENT,   /* for the iterator that a DELEGATE has */
	DELIVER_RETURN, /* what a frame returned that a DELEGATE has */
	DELIVER_END,    /* what a generator returned that a FOR_ITER has */
	DELIVER_JUMP    /* how far it jumps: it dropped something, which is ended first */
};

struct frame {
	struct obj obj; /* FRAME, GENERATOR, COROUTINE, ASYNC_GENERATOR */
	struct proto *proto;
	const struct instr *pc; /* the next instruction; pc[-1] is the one at hand */
	struct frame *back;     /* caller, resumer or delegator; NULL: none */
	struct frame *link;     /* see above */
	/* in the order of creation, from 0; UINT32_MAX: library code that takes no steps */
	uint32_t id;
	uint32_t line;        /* the line at hand */
	uint32_t watch;       /* the observer's own mark */
	uint32_t depth;       /* frames below it, library code not counted */
	uint8_t continuation; /* enum then */
	uint8_t state;        /* enum coro_state */
	uint8_t why;          /* enum suspend_kind: what suspends it */
	uint8_t how;          /* enum resume_how of the last resumption */
	uint16_t flags;       /* enum frame_flag */
	/* coroutine kinds: tracebacks and frame objects that show it, which do not keep it
	 * alive, only its variables */
	unsigned traced : 11;
	unsigned renamed : 1; /* it has names of its own (vm/value/coro_name.h) */
	unsigned noted : 1;   /* it has notes (vm/coro/frame_object.h) */
	/* FRAME: it is over, and holds what called it, which stays its back */
	unsigned keeps_back : 1;
	/* throw() came to it through the frame that delegates to it, which has not run since;
	 * the chain has not given way either */
	unsigned thrown : 1;
	/* ... or to one that delegates to it, directly or through others */
	unsigned above_thrown : 1;
	value regs[];
};

/* What programs see of a generator's frame (vm/coro/frame_object.h); a function's
 * is seen as it is. */
struct generator_frame {
	struct obj obj;
	struct frame *frame;
};
static inline struct frame *frame_of_object(value v)
{
	return is_kind(v, OBJ_GENERATOR_FRAME) ? ((struct generator_frame *)obj_get(v))->frame
					       : (struct frame *)obj_get(v);
}

/* What an instruction found for objects of a class, as long as the epoch of
 * struct lookups lasts: the method, or the entry in the instance's attributes. */
struct attr_cache {
	const struct type *type;
	uint64_t epoch;
	union {
		value found;
		uint32_t index;
	};
};

/* The code of one function as the machine runs it: constants and names are
 * values, the module is bound. */
struct proto {
	const struct code *code;
	uint32_t number; /* in the order in which protos were made */
	struct module *module;
	const struct instr *instrs;
	value *constants;
	value *names; /* interned STR */
	struct proto **codes;
	/* library code: a traceback keeps its frames, unseen, as CPython's does those of its
	 * Python code */
	bool kept;
	uint16_t nvars, nregs; /* class bodies have three more: namespace, name, bases */
	int32_t handled_reg;
	/* its frames count as recursion: the program's own, and what the library says of nested
	 * data */
	bool deepens;
	bool takes_steps;     /* its frames have numbers */
	uint16_t frame_flags; /* enum frame_flag, of a new frame */
	/* a call with so many positional arguments only moves them; PLAIN_NEVER: none does */
	uint16_t plain_args;
	/* the same, of a generator or coroutine function, whose frames are of this kind */
	uint16_t made_args;
	enum obj_kind kind;
	/* registers that may hold an object when a function returns: the first ones */
	uint16_t nheld;
	uint32_t first_line;
	struct dict *globals; /* of the module */
	value name, qualname;
	size_t frame_size;
	/* what a frame counts as memory; 0: none is kept (vm/coro/frame_pool.h) */
	size_t spare_size;
	struct frame *spare; /* the first of the frames that can be used again; by back */
	uint32_t nspare;
	struct attr_cache
		*caches; /* for each instruction; NULL until one is needed (vm/eval/eval_attr.h) */
};

#define PLAIN_NEVER UINT16_MAX

static inline bool is_coroutine_kind(enum obj_kind k)
{
	return k == OBJ_GENERATOR || k == OBJ_COROUTINE || k == OBJ_ASYNC_GENERATOR;
}

/* The dict that holds the names of a module's or class body's frame, else NULL. */
static inline struct dict *frame_namespace(const struct frame *f)
{
	const struct code *c = f->proto->code;
	if (c->flags & CODE_MODULE)
		return f->proto->module->globals;
	if (c->flags & CODE_CLASS_BODY && is_obj(f->regs[c->nregs]))
		return (struct dict *)obj_get(f->regs[c->nregs]);
	return NULL;
}

#endif
