#include "compare/measure.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/text/scenario.h"
#include "vm/value/vm.h"

#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <ucontext.h>

#define X(name, word, way) [MEASURE_##name] = { word, way },
const struct measure_info measure_infos[MEASURE_KIND_COUNT] = { MEASURES(X) };
#undef X

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* A function of C.  Neither may the compiler leave the calls out nor put the
 * function in their place. */

static __attribute__((noinline)) void count_up(unsigned *count)
{
	++*count;
	__asm__ volatile("" : : "r"(count) : "memory");
}

static bool time_c_calls(unsigned n, double *ns)
{
	unsigned count = 0;
	double start = now();
	for (unsigned i = 0; i < n; i++)
		count_up(&count);
	*ns = now() - start;
	return count == n;
}

/* The engine: what a program takes that goes there and back n times, less what
 * its loops take alone. */

/* What the program printed last. */
static void keep_output(void *self, int stream, const char *text, size_t n)
{
	if (stream == 1)
		sbuf_bytes(self, text, n);
}

static bool run_program(const struct source *src, double *ns, struct sbuf *printed)
{
	struct diag d = { 0 };
	struct program *p = program_compile(src, NULL, false, &d);
	assert(p != NULL && "the programs are our own");
	struct vm *vm = vm_new(
		&(struct vm_options){ .host = { .self = printed, .write = keep_output },
			.limits = { .steps = INT64_MAX } });
	double start = now();
	bool fine = vm_run(vm, p) == RUN_FINISHED;
	*ns = now() - start;
	vm_free(vm);
	program_free(p);
	return fine;
}

/* Runs a program in which N stands for n; it must print n. */
static bool time_program(const char *text, unsigned n, double *ns)
{
	struct sbuf source = { 0 }, printed = { 0 }, expected = { 0 };
	struct scenario sc;
	struct diag d = { 0 };
	sbuf_printf(&source, "N = %u\n%s", n, text);
	sbuf_printf(&expected, "%u\n", n);
	bool read = scenario_from_text(&sc, "measure.py", source.text, source.len, &d);
	bool fine = read && run_program(&sc.source, ns, &printed) &&
		strcmp(sbuf_cstr(&printed), expected.text) == 0;
	scenario_fini(&sc);
	sbuf_fini(&source);
	sbuf_fini(&printed);
	sbuf_fini(&expected);
	return fine;
}

static const char loop_program[] =
	"def run():\n"
	"    t = 0\n"
	"    for i in range(N):\n"
	"        t += 1\n"
	"    return t\n"
	"print(run())\n";

static const char call_program[] =
	"def f():\n"
	"    return 1\n"
	"def run():\n"
	"    t = 0\n"
	"    for i in range(N):\n"
	"        t += f()\n"
	"    return t\n"
	"print(run())\n";

/* Two loops: one in the coroutine, one around it. */
static const char coroutine_program[] =
	"def ones():\n"
	"    for i in range(N):\n"
	"        yield 1\n"
	"def run():\n"
	"    t = 0\n"
	"    for one in ones():\n"
	"        t += one\n"
	"    return t\n"
	"print(run())\n";

static const char peers_program[] =
	"from greenlet import getcurrent, greenlet\n"
	"main = getcurrent()\n"
	"def other():\n"
	"    while True:\n"
	"        main.switch(1)\n"
	"def run():\n"
	"    t = 0\n"
	"    g = greenlet(other)\n"
	"    for i in range(N):\n"
	"        t += g.switch()\n"
	"    return t\n"
	"print(run())\n";

static const char two_loops_program[] =
	"def run():\n"
	"    t = 0\n"
	"    for i in range(N):\n"
	"        t += 1\n"
	"    for i in range(N):\n"
	"        pass\n"
	"    return t\n"
	"print(run())\n";

static bool time_difference(const char *program, const char *loops, unsigned n, double *ns)
{
	double with, without;
	if (!time_program(loops, n, &without) || !time_program(program, n, &with))
		return false;
	*ns = with > without ? with - without : 0;
	return true;
}

static bool time_calls(unsigned n, double *ns)
{
	return time_difference(call_program, loop_program, n, ns);
}

static bool time_coroutine(unsigned n, double *ns)
{
	return time_difference(coroutine_program, two_loops_program, n, ns);
}

static bool time_peers(unsigned n, double *ns)
{
	return time_difference(peers_program, loop_program, n, ns);
}

/* Stacks of the processor. */

enum { STACK_BYTES = 65536 };

struct stacks {
	ucontext_t here, there;
	unsigned count;
};

/* makecontext passes ints alone: the halves of an address. */
static void answer_on_stack(unsigned high, unsigned low)
{
	struct stacks *s = (struct stacks *)(uintptr_t)((uint64_t)high << 32 | low);
	for (;;) {
		s->count++;
		swapcontext(&s->there, &s->here);
	}
}

static bool time_stacks(unsigned n, double *ns)
{
	struct stacks *s = mem_calloc(1, sizeof *s);
	char *stack = mem_alloc(STACK_BYTES);
	uint64_t address = (uintptr_t)s;
	getcontext(&s->there);
	s->there.uc_stack.ss_sp = stack;
	s->there.uc_stack.ss_size = STACK_BYTES;
	makecontext(&s->there, (void (*)(void))answer_on_stack, 2, (unsigned)(address >> 32),
		(unsigned)address);
	double start = now();
	for (unsigned i = 0; i < n; i++)
		swapcontext(&s->here, &s->there);
	*ns = now() - start;
	bool fine = s->count == n;
	mem_free(stack);
	mem_free(s);
	return fine;
}

/* Threads.  Both are kept on one processor, so that each handover is a switch. */

