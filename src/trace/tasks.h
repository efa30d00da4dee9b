#ifndef COSUB_TRACE_TASKS_H
#define COSUB_TRACE_TASKS_H

/*
 * The tasks of asyncio in a record, and its virtual time.
 *
 * Each task has a list of its own: what happened to it, at which step and at
 * which time.  What a task is at a moment follows from its list alone, by a
 * search; so nothing of it is folded, taken back or put into checkpoints, every
 * way to a moment shows the same, and a hundred thousand tasks that sleep cost
 * a step nothing.
 *
 * A change belongs to the step after which it is seen: what ends a task's turn
 * (it waits, gives way, is done) to the last step of that turn, everything
 * else to the step that comes next.
 *
 * All the lists together are told once more, in the order of the run, as far
 * as that does not follow from the steps: who is made, whose turn begins, who
 * wakes, who shall be cancelled, and when time moves.
 */

#include "trace/log.h"

#define TASK_NONE UINT32_MAX

/* clang-format off */
#define TASK_STATES(X) \
	X(READY,     "READY",     "it goes on when its turn comes") \
	X(RUNNING,   "RUNNING",   "it is the one that runs") \
	X(WAITING,   "WAITING",   "it goes on when something else is done") \
	X(DONE,      "DONE",      "it returned") \
	X(FAILED,    "FAILED",    "an exception ended it") \
	X(CANCELLED, "CANCELLED", "a CancelledError ended it")
/* clang-format on */

#define X(name, word, doc) TASK_STATE_##name,
enum task_state { TASK_STATES(X) TASK_STATE_COUNT };
#undef X

struct task_info {
	const char *word, *doc;
};
extern const struct task_info task_state_infos[TASK_STATE_COUNT];
extern const struct task_info task_change_infos[TASK_CHANGE_COUNT];

/* A task as it is at a moment. */
struct mtask {
	uint32_t number; /* in the order of making, from 0 */
	const char *name;
	uint32_t frame; /* of its coroutine; FRAME_NONE: library code */
	enum task_state state;
	const char *what;    /* WAITING: for what; NULL if for a time */
	int64_t until;       /* WAITING: for this time, in ns; -1: not for a time */
	bool asked;          /* somebody asked to cancel it, and it was not told yet */
	uint64_t since_step; /* since when it is in this state */
	int64_t since;       /* ... in virtual ns */
};

/* How many tasks the run made, altogether and up to step k. */
uint32_t trace_tasks(const struct trace *t);
uint32_t tasks_made(const struct trace *t, uint64_t k);

/* Task i as it is at moment k; false if it is not made by then. */
bool task_at(const struct trace *t, uint32_t i, uint64_t k, struct mtask *m);
/* Its name then, which is that of its making before. */
const char *task_name(const struct trace *t, uint32_t i, uint64_t k);

/* Whether a moment shows more of it than that it is over: not so of what comes
 * and goes between two steps, as the loop's own tasks at the end of a run. */
bool task_is_seen(const struct trace *t, uint32_t i);

/* The task whose coroutine this frame is; TASK_NONE. */
uint32_t task_of_frame(const struct trace *t, uint32_t frame);

/* What happens to one task, in order. */
struct task_place {
	uint64_t step, since_step;
	int64_t until;
	uint32_t at, instant, since, what, name; /* what, name: texts + 1 */
	uint8_t state;
	bool asked;
};
struct task_event {
	enum task_change change;
	uint64_t step;
	uint32_t instant; /* index of trace_instants */
};
struct task_cursor {
	const struct trace *t;
	uint32_t task;
	struct task_place place;
};
/* Stands before the first change that is later than step k. */
void task_cursor_at(struct task_cursor *c, const struct trace *t, uint32_t i, uint64_t k);
/* Reads a change and moves past it; c->place.state is the state after it. */
bool task_cursor_next(struct task_cursor *c, struct task_event *e);

/* The times that virtual time stood at, from 0 on. */
struct trace_instant {
	uint64_t step;
	int64_t ns;
};
const struct trace_instant *trace_instants(const struct trace *t, uint32_t *n);
/* The index of the one of moment k. */
uint32_t instant_at(const struct trace *t, uint64_t k);

/* What happens to all of them, in order. */
enum task_note { NOTE_CLOCK, NOTE_MADE, NOTE_TURN, NOTE_WAKES, NOTE_ASKED, NOTE_COUNT };
struct note {
	enum task_note kind;
	uint64_t step;
	uint32_t task; /* TASK_NONE: CLOCK */
	uint32_t instant;
	uint32_t turns; /* up to here, this one included */
};
struct note_place {
	size_t at;
	uint64_t step;
	uint32_t task, instant, turns;
};
struct note_cursor {
	const struct trace *t;
	struct note_place place;
};
/* Stands before the first note that is later than step k. */
void note_cursor_at(struct note_cursor *c, const struct trace *t, uint64_t k);
/* Stands before a note up to which there were at most n turns and instants
 * together, and not many less. */
void note_cursor_near(struct note_cursor *c, const struct trace *t, uint64_t n);
bool note_cursor_next(struct note_cursor *c, struct note *n);

#endif
