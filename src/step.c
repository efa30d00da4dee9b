#include "step.h"

#include "session/commands/config.h"
#include "session/core/reach.h"
#include "session/user/progress.h"
#include "session/user/user.h"
#include "session/view/transcript.h"
#include "shell.h"
#include "ui/canvas/keys.h"
#include "ui/stage/app.h"
#include "ui/stage/dialogue.h"
#include "ui/stage/dialogue_menu.h"
#include "ui/stage/stage.h"

#include <errno.h>
#include <langinfo.h>
#include <stdio.h>
#include <string.h>

/* Where there is no screen, the run is told in plain lines. */
static int tell(struct session *s, const char *why)
{
	struct export_sink sink = { stdout, shell_write };
	fprintf(stderr, "cosub: %s; the run is told in plain text\n", why);
	transcript_session(s, &sink);
	return shell_end_output(session_exit_status(s));
}

/* A terminal that cannot place the cursor can still talk. */
static void say_dialogue(const char *why)
{
	fprintf(stderr, "cosub: %s; so it goes by lines, as with --plain\n", why);
}

static int step_without_screen(
	struct session *s, struct user *user, enum screen_status screen, const char *why)
{
	if (screen != SCREEN_BAD_TERM)
		return tell(s, why);
	say_dialogue(why);
	config_session(s, &user->settings);
	dialogue_run(s, user);
	return shell_end_output(STATUS_FINE);
}

/* By commands from a file; "-" is standard input. */
static int do_script(struct session *s, const struct options *o)
{
	bool is_stdin = strcmp(o->script, "-") == 0;
	FILE *f = is_stdin ? stdin : fopen(o->script, "r");
	struct sbuf why = { 0 };
	if (f == NULL) {
		shell_complain(o->script, strerror(errno));
		return STATUS_UNUSABLE;
	}
	enum dialogue_result result = dialogue_script(
		s, f, is_stdin ? "standard input" : o->script, stdout, &why);
	fflush(stdout);
	if (result != DIALOGUE_FINE)
		fprintf(stderr, "%s\n", sbuf_cstr(&why));
	sbuf_fini(&why);
	if (!is_stdin)
		fclose(f);
	return shell_end_output(result == DIALOGUE_FINE ? STATUS_FINE
			: result == DIALOGUE_UNREADABLE ? STATUS_UNUSABLE
							: STATUS_FAILED);
}

/* What the person has; the options of this one time come before it. */
static void read_user(struct user *p, const struct options *o)
{
	*p = (struct user){ 0 };
	settings_init(&p->settings);
	p->settings.is_key = keys_is_name;
	if (o->script == NULL || o->plain) {
		config_read(&p->settings, &stage_commands, &p->complaints);
		user_read(p);
	}
	options_settings(o, &p->settings);
	p->start = o->start;
}

static struct session *open_session(const struct options *o, const struct limits *limits)
{
	struct session *s = shell_open(o->file, limits);
	if (s != NULL && o->library)
		session_show_library(s, true);
	return s;
}

/* A lesson that was stepped to its end is done, however it was opened; what cannot be kept
 * is no failure. */
static void note_progress(const struct session *s)
{
	char *name = lessons_name_of(s->scenario.source.path);
	struct progress progress = { 0 };
	if (reach_is_end(s) && shell_is_lesson(name))
		progress_add(&progress, name);
	progress_fini(&progress);
	mem_free(name);
}

/* Keeps what was typed; a folder that takes nothing is said and no failure. */
static void end_user(struct user *p)
{
	if (!user_save(p))
		shell_complain(
			"the command lines of this session could not be kept", strerror(errno));
	user_fini(p);
}

/* What is wrong with their configuration, if nobody has shown it yet. */
static void say_complaints(struct user *p)
{
	fputs(sbuf_cstr(&p->complaints), stderr);
	sbuf_truncate(&p->complaints, 0);
}

