#include "pictures.h"

#include "base/mem.h"
#include "hostile.h"

#include <string.h>

static struct emit_terminal xterm(void)
{
	return (struct emit_terminal){
		.ecma = true,
		.in_row = true,
		.in_column = true,
		.forward = true,
		.back = true,
		.feeds = true,
		.erases = true,
		.clear = mem_strdup("\033[H\033[2J"),
		.erase_to_end = mem_strdup("\033[K"),
		.reset = mem_strdup("\033[m"),
		.bold = mem_strdup("\033[1m"),
		.underline = mem_strdup("\033[4m"),
		.reverse = mem_strdup("\033[7m"),
	};
}

void pictures_init(struct pictures *p, uint32_t seed, int rows, int cols)
{
	*p = (struct pictures){ .canvas.charset = CHARSET_UTF8, .random = seed };
	p->emitter = (struct emitter){ .t = xterm(), .rows = rows, .cols = cols };
	canvas_size(&p->canvas, rows, cols);
	emit_forget(&p->emitter);
}

void pictures_fini(struct pictures *p)
{
	canvas_fini(&p->canvas);
	emit_fini(&p->emitter);
}

static void draw_text(struct pictures *p)
{
	static const char *const pieces[] = { "a", "b", " ", "  ", "xyz", "e\u0301", "あ", "中",
		"中\u0323", "o\u0308\u0323", "●", "é" };
	static const enum role roles[] = { ROLE_NORMAL, ROLE_CURRENT, ROLE_GONE, ROLE_TITLE };
	struct canvas *c = &p->canvas;
	struct sbuf text = { 0 };
	for (int n = hostile_number(&p->random, 12); n > 0; n--)
		sbuf_str(&text, pieces[hostile_number(&p->random, sizeof pieces / sizeof *pieces)]);
	int row = hostile_number(&p->random, c->rows);
	int col = hostile_number(&p->random, c->cols);
	enum role role = roles[hostile_number(&p->random, 4)];
	canvas_str(c, canvas_rect(c), row, col, role, sbuf_cstr(&text));
	sbuf_fini(&text);
}

void pictures_next(struct pictures *p)
{
	if (hostile_number(&p->random, 3) == 0)
		canvas_erase(&p->canvas, canvas_rect(&p->canvas));
	for (int n = hostile_number(&p->random, 2 * p->canvas.rows); n > 0; n--)
		draw_text(p);
	emit_picture(&p->emitter, &p->canvas);
}

void pictures_cell(const struct canvas *c, int row, int col, struct sbuf *out)
{
	const struct canvas_cell *cell = canvas_cell(c, row, col);
	const struct role_look *look = role_look((enum role)cell->role);
	if (cell->width == 0)
		return;
	sbuf_utf8(out, cell->c);
	for (const uint32_t *m = canvas_marks(c, cell); *m != 0; m++)
		sbuf_utf8(out, *m);
	sbuf_char(out, '/');
	sbuf_str(out, look->bold && cell->c != ' ' ? "b" : "");
	sbuf_str(out, look->underline ? "u" : "");
	sbuf_str(out, look->reverse ? "r" : "");
}
