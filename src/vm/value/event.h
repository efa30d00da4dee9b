#ifndef COSUB_VM_VALUE_EVENT_H
#define COSUB_VM_VALUE_EVENT_H

/*
 * What a machine tells about a run while it runs: the one interface from the
 * engine outward.  An observer is called for each event, in the order in which
 * things happen.  It may read the machine's objects during the call, mark them
 * (OBJ_SEEN, serial, frame->watch), and keep nothing that points into them.  It
 * must not change what the program can notice.
 *
 * Changes of a frame's variables are not told one by one: at each event of a
 * frame the observer compares the frame's registers with what it saw last.
 * (Between two events of a frame only the frame itself changes its registers;
 * what others can change lives in cells, dicts and other objects, which tell
 * their changes once they are OBJ_SEEN.)
 *
 * Frames of library code tell nothing unless vm_options.library is set.
 */

#include "lang/code/code.h"
#include "vm/value/object.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum event_group { EVENT_CONTROL, EVENT_DATA, EVENT_WORLD, EVENT_END };

/* Name, group, whether a person may stop there (a step), what it means.
 * The fields that count are named in {}. */
/* clang-format off */
#define EVENTS(X) \
	X(CALL,      CONTROL, true,  "a frame is entered at its entry point {frame line how}") \
	X(CREATE,    CONTROL, true, \
		"a generator or coroutine object comes to be; its body has not run {frame}") \
	X(LINE,      CONTROL, true,  "a source line begins {frame line}") \
	X(YIELD,     CONTROL, true,  "the frame is suspended {frame line why value}") \
	X(RESUME,    CONTROL, true, \
		"the frame goes on where it was suspended {frame line why how value}") \
	X(RETURN,    CONTROL, true,  "the frame ends with a value {frame line value}") \
	X(UNWIND,    CONTROL, true,  "the frame ends by an exception {frame line value}") \
	X(EXCEPTION, CONTROL, true, \
		"an exception is raised in the frame or arrives in it {frame line value stop}") \
	X(TRANSFER,  CONTROL, true, \
		"control goes from one greenlet to another {from to how}; value: the one that " \
		"was asked for, which is another and dead if stop") \
	X(DESTROY,   CONTROL, false, "the frame is gone: its variables were dropped {frame}") \
	X(RENAMED,   CONTROL, false, \
		"the program gave the generator of the frame another name {frame text len}") \
	X(SPLICE,    DATA,    false, \
		"items of a list or deque: at index, nold old ones gave way to nnew new ones " \
		"{obj index old nold new nnew}") \
	X(ENTRY,     DATA,    false, \
		"one entry of a dict, set or of an object's attributes: entry index had key and " \
		"value old[0], old[1], now has new[0], new[1]; V_UNSET: absent {obj index old " \
		"new}") \
	X(REBUILT,   DATA,    false, \
		"the contents were reordered or replaced as a whole: read them anew {obj}") \
	X(CELL,      DATA,    false, "the content of a cell {obj old new}") \
	X(GONE,      DATA,    false, "the object is about to be freed {obj}") \
	X(OUTPUT,    WORLD,   false, "text was written {stream text len}") \
	X(CLOCK,     WORLD,   false, "virtual time is now {number} ns") \
	X(TASK,      WORLD,   false, \
		"a task of asyncio {obj number change}; MADE, NAMED: its name {text len}; MADE: " \
		"its coroutine {frame}, if it is one; WAITS: for what {text len} or for which " \
		"time {value}, in ns") \
	X(FINISHED,  END,     false, "the program came to its end") \
	X(UNCAUGHT,  END,     false, "an exception ended it {value}") \
	X(DEADLOCK,  END,     false, "nothing can go on any more {text len}") \
	X(LIMIT,     END,     false, "a limit ended it {text len}")
/* clang-format on */

#define X(name, group, step, doc) EVENT_##name,
enum event_kind { EVENTS(X) EVENT_KIND_COUNT };
#undef X

struct event_info {
	const char *name;
	enum event_group group;
	bool step;
	const char *doc;
};
extern const struct event_info event_infos[EVENT_KIND_COUNT];

/* What happens to a task of asyncio. */
/* clang-format off */
#define TASK_CHANGES(X) \
	X(MADE,      "made", "its first step waits for its turn") \
	X(RUNS,      "runs", "a step begins: it is the current task") \
	X(YIELDS,    "gives way", "it goes on when all that is ready has had its turn") \
	X(WAITS,     "waits", "it goes on when something else is done") \
	X(WAKES,     "wakes", "what it waited for is done: it is ready") \
	X(DONE,      "done", "it returned") \
	X(FAILED,    "failed", "an exception ended it") \
	X(CANCELLED, "cancelled", "a CancelledError ended it") \
	X(ASKED,     "asked to cancel", "a CancelledError will be thrown into it when it goes on") \
	X(NAMED,     "named", "it has another name now")
/* clang-format on */

#define X(name, word, doc) TASK_##name,
enum task_change { TASK_CHANGES(X) TASK_CHANGE_COUNT };
#undef X

enum resume_how { HOW_NONE, HOW_SEND, HOW_THROW, HOW_SWITCH };

struct event {
	enum event_kind kind;
	enum suspend_kind why; /* YIELD; RESUME: what had suspended it */
	enum resume_how how;   /* CALL (THROW: into one not yet started), RESUME, TRANSFER */
	/* EXCEPTION: merely ends a loop or a delegation; TRANSFER: not to the one asked for,
	 * which is dead */
	bool stop;
	bool placeless; /* UNWIND: CPython has no line here, ours is that of the last step */
	bool silent;    /* the frame was resumed without an event before this one */
	struct frame *frame;
	uint32_t line;
	value value; /* borrowed */
	struct obj *obj;
	uint32_t index, nold, nnew;
	const value *old, *new;  /* borrowed */
	int64_t number;          /* CLOCK; TASK: its number */
	enum task_change change; /* TASK */
	uint32_t from, to;       /* TRANSFER: numbers of greenlets, 0 is the main one */
	int stream;              /* OUTPUT: 1 or 2 */
	const char *text;
	size_t len;
};

struct observer {
	void *self;
	void (*event)(void *self, struct vm *vm, const struct event *e);
	/* What is told most may come by functions of its own, where NULL does not
	 * stand: LINE of a frame; CALL, CREATE, YIELD, RESUME, RETURN, UNWIND and
	 * DESTROY of a frame.  What the event would say stands in the frame.  An
	 * event that is silent is told as the others are. */
	void (*line)(void *self, struct vm *vm, struct frame *f);
	/* SPLICE. */
	void (*splice)(void *self, struct vm *vm, struct obj *o, uint32_t at, uint32_t nold,
		const value *new, uint32_t nnew);
	/* ENTRY, with what was there and what is. */
	void (*entry)(void *self, struct vm *vm, struct obj *o, uint32_t index, const value old[2],
		const value new[2]);
	void (*frame)(void *self, struct vm *vm, enum event_kind kind, struct frame *f, value v);
	/* The serial that an object had before the observer marked it OBJ_SEEN. */
	uint32_t (*birth)(void *self, const struct obj *o);
};

#endif
