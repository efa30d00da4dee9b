#include "ui/stage/dump.h"

#include "ui/canvas/keys.h"
#include "ui/canvas/svg.h"
#include "ui/stage/stage.h"
#include "ui/term/prompt.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Keys that are pressed one after the other. */
struct pressing {
	struct stage *stage;
	struct canvas *canvas;
	struct prompt *prompt;
	const char *keys; /* those that are left */
};

static void show_typed(void *self, const char *text, size_t cursor)
{
	struct pressing *p = self;
	stage_typed(p->stage, text, cursor);
}

static void tell_typist(void *self, const char *text)
{
	struct pressing *p = self;
	stage_told(p->stage, text);
}

static struct input read_typed(void *self)
{
	struct pressing *p = self;
	struct input in;
	size_t n = keys_read(p->keys, &in);
	p->keys += n;
	return n > 0 ? in : (struct input){ .kind = INPUT_END };
}

static void complete_pressed(void *self, const char *text, size_t cursor, struct completion *c)
{
	struct pressing *p = self;
	complete_line(p->stage->session, text, cursor, c);
}

/* Where the keys end in the middle of a command line it stays as it is. */
static enum stage_wish type_command(struct pressing *p)
{
	struct prompt_options o = { .host = { p, show_typed, tell_typist, read_typed,
					    complete_pressed } };
	struct sbuf why = { 0 }, start = { 0 }, line = { 0 };
	enum stage_wish wish = STAGE_QUIT;
	enum prompt_end end = PROMPT_CANCELLED;
	sbuf_str(&start, sbuf_cstr(&p->stage->ask.text));
	p->prompt = p->prompt != NULL ? p->prompt : prompt_new(&o, &why);
	if (p->prompt != NULL)
		end = prompt_read(p->prompt, sbuf_cstr(&start), &line);
	else
		stage_refuse(p->stage, sbuf_cstr(&why));
	if (end != PROMPT_GONE)
		wish = stage_asked(p->stage, end == PROMPT_LINE ? sbuf_cstr(&line) : NULL);
	sbuf_fini(&why);
	sbuf_fini(&start);
	sbuf_fini(&line);
	return wish;
}

/* What a key does may depend on what was in sight, so each is drawn. */
static void press(struct pressing *p)
{
	struct input in;
	for (size_t n; (n = keys_read(p->keys, &in)) > 0;) {
		p->keys += n;
		stage_draw(p->stage, p->canvas);
		enum stage_wish wish = stage_input(p->stage, &in);
		while (wish == STAGE_ASK)
			wish = type_command(p);
		if (wish == STAGE_QUIT)
			return;
	}
}

void dump_screen(struct session *s, const struct dump_options *options, struct sbuf *out)
{
	struct stage *t = stage_new(s);
	struct canvas c = { .charset = options->charset };
	canvas_size(&c, options->rows, options->cols);
	struct pressing p = {
		.stage = t, .canvas = &c, .keys = options->keys != NULL ? options->keys : ""
	};
	press(&p);
	stage_draw(t, &c);
	if (options->svg)
		svg_draw(&c, options->theme, out);
	else
		canvas_dump(&c, out);
	if (options->roles)
		canvas_roles(&c, out);
	prompt_free(p.prompt);
	canvas_fini(&c);
	stage_free(t);
}

/* A number from 1 to CANVAS_MAX; 0 if there is none. */
static int read_length(const char **text)
{
	char *end;
	long n = isdigit((unsigned char)**text) ? strtol(*text, &end, 10) : 0;
	if (n < 1 || n > CANVAS_MAX)
		return 0;
	*text = end;
	return (int)n;
}

bool dump_read_size(const char *text, int *cols, int *rows)
{
	*cols = read_length(&text);
	if (*cols == 0 || (*text != 'x' && *text != 'X'))
		return false;
	text++;
	*rows = read_length(&text);
	return *rows != 0 && *text == '\0';
}
