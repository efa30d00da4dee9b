#include "base/diag.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "compare/cost.h"
#include "compare/measure.h"
#include "export/export.h"
#include "options.h"
#include "session/adapt.h"
#include "session/lessons.h"
#include "session/person.h"
#include "session/prove.h"
#include "session/session.h"
#include "session/tell.h"
#include "ui/app.h"
#include "ui/dump.h"
#include "ui/keys.h"
#include "ui/manual.h"
#include "ui/plain.h"
#include "ui/plain_menu.h"
#include "ui/stage.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VERSION "0.1"

enum { STATUS_FINE = 0, STATUS_FAILED = 1, STATUS_UNUSABLE = 2, STATUS_LIMIT = 3 };

static const char *const lesson_folders[] = { "scenarios", COSUB_DATADIR "/scenarios" };
static const char no_lessons[] = "cosub: there are no lessons in ./scenarios or " COSUB_DATADIR "/scenarios\n";
enum { LESSON_FOLDERS = sizeof lesson_folders / sizeof *lesson_folders };

/* Saying things. */

static void print(FILE *f, struct sbuf *b)
{
	fwrite(sbuf_cstr(b), 1, b->len, f);
	sbuf_fini(b);
}

/* One line on standard error about something with a name. */
static void complain(const char *name, const char *what)
{
	struct sbuf b = {0};
	sbuf_str(&b, "cosub: ");
	utf8_printable(&b, name, strlen(name));
	sbuf_printf(&b, ": %s\n", what);
	print(stderr, &b);
}

/* A file that cannot be used; text may be NULL. */
static int refuse(const char *path, struct diag *d, const char *text, size_t len)
{
	struct sbuf b = {0};
	diag_render(d, path, text, len, &b);
	print(stderr, &b);
	diag_fini(d);
	return STATUS_UNUSABLE;
}

static bool write_file(void *self, const char *text, size_t n)
{
	return fwrite(text, 1, n, self) == n;
}

/* The last words on standard output: whether all of it got there. */
static int end_output(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	complain("cannot write to standard output", errno != 0 ? strerror(errno) : "it is closed");
	return status != STATUS_FINE ? status : STATUS_UNUSABLE;
}

/* Scenarios. */

static char *find_file(const char *name)
{
	return lessons_find(name, lesson_folders, LESSON_FOLDERS);
}

/* The session of the file, or NULL after saying what is wrong with it. */
static struct session *open_named(const char *name, const struct limits *limits)
{
	struct diag d = {0};
	char *text, *path = find_file(name);
	struct session *s = session_open(path, limits, &d, &text);
	if (s == NULL)
		refuse(path, &d, text, text != NULL ? strlen(text) : 0);
	mem_free(text);
	mem_free(path);
	return s;
}

static struct session *open_session(const struct options *o, const struct limits *limits)
{
	return open_named(o->file, limits);
}

/* The side to be run: the one asked for, or the first that is there. */
static bool choose_side(const struct options *o, const struct scenario *sc, enum side *side)
{
	*side = o->has_side ? o->side : sc->has[SIDE_COROUTINE] ? SIDE_COROUTINE : SIDE_SUBROUTINE;
	if (sc->has[*side])
		return true;
	struct sbuf what = {0};
	sbuf_printf(&what, "there is no %s program in it", side_name(*side));
	complain(sc->source.path, what.text);
	sbuf_fini(&what);
	return false;
}

/* cosub FILE */

/* Where there is no screen, the run is told in plain lines. */
static int tell(struct session *s, const char *why)
{
	struct export_sink sink = { stdout, write_file };
	fprintf(stderr, "cosub: %s; the run is told in plain text\n", why);
	tell_session(s, &sink);
	return end_output(session_exit_status(s));
}

/* By commands from a file; "-" is standard input. */
static int do_script(struct session *s, const struct options *o)
{
	bool is_stdin = strcmp(o->script, "-") == 0;
	FILE *f = is_stdin ? stdin : fopen(o->script, "r");
	struct sbuf why = {0};
	if (f == NULL) {
		complain(o->script, strerror(errno));
		return STATUS_UNUSABLE;
	}
	enum plain_result result = plain_script(s, f, is_stdin ? "standard input" : o->script, stdout, &why);
	fflush(stdout);
	if (result != PLAIN_FINE)
		fprintf(stderr, "%s\n", sbuf_cstr(&why));
	sbuf_fini(&why);
	if (!is_stdin)
		fclose(f);
	return end_output(result == PLAIN_FINE ? STATUS_FINE : result == PLAIN_UNREADABLE ? STATUS_UNUSABLE : STATUS_FAILED);
}

/* What the person has; the options of this one time come before it. */
static void read_person(struct person *p, const struct options *o)
{
	*p = (struct person){0};
	settings_init(&p->settings);
	p->settings.is_key = keys_is_name;
	if (o->script == NULL || o->plain)
		person_read(p, &stage_commands);
	options_settings(o, &p->settings);
}

