/*
 * Runs every program of tests/programs and compares what it does with what
 * CPython 3.11 did (make oracle keeps that beside it):
 *
 *     NAME.py     the program
 *     NAME.out    what it prints
 *     NAME.err    what it leaves on standard error, without the lines of carets,
 *                 with 0x... for addresses; not there if that is nothing
 *     NAME.steps  its steps (steps.h), cut at 400; the last line is the exit
 *                 status and the exception that ended it
 *
 * Each program is a test of its own, named GROUP/NAME: it runs once with a
 * recorder and once without, and no reference may be lost.
 */

#include "base/array.h"
#include "base/diag.h"
#include "base/mem.h"
#include "export/jsonl.h"
#include "lang/code/code.h"
#include "lang/text/scenario.h"
#include "rows.h"
#include "steps.h"
#include "trace/trace.h"
#include "vm/eval/finalize.h"
#include "vm/value/machine.h"
#include "vm/value/vm.h"

#include <check.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "tests/programs/"

enum { MOST_STEPS = 400 };

/* Filled once, before the first test, and never freed. */
static glob_t programs;
static TTest *tests;
static struct {
	ARRAY(char *);
} groups;

/* What a run leaves behind. */
struct result {
	struct sbuf out, err;
	struct sbuf steps; /* with the end as its last line */
	size_t lost;       /* objects that nothing holds and that are not gone */
};

static void result_fini(struct result *r)
{
	sbuf_fini(&r->out);
	sbuf_fini(&r->err);
	sbuf_fini(&r->steps);
}

/* Files. */

/* Appends the file's text; false if there is none. */
static bool read_file(const char *path, struct sbuf *out)
{
	FILE *f = fopen(path, "r");
	char part[4096];
	size_t n;
	if (f == NULL)
		return false;
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		sbuf_bytes(out, part, n);
	fclose(f);
	return true;
}

/* The file of the same name with another ending. */
static bool read_beside(const char *path, const char *ending, struct sbuf *out)
{
	struct sbuf name = { 0 };
	sbuf_bytes(&name, path, strlen(path) - strlen(".py"));
	sbuf_str(&name, ending);
	bool found = read_file(name.text, out);
	sbuf_fini(&name);
	return found;
}

static void read_expected(const char *path, struct result *r)
{
	bool recorded = read_beside(path, ".out", &r->out) &&
		read_beside(path, ".steps", &r->steps);
	ck_assert_msg(recorded, "%s: nothing is recorded for it", path);
	read_beside(path, ".err", &r->err);
}

/* Running. */

static void write_result(void *self, int stream, const char *text, size_t n)
{
	struct result *r = self;
	sbuf_bytes(stream == 1 ? &r->out : &r->err, text, n);
}

static char *no_line(void *self, size_t *len)
{
	(void)self;
	(void)len;
	return NULL;
}

static bool write_text(void *self, const char *text, size_t n)
{
	sbuf_bytes(self, text, n);
	return true;
}

/* exception is NULL if there was none. */
static void put_end(struct sbuf *steps, int status, const char *exception)
{
	sbuf_printf(steps, "end %d", status);
	if (exception != NULL)
		sbuf_printf(steps, " %.*s", (int)strcspn(exception, "\n"), exception);
	sbuf_char(steps, '\n');
}

static void run_watched(struct program *p, const char *input, struct result *r)
{
	struct host host = { r, write_result, no_line };
	struct trace *t = trace_record(p, NULL, &host, input, false);
	struct sbuf json = { 0 };
	struct export_sink sink = { &json, write_text };
	ck_assert(jsonl_write(t, &sink));
	ck_assert(steps_from_jsonl(sbuf_cstr(&json), json.len, MOST_STEPS, &r->steps));
	put_end(&r->steps, trace_exit_status(t),
		trace_end(t) == TRACE_UNCAUGHT ? trace_end_text(t) : NULL);
	sbuf_fini(&json);
	trace_free(t);
}

static void run_alone(struct program *p, struct result *r)
{
	struct vm_options o = { .host = { r, write_result, no_line } };
	struct vm *vm = vm_new(&o);
	uint32_t birth = vm->births;
	bool uncaught = vm_run(vm, p) == RUN_EXCEPTION;
	put_end(&r->steps, vm_exit_status(vm), uncaught ? vm_end_text(vm) : NULL);
	r->lost = finalize_lost(vm, birth);
	vm_free(vm);
}

/* Comparing. */

/* Leaves out the lines that only mark a part of the line above them. */
static void drop_carets(struct sbuf *b)
{
	struct sbuf kept = { 0 };
	for (const char *line = sbuf_cstr(b); *line != '\0';) {
		size_t n = strcspn(line, "\n");
		bool marks = memchr(line, '^', n) != NULL && strspn(line, " |^~") == n;
		n += line[n] == '\n';
		if (!marks)
			sbuf_bytes(&kept, line, n);
		line += n;
	}
	sbuf_fini(b);
	*b = kept;
}

