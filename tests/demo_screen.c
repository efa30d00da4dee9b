/* A program for the tests of ui/screen: shows a fixed picture and all that it
 * reads.  Keys that do something are in the table below. */

#include "hostile.h"

#include "base/sbuf.h"
#include "ui/term/screen.h"

#include <assert.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

struct demo {
	struct screen *screen;
	struct canvas canvas;
	struct sbuf log; /* all inputs, as text */
	unsigned inputs;
	uint32_t random; /* not 0: shows hostile screens */
	enum screen_theme theme;
	bool mouse, cursor, done;
	int status;
};

static void quit(struct demo *d)
{
	d->done = true;
}

static void fault(struct demo *d)
{
	char *page = mmap(NULL, 1, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	assert(page != MAP_FAILED);
	*(volatile char *)page = (char)d->status;
}

static void overflow(struct demo *d)
{
	volatile char room[4096];
	room[0] = (char)d->inputs;
	d->inputs++;
	if (d->inputs != 0)
		overflow(d);
	room[1] = room[0];
}

static void fail(struct demo *d)
{
	assert(d->done && "the demo was asked to fail");
}

static void leave_in_disorder(struct demo *d)
{
	exit(d->done ? 0 : 5);
}

static void run_other(struct demo *d)
{
	screen_leave(d->screen);
	puts("lent");
	fflush(stdout);
	getchar();
	screen_enter(d->screen);
}

static void change_theme(struct demo *d)
{
	d->theme = d->theme == SCREEN_LIGHT ? SCREEN_DARK : SCREEN_LIGHT;
	screen_set_theme(d->screen, d->theme);
}

static void change_glyphs(struct demo *d)
{
	screen_set_glyphs(
		d->screen, d->canvas.charset == CHARSET_UTF8 ? GLYPHS_ASCII : GLYPHS_UTF8);
}

static void change_mouse(struct demo *d)
{
	d->mouse = !d->mouse;
	screen_set_mouse(d->screen, d->mouse);
}

static void change_cursor(struct demo *d)
{
	d->cursor = !d->cursor;
	screen_set_cursor(d->screen, d->cursor ? 1 : -1, 2);
}

static void suspend(struct demo *d)
{
	screen_suspend(d->screen);
	sbuf_str(&d->log, "<back>");
}

static void be_hostile(struct demo *d)
{
	hostile_random(&d->random);
}

static void write_error(struct demo *d)
{
	fprintf(stderr, "a word on standard error, the %u.\n", d->inputs);
}

static void redraw(struct demo *d)
{
	screen_redraw(d->screen);
}

static const struct {
	uint32_t code;
	void (*act)(struct demo *d);
} commands[] = {
	{ 'Q', quit },
	{ 'F', fault },
	{ 'O', overflow },
	{ 'A', fail },
	{ 'X', leave_in_disorder },
	{ 'E', run_other },
	{ 'T', change_theme },
	{ 'G', change_glyphs },
	{ 'M', change_mouse },
	{ 'P', change_cursor },
	{ 'H', be_hostile },
	{ 'W', write_error },
	{ 'Z' & 31, suspend },
	{ 'L' & 31, redraw },
};

static void note_text(struct demo *d, const struct input *in)
{
	if (in->alt)
		sbuf_str(&d->log, "<Alt>");
	if (in->code < ' ')
		sbuf_printf(&d->log, "<%u>", in->code);
	else
		sbuf_utf8(&d->log, in->code);
}

static void note(struct demo *d, const struct input *in)
{
	static const char *const buttons[] = { "left", "wheel up", "wheel down" };
	struct sbuf *log = &d->log;
	switch (in->kind) {
	case INPUT_TIMEOUT:
	case INPUT_BACKGROUND:
	case INPUT_ANSWERED:
		sbuf_str(log, "<timeout>");
		break;
	case INPUT_TEXT:
		note_text(d, in);
		break;
	case INPUT_KEY:
		sbuf_printf(log, "<%s%s>", in->alt ? "Alt-" : "", input_key_name(in->key));
		break;
	case INPUT_PASTE:
		sbuf_printf(log, "<paste %zu:%.20s>", in->len, in->text);
		break;
	case INPUT_MOUSE:
		sbuf_printf(log, "<%s %d,%d>", buttons[in->mouse], in->row, in->col);
		break;
	case INPUT_RESIZE:
		break;
	case INPUT_RESUMED:
		sbuf_str(log, "<resumed>");
		break;
	case INPUT_INTERRUPT:
		sbuf_str(log, "<interrupt>");
		break;
	case INPUT_END:
		d->done = true;
		d->status = 1;
		break;
	}
}

static void act(struct demo *d, const struct input *in)
{
	d->inputs += in->kind == INPUT_TEXT || in->kind == INPUT_KEY;
	note(d, in);
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		if (in->kind == INPUT_TEXT && !in->alt && commands[i].code == in->code)
			commands[i].act(d);
	}
}

static void draw_roles(struct canvas *c, struct rect in)
{
	for (int i = 0; i < ROLE_COUNT; i++)
		canvas_str(c, in, i / 3, i % 3 * 12, (enum role)i, role_look((enum role)i)->name);
}

static void draw_glyphs(struct canvas *c, struct rect in)
{
	int col = 0;
	for (int i = 0; i < GLYPH_COUNT; i++)
		col = canvas_glyph(c, in, 0, col, ROLE_NORMAL, (enum glyph)i);
	canvas_str(c, in, 1, 0, ROLE_NORMAL, "\033[31m\xff\u202e漢字e\u0301é");
}

/* The end of a long log is what a test wants to see. */
static const char *tail(struct sbuf *log)
{
	const char *text = sbuf_cstr(log);
	return log->len > 60 ? text + log->len - 60 : text;
}

static void draw(struct demo *d)
{
	struct canvas *c = &d->canvas;
	c->charset = screen_charset(d->screen);
	canvas_size(c, screen_rows(d->screen), screen_cols(d->screen));
	struct rect rest = canvas_rect(c);
	if (d->random != 0) {
		uint32_t state = d->random;
		hostile_screen(&state, c, rest);
		screen_show(d->screen, c);
		return;
	}
	struct rect head = rect_top(&rest, 2);
	canvas_printf(c, head, 0, 0, ROLE_TITLE, "%u inputs, %dx%d", d->inputs, c->cols, c->rows);
	canvas_printf(c, head, 1, 0, ROLE_STATUS, "[%s]", tail(&d->log));
	struct rect foot = rect_bottom(&rest, 2);
	draw_glyphs(c, foot);
	struct rect inside = canvas_box(c, rest);
	draw_roles(c, inside);
	canvas_paint(c, rect_bottom(&inside, 1), ROLE_CURRENT);
	screen_show(d->screen, c);
}

static void run(struct demo *d)
{
	while (!d->done) {
		struct input in;
		draw(d);
		for (in = screen_read(d->screen, -1); in.kind != INPUT_TIMEOUT && !d->done;
			in = screen_read(d->screen, 0))
			act(d, &in);
	}
}

int main(void)
{
	struct demo d = { 0 };
	struct screen_options options = { 0 };
	enum screen_status status;
	struct sbuf why = { 0 };
	setlocale(LC_CTYPE, "");
	d.screen = screen_start(&options, &status, &why);
	if (d.screen == NULL) {
		fprintf(stderr, "%d: %s\n", (int)status, sbuf_cstr(&why));
		sbuf_fini(&why);
		return 3;
	}
	run(&d);
	screen_stop(d.screen);
	canvas_fini(&d.canvas);
	sbuf_fini(&d.log);
	return d.status;
}