struct handover {
	pthread_mutex_t lock;
	pthread_cond_t changed;
	bool there; /* whose turn it is */
	unsigned left, count;
};

static void hand_over(struct handover *h, bool there)
{
	h->there = there;
	pthread_cond_signal(&h->changed);
}

static void wait_turn(struct handover *h, bool there)
{
	while (h->there != there)
		pthread_cond_wait(&h->changed, &h->lock);
}

static void *answer_on_thread(void *self)
{
	struct handover *h = self;
	pthread_mutex_lock(&h->lock);
	for (unsigned left = h->left; left > 0; left--) {
		wait_turn(h, true);
		h->count++;
		hand_over(h, false);
	}
	pthread_mutex_unlock(&h->lock);
	return NULL;
}

/* Keeps the calling thread, and those that it makes, on one processor. */
static bool pin(cpu_set_t *before)
{
	cpu_set_t one;
	int cpu = sched_getcpu();
	if (cpu < 0 || sched_getaffinity(0, sizeof *before, before) != 0)
		return false;
	CPU_ZERO(&one);
	CPU_SET((size_t)cpu, &one);
	return sched_setaffinity(0, sizeof one, &one) == 0;
}

static void go_and_come(struct handover *h, unsigned n)
{
	pthread_mutex_lock(&h->lock);
	for (unsigned i = 0; i < n; i++) {
		hand_over(h, true);
		wait_turn(h, false);
	}
	pthread_mutex_unlock(&h->lock);
}

static bool time_threads(unsigned n, double *ns)
{
	struct handover h = {
		.lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER, .left = n
	};
	cpu_set_t before;
	pthread_t other;
	if (!pin(&before))
		return false;
	bool made = pthread_create(&other, NULL, answer_on_thread, &h) == 0;
	double start = now();
	if (made)
		go_and_come(&h, n);
	*ns = now() - start;
	if (made)
		pthread_join(other, NULL);
	sched_setaffinity(0, sizeof before, &before);
	return made && h.count == n;
}

/* Runs. */

static const struct {
	bool (*time)(unsigned n, double *ns);
	unsigned n; /* as many as make a run long against the clock's grain */
	const char *failure;
} ways[MEASURE_KIND_COUNT] = {
	[MEASURE_C_CALL] = { time_c_calls, 2000000, "the loop did not make its calls" },
	[MEASURE_CALL] = { time_calls, 100000, "the program did not make its calls" },
	[MEASURE_COROUTINE] = { time_coroutine, 100000,
		"the coroutine was not resumed as often as it should" },
	[MEASURE_PEERS] = { time_peers, 100000,
		"the peers did not switch as often as they should" },
	[MEASURE_STACK] = { time_stacks, 50000,
		"the other stack was not switched to as often as it should" },
	[MEASURE_THREAD] = { time_threads, 3000, "no two threads could be kept on one processor" },
};

static int by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

/* The value below which a share of the sorted ones lies. */
static double quantile(const double *sorted, unsigned n, double share)
{
	double at = share * (n - 1);
	unsigned below = (unsigned)at;
	double rest = at - below;
	return below + 1 < n ? sorted[below] * (1 - rest) + sorted[below + 1] * rest
			     : sorted[below];
}

struct measure measure(enum measure_kind kind, unsigned runs, unsigned n)
{
	struct measure m = { .why = ways[kind].failure };
	double *each = mem_calloc(runs, sizeof *each), first;
	bool fine = ways[kind].time(n, &first); /* what is done for the first time takes longer */
	for (unsigned i = 0; i < runs && fine; i++) {
		fine = ways[kind].time(n, &each[i]);
		each[i] /= n;
	}
	if (fine) {
		qsort(each, runs, sizeof *each, by_size);
		m = (struct measure){ true, NULL, quantile(each, runs, 0.25),
			quantile(each, runs, 0.5), quantile(each, runs, 0.75) };
	}
	mem_free(each);
	return m;
}

/* Telling. */

enum { RUNS = 15 };

static void put_row(enum measure_kind kind, const struct measure *m, const struct measure *call,
	struct sbuf *out)
{
	sbuf_printf(out, "  %-26s", measure_infos[kind].name);
	if (m->done)
		sbuf_printf(out, "%10.1f%10.1f -%9.1f", m->median, m->low, m->high);
	else
		sbuf_printf(out, "  not measured: %s", m->why);
	if (m->done && call->done && call->median > 0)
		sbuf_printf(out, "%9.2f", m->median / call->median);
	sbuf_printf(out, "\n    %s\n", measure_infos[kind].way);
}

void measure_tell(struct sbuf *out)
{
	struct measure m[MEASURE_KIND_COUNT];
	for (int i = 0; i < MEASURE_KIND_COUNT; i++)
		m[i] = measure((enum measure_kind)i, RUNS, ways[i].n);
	sbuf_printf(out, "Once there and back, in ns: %d runs on this machine.\n\n", RUNS);
	sbuf_printf(out, "  %-26s%10s%21s%9s\n", "", "median", "quartiles", "ratio");
	for (int i = 0; i < MEASURE_KIND_COUNT; i++)
		put_row((enum measure_kind)i, &m[i], &m[MEASURE_CALL], out);
	sbuf_str(out,
		"\n"
		"The ratio is to a call in the engine, in whose place a coroutine or a peer would\n"
		"stand. These three are interpreted, run without a record, and are measured as\n"
		"the difference between a loop with them and the same loop without. swapcontext\n"
		"asks the kernel for the signal mask each time; without that one is faster.\n"
		"The threads are on one processor, where a handover is one switch by the kernel;\n"
		"on two it would be a message between processors. Nothing else is in the numbers:\n"
		"no work, no cache that another task has emptied, no lock that is fought for.\n"
		"Where the quartiles are far apart, something else was running: measure again.\n");
}
