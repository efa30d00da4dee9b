/*
 * compare DIR [PYTHON] [NAME...]: runs the programs of DIR, not recorded, recorded
 * and, if PYTHON is not empty, under it.  Each reads from its input how much it
 * shall do; what is told is the CPU time of one operation, the difference
 * between much and little work divided by the difference of the amounts, so
 * that starting up does not count.  The best of several runs, which alternate,
 * is taken; only the ratios mean something on another machine.
 */

#include "ask.h"
#include "footprint.h"
#include "moves.h"

#include "base/mem.h"
#include "base/sbuf.h"

#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { RUNS = 5 };

/* A program, what it does in one operation, how often it does that for each
 * unit of its input, how much input, and the goals: ratios to CPython 3.11. */
struct work {
	const char *name, *operation;
	int per_unit, little, much;
	double plain_goal, recorded_goal;
};

static const struct work works[] = {
	{ "resume", "item of a generator", 1, 1000, 400000, 0.25, 0.8 },
	{ "delegate", "item through 100 yield from", 1, 100, 12000, 0.01, 0.03 },
	{ "send", "send() to a generator", 2, 500, 300000, 0.22, 0.75 },
	{ "switch", "switch of greenlets", 1, 1000, 200000, 0.22, 0.75 },
	{ "many", "generator made and resumed twice", 1, 1000, 60000, 0.21, 0.4 },
	{ "sleep", "await asyncio.sleep(0)", 2, 500, 15000, 0.05, 0.12 },
	{ "sleepers", "task that sleeps and wakes", 1, 500, 20000, 0.5, 1.0 },
	{ "call", "call of a function", 1973, 1, 150, 0.34, 0.85 },
	{ "while", "turn of a while loop", 1, 1000, 400000, 0.21, 0.55 },
	{ "for", "turn of a for loop", 1, 1000, 600000, 0.21, 0.55 },
	{ "tree", "node of a tree walked", 1023, 1, 60, 0.16, 0.5 },
	{ "queens", "placement in six queens", 152, 1, 300, 0.29, 1.0 },
	{ "attribute", "call of a method", 1, 1000, 200000, 0.34, 0.85 },
	{ "items", "number sieved", 1, 1000, 100000, 0.34, 0.85 },
};
enum { WORKS = sizeof works / sizeof *works };

/* All 0 if the program failed. */
struct result {
	double cpython, plain, recorded; /* ns per operation; cpython: 0 if not measured */
	double step, bytes;              /* ns that recording costs, and bytes, per step */
	uint64_t steps;
	struct moves moves;
};

/* Runs: CPU ns. */

static char *number_line(void *self, size_t *len)
{
	char *s = mem_strdup(self);
	*len = strlen(s);
	return s;
}

static void write_nothing(void *self, int stream, const char *text, size_t n)
{
	(void)self, (void)stream, (void)text, (void)n;
}

static const struct limits no_limits = { .steps = INT64_MAX / 2, .memory = (size_t)4 << 30 };

/* 0 if the program fails. */
static double run_plain(struct program *p, struct host host)
{
	struct vm_options o = { .host = host, .limits = no_limits };
	double start = bench_now();
	struct vm *vm = vm_new(&o);
	vm_run(vm, p);
	double end = bench_now();
	int status = vm_exit_status(vm);
	vm_free(vm);
	return status == 0 ? end - start : 0;
}

/* *steps and *bytes and, if wanted, what moving in the record costs. */
static double run_recorded(struct program *p, struct host host, struct result *r, bool moves)
{
	double start = bench_now();
	struct trace *t = trace_record(p, &no_limits, &host, NULL, false);
	double end = bench_now();
	r->steps = trace_steps(t);
	r->bytes = (double)trace_size(t) / (double)r->steps;
	if (moves)
		r->moves = moves_measure(t);
	trace_free(t);
	return end - start;
}

static void become(const char *python, const char *path, const char *number)
{
	int fd[2];
	int null = open("/dev/null", O_WRONLY);
	if (pipe(fd) != 0 || write(fd[1], number, strlen(number)) < 0)
		_exit(127);
	dup2(fd[0], 0);
	dup2(null, 1);
	dup2(null, 2);
	close(fd[0]);
	close(fd[1]);
	execl(python, python, path, (char *)NULL);
	_exit(127);
}

/* 0 if it cannot run the program. */
static double run_cpython(const char *python, const char *path, const char *number)
{
	struct rusage u;
	int status;
	pid_t child = fork();
	if (child == 0)
		become(python, path, number);
	if (child < 0 || wait4(child, &status, 0, &u) != child || status != 0)
		return 0;
	return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1e9 +
		(double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) * 1e3;
}

/* Measuring. */

/* The best times of one program, with little and with much work. */
struct times {
	double cpython[2], plain[2], recorded[2];
};

static void take_best(double *best, double time)
{
	if (*best == 0 || time < *best)
		*best = time;
}

static void run_once(struct program *p, const struct work *w, const char *python, struct times *t,
	struct result *r, bool last)
{
	const int amounts[] = { w->little, w->much };
	for (int i = 0; i < 2; i++) {
		char number[16];
		snprintf(number, sizeof number, "%d", amounts[i]);
		struct host host = { number, write_nothing, number_line };
		take_best(&t->plain[i], run_plain(p, host));
		take_best(&t->recorded[i], run_recorded(p, host, r, last && i == 1));
		if (*python)
			take_best(&t->cpython[i], run_cpython(python, p->source->path, number));
	}
}

