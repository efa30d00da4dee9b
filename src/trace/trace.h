#ifndef COSUB_TRACE_TRACE_H
#define COSUB_TRACE_TRACE_H

/*
 * The record of one run: everything that happened, as a log of packed events
 * that can be applied and undone (log.h), with what is needed to find one's
 * way: the steps counted from 1, the frames, the output.  A trace is made by a
 * recorder (recorder.h) and then only read; moments (moment.h) are the way to
 * read it.  It holds no object of the machine that ran.
 *
 * Step 0 is the time before the first step.  Step k is the k-th event at which
 * a person may stop (struct step).  What changes between two steps (variables,
 * contents of objects, output) belongs to the later one.
 */

#include "lang/code/code.h"
#include "vm/value/event.h"
#include "vm/value/vm.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A value as it is recorded. */
enum rkind {
	R_UNSET,
	R_NONE,
	R_TRUE,
	R_FALSE,
	R_ELLIPSIS,
	R_NOT_IMPLEMENTED,
	R_INT,   /* i */
	R_FLOAT, /* f */
	R_TEXT,  /* n: number of a text (trace_text) */
	R_OBJECT /* n: serial of an object */
};
struct rvalue {
	enum rkind kind;
	union {
		int64_t i;
		double f;
		uint64_t n;
	};
};

#define FRAME_NONE UINT32_MAX

struct sbuf;

/* One step, as read from the log. */
struct step {
	enum event_kind kind;  /* one whose event_infos[].step is true */
	enum suspend_kind why; /* YIELD, RESUME */
	enum resume_how how;   /* CALL, RESUME, TRANSFER */
	/* EXCEPTION that merely ends a loop or a delegation; TRANSFER: the greenlet asked for is
	 * dead, and control goes to a parent */
	bool stop;
	bool silent;
	bool placeless; /* UNWIND from where CPython has no line: line is that of the step before */
	uint32_t frame; /* id: the order of creation, from 0; FRAME_NONE for TRANSFER */
	uint32_t line;
	/* YIELD RESUME RETURN UNWIND EXCEPTION; TRANSFER: the greenlet asked for; else R_UNSET */
	struct rvalue value;
	uint32_t from, to; /* TRANSFER */
};

/* What is known of a frame for the whole run. */
struct frame_info {
	const struct code *code;
	uint32_t entry; /* number in the order of first entry, from 0; FRAME_NONE: never entered */
	uint32_t nth;   /* the nth frame of its code, from 1 */
	/* what frames of its code are called (titles.h); NULL in an unfinished record */
	const char *title;
	uint32_t number; /* the nth frame of that title */
	bool alone;      /* its code has no other frame */
	uint32_t slot;   /* its row on the screen: free again only after its death */
	uint32_t greenlet;
	/* steps: the frame is there from moment born on, ended at moment died; died: UINT64_MAX
	 * if it outlived the record */
	uint64_t born, died;
};

/* Output as it was written. */
struct output_piece {
	uint64_t step;
	int stream;
	size_t at, len; /* in trace_output */
};
/* One line of standard output that is complete (or the last, unfinished one). */
struct output_line {
	uint64_t step;  /* that completed it */
	size_t at, len; /* without \n */
};

enum trace_end {
	TRACE_FINISHED,
	TRACE_UNCAUGHT,
	TRACE_EXIT,
	TRACE_DEADLOCK,
	TRACE_LIMIT,
	TRACE_REFUSED /* it asked for what is outside the language */
};

/* Whether a run was cut by what is ours, not the program's: what it would have
 * done next is unknown. */
static inline bool trace_end_is_cut(enum trace_end e)
{
	return e == TRACE_LIMIT || e == TRACE_REFUSED;
}

struct trace;

/* An empty record of a run of p, which must outlive it. */
struct trace *trace_new(const struct program *p);
void trace_free(struct trace *t);

const struct program *trace_program(const struct trace *t);
/* The number of the last step; 0 when nothing ran. */
uint64_t trace_steps(const struct trace *t);
/* Reads step k (1 <= k <= trace_steps): O(distance to the nearest index mark). */
void trace_step(const struct trace *t, uint64_t k, struct step *s);

/* Reads steps in order, forward or back, at a few ns each. */
struct step_place {
	size_t at;
	uint32_t frame, line, frames;
	uint32_t greenlet : 31; /* that runs */
	uint32_t silent : 1;
};
struct step_cursor {
	const struct trace *t;
	uint64_t k;             /* steps before it */
	struct step_place next; /* where step k + 1 is, as the log's decoder needs it */
	uint64_t first, nback;  /* back[i] is where step first + i is, for nback steps */
	struct step_place back[64];
};
void step_cursor_at(struct step_cursor *c, const struct trace *t, uint64_t k);
bool step_cursor_next(struct step_cursor *c, struct step *s); /* reads step k + 1 and moves there */
bool step_cursor_back(struct step_cursor *c, struct step *s); /* reads step k and moves before it */

uint32_t trace_frames(const struct trace *t);
struct frame_info trace_frame(const struct trace *t, uint32_t id);
/* The same with the name that the frame has at step k; a program can rename its
 * generators. */
struct frame_info trace_frame_at(const struct trace *t, uint32_t id, uint64_t k);
/* Appends what the frames of its function are called: "counter", "Left.gen". */
void trace_frame_title(struct frame_info f, struct sbuf *out);
/* Appends its name, which no other frame has: "counter#1", "Left.gen#1",
 * "<module>", "class Counter". */
void trace_frame_name(struct frame_info f, struct sbuf *out);
/* The number of the greenlet that is the object of that serial, once control
 * was given to it in this run, and the first frame that ran in it; FRAME_NONE. */
uint32_t trace_greenlet_number(const struct trace *t, uint64_t serial);
uint32_t trace_greenlet_frame(const struct trace *t, uint32_t number);
uint32_t trace_slots(const struct trace *t); /* rows that the frames need */
/* A text of the program: its first TEXT_KEPT bytes or so. */
enum { TEXT_KEPT = 1000 };
const char *trace_text(const struct trace *t, uint64_t n, size_t *len);
/* The characters of the whole. */
uint64_t trace_text_count(const struct trace *t, uint64_t n);

/* All output of both streams, in the order written. */
const char *trace_output(const struct trace *t, size_t *len);
const struct output_piece *trace_output_pieces(const struct trace *t, size_t *n);
const struct output_line *trace_output_lines(const struct trace *t, size_t *n);

enum trace_end trace_end(const struct trace *t);
const char *trace_end_text(const struct trace *t); /* "Type: message", a sentence, or NULL */
int trace_exit_status(const struct trace *t);
/* The step in which input() first found no line to read; 0 if it always did. */
uint64_t trace_no_input_at(const struct trace *t);
/* Bytes that the record takes, all included. */
size_t trace_size(const struct trace *t);

/* Runs a program with a recorder: the usual way to get a trace.  Output is kept
 * in the trace and, if tee is not NULL, passed on too. */
struct trace *trace_record(struct program *p, const struct limits *limits, const struct host *tee,
	const char *input, bool library);

#endif
