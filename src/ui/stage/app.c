#include "ui/stage/app.h"

#include "base/mem.h"
#include "base/now.h"
#include "session/commands/config.h"
#include "session/core/cancellation.h"
#include "session/core/reach.h"
#include "ui/pane/chooser.h"
#include "ui/stage/stage.h"
#include "ui/term/editor.h"
#include "ui/term/prompt.h"

#include <string.h>

struct app {
	struct screen *screen;
	struct stage *stage;
	struct canvas canvas;
	struct prompt *prompt; /* made when it is needed first */
	struct user *user;
	uint32_t applied; /* the settings' changes that the screen has */
	/* ms: the command under way, and the last look at the input; began 0: not noted yet */
	long began, looked;
};

/* Lets the settings hold on the screen. */
static void apply_settings(struct app *a)
{
	const struct settings *t = &a->user->settings;
	if (a->applied == t->changes)
		return;
	a->applied = t->changes;
	screen_set_theme(a->screen, (enum screen_theme)t->value[SETTING_THEME]);
	screen_set_glyphs(a->screen, (enum screen_glyphs)t->value[SETTING_GLYPHS]);
	screen_set_mouse(a->screen, t->value[SETTING_MOUSE] == SETTING_ON);
}

/* The canvas gets the size of the screen. */
static void fit(struct app *a)
{
	int rows = screen_rows(a->screen), cols = screen_cols(a->screen);
	a->canvas.charset = screen_charset(a->screen);
	if (a->canvas.rows != rows || a->canvas.cols != cols)
		canvas_size(&a->canvas, rows, cols);
}

static void draw(struct app *a)
{
	apply_settings(a);
	fit(a);
	stage_draw(a->stage, &a->canvas);
	screen_set_cursor(a->screen, a->stage->cursor_row, a->stage->cursor_col);
	screen_show(a->screen, &a->canvas);
}

/* Long commands. */

enum {
	PATIENT_MS = 150, /* so long a command may take unasked: keys typed ahead are for later */
	LOOK_MS = 50,     /* between two looks at the input */
};

/* A command that lasts says how far it is, and any key gives it up. */
static bool waits_on(void *self, uint64_t steps)
{
	struct app *a = self;
	long now = now_ms();
	if (a->began == 0)
		a->began = a->looked = now;
	if (now - a->began < PATIENT_MS || now - a->looked < LOOK_MS)
		return true;
	a->looked = now;
	stage_wait(a->stage, &a->canvas, steps);
	screen_set_cursor(a->screen, -1, 0);
	screen_show(a->screen, &a->canvas);
	struct input in = screen_read(a->screen, 0);
	return in.kind == INPUT_TIMEOUT || in.kind == INPUT_RESIZE || in.kind == INPUT_RESUMED;
}

/* Lends the terminal to the person's editor. */
static void lend_terminal(struct app *a)
{
	struct sbuf why = { 0 };
	screen_leave(a->screen);
	bool done = editor_run(a->stage->session->scenario.source.path, &why);
	screen_enter(a->screen);
	stage_edited(a->stage, done ? NULL : sbuf_cstr(&why));
	sbuf_fini(&why);
}

/* The command line. */

static void show_typed(void *self, const char *text, size_t cursor)
{
	struct app *a = self;
	stage_typed(a->stage, text, cursor);
}

static void tell_typist(void *self, const char *text)
{
	struct app *a = self;
	stage_told(a->stage, text);
}

#define CTRL(c) ((c)&31)

/* Draws only when nothing waits. */
static struct input read_typed(void *self)
{
	struct app *a = self;
	struct input in = screen_read(a->screen, 0);
	if (in.kind == INPUT_TIMEOUT) {
		draw(a);
		in = screen_read(a->screen, -1);
	}
	bool control = in.kind == INPUT_TEXT && !in.alt;
	if (control && in.code == CTRL('z'))
		screen_suspend(a->screen);
	else if (control && in.code == CTRL('l'))
		screen_redraw(a->screen);
	else
		return in;
	return (struct input){ .kind = INPUT_RESUMED };
}