/* Keeps what was typed; a folder that takes nothing is said and no failure. */
static void end_person(struct person *p)
{
	if (!person_keep(p))
		complain("the command lines of this session could not be kept", strerror(errno));
	person_fini(p);
}

/* What is wrong with his configuration, if nobody has shown it yet. */
static void say_complaints(struct person *p)
{
	fputs(sbuf_cstr(&p->complaints), stderr);
	sbuf_truncate(&p->complaints, 0);
}

/* Lessons by number, one after the other. */
static void step_lessons(const struct lesson_list *lessons, struct progress *progress, struct person *person)
{
	const struct lesson *l;
	plain_menu_list(lessons, progress);
	while ((l = plain_menu_ask(lessons, progress)) != NULL) {
		struct limits limits = adapt_limits(&person->settings);
		struct session *s = open_named(l->path, &limits);
		if (s == NULL)
			continue;
		adapt_session(s, &person->settings);
		plain_dialogue(s, &person->recall);
		if (session_is_at_end(s))
			progress_add(progress, l->name);
		session_free(s);
	}
}

static int choose_by_words(struct person *person)
{
	struct lesson_list lessons = {0};
	struct progress progress = {0};
	lessons_list(lesson_folders, LESSON_FOLDERS, &lessons);
	progress_read(&progress);
	if (lessons.len == 0)
		fputs(no_lessons, stderr);
	else
		step_lessons(&lessons, &progress, person);
	lessons_fini(&lessons);
	progress_fini(&progress);
	end_person(person);
	return end_output(STATUS_FINE);
}

/* A script without a dialogue is the same for everybody: nobody's configuration
 * is read. */
static int step_by_words(const struct options *o)
{
	struct person person;
	read_person(&person, o);
	say_complaints(&person);
	if (o->file == NULL)
		return choose_by_words(&person);
	struct limits limits = adapt_limits(&person.settings);
	struct session *s = open_session(o, &limits);
	int status = s != NULL ? STATUS_FINE : STATUS_UNUSABLE;
	if (s != NULL)
		adapt_session(s, &person.settings);
	if (s != NULL && o->script != NULL)
		status = do_script(s, o);
	if (o->plain && status == STATUS_FINE) {
		plain_dialogue(s, &person.recall);
		status = end_output(STATUS_FINE);
	}
	session_free(s);
	end_person(&person);
	return status;
}

static int step_through(const struct options *o)
{
	if (o->script != NULL || o->plain)
		return step_by_words(o);
	static const int statuses[] = { [APP_QUIT] = STATUS_FINE, [APP_CUT_OFF] = STATUS_FAILED };
	struct person person;
	read_person(&person, o);
	struct limits limits = adapt_limits(&person.settings);
	struct session *s = open_session(o, &limits);
	if (s == NULL) {
		person_fini(&person);
		return STATUS_UNUSABLE;
	}
	enum screen_status screen;
	struct sbuf why = {0};
	enum app_result result = app_run(s, &person, &screen, &why);
	say_complaints(&person);
	int status = result == APP_NO_SCREEN ? tell(s, sbuf_cstr(&why)) : statuses[result];
	sbuf_fini(&why);
	session_free(s);
	end_person(&person);
	return status;
}

/* cosub dump */

static int dump(const struct options *o)
{
	struct session *s = open_session(o, &o->limits);
	if (s == NULL)
		return STATUS_UNUSABLE;
	struct dump_options how = { .rows = o->rows, .cols = o->cols, .keys = o->keys, .charset = o->ascii ? CHARSET_ASCII : CHARSET_UTF8, .svg = o->svg };
	struct sbuf picture = {0};
	if (o->has_step)
		session_goto_step(s, s->in_view, o->step);
	dump_screen(s, &how, &picture);
	print(stdout, &picture);
	session_free(s);
	return end_output(STATUS_FINE);
}

/* cosub run */

/* What the program under study gets from its host. */
struct console {
	const char *input;              /* what is left of the input cell, or NULL */
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
		complain(path, strerror(errno));
		return false;
	}
	struct export_sink sink = { f, write_file };
	bool written = export_find("jsonl")->write(t, &sink);
	written = fclose(f) == 0 && written;
	if (!written)
		complain(path, strerror(errno));
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
	struct diag d = {0};
	struct program *p = program_compile(&sc->source, sc->keep[side], false, &d);
	if (p == NULL)
		return refuse(sc->source.path, &d, sc->source.text, sc->source.len);
	struct console console = { .input = sc->input };
	struct host host = { &console, console_write, console_read };
	int status = (o->trace != NULL ? run_recorded : run_plain)(p, o, &host);
	program_free(p);
	return status;
}

static int run(const struct options *o)
{
	struct diag d = {0};
	struct scenario sc = {0};
	char *path = find_file(o->file);
	enum side side;
	int status = STATUS_UNUSABLE;
	if (!scenario_read(&sc, path, &d))
		refuse(path, &d, sc.source.text, sc.source.len);
	else if (choose_side(o, &sc, &side))
		status = run_side(&sc, side, o);
	scenario_fini(&sc);
	mem_free(path);
	return end_output(status);
}

