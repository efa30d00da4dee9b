/*
 * record FILE...: what recording a program costs, and moving in the record:
 *
 *     FILE  steps  ns per step without a recorder, with one, difference
 *           bytes per step of the record, then with checkpoints
 *           us for steps back and for jumps: half of them, and 99 of 100
 */

#include "base/mem.h"
#include "trace/moment.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SAMPLES = 20000 };

static double now(void)
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

static void print_costs(const char *what, double *ns, size_t n)
{
	qsort(ns, n, sizeof *ns, compare_doubles);
	printf("  %s %.2f %.2f us", what, ns[n / 2] / 1e3, ns[n * 99 / 100] / 1e3);
}

static double run_time(struct program *p)
{
	double start = now();
	struct vm *vm = vm_new(&(struct vm_options){0});
	vm_run(vm, p);
	double end = now();
	vm_free(vm);
	return end - start;
}

static void measure_moves(const struct trace *t)
{
	static double back[SAMPLES], jump[SAMPLES];
	struct moment *m = moment_new(t);
	double start = now();
	moment_goto(m, trace_steps(t));
	printf("  first fold %.1f ns", (now() - start) / (double)trace_steps(t));
	for (int i = 0; i < SAMPLES; i++) {
		start = now();
		moment_back(m);
		back[i] = now() - start;
	}
	srand(1);
	for (int i = 0; i < SAMPLES; i++) {
		uint64_t k = ((uint64_t)rand() << 31 | (uint64_t)rand()) % trace_steps(t);
		start = now();
		moment_goto(m, k);
		jump[i] = now() - start;
	}
	print_costs("back", back, SAMPLES);
	print_costs("jump", jump, SAMPLES);
	moment_free(m);
}

static void measure(struct program *p, const char *path)
{
	double plain = run_time(p);
	double start = now();
	struct trace *t = trace_record(p, NULL, NULL, NULL, false);
	double recorded = now() - start;
	double steps = (double)trace_steps(t);
	double size = (double)trace_size(t);
	printf("%s  %.0f steps  %.1f %.1f +%.1f ns", path, steps, plain / steps, recorded / steps, (recorded - plain) / steps);
	measure_moves(t);
	printf("  %.2f %.2f bytes\n", size / steps, (double)trace_size(t) / steps);
	trace_free(t);
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct source s;
		struct diag d = {0};
		struct program *p = source_read(&s, argv[i], &d) ? program_compile(&s, NULL, false, &d) : NULL;
		if (!p) {
			fprintf(stderr, "%s: %s\n", argv[i], d.message);
			return EXIT_FAILURE;
		}
		measure(p, argv[i]);
		program_free(p);
		source_fini(&s);
	}
	return EXIT_SUCCESS;
}