/* Lessons by number, one after the other. */
static void step_lessons(
	const struct lesson_list *lessons, struct progress *progress, struct user *user)
{
	const struct lesson *l;
	while ((l = dialogue_menu_ask(lessons, progress)) != NULL) {
		struct limits limits = config_limits(&user->settings);
		struct session *s = shell_open(l->path, &limits);
		if (s == NULL)
			continue;
		config_session(s, &user->settings);
		dialogue_run(s, user);
		if (reach_is_end(s))
			progress_add(progress, l->name);
		session_free(s);
	}
}

static int choose_by_words(struct user *user)
{
	struct lesson_list lessons = { 0 };
	struct progress progress = { 0 };
	shell_lessons(&lessons);
	progress_read(&progress);
	if (lessons.len == 0)
		shell_no_lessons();
	else
		step_lessons(&lessons, &progress, user);
	lessons_fini(&lessons);
	progress_fini(&progress);
	end_user(user);
	return shell_end_output(STATUS_FINE);
}

/* A script without a dialogue is the same for everybody: nobody's configuration
 * is read. */
static int step_by_words(const struct options *o)
{
	struct user user;
	read_user(&user, o);
	say_complaints(&user);
	if (o->file == NULL)
		return choose_by_words(&user);
	struct limits limits = config_limits(&user.settings);
	struct session *s = open_session(o, &limits);
	int status = s != NULL ? STATUS_FINE : STATUS_UNUSABLE;
	if (s != NULL)
		config_session(s, &user.settings);
	if (s != NULL && o->script != NULL) {
		status = do_script(s, o);
		reach_begin_here(s);
	}
	if (o->plain && status == STATUS_FINE) {
		dialogue_run(s, &user);
		note_progress(s);
		status = shell_end_output(STATUS_FINE);
	}
	session_free(s);
	end_user(&user);
	return status;
}

/* After a first run in a locale that knows no signs but those of ASCII, when the terminal is
 * the shell's again: how to have the others. */
static void say_signs(const struct user *user, bool was_new, enum app_result result)
{
	bool chosen = user->settings.value[SETTING_GLYPHS] == SETTING_GLYPHS_ASCII;
	if (was_new && !chosen && result == APP_QUIT && strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		fputs("cosub: drawn in ASCII, as the locale says; LC_ALL=C.UTF-8 cosub has better "
		      "signs\n",
			stderr);
}

int step_through(const struct options *o)
{
	if (o->script != NULL || o->plain)
		return step_by_words(o);
	static const int statuses[] = { [APP_QUIT] = STATUS_FINE, [APP_CUT_OFF] = STATUS_FAILED };
	struct user user;
	read_user(&user, o);
	struct limits limits = config_limits(&user.settings);
	struct session *s = open_session(o, &limits);
	if (s == NULL) {
		user_fini(&user);
		return STATUS_UNUSABLE;
	}
	enum screen_status screen;
	struct sbuf why = { 0 };
	bool was_new = user.is_new;
	enum app_result result = app_run(s, &user, &screen, &why);
	say_signs(&user, was_new, result);
	say_complaints(&user);
	int status = result == APP_NO_SCREEN
		? step_without_screen(s, &user, screen, sbuf_cstr(&why))
		: statuses[result];
	note_progress(s);
	sbuf_fini(&why);
	session_free(s);
	end_user(&user);
	return status;
}

bool step_choose(const struct options *o, const struct lesson_list *lessons, int *status)
{
	struct user user;
	struct progress progress = { 0 };
	enum screen_status screen;
	struct sbuf why = { 0 };
	progress_read(&progress);
	read_user(&user, o);
	bool was_new = user.is_new;
	enum app_result result = app_choose(lessons, &progress, &user, &screen, &why);
	say_signs(&user, was_new, result);
	bool by_lines = result == APP_NO_SCREEN && screen == SCREEN_BAD_TERM;
	if (by_lines) {
		say_dialogue(sbuf_cstr(&why));
		step_lessons(lessons, &progress, &user);
	}
	end_user(&user);
	*status = result == APP_CUT_OFF ? STATUS_FAILED : STATUS_FINE;
	sbuf_fini(&why);
	progress_fini(&progress);
	return by_lines || result != APP_NO_SCREEN;
}