/* cosub trace */

static int trace(const struct options *o)
{
	struct session *s = open_session(o, &o->limits);
	enum side side;
	if (s == NULL || !choose_side(o, &s->scenario, &side)) {
		session_free(s);
		return STATUS_UNUSABLE;
	}
	struct export_sink sink = { stdout, write_file };
	const struct export_format *format = export_find(o->format);
	if (format != NULL)
		format->write(s->side[side].trace, &sink);
	else
		tell_side(s, side, &sink);
	int status = trace_exit_status(s->side[side].trace);
	session_free(s);
	return end_output(status);
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

static int check_file(const char *name, const struct options *o)
{
	struct session *s = open_named(name, &o->limits);
	struct sbuf b = {0};
	if (s == NULL)
		return STATUS_UNUSABLE;
	struct claims *c = prove(s);
	prove_tell(s, c, o->brief || (o->nfiles > 1 && !o->lengthy), &b);
	print(stdout, &b);
	int status = prove_exit_status(c);
	claims_free(c);
	session_free(s);
	return status;
}

static int check(const struct options *o)
{
	int status = STATUS_FINE;
	for (int i = 0; i < o->nfiles; i++)
		status = graver(status, check_file(o->files[i], o));
	return end_output(status);
}

/* cosub cost */

static bool cost_file(const struct options *o, struct sbuf *b)
{
	struct session *s = open_session(o, &o->limits);
	if (s == NULL)
		return false;
	const struct trace *const trace[SIDE_COUNT] = { s->side[SIDE_COROUTINE].trace, s->side[SIDE_SUBROUTINE].trace };
	cost_tell(trace, b);
	session_free(s);
	return true;
}

static int cost(const struct options *o)
{
	struct sbuf b = {0};
	if (o->machine)
		measure_tell(&b);
	else if (!cost_file(o, &b))
		return STATUS_UNUSABLE;
	print(stdout, &b);
	return end_output(STATUS_FINE);
}

/* cosub list */

static void put_lesson(const struct lesson *l, struct sbuf *b)
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

static void print_list(const struct lesson_list *lessons)
{
	struct sbuf b = {0};
	for (size_t i = 0; i < lessons->len; i++)
		put_lesson(&lessons->at[i], &b);
	if (lessons->len == 0)
		fputs(no_lessons, stderr);
	print(stdout, &b);
}

/* The list on the screen; false if there is no screen. */
static bool choose(const struct options *o, const struct lesson_list *lessons, int *status)
{
	struct person person;
	struct progress progress = {0};
	enum screen_status screen;
	struct sbuf why = {0};
	progress_read(&progress);
	read_person(&person, o);
	enum app_result result = app_choose(lessons, &progress, &person, &screen, &why);
	end_person(&person);
	*status = result == APP_CUT_OFF ? STATUS_FAILED : STATUS_FINE;
	sbuf_fini(&why);
	progress_fini(&progress);
	return result != APP_NO_SCREEN;
}

static int list(const struct options *o)
{
	struct lesson_list lessons = {0};
	int status = STATUS_FINE;
	lessons_list(lesson_folders, LESSON_FOLDERS, &lessons);
	if (!o->choose || lessons.len == 0 || !choose(o, &lessons, &status)) {
		print_list(&lessons);
		status = end_output(STATUS_FINE);
	}
	lessons_fini(&lessons);
	return status;
}

/* The rest. */

static int help(const struct options *o)
{
	(void)o;
	struct sbuf b = {0};
	options_help(&b);
	print(stdout, &b);
	return end_output(STATUS_FINE);
}

static int manual(const struct options *o)
{
	(void)o;
	struct sbuf b = {0};
	manual_sections(&b);
	print(stdout, &b);
	return end_output(STATUS_FINE);
}

static int version(const struct options *o)
{
	(void)o;
	puts("cosub " VERSION);
	return end_output(STATUS_FINE);
}

static int (*const doers[MODE_COUNT])(const struct options *) = {
	[MODE_STEP] = step_through,
	[MODE_RUN] = run,
	[MODE_TRACE] = trace,
	[MODE_CHECK] = check,
	[MODE_COST] = cost,
	[MODE_LIST] = list,
	[MODE_DUMP] = dump,
	[MODE_HELP] = help,
	[MODE_VERSION] = version,
	[MODE_MANUAL] = manual,
};

int main(int argc, char **argv)
{
	struct options o;
	struct sbuf why = {0};
	setlocale(LC_CTYPE, "");
	signal(SIGPIPE, SIG_IGN);
	if (!options_read(&o, argc, argv, &why)) {
		fprintf(stderr, "cosub: %s\n", sbuf_cstr(&why));
		sbuf_fini(&why);
		return STATUS_UNUSABLE;
	}
	return doers[o.mode](&o);
}
