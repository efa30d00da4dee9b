/* What the signs on the screen mean: a page, and on wide screens a place of its own. */

#include "ui/stage/stage_parts.h"

#include "ui/pane/legend.h"

enum { SIGN_COLS = 4 };

/* The rows for the panes as they are drawn now.  Only UTF-8 tells all signs apart. */
static uint32_t rows_of_screen(struct stage *t)
{
	struct canvas c = { .charset = CHARSET_UTF8 };
	enum charset charset = t->charset;
	canvas_size(&c, t->rows > 0 ? t->rows : 24, t->cols > 0 ? t->cols : 80);
	stage_draw(t, &c);
	t->charset = charset;
	uint32_t which = legend_of(&c);
	canvas_fini(&c);
	return which;
}

static void say_legend(uint32_t which, struct sbuf *out)
{
	const struct legend_row *row;
	for (size_t i = 0; (row = legend_row(i)) != NULL; i++) {
		size_t start = out->len;
		if ((which & 1u << i) == 0)
			continue;
		legend_sign(row, out);
		size_t cols = row->behind != GLYPH_COUNT ? 2 : 1;
		sbuf_pad(out, start, out->len - start + SIGN_COLS - cols);
		sbuf_printf(out, "%s\n", row->meaning);
	}
}

enum session_status stage_legend_command(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct stage *t = s->extra_self;
	struct sbuf text = { 0 };
	const struct legend_row *row;
	size_t line = 0;
	(void)a;
	uint32_t which = rows_of_screen(t);
	say_legend(which, &text);
	page_open(&t->page, "the signs on the screen", sbuf_cstr(&text));
	stage_note_page(t, c->name);
	for (size_t i = 0; (row = legend_row(i)) != NULL; i++)
		if ((which & 1u << i) != 0)
			page_add_sign(&t->page, (struct page_sign){ line++, row->look });
	sbuf_fini(&text);
	return session_say(s, SESSION_SAID, "%s", "");
}

void stage_legend_draw(const struct stage *t, struct canvas *c)
{
	struct rect in = t->layout.legend;
	if (in.cols > 0)
		legend_draw(c, in, legend_of(c));
}