static void complete_command(void *self, const char *text, size_t cursor, struct completion *c)
{
	struct app *a = self;
	complete_line(a->stage->session, text, cursor, c);
}

static bool have_prompt(struct app *a)
{
	struct prompt_options o = {
		.host = { a, show_typed, tell_typist, read_typed, complete_command },
		.modes = screen_shell_modes(a->screen),
		.command_history = &a->user->command_history,
		.editrc = true,
	};
	struct sbuf why = { 0 };
	if (a->prompt == NULL) {
		a->prompt = prompt_new(&o, &why);
		screen_reclaim(a->screen);
	}
	if (a->prompt == NULL)
		stage_refuse(a->stage, sbuf_cstr(&why));
	sbuf_fini(&why);
	return a->prompt != NULL;
}

/* Reads a command line and does it; what that asks for in its turn. */
static enum stage_wish ask_command(struct app *a)
{
	struct sbuf start = { 0 }, line = { 0 };
	enum prompt_end end = PROMPT_CANCELLED;
	sbuf_str(&start, sbuf_cstr(&a->stage->ask.text));
	if (have_prompt(a))
		end = prompt_read(a->prompt, sbuf_cstr(&start), &line);
	a->began = 0;
	enum stage_wish wish = stage_asked(a->stage, end == PROMPT_LINE ? sbuf_cstr(&line) : NULL);
	sbuf_fini(&start);
	sbuf_fini(&line);
	return wish;
}

static void fulfil(struct app *a, enum stage_wish wish)
{
	switch (wish) {
	case STAGE_REDRAW:
		screen_redraw(a->screen);
		break;
	case STAGE_SUSPEND:
		screen_suspend(a->screen);
		break;
	case STAGE_EDIT:
		lend_terminal(a);
		break;
	case STAGE_NOTHING:
	case STAGE_ASK:
	case STAGE_QUIT:
		break;
	}
}

/* Takes one input; false at the end, with how it came to it. */
static bool take_input(struct app *a, const struct input *in, enum app_result *result)
{
	*result = APP_QUIT;
	switch (in->kind) {
	case INPUT_END:
		*result = APP_CUT_OFF;
		return false;
	case INPUT_TIMEOUT:
		stage_tick(a->stage);
		return true;
	case INPUT_RESIZE:
	case INPUT_RESUMED:
		return true;
	default:
		break;
	}
	a->began = 0;
	enum stage_wish wish = stage_input(a->stage, in);
	while (wish == STAGE_ASK)
		wish = ask_command(a);
	fulfil(a, wish);
	if (a->stage->moves > 0)
		user_greeted(a->user);
	return wish != STAGE_QUIT;
}

/* Waits for an input, takes it and all that wait behind it, and draws once. */
static enum app_result loop(struct app *a)
{
	enum app_result result;
	for (;;) {
		draw(a);
		struct input in = screen_read(a->screen,
			a->stage->running ? (int)a->user->settings.value[SETTING_DELAY] : -1);
		do {
			if (!take_input(a, &in, &result))
				return result;
			in = screen_read(a->screen, 0);
		} while (in.kind != INPUT_TIMEOUT);
	}
}

static enum app_result step_through(struct app *a, struct session *s)
{
	a->stage = stage_new(s);
	config_session(s, &a->user->settings);
	if (a->user->complaints.len > 0)
		page_open(&a->stage->page, "config", sbuf_cstr(&a->user->complaints));
	sbuf_truncate(&a->user->complaints, 0);
	if (a->user->start != NULL)
		stage_start(a->stage, a->user->start);
	if (a->user->start != NULL)
		reach_begin_here(s);
	a->user->start = NULL;
	a->stage->greets = a->user->is_new;
	s->cancellation->lasts = waits_on;
	s->cancellation->self = a;
	enum app_result result = loop(a);
	s->cancellation->lasts = NULL;
	stage_free(a->stage);
	a->stage = NULL;
	return result;
}

