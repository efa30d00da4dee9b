#ifndef COSUB_COMPARE_COST_H
#define COSUB_COMPARE_COST_H

/*
 * What a run did, in numbers that are the same on every machine: counted over
 * the facts of its record.  What such things cost in time is measure.h's.
 */

#include "compare/facts.h"
#include "lang/text/scenario.h"

struct sbuf;

/* Name in the table, how it is written, what is counted. */
/* clang-format off */
#define COSTS(X) \
	X(STEPS, "steps", COUNT, "everything at which one may stop") \
	X(LINES, "lines begun", COUNT, "lines of the source that were begun") \
	X(CALLS, "calls", COUNT, "frames that were entered") \
	X(RETURNS, "returns", COUNT, "frames that ended by a return") \
	X(UNWINDS, "ends by exceptions", COUNT, \
		"frames that were ended by an exception or closed") \
	X(SUSPENSIONS, "suspensions", COUNT, \
		"times that a frame gave way by yield, yield from or await") \
	X(RESUMES, "resumes", COUNT, "times that one went on") \
	X(TRANSFERS, "transfers", COUNT, "switches between peers") \
	X(DEEPEST, "deepest nesting", COUNT, "frames of which each waits for the next, at most") \
	X(FRAMES, "frames at most", COUNT, "frames at a time that had not ended") \
	X(MEMORY, "memory of frames", BYTES, "what those took, at most") \
	X(CLOCK, "virtual time", SECONDS, "the clock of the program at its end")
/* clang-format on */

#define X(name, word, unit, doc) COST_##name,
enum cost_kind { COSTS(X) COST_KIND_COUNT };
#undef X

enum cost_unit { COST_COUNT, COST_BYTES, COST_SECONDS /* ns */ };
struct cost_info {
	const char *name;
	enum cost_unit unit;
	const char *doc;
};
extern const struct cost_info cost_infos[COST_KIND_COUNT];

struct cost {
	uint64_t n[COST_KIND_COUNT];
};

/* Counts the facts of a source, to its end. */
struct cost cost_of(const struct fact_source *s);
struct cost cost_of_trace(const struct trace *t);

/* Appends a table of a column for each side that is there. */
void cost_tell(const struct trace *const trace[SIDE_COUNT], struct sbuf *out);

#endif
