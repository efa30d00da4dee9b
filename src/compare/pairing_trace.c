/* A pairing of recorded runs: what pairing.h asks of a run, read from its trace. */

#include "compare/pairing.h"

#include "base/array.h"
#include "trace/tasks.h"

struct instants {
	ARRAY(struct instant);
};

/* The times of a run that are seen after a step, the last one of each step. */
static void read_instants(const struct trace *t, struct instants *out)
{
	uint32_t n;
	const struct trace_instant *times = trace_instants(t, &n);
	uint64_t last = trace_steps(t);
	for (uint32_t i = 1; i < n; i++) {
		uint64_t step = times[i].step < last ? times[i].step : last;
		if (i + 1 < n && times[i + 1].step <= step)
			continue;
		struct instant instant = { times[i].ns, step };
		array_push(out, instant);
	}
}

static void describe_run(const struct trace *t, enum compare_mode mode, struct pairing_run *r,
	struct instants *instants)
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

struct pairing *pairing_of_traces(
	const struct trace *coroutine, const struct trace *subroutine, enum compare_mode mode)
{
	const struct trace *trace[SIDE_COUNT] = { coroutine, subroutine };
	struct pairing_run run[SIDE_COUNT] = { 0 };
	struct instants instants[SIDE_COUNT] = { 0 };
	for (int s = 0; s < SIDE_COUNT; s++) {
		if (trace[s] != NULL)
			describe_run(trace[s], mode, &run[s], &instants[s]);
	}
	struct pairing *p = pairing_new(coroutine != NULL ? &run[SIDE_COROUTINE] : NULL,
		subroutine != NULL ? &run[SIDE_SUBROUTINE] : NULL, mode);
	for (int s = 0; s < SIDE_COUNT; s++)
		array_fini(&instants[s]);
	return p;
}
