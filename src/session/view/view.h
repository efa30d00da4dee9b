#ifndef COSUB_SESSION_VIEW_VIEW_H
#define COSUB_SESSION_VIEW_VIEW_H

/*
 * What a screen shows, as plain data: computed from the session's moments for
 * a window (lines, slots, steps) and at a cost bounded by the window.  All
 * that is returned lives in the arena given by the caller, who frees it when
 * the picture is drawn.  Texts are raw; the canvas makes them printable.
 */

#include "base/arena.h"
#include "session/core/session.h"

#include <stdbool.h>
#include <stdint.h>

/* Lines of the source with their marks. */

struct view_point {
	uint32_t number; /* ◆number */
	uint32_t used;   /* re-entries there so far, over all frames */
};

/* A suspended frame that will go on in a line. */
struct view_goes_on {
	uint32_t frame, nth; /* id; the k of #k */
	uint32_t point;
};

struct view_line {
	uint32_t number;
	const char *text; /* without line end and author's note; NULL past the end of the file */
	size_t len;
	bool mine;       /* belongs to this side's program */
	bool breakpoint; /* "continue" stops here */
	bool entry;      /* ● a function begins */
	bool current;    /* the running frame is here; after the end, the last line */
	bool caller;     /* the frame that waits for the running one is here */
	/* set by who shows only some lines: some that are not blank are left out behind it */
	bool skips;
	const struct view_point *points;
	uint32_t npoints;
	const struct view_goes_on *goes_on;
	uint32_t ngoes_on;
	const char *goes_on_name; /* of the first of them, "ping#1"; NULL if there is none */
	uint32_t more;            /* further suspended frames that are not in goes_on */
	/* Only on the step of a RESUME, at its line: who resumed and with what. */
	const char *resumed_by;   /* "<module>", "event loop"; else NULL */
	bool by_loop;             /* it was the event loop, which has no line here */
	const char *resumed_with; /* "5"; NULL for a plain next */
	/* Only on the step of a YIELD, at its line: the value that goes out, or
	 * what the task waits for whose turn ends there. */
	const char *yields;
};

/* n lines from first on (from 1). */
struct view_line *view_lines(
	const struct session *s, enum side side, uint32_t first, uint32_t n, struct arena *a);

/* The file whose lines a side shows: the scenario's, or that of the library code
 * that runs. */
const struct source *view_source(const struct session *s, enum side side);

/* The line where a side is, 0 before the first and for the module's entry. */
uint32_t view_current_line(const struct session *s, enum side side);
/* The line of the frame that waits for the running one; 0 if there is none. */
uint32_t view_caller_line(const struct session *s, enum side side);

/* Where a side is after a step: its current line and that of the frame that
 * waits, 0 if there is none. */
struct view_place {
	uint32_t line, caller;
};

/* Where a side will be after each of the next n steps, or was after each of
 * those before (back), the nearest first; returns how many there are, up to the
 * end of the run or a step in another file. */
uint32_t view_places(
	const struct session *s, enum side side, bool back, uint32_t n, struct view_place *places);

/* The first and last line of a side's program that is not blank; 0, 0 if none. */
void view_extent(const struct session *s, enum side side, uint32_t *first, uint32_t *last);

/* Frames. */

enum view_state {
	VIEW_NOTHING,
	VIEW_CREATED,
	VIEW_RUNNING,
	VIEW_WAITING,
	VIEW_SUSPENDED,
	VIEW_GONE,
	VIEW_STATE_COUNT
};

/* "CREATED", "RUNNING", …; "" for VIEW_NOTHING. */
const char *view_state_word(enum view_state state);

struct view_var {
	const char *name, *value;
	/* the value before this step if it changed; NULL if not, "" if it was not bound */
	const char *old;
	const char *brief; /* the value in fewer words; NULL if there are none */
};

/* Variables of a frame, at most. */
enum { VIEW_VARS_MOST = 20 };