static double per_operation(const struct work *w, const double times[2])
{
	return times[0] == 0
		? 0
		: (times[1] - times[0]) / ((double)(w->much - w->little) * w->per_unit);
}

static struct result measure(struct program *p, const struct work *w, const char *python)
{
	struct times t = { 0 };
	struct result r = { 0 };
	for (int i = 0; i < RUNS; i++)
		run_once(p, w, python, &t, &r, i == RUNS - 1);
	if (t.plain[0] == 0)
		return (struct result){ 0 };
	r.cpython = per_operation(w, t.cpython);
	r.plain = per_operation(w, t.plain);
	r.recorded = per_operation(w, t.recorded);
	r.step = (t.recorded[1] - t.plain[1]) / (double)r.steps;
	return r;
}

/* The table. */

static void print_head(void)
{
	printf("%-10s %-33s %8s | %8s %6s %6s | %8s %6s %6s | %8s %8s %6s %6s %6s\n", "",
		"CPU ns of one", "CPython", "plain", "ratio", "goal", "recorded", "ratio", "goal",
		"steps", "+ns/step", "bytes", "back", "jump");
}

static void print_ratio(double ns, double cpython, double goal)
{
	if (cpython > 0)
		printf(" %8.1f %6.2f", ns, ns / cpython);
	else
		printf(" %8.1f %6s", ns, "-");
	printf(" %6.2f |", goal);
}

static void print_result(const struct work *w, const struct result *r)
{
	printf("%-10s %-33s", w->name, w->operation);
	if (r->plain == 0) {
		puts(" does not run");
		return;
	}
	if (r->cpython > 0)
		printf(" %8.1f |", r->cpython);
	else
		printf(" %8s |", "-");
	print_ratio(r->plain, r->cpython, w->plain_goal);
	print_ratio(r->recorded, r->cpython, w->recorded_goal);
	printf(" %8llu %8.1f %6.2f %6.1f %6.1f\n", (unsigned long long)r->steps, r->step, r->bytes,
		r->moves.back, r->moves.jump);
	fflush(stdout);
}

static void print_footprint(const char *how, struct footprint f, struct footprint cpython)
{
	printf("%-10s %-33s %8.0f bytes", "", how, f.bytes);
	if (cpython.bytes > 0)
		printf(" %5.2f x", f.bytes / cpython.bytes);
	printf(" %10.0f ns", f.ns);
	if (cpython.ns > 0)
		printf(" %5.2f x", f.ns / cpython.ns);
	putchar('\n');
	fflush(stdout);
}

/* Of each of very many that wait at the same time. */
enum { FEW_TASKS = 1000, MANY_TASKS = 100000 };

static void print_footprints(struct program *p, const char *python)
{
	struct footprint cpython = footprint_of_python(
		python, p->source->path, FEW_TASKS, MANY_TASKS);
	printf("%-10s of 100,000 tasks each one takes\n", "");
	if (cpython.bytes > 0)
		print_footprint("  CPython", cpython, (struct footprint){ 0 });
	print_footprint("  plain", footprint_of_machine(p, FEW_TASKS, MANY_TASKS, false), cpython);
	print_footprint(
		"  recorded", footprint_of_machine(p, FEW_TASKS, MANY_TASKS, true), cpython);
}

static bool bench(const char *dir, const char *python, const struct work *w)
{
	struct sbuf path = { 0 };
	struct source s;
	struct diag d = { 0 };
	sbuf_printf(&path, "%s/%s.py", dir, w->name);
	struct program *p = source_read(&s, path.text, &d) ? program_compile(&s, NULL, false, &d)
							   : NULL;
	if (p) {
		struct result r = measure(p, w, python);
		print_result(w, &r);
		if (strcmp(w->name, "sleepers") == 0)
			print_footprints(p, python);
		program_free(p);
	} else {
		fprintf(stderr, "%s: %s\n", path.text, d.message);
	}
	source_fini(&s);
	sbuf_fini(&path);
	return p != NULL;
}

static bool is_wanted(const char *name, char **names, int n)
{
	for (int i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return n == 0;
}

/* What one run has freed the next one uses: else the kernel's work of taking it back
 * and giving it again is half of a recorded step, and by chance in one build and not
 * in another. */
static void keep_memory(void)
{
	mallopt(M_MMAP_THRESHOLD, 32 << 20);
	mallopt(M_TRIM_THRESHOLD, 1 << 30);
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		fputs("usage: compare DIR [PYTHON [NAME...]]\n", stderr);
		return 2;
	}
	const char *python = argc > 2 ? argv[2] : "";
	bool fine = true;
	keep_memory();
	print_head();
	for (int i = 0; i < WORKS; i++)
		if (is_wanted(works[i].name, argv + 3, argc > 3 ? argc - 3 : 0))
			fine &= bench(argv[1], python, &works[i]);
	if (is_wanted("ask", argv + 3, argc > 3 ? argc - 3 : 0))
		fine &= ask_measure();
	return !fine;
}
