/* The program: reads its options and does what they ask for. */

#include "base/diag.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "compare/cost.h"
#include "compare/measure.h"
#include "options.h"
#include "session/core/session.h"
#include "session/user/lessons.h"
#include "session/user/own_file.h"
#include "session/view/check.h"
#include "session/view/transcript.h"
#include "ui/stage/dump.h"
#include "shell.h"
#include "step.h"
#include "ui/stage/manual.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VERSION "0.1"

static struct session *open_session(const struct options *o, const struct limits *limits)
{
	struct session *s = shell_open(o->file, limits);
	if (s != NULL && o->library)
		session_show_library(s, true);
	return s;
}

/* The side to be run: the one asked for, or the first that is there. */
static bool choose_side(const struct options *o, const struct scenario *sc, enum side *side)
{
	*side = o->has_side ? o->side : sc->has[SIDE_COROUTINE] ? SIDE_COROUTINE : SIDE_SUBROUTINE;
	if (sc->has[*side])
		return true;
	struct sbuf what = { 0 };
	sbuf_printf(&what, "there is no %s program in it", side_name(*side));
	shell_complain(sc->source.path, what.text);
	sbuf_fini(&what);
	return false;
}

/* cosub dump */

static int do_dump(const struct options *o)
{
	struct session *s = open_session(o, &o->limits);
	if (s == NULL)
		return STATUS_UNUSABLE;
	struct dump_options how = { .rows = o->rows,
		.cols = o->cols,
		.keys = o->keys,
		.charset = o->ascii ? CHARSET_ASCII : CHARSET_UTF8,
		.svg = o->svg,
		.theme = o->light ? THEME_LIGHT : THEME_DARK };
	struct sbuf picture = { 0 };
	if (o->has_step)
		session_goto_step(s, s->in_view, o->step);
	dump_screen(s, &how, &picture);
	shell_print(stdout, &picture);
	session_free(s);
	return shell_end_output(STATUS_FINE);
}

/* cosub run */

/* What the program under study gets from its host. */
struct console {
	const char *input; /* what is left of the input cell, or NULL */
};

static void console_write(void *self, int stream, const char *text, size_t n)
{
	(void)self;
	if (stream == 2)
		fflush(stdout);
	fwrite(text, 1, n, stream == 2 ? stderr : stdout);
}

static char *read_stdin(size_t *len)
{
	char *line = NULL;
	size_t cap = 0;
	fflush(stdout);
	ssize_t n = getline(&line, &cap, stdin);
	if (n > 0 && line[n - 1] == '\n')
		n--;
	*len = n > 0 ? (size_t)n : 0;
	char *copy = n >= 0 ? mem_strndup(line, *len) : NULL;
	free(line);
	return copy;
}

static char *console_read(void *self, size_t *len)
{
	struct console *console = self;
	if (console->input == NULL || *console->input == '\0')
		return read_stdin(len);
	const char *line = console->input;
	*len = strcspn(line, "\n");
	console->input += *len + (line[*len] == '\n');
	return mem_strndup(line, *len);
}

static int run_plain(struct program *p, const struct options *o, const struct host *host)
{
	struct vm_options vo = { .host = *host, .limits = o->limits, .library = o->library };
	struct vm *vm = vm_new(&vo);
	vm_run(vm, p);
	int status = vm_exit_status(vm);
	vm_free(vm);
	return status;
}

/* Writes the record to a file of that name; false after saying what is wrong. */
static bool save_trace(const struct trace *t, const char *path)
{
	FILE *f = fopen(path, "w");
	if (f == NULL) {
		shell_complain(path, strerror(errno));
		return false;
	}
	struct export_sink sink = { f, shell_write };
	bool written = export_find("jsonl")->write_trace(t, &sink);
	written = fclose(f) == 0 && written;
	if (!written)
		shell_complain(path, strerror(errno));
	return written;
}

static int run_recorded(struct program *p, const struct options *o, const struct host *host)
{
	struct trace *t = trace_record(p, &o->limits, host, NULL, o->library);
	int status = trace_exit_status(t);
	if (!save_trace(t, o->trace))
		status = STATUS_UNUSABLE;
	trace_free(t);
	return status;
}

static int run_side(const struct scenario *sc, enum side side, const struct options *o)
{
	struct diag d = { 0 };
	struct program *p = program_compile(&sc->source, sc->keep[side], false, &d);
	if (p == NULL)
		return shell_refuse(sc->source.path, &d, sc->source.text, sc->source.len);
	struct console console = { .input = sc->input };
	struct host host = { &console, console_write, console_read };
	int status = (o->trace != NULL ? run_recorded : run_plain)(p, o, &host);
	program_free(p);
	return status;
}