static void hide_addresses(struct sbuf *b)
{
	struct sbuf kept = { 0 };
	for (const char *at = sbuf_cstr(b); *at != '\0';) {
		size_t n = strncmp(at, "0x", 2) == 0 ? strspn(at + 2, "0123456789abcdef") : 0;
		if (n >= 6) {
			sbuf_str(&kept, "0x...");
			at += n + 2;
		} else {
			sbuf_char(&kept, *at++);
		}
	}
	sbuf_fini(b);
	*b = kept;
}

/* Tells the first rows in which the texts differ; appends nothing if they are
 * the same. */
static void put_difference(
	struct sbuf *report, const char *what, struct sbuf *expected, struct sbuf *got)
{
	struct sbuf how = { 0 };
	if (rows_differ(sbuf_cstr(expected), sbuf_cstr(got), &how))
		sbuf_printf(report, "\n  %s: %s", what, sbuf_cstr(&how));
	sbuf_fini(&how);
}

/* Cuts all but the last line, the end. */
static void keep_end(struct sbuf *steps)
{
	struct sbuf end = { 0 };
	size_t at = steps->len > 0 ? steps->len - 1 : 0;
	while (at > 0 && steps->text[at - 1] != '\n')
		at--;
	sbuf_bytes(&end, sbuf_cstr(steps) + at, steps->len - at);
	sbuf_fini(steps);
	*steps = end;
}

static void compare(
	struct sbuf *report, struct result *expected, struct result *watched, struct result *alone)
{
	drop_carets(&watched->err);
	drop_carets(&alone->err);
	hide_addresses(&watched->err);
	hide_addresses(&alone->err);
	put_difference(report, "standard output", &expected->out, &watched->out);
	put_difference(report, "standard error", &expected->err, &watched->err);
	put_difference(report, "steps", &expected->steps, &watched->steps);
	put_difference(report, "standard output without a recorder", &watched->out, &alone->out);
	put_difference(report, "standard error without a recorder", &watched->err, &alone->err);
	keep_end(&expected->steps);
	put_difference(report, "end without a recorder", &expected->steps, &alone->steps);
	if (alone->lost > 0)
		sbuf_printf(report, "\n  %zu objects outlive all that held them", alone->lost);
}

/* Appends nothing if all is as recorded. */
static void run_program(struct sbuf *report, const char *path, const char *text, size_t len)
{
	struct scenario sc;
	struct diag d = { 0 };
	struct result expected = { 0 }, watched = { 0 }, alone = { 0 };
	read_expected(path, &expected);
	struct program *p = scenario_from_text(&sc, strrchr(path, '/') + 1, text, len, &d)
		? program_compile(&sc.source, sc.keep[SIDE_COROUTINE], false, &d)
		: NULL;
	if (p != NULL) {
		run_watched(p, sc.input, &watched);
		run_alone(p, &alone);
		compare(report, &expected, &watched, &alone);
	} else {
		diag_render(&d, path, text, len, report);
	}
	program_free(p);
	diag_fini(&d);
	scenario_fini(&sc);
	result_fini(&expected);
	result_fini(&watched);
	result_fini(&alone);
}

static void does_what_was_recorded(int i)
{
	const char *path = programs.gl_pathv[i];
	struct sbuf text = { 0 }, report = { 0 };
	ck_assert(read_file(path, &text));
	run_program(&report, path, sbuf_cstr(&text), text.len);
	ck_assert_msg(
		report.len == 0, "%s is not as CPython 3.11 did it:%s", path, sbuf_cstr(&report));
	sbuf_fini(&report);
	sbuf_fini(&text);
}

/* tests/programs/GROUP/NAME.py is called GROUP/NAME. */
static char *test_name(const char *path)
{
	const char *name = path + strlen(FOLDER);
	return mem_strndup(name, strlen(name) - strlen(".py"));
}

static bool same_group(const char *a, const char *b)
{
	return strncmp(a, b, strcspn(a, "/") + 1) == 0;
}

/* For the programs of the group in which the test is. */
static TCase *new_group(const char *name)
{
	array_push(&groups, mem_strndup(name, strcspn(name, "/")));
	return tcase_create(groups.at[groups.len - 1]);
}

START_TEST(the_programs_are_there)
{
	ck_assert_uint_gt(programs.gl_pathc, 40);
}
END_TEST

Suite *programs_suite(void);

Suite *programs_suite(void)
{
	Suite *s = suite_create("programs");
	TCase *tc = tcase_create("folder");
	tcase_add_test(tc, the_programs_are_there);
	suite_add_tcase(s, tc);
	if (glob(FOLDER "*/*.py", 0, NULL, &programs) != 0)
		return s;
	tests = mem_calloc(programs.gl_pathc, sizeof *tests);
	for (size_t i = 0; i < programs.gl_pathc; i++) {
		const char *path = programs.gl_pathv[i];
		tests[i] = (TTest){ test_name(path), does_what_was_recorded, path, 1 };
		if (i == 0 || !same_group(tests[i].name, tests[i - 1].name))
			suite_add_tcase(s, tc = new_group(tests[i].name));
		_tcase_add_test(tc, &tests[i], 0, 0, (int)i, (int)i + 1);
	}
	return s;
}
