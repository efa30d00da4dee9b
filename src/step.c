#include "step.h"

#include "session/commands/adapt.h"
#include "session/user/person.h"
#include "session/view/tell.h"
#include "shell.h"
#include "ui/canvas/keys.h"
#include "ui/stage/app.h"
#include "ui/stage/plain.h"
#include "ui/stage/plain_menu.h"
#include "ui/stage/stage.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Where there is no screen, the run is told in plain lines. */
static int tell(struct session *s, const char *why)
{
	struct export_sink sink = { stdout, shell_write };
	fprintf(stderr, "cosub: %s; the run is told in plain text\n", why);
	tell_session(s, &sink);
	return shell_end_output(session_exit_status(s));
}

/* A terminal that cannot place the cursor can still talk. */
static void say_dialogue(const char *why)
{
	fprintf(stderr, "cosub: %s; so it goes by lines, as with --plain\n", why);
}

static int step_without_screen(struct session *s, struct person *person, enum screen_status screen, const char *why)
{
	if (screen != SCREEN_BAD_TERM)
		return tell(s, why);
	say_dialogue(why);
	adapt_session(s, &person->settings);
	plain_dialogue(s, person);
	return shell_end_output(STATUS_FINE);
}

/* By commands from a file; "-" is standard input. */
static int do_script(struct session *s, const struct options *o)
{
	bool is_stdin = strcmp(o->script, "-") == 0;
	FILE *f = is_stdin ? stdin : fopen(o->script, "r");
	struct sbuf why = {0};
	if (f == NULL) {
		shell_complain(o->script, strerror(errno));
		return STATUS_UNUSABLE;
	}
	enum plain_result result = plain_script(s, f, is_stdin ? "standard input" : o->script, stdout, &why);
	fflush(stdout);
	if (result != PLAIN_FINE)
		fprintf(stderr, "%s\n", sbuf_cstr(&why));
	sbuf_fini(&why);
	if (!is_stdin)
		fclose(f);
	return shell_end_output(result == PLAIN_FINE ? STATUS_FINE : result == PLAIN_UNREADABLE ? STATUS_UNUSABLE : STATUS_FAILED);
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
	p->start = o->start;
}

/* Keeps what was typed; a folder that takes nothing is said and no failure. */
static struct session *open_session(const struct options *o, const struct limits *limits)
{
	struct session *s = shell_open(o->file, limits);
	if (s != NULL && o->library)
		session_show_library(s, true);
	return s;
}

static void end_person(struct person *p)
{
	if (!person_keep(p))
		shell_complain("the command lines of this session could not be kept", strerror(errno));
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
		struct session *s = shell_open(l->path, &limits);
		if (s == NULL)
			continue;
		adapt_session(s, &person->settings);
		plain_dialogue(s, person);
		if (session_is_at_end(s))
			progress_add(progress, l->name);
		session_free(s);
	}
}

static int choose_by_words(struct person *person)
{
	struct lesson_list lessons = {0};
	struct progress progress = {0};
	shell_lessons(&lessons);
	progress_read(&progress);
	if (lessons.len == 0)
		shell_no_lessons();
	else
		step_lessons(&lessons, &progress, person);
	lessons_fini(&lessons);
	progress_fini(&progress);
	end_person(person);
	return shell_end_output(STATUS_FINE);
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
		plain_dialogue(s, &person);
		status = shell_end_output(STATUS_FINE);
	}
	session_free(s);
	end_person(&person);
	return status;
}

int step_through(const struct options *o)
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
	int status = result == APP_NO_SCREEN ? step_without_screen(s, &person, screen, sbuf_cstr(&why)) : statuses[result];
	sbuf_fini(&why);
	session_free(s);
	end_person(&person);
	return status;
}

bool step_choose(const struct options *o, const struct lesson_list *lessons, int *status)
{
	struct person person;
	struct progress progress = {0};
	enum screen_status screen;
	struct sbuf why = {0};
	progress_read(&progress);
	read_person(&person, o);
	enum app_result result = app_choose(lessons, &progress, &person, &screen, &why);
	bool by_lines = result == APP_NO_SCREEN && screen == SCREEN_BAD_TERM;
	if (by_lines) {
		say_dialogue(sbuf_cstr(&why));
		step_lessons(lessons, &progress, &person);
	}
	end_person(&person);
	*status = result == APP_CUT_OFF ? STATUS_FAILED : STATUS_FINE;
	sbuf_fini(&why);
	progress_fini(&progress);
	return by_lines || result != APP_NO_SCREEN;
}