static int do_run(const struct options *o)
{
	struct diag d = { 0 };
	struct scenario sc = { 0 };
	char *path = shell_find_file(o->file);
	enum side side;
	int status = STATUS_UNUSABLE;
	if (path == NULL)
		return status;
	if (!scenario_read(&sc, path, &d))
		shell_refuse(path, &d, sc.source.text, sc.source.len);
	else if (choose_side(o, &sc, &side))
		status = run_side(&sc, side, o);
	scenario_fini(&sc);
	mem_free(path);
	return shell_end_output(status);
}

/* cosub trace */

static int do_trace(const struct options *o)
{
	struct session *s = open_session(o, &o->limits);
	enum side side;
	if (s == NULL || !choose_side(o, &s->scenario, &side)) {
		session_free(s);
		return STATUS_UNUSABLE;
	}
	struct export_sink sink = { stdout, shell_write };
	const struct export_format *format = export_find(o->format);
	if (format != NULL)
		format->write_trace(s->side[side].trace, &sink);
	else
		transcript_side(s, side, &sink);
	int status = trace_exit_status(s->side[side].trace);
	session_free(s);
	return shell_end_output(status);
}

/* cosub check */

/* Of several files the status that asks for the most attention. */
static int graver(int a, int b)
{
	static const int grave[] = { STATUS_UNUSABLE, STATUS_FAILED, STATUS_LIMIT };
	for (size_t i = 0; i < sizeof grave / sizeof *grave; i++) {
		if (a == grave[i] || b == grave[i])
			return grave[i];
	}
	return STATUS_FINE;
}

static void print_claims(const struct session *s, const struct claims *c, const struct options *o)
{
	const struct export_claims found = { .claims = c,
		.trace = { s->side[SIDE_COROUTINE].trace, s->side[SIDE_SUBROUTINE].trace },
		.file = s->scenario.source.path,
		.failing_only = o->brief };
	struct export_sink sink = { stdout, shell_write };
	const struct export_format *format = export_find(o->format);
	struct sbuf b = { 0 };
	if (format != NULL) {
		format->write_claims(&found, &sink);
		return;
	}
	check_tell(s, c, o->brief || (o->nfiles > 1 && !o->lengthy), &b);
	shell_print(stdout, &b);
}

static int check_file(const char *name, const struct options *o)
{
	struct session *s = shell_open(name, &o->limits);
	if (s == NULL)
		return STATUS_UNUSABLE;
	struct claims *c = check_claims(s);
	print_claims(s, c, o);
	int status = check_exit_status(c);
	claims_free(c);
	session_free(s);
	return status;
}

static int do_check(const struct options *o)
{
	int status = STATUS_FINE;
	for (int i = 0; i < o->nfiles; i++)
		status = graver(status, check_file(o->files[i], o));
	return shell_end_output(status);
}

/* cosub cost */

/* Whether the run was cut: what is counted is not all of the program. */
static bool is_run_cut(const struct trace *t)
{
	return t != NULL && (trace_end_is_cut(trace_end(t)) || trace_end(t) == TRACE_DEADLOCK);
}

static int cost_file(const struct options *o, struct sbuf *b)
{
	struct session *s = open_session(o, &o->limits);
	if (s == NULL)
		return STATUS_UNUSABLE;
	const struct trace *const trace[SIDE_COUNT] = { s->side[SIDE_COROUTINE].trace,
		s->side[SIDE_SUBROUTINE].trace };
	cost_tell(trace, b);
	bool cut = is_run_cut(trace[SIDE_COROUTINE]) || is_run_cut(trace[SIDE_SUBROUTINE]);
	session_free(s);
	return cut ? STATUS_LIMIT : STATUS_FINE;
}

static int do_cost(const struct options *o)
{
	struct sbuf b = { 0 };
	int status = STATUS_FINE;
	if (o->machine)
		measure_tell(&b);
	else
		status = cost_file(o, &b);
	shell_print(stdout, &b);
	return shell_end_output(status);
}

/* cosub list */

