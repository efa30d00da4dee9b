#ifndef COSUB_SESSION_VIEW_TIMELINE_H
#define COSUB_SESSION_VIEW_TIMELINE_H

/*
 * The tasks of a run on its virtual time: a column for each turn of a task, in
 * the order of the run, and between them columns in which time goes by.  So
 * one column has one task that runs, however many run at the same time of the
 * clock.  Where no time passes at all, columns are steps.
 */

#include "base/arena.h"
#include "session/core/session.h"

struct timeline_column {
	uint64_t from, to; /* its steps; what stands in it is how things are after `to` */
	uint32_t instant;  /* ... and not later than this (trace_instants) */
	uint32_t task;     /* that runs; TASK_NONE: none, or whoever does (columns of steps) */
	bool idle;         /* nobody runs while time goes by */
	bool loop;         /* the event loop runs: the column of the step after a turn */
	bool turns;        /* false: a column of steps */
};

struct timeline {
	struct timeline_column *at;
	uint32_t n; /* the last one is that of the current step */
	bool cut;   /* there are columns before the first */
};

/* What stands in a column of a task. */
enum time_cell {
	TIME_NOTHING,
	TIME_READY,
	TIME_RUNS,
	TIME_POINT,
	TIME_WAITS,
	TIME_DONE,
	TIME_FAILED
};

/* Whether the run of a side has tasks, and whether time passes in it. */
bool timeline_has_tasks(const struct session *s, enum side side);
bool timeline_has_time(const struct session *s, enum side side);

/* The tasks that have lanes, over the whole run. */
uint32_t timeline_tasks(const struct session *s, enum side side);
/* The one whose lane should be in sight: that of the current step. */
uint32_t timeline_current(const struct session *s, enum side side);
/* Its name: as it is by now, or will be. */
const char *timeline_name(const struct session *s, enum side side, uint32_t task, struct arena *a);

/* The columns up to the current step, at most `width` (at least 1): if the
 * whole run has room, the time between two turns gets columns in proportion. */
struct timeline timeline_columns(
	const struct session *s, enum side side, uint32_t width, struct arena *a);

/* What stands in the columns of a task: enum time_cell, one byte each. */
uint8_t *timeline_cells(const struct session *s, enum side side, const struct timeline *t,
	uint32_t task, struct arena *a);

/* The column of a step. */
uint32_t timeline_column_of(const struct timeline *t, uint64_t step);

/* "1.5": the time of a column. */
const char *timeline_time(
	const struct session *s, enum side side, const struct timeline_column *c, struct arena *a);

#endif
