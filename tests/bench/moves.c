/* How long moves to another step take. */

#include "moves.h"

#include "trace/moment.h"

#include <stdlib.h>
#include <time.h>

/* At most so many, and no more after so long (ns). */
enum { SAMPLES = 5000, PATIENCE = 200000000 };

struct samples {
	double ns[SAMPLES];
	double total;
	size_t n;
};

double bench_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static int compare_doubles(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

static double usual_worst(struct samples *s)
{
	qsort(s->ns, s->n, sizeof *s->ns, compare_doubles);
	return s->ns[s->n * 99 / 100] / 1e3;
}

/* Whether another sample is wanted after this one. */
static bool add_sample(struct samples *s, double ns)
{
	s->ns[s->n++] = ns;
	s->total += ns;
	return s->n < SAMPLES && s->total < (double)PATIENCE;
}

static double time_back(struct moment *m)
{
	double start = bench_now();
	moment_back(m);
	return bench_now() - start;
}

static double time_jump(struct moment *m, uint64_t step)
{
	double start = bench_now();
	moment_goto(m, step);
	return bench_now() - start;
}

struct moves moves_measure(const struct trace *t)
{
	struct samples back = { 0 }, jump = { 0 };
	struct moment *m = moment_new(t);
	moment_goto(m, trace_steps(t));
	while (add_sample(&back, time_back(m)))
		;
	srand(1);
	while (add_sample(
		&jump, time_jump(m, ((uint64_t)rand() << 31 | (uint64_t)rand()) % trace_steps(t))))
		;
	moment_free(m);
	return (struct moves){ usual_worst(&back), usual_worst(&jump) };
}