static void put_lesson_row(const struct lesson *l, struct sbuf *b)
{
	size_t start = b->len;
	utf8_printable(b, l->name, strlen(l->name));
	sbuf_fill(b, ' ', b->len - start < 28 ? 28 - (b->len - start) : 1);
	utf8_printable(b, l->title, strlen(l->title));
	sbuf_char(b, '\n');
	if (l->teaches[0] == '\0')
		return;
	sbuf_fill(b, ' ', 28);
	sbuf_str(b, "teaches ");
	utf8_printable(b, l->teaches, strlen(l->teaches));
	sbuf_char(b, '\n');
}

static void put_part_heading(const char *heading, bool apart, struct sbuf *b)
{
	sbuf_str(b, apart ? "\n" : "");
	utf8_printable(b, heading, strlen(heading));
	sbuf_str(b, "\n\n");
}

static void print_list(const struct lesson_list *lessons)
{
	struct sbuf b = { 0 };
	for (size_t i = 0; i < lessons->len; i++) {
		if (lessons_begins_part(lessons, i))
			put_part_heading(lessons->at[i].part, i > 0, &b);
		put_lesson_row(&lessons->at[i], &b);
	}
	if (lessons->len == 0)
		shell_no_lessons();
	shell_print(stdout, &b);
}

static int do_list(const struct options *o)
{
	struct lesson_list lessons = { 0 };
	int status = STATUS_FINE;
	shell_lessons(&lessons);
	if (!o->choose || lessons.len == 0 || !step_choose(o, &lessons, &status)) {
		print_list(&lessons);
		status = shell_end_output(STATUS_FINE);
	}
	lessons_fini(&lessons);
	return status;
}

/* cosub new, cosub copy */

static int say_written(const char *path, const char *what)
{
	struct sbuf b = { 0 };
	utf8_printable(&b, path, strlen(path));
	sbuf_printf(&b, " is written%s: cosub ", what);
	utf8_printable(&b, path, strlen(path));
	sbuf_str(&b, " steps through it\n");
	shell_print(stdout, &b);
	return shell_end_output(STATUS_FINE);
}

static int say_not_written(struct sbuf *why)
{
	fprintf(stderr, "cosub: %s\n", sbuf_cstr(why));
	sbuf_fini(why);
	return STATUS_UNUSABLE;
}

static int do_new(const struct options *o)
{
	struct sbuf why = { 0 };
	char *path = own_file_path(o->file, NULL);
	int status = own_file_new(path, &why) ? say_written(path, "") : say_not_written(&why);
	mem_free(path);
	return status;
}

static int do_copy(const struct options *o)
{
	struct sbuf why = { 0 };
	char *from = shell_find_file(o->file);
	if (from == NULL)
		return STATUS_UNUSABLE;
	char *path = own_file_path(o->nfiles > 1 ? o->files[1] : ".", from);
	const char *shown = strncmp(path, "./", 2) == 0 ? path + 2 : path;
	int status = own_file_copy(from, shown, &why) ? say_written(shown, ", a copy")
						      : say_not_written(&why);
	mem_free(path);
	mem_free(from);
	return status;
}

/* The rest. */

static int do_help(const struct options *o)
{
	(void)o;
	struct sbuf b = { 0 };
	options_help(&b);
	shell_print(stdout, &b);
	return shell_end_output(STATUS_FINE);
}

static int do_manual(const struct options *o)
{
	(void)o;
	struct sbuf b = { 0 };
	manual_sections(&b);
	shell_print(stdout, &b);
	return shell_end_output(STATUS_FINE);
}

static int do_version(const struct options *o)
{
	(void)o;
	puts("cosub " VERSION);
	return shell_end_output(STATUS_FINE);
}

static int (*const doers[MODE_COUNT])(const struct options *) = {
	[MODE_STEP] = step_through,
	[MODE_RUN] = do_run,
	[MODE_TRACE] = do_trace,
	[MODE_CHECK] = do_check,
	[MODE_COST] = do_cost,
	[MODE_LIST] = do_list,
	[MODE_NEW] = do_new,
	[MODE_COPY] = do_copy,
	[MODE_DUMP] = do_dump,
	[MODE_HELP] = do_help,
	[MODE_VERSION] = do_version,
	[MODE_MANUAL] = do_manual,
};

int main(int argc, char **argv)
{
	struct options o;
	struct sbuf why = { 0 };
	setlocale(LC_CTYPE, "");
	signal(SIGPIPE, SIG_IGN);
	if (!options_read(&o, argc, argv, &why)) {
		fprintf(stderr, "cosub: %s\n", sbuf_cstr(&why));
		sbuf_fini(&why);
		return STATUS_UNUSABLE;
	}
	return doers[o.mode](&o);
}