struct view_frame {
	uint32_t slot, id;
	enum view_state
		state;    /* VIEW_NOTHING: nobody was in this slot yet; then nothing else counts */
	const char *name; /* "counter#1" */
	uint32_t line;
	uint32_t point;        /* SUSPENDED: ◆point */
	bool fresh;            /* made or entered by this step */
	bool changed_state;    /* by this step */
	bool kept;             /* suspended by this step */
	bool peer;             /* the program has greenlets; */
	uint32_t greenlet;     /* this is the frame's */
	const char *waits_for; /* name of the frame that it called or resumed; else NULL */
	bool in_loop;          /* it waits for the event loop that it runs */
	/* The frames that it delegates to, one after the other; of a long chain
	 * the first ones, and how many more there are. */
	const char *const *chain;
	uint32_t nchain, more;
	/* The first frame of a task: the task's name.  Of the last frame of a
	 * task's chain and of the first one, what the task waits for or what
	 * became of it: "sleep until 3.0", "ready"; else NULL. */
	const char *task, *waits;
	bool awaits; /* waits is what it waits for */
	const struct view_var *vars;
	uint32_t nvars;
};

/* The number of slots of a side, over the whole run. */
uint32_t view_slots(const struct session *s, enum side side);
/* The slot of the running frame (of the last one after the end, and while the
 * event loop runs); 0 if none. */
uint32_t view_running_slot(const struct session *s, enum side side);
/* n slots from first on (those that exist: *n is set).  Values are at most
 * `columns` columns each. */
struct view_frame *view_frames(const struct session *s, enum side side, uint32_t first, uint32_t *n,
	uint32_t columns, struct arena *a);

/* Lanes. */

enum view_mark {
	MARK_NONE,
	MARK_ENTRY,
	MARK_CREATE,
	MARK_YIELD,
	MARK_RESUME,
	MARK_RETURN,
	MARK_UNWIND,
	MARK_TRANSFER
};

struct view_lane_cell {
	uint8_t state; /* enum view_state, after the step */
	uint8_t mark;  /* enum view_mark, what this step did to the frame */
	bool error;    /* an exception was raised here, not one that merely ends a loop */
};

/* What a step does to its frame. */
enum view_mark view_mark_of(const struct step *step);

/* The cell of a slot for the step that led to m. */
struct view_lane_cell view_cell(const struct moment *m, uint32_t slot);

/* The states of n slots from first on over steps from..from + nsteps - 1, of
 * which *nsteps are left, those up to the current step: cell of slot first + i
 * at step from + j is [i * *nsteps + j].  from >= 1. */
struct view_lane_cell *view_lanes(const struct session *s, enum side side, uint32_t first,
	uint32_t n, uint64_t from, uint32_t *nsteps, struct arena *a);

/* A line of output, and the step that completed it. */
struct view_print {
	const char *text;
	size_t len;
	uint64_t step;
	size_t nth; /* from 0, over the whole run */
};

/* The lines of output that the same window completes, the oldest first: the
 * last *n of them; *n is set to their number. */
struct view_print *view_prints(const struct session *s, enum side side, uint64_t from,
	uint32_t nsteps, uint32_t *n, struct arena *a);

/* A name for the lane of a slot: of a coroutine, which has the lane for its
 * life, its own ("counter#1"), else that of the function whose calls follow
 * each other there; "" if nobody was there by now. */
const char *view_lane_name(const struct session *s, enum side side, uint32_t slot, struct arena *a);

/* Whose a lane is: the frames of a function from a step on, for a coroutine the
 * one that it has it from.  What others did in the slot is not the lane's. */
struct view_lane_owner {
	const struct code *code; /* NULL: nobody was there by now */
	uint64_t born;
};
struct view_lane_owner view_lane_owner(const struct session *s, enum side side, uint32_t slot);

/* Output. */

/* The last n lines of a side's standard output that are complete by now, the
 * oldest first; *n is set to their number. */
struct view_print *view_output(
	const struct session *s, enum side side, uint32_t *n, struct arena *a);

#endif