static bool start_screen(
	struct app *a, struct user *user, enum screen_status *status, struct sbuf *why)
{
	const int64_t *chosen = user->settings.value;
	struct screen_options options = {
		.theme = (enum screen_theme)chosen[SETTING_THEME],
		.glyphs = (enum screen_glyphs)chosen[SETTING_GLYPHS],
		.mouse = chosen[SETTING_MOUSE] == SETTING_ON,
	};
	*a = (struct app){ .screen = screen_start(&options, status, why),
		.user = user,
		.applied = user->settings.changes };
	return a->screen != NULL;
}

static void stop(struct app *a)
{
	prompt_free(a->prompt);
	screen_stop(a->screen);
	canvas_fini(&a->canvas);
}

enum app_result app_run(
	struct session *s, struct user *user, enum screen_status *status, struct sbuf *why)
{
	struct app a;
	if (!start_screen(&a, user, status, why))
		return APP_NO_SCREEN;
	enum app_result result = step_through(&a, s);
	stop(&a);
	return result;
}

/* The list of lessons. */

/* A lesson that cannot be opened says why on a page over the list. */
static void refuse_lesson(
	struct chooser *k, const struct lesson *l, const struct diag *d, const char *text)
{
	struct sbuf said = { 0 };
	diag_render(d, l->path, text, text != NULL ? strlen(text) : 0, &said);
	page_open(&k->page, l->title, sbuf_cstr(&said));
	sbuf_fini(&said);
}

static enum app_result open_lesson(struct app *a, struct chooser *k, struct progress *progress)
{
	const struct lesson *l = &k->lessons->at[k->at];
	struct diag d = { 0 };
	char *text;
	struct limits limits = config_limits(&a->user->settings);
	struct session *s = session_open(l->path, &limits, &d, &text);
	enum app_result result = APP_QUIT;
	if (s != NULL) {
		s->installed = l->installed;
		result = step_through(a, s);
		if (reach_is_end(s))
			progress_add(
				progress, l->name); /* what cannot be kept is known till the end */
	} else {
		refuse_lesson(k, l, &d, text);
	}
	session_free(s);
	mem_free(text);
	diag_fini(&d);
	return result;
}

static void draw_list(struct app *a, struct chooser *k)
{
	fit(a);
	canvas_erase(&a->canvas, canvas_rect(&a->canvas));
	chooser_draw(k, &a->canvas);
	screen_set_cursor(a->screen, -1, 0);
	screen_show(a->screen, &a->canvas);
}

enum app_result app_choose(const struct lesson_list *lessons, struct progress *progress,
	struct user *user, enum screen_status *status, struct sbuf *why)
{
	struct app a;
	struct chooser k = { .lessons = lessons, .progress = progress };
	enum app_result result = APP_QUIT;
	if (!start_screen(&a, user, status, why))
		return APP_NO_SCREEN;
	chooser_begin(&k);
	if (user->complaints.len > 0)
		page_open(&k.page, "config", sbuf_cstr(&user->complaints));
	sbuf_truncate(&user->complaints, 0);
	for (bool going = true; going && result == APP_QUIT;) {
		draw_list(&a, &k);
		struct input in = screen_read(a.screen, -1);
		if (in.kind == INPUT_END) {
			result = APP_CUT_OFF;
			break;
		}
		switch (chooser_input(&k, &in)) {
		case CHOOSER_OPEN:
			result = open_lesson(&a, &k, progress);
			break;
		case CHOOSER_REDRAW:
			screen_redraw(a.screen);
			break;
		case CHOOSER_SUSPEND:
			screen_suspend(a.screen);
			break;
		case CHOOSER_QUIT:
			going = false;
			break;
		case CHOOSER_NOTHING:
			break;
		}
	}
	chooser_fini(&k);
	stop(&a);
	return result;
}
