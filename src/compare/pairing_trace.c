#include "compare/pairing.h"

#include "base/array.h"
#include "trace/moment.h"

struct instants { ARRAY(struct instant); };

/* The first step after k at which the clock is past the time at k; 0: none.
 * The clock never goes back, so doubling steps and halving find it. */
static uint64_t next_tick(struct moment *m, uint64_t k, uint64_t last)
{
	moment_goto(m, k);
	int64_t now = moment_clock(m);
	uint64_t stride = 1, low = k, high = k;
	do {
		low = high;
		high = last - high > stride ? high + stride : last;
		stride *= 2;
		moment_goto(m, high);
	} while (moment_clock(m) == now && high < last);
	if (moment_clock(m) == now)
		return 0;
	while (high - low > 1) {
		uint64_t middle = low + (high - low) / 2;
		moment_goto(m, middle);
		if (moment_clock(m) == now)
			low = middle;
		else
			high = middle;
	}
	return high;
}

static void read_instants(const struct trace *t, struct instants *out)
{
	struct moment *m = moment_new(t);
	uint64_t last = trace_steps(t);
	for (uint64_t k = 0; k < last && (k = next_tick(m, k, last)) != 0;) {
		moment_goto(m, k);
		struct instant i = { moment_clock(m), k };
		array_push(out, i);
	}
	moment_free(m);
}

static void describe_run(const struct trace *t, enum compare_mode mode, struct pairing_run *r, struct instants *instants)
{
	size_t len;
	r->steps = trace_steps(t);
	r->lines = trace_output_lines(t, &r->nlines);
	r->output = trace_output(t, &len);
	if (mode == COMPARE_LINES)
		read_instants(t, instants);
	r->instants = instants->at;
	r->ninstants = instants->len;
}

struct pairing *pairing_of_traces(const struct trace *coroutine, const struct trace *subroutine, enum compare_mode mode)
{
	const struct trace *trace[SIDE_COUNT] = { coroutine, subroutine };
	struct pairing_run run[SIDE_COUNT] = {0};
	struct instants instants[SIDE_COUNT] = {0};
	for (int s = 0; s < SIDE_COUNT; s++) {
		if (trace[s] != NULL)
			describe_run(trace[s], mode, &run[s], &instants[s]);
	}
	struct pairing *p = pairing_new(coroutine != NULL ? &run[SIDE_COROUTINE] : NULL, subroutine != NULL ? &run[SIDE_SUBROUTINE] : NULL, mode);
	for (int s = 0; s < SIDE_COUNT; s++)
		array_fini(&instants[s]);
	return p;
}
