#ifndef COSUB_COMPARE_PAIRING_H
#define COSUB_COMPARE_PAIRING_H

/*
 * The schedule by which two runs are walked together: a row of pairs (step of
 * the coroutine run, step of the subroutine run), made once, so that stepping
 * forward, back and jumping move both sides consistently.
 *
 * The runs meet at beats.  Between two beats the steps pair one to one, and
 * the side that has done its steps first waits at the beat until the other
 * gets there.  Pair 0 is (0, 0); the last pair is the end of both runs.  Only
 * the beats are stored, so a schedule takes memory by lines of output and not
 * by steps.
 *
 * What a beat is depends on how the programs are compared:
 *   COMPARE_OUTPUT  a line of output that both print, in the same order
 *   COMPARE_RESULT  the same
 *   COMPARE_LINES   an instant of virtual time that both clocks have reached;
 *                   when no clock moves, the places where both have printed
 *                   the same lines in whatever order
 *   COMPARE_NONE    there is none
 */

#include "lang/text/scenario.h"
#include "trace/trace.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pairing;

/* What both sides have done at a beat. */
enum beat_kind {
	BEAT_LINE,    /* printed the same line */
	BEAT_LINES,   /* printed the same lines, in whatever order */
	BEAT_INSTANT, /* come to the same time */
};

struct pair {
	uint64_t step[SIDE_COUNT];
	bool waits[SIDE_COUNT]; /* at the next beat, for the other side */
	bool beat;              /* both sides meet here */
};

/* Where the outputs first part in the sense of the comparison. */
struct difference {
	bool found;
	bool has_line[SIDE_COUNT]; /* false: this side printed no (further) line there */
	size_t line[SIDE_COUNT];   /* index of the line in the side's output */
	uint64_t step[SIDE_COUNT]; /* that printed it; the side's last step if it printed none */
};

/* An instant of virtual time and the first step at which the clock shows it. */
struct instant {
	int64_t time; /* ns */
	uint64_t step;
};

/* What a schedule needs to know of a run; all is borrowed for the call. */
struct pairing_run {
	uint64_t steps;
	const struct output_line *lines;
	size_t nlines;
	const char *output;             /* what the lines' at and len point into */
	const struct instant *instants; /* ascending, without the time 0 of the start */
	size_t ninstants;
};

/* The schedule of two runs; either may be NULL: then the other walks alone and
 * there are no beats.  The caller frees it with pairing_free. */
struct pairing *pairing_new(const struct pairing_run *coroutine,
	const struct pairing_run *subroutine, enum compare_mode mode);

/* The same from two records, either of which may be NULL. */
struct pairing *pairing_of_traces(
	const struct trace *coroutine, const struct trace *subroutine, enum compare_mode mode);

/* What its beats are, if it has any. */
enum beat_kind pairing_beat_kind(const struct pairing *p);

void pairing_free(struct pairing *p);

/* The index of the last pair; 0 if nothing ran. */
uint64_t pairing_last(const struct pairing *p);

/* Pair i, i <= pairing_last: O(log beats). */
struct pair pairing_at(const struct pairing *p, uint64_t i);

/* The first pair in which side is at the step: O(log beats).  A step past the
 * end counts as the last; for a side that is not there the result is 0. */
uint64_t pairing_find(const struct pairing *p, enum side side, uint64_t step);

size_t pairing_beats(const struct pairing *p);
/* The next pair after i (the last before i) that is a beat: true and *at. */
bool pairing_beat_after(const struct pairing *p, uint64_t i, uint64_t *at);
bool pairing_beat_before(const struct pairing *p, uint64_t i, uint64_t *at);

/* Where the programs do not agree; !found if they do, if there is only one, or
 * with COMPARE_NONE. */
struct difference pairing_difference(const struct pairing *p);

#endif
