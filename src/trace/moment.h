#ifndef COSUB_TRACE_MOMENT_H
#define COSUB_TRACE_MOMENT_H

/*
 * A moment: the whole state of the program after step k.  It moves by applying
 * or undoing events: one step either way costs what that step changed; a jump
 * goes to the nearest checkpoint and folds from there.  Everything on a screen
 * and every claim reads moments.
 */

#include "trace/tasks.h"
#include "trace/trace.h"

struct sbuf;
struct moment;

/* A frame as it is at a moment. */
struct mframe {
	uint32_t id;
	const struct frame_info *info;
	enum coro_state state; /* CREATED RUNNING WAITING SUSPENDED FINISHED; never DELEGATING */
	/* where it is, or was when it ended; for SUSPENDED the line of the suspension */
	uint32_t line;
	/* id of the frame that called or resumed it, or delegates to it; FRAME_NONE */
	uint32_t back;
	/* id, while it is suspended or waits in a yield from or await; FRAME_NONE */
	uint32_t delegates_to;
	enum suspend_kind why; /* SUSPENDED: what suspends it */
	uint32_t reentry;      /* SUSPENDED: number of the re-entry point; else 0 */
	uint32_t entries;      /* 1 once entered */
	uint32_t resumes;      /* how often it was re-entered */
	/* code->nreentries counts: re-entries at each point, index number - 1 */
	uint32_t *point_resumes;
	uint64_t last_step;   /* the last step of this frame */
	struct rvalue *vars;  /* code->nvars values (cells are looked into) */
	struct rvalue result; /* of a RETURN, or the exception of an UNWIND */
	bool unwound, destroyed;
};

/* An object as it is at a moment. */
struct mobject {
	uint64_t serial;
	enum obj_kind kind;
	const char
		*label; /* its opaque text: "<function f>", the class of an instance or exception */
	const char *type_name;
	/* items; for dict-like ones entries, each a pair in items[2i], items[2i + 1]; absent
	 * ones R_UNSET */
	uint32_t n;
	const struct rvalue *items;
	uint64_t attrs; /* serial of the dict with its attributes; 0 none */
	/* deque: maxlen; exception: 1 if it is a group, whose items are the message and the
	 * exceptions; greenlet: 1 if it is the main one; its item is what it runs first */
	int64_t extra;
	uint32_t frame; /* generator-like: its frame's id; else FRAME_NONE */
};

struct moment *moment_new(const struct trace *t); /* at step 0 */
void moment_free(struct moment *m);
const struct trace *moment_trace(const struct moment *m);

uint64_t moment_step(const struct moment *m);
void moment_goto(struct moment *m, uint64_t k); /* k is clamped to the trace */
bool moment_forward(struct moment *m);          /* false at the end */
bool moment_back(struct moment *m);             /* false at 0 */
/* The step that led here; kind EVENT_KIND_COUNT at step 0. */
const struct step *moment_last(const struct moment *m);

/* The running frame's id; FRAME_NONE before the first step and after the end. */
uint32_t moment_running(const struct moment *m);
/* A frame that was made and whose slot has not been given to another since
 * (frames that are gone stay visible until then); NULL if there is none. */
const struct mframe *moment_frame(const struct moment *m, uint32_t id);
/* What is known of any frame of the record, with the name that it has now. */
struct frame_info moment_frame_info(const struct moment *m, uint32_t id);
/* The frame in slot s now, NULL if none was there yet. */
const struct mframe *moment_slot(const struct moment *m, uint32_t s);
/* Value before the last step of variable i of frame id, if that step changed
 * it: true and *old. */
bool moment_changed(const struct moment *m, uint32_t id, uint32_t i, struct rvalue *old);
/* Whether the contents of an object changed in the last step. */
bool moment_object_changed(const struct moment *m, uint64_t serial);
/* Class bodies and modules: their names live in a dict; its serial, else 0. */
uint64_t moment_namespace(const struct moment *m, uint32_t id);
const struct mobject *moment_object(const struct moment *m, uint64_t serial);

/* Bytes of trace_output, and pieces of it, that were out by now. */
size_t moment_output(const struct moment *m);
int64_t moment_clock(const struct moment *m);     /* virtual ns */
uint32_t moment_greenlet(const struct moment *m); /* that runs; 0 is the main one */
/* The tasks that were made by now, and one of them. */
uint32_t moment_tasks(const struct moment *m);
struct mtask moment_task_at(const struct moment *m, uint32_t i);
/* The task that made the last step, even if that was the end of its turn, and
 * its name; TASK_NONE, NULL if none did. */
uint32_t moment_task(const struct moment *m);
const char *moment_task_name(const struct moment *m);
/* Whether the event loop runs, unseen: the last step ended a task's turn. */
bool moment_in_loop(const struct moment *m);
/* How often re-entry point number of a code was used so far, over all frames. */
uint32_t moment_point_count(const struct moment *m, const struct code *c, uint32_t number);

/* The value as text, at most 20 items, depth 4, 400 characters; never an
 * address; strings past 80 characters are cut:  "[1, 2]"  "'abc'"  "<C>". */
void moment_repr(const struct moment *m, struct rvalue v, struct sbuf *out);
/* The same for a person, printable and in at most `columns` columns: generators
 * and coroutines by their frames, functions by their own names. */
void moment_repr_short(const struct moment *m, struct rvalue v, uint32_t columns, struct sbuf *out);
/* Appends the name of a function or method, "waits"; nothing of anything else. */
void moment_called(const struct moment *m, struct rvalue v, struct sbuf *out);
/* Cuts the text of a value, which begins at start, to so many columns: behind
 * an item if that leaves enough, with the bracket that ends it:
 * "[7, 14, …]"  "<Job name='lo…>". */
void moment_repr_cut(struct sbuf *out, size_t start, uint32_t columns);

/* Everything at this moment as text, for comparing two ways to get there. */
void moment_dump(const struct moment *m, struct sbuf *out);

#endif
