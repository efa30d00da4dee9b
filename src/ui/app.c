#include "ui/app.h"

#include "ui/editor.h"
#include "ui/stage.h"

struct app {
	struct screen *screen;
	struct stage *stage;
	struct canvas canvas;
};

static void draw(struct app *a)
{
	a->canvas.charset = screen_charset(a->screen);
	canvas_size(&a->canvas, screen_rows(a->screen), screen_cols(a->screen));
	stage_draw(a->stage, &a->canvas);
	screen_set_cursor(a->screen, a->stage->cursor_row, a->stage->cursor_col);
	screen_show(a->screen, &a->canvas);
}

/* Lends the terminal to the person's editor. */
static void edit(struct app *a)
{
	struct sbuf why = {0};
	screen_leave(a->screen);
	bool done = editor_run(a->stage->session->scenario.source.path, &why);
	screen_enter(a->screen);
	stage_edited(a->stage, done ? NULL : sbuf_cstr(&why));
	sbuf_fini(&why);
}

static void fulfil(struct app *a, enum stage_wish wish)
{
	switch (wish) {
	case STAGE_REDRAW: screen_redraw(a->screen); break;
	case STAGE_SUSPEND: screen_suspend(a->screen); break;
	case STAGE_MOUSE: screen_set_mouse(a->screen, a->stage->mouse_on); break;
	case STAGE_EDIT: edit(a); break;
	case STAGE_NOTHING:
	case STAGE_QUIT: break;
	}
}

/* Takes one input; false at the end, with how it came to it. */
static bool take(struct app *a, const struct input *in, enum app_result *result)
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
	enum stage_wish wish = stage_input(a->stage, in);
	fulfil(a, wish);
	return wish != STAGE_QUIT;
}

/* Waits for an input, takes it and all that wait behind it, and draws once. */
static enum app_result loop(struct app *a)
{
	enum app_result result;
	for (;;) {
		draw(a);
		struct input in = screen_read(a->screen, a->stage->running ? a->stage->delay_ms : -1);
		do {
			if (!take(a, &in, &result))
				return result;
			in = screen_read(a->screen, 0);
		} while (in.kind != INPUT_TIMEOUT);
	}
}

enum app_result app_run(struct session *s, const struct screen_options *options, enum screen_status *status, struct sbuf *why)
{
	struct app a = { .screen = screen_start(options, status, why) };
	if (a.screen == NULL)
		return APP_NO_SCREEN;
	a.stage = stage_new(s);
	a.stage->mouse_on = options->mouse;
	enum app_result result = loop(&a);
	screen_stop(a.screen);
	stage_free(a.stage);
	canvas_fini(&a.canvas);
	return result;
}
