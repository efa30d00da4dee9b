#include "walk.h"

#include "base/mem.h"
#include "base/sbuf.h"

#include <check.h>

#include <stdlib.h>
#include <string.h>

char *walk_dump(const struct moment *m)
{
	struct sbuf b = { 0 };
	moment_dump(m, &b);
	return sbuf_take(&b);
}

/* What each moment is when a fresh one walks there. */
static char **walk(const struct trace *t)
{
	uint64_t n = trace_steps(t);
	char **dumps = mem_calloc(n + 1, sizeof *dumps);
	struct moment *m = moment_new(t);
	for (uint64_t k = 0; k <= n; k++) {
		ck_assert_uint_eq(moment_step(m), k);
		dumps[k] = walk_dump(m);
		ck_assert_int_eq(moment_forward(m), k < n);
	}
	moment_free(m);
	return dumps;
}

static void check(const struct moment *m, char **dumps, const char *how)
{
	char *got = walk_dump(m);
	ck_assert_msg(strcmp(got, dumps[moment_step(m)]) == 0, "moment %d %s:\n%s\n--- is not\n%s",
		(int)moment_step(m), how, got, dumps[moment_step(m)]);
	mem_free(got);
}

static void check_back(const struct trace *t, char **dumps)
{
	struct moment *m = moment_new(t);
	moment_goto(m, trace_steps(t));
	check(m, dumps, "at the end");
	while (moment_back(m))
		check(m, dumps, "going back");
	ck_assert_uint_eq(moment_step(m), 0);
	while (moment_forward(m))
		check(m, dumps, "going forward again");
	moment_free(m);
}

static void check_jumps(const struct trace *t, char **dumps)
{
	struct moment *m = moment_new(t);
	srand(1);
	for (int i = 0; i < 300; i++) {
		moment_goto(m, (uint64_t)rand() % (trace_steps(t) + 1));
		check(m, dumps, "after a jump");
		for (int k = rand() % 8; k > 0; k--) {
			if (rand() % 3 ? moment_back(m) : moment_forward(m))
				check(m, dumps, "after a jump and a step");
		}
	}
	moment_free(m);
}

void walk_check(const struct trace *t)
{
	char **dumps = walk(t);
	check_back(t, dumps);
	check_jumps(t, dumps);
	for (uint64_t k = 0; k <= trace_steps(t); k++)
		mem_free(dumps[k]);
	mem_free(dumps);
}
