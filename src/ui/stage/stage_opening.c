/* The screen before the first step: the lesson, and what to press. */

#include "ui/stage/stage_parts.h"

#include "session/commands/point.h"

#include <string.h>

/* Whether a line of the lesson stands alone: a heading, an item, code. */
static bool stands_alone(const char *line)
{
	return *line == '\0' || *line == '\n' || strchr(" \t#-*|>`", *line) != NULL ||
		(*line >= '0' && *line <= '9');
}

/* The lesson's paragraphs, each as one line; without its first heading, which
 * is the title. */
static void say_lesson(const char *text, struct sbuf *out)
{
	if (*text == '#') {
		text += strcspn(text, "\n");
		text += strspn(text, "\n");
	}
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");
		bool alone = n == 0 || strchr(" \t#|>`", *text) != NULL;
		sbuf_bytes(out, text, n);
		text += n + (text[n] == '\n');
		sbuf_char(out, alone || stands_alone(text) ? '\n' : ' ');
	}
}

static const char no_lesson[] =
	"Each step shows what the program does next: which frame runs, which are suspended, where "
	"they will go on, and what they keep. Every step can be taken back.";

void stage_opening_read(struct stage *t)
{
	struct sbuf text = { 0 };
	say_lesson(t->session->scenario.lesson, &text);
	if (text.len > 0 && t->session->scenario.npoints > 0)
		sbuf_str(&text, "\n");
	point_say(t->session, true, &text);
	if (text.len > 0)
		page_open_lesson(&t->opening, t->session->scenario.title, text.text);
	else
		page_open(&t->opening, t->session->scenario.title, no_lesson);
	sbuf_fini(&text);
}

bool stage_is_at_begin(const struct stage *t)
{
	for (int side = 0; side < SIDE_COUNT; side++)
		if (session_has(t->session, (enum side)side) &&
			session_step(t->session, (enum side)side) > 0)
			return false;
	return true;
}

struct rect stage_opening_place(const struct stage *t)
{
	const struct layout *l = &t->layout;
	struct rect all = { 0 };
	int end = 0;
	if (t->zoom != PANE_COUNT || !stage_is_at_begin(t))
		return all;
	for (int side = 0; side < SIDE_COUNT; side++) {
		for (int p = PANE_SOURCE + 1; p < PANE_COUNT; p++) {
			const struct layout_pane *at = &l->at[side][p];
			struct rect first = at->title.rows > 0 ? at->title : at->body;
			if (at->title.rows + at->body.rows == 0)
				continue;
			if (end == 0 || first.row < all.row)
				all.row = first.row;
			int bottom = first.row + at->title.rows + at->body.rows;
			end = bottom > end ? bottom : end;
		}
	}
	all.rows = end - all.row;
	all.cols = l->cols;
	return all.rows < 2 ? (struct rect){ 0 } : all;
}

static void draw_advice(const struct stage *t, struct canvas *c, struct rect row, long below)
{
	int col = canvas_str(c, row, 0, 1, ROLE_NORMAL, "Press ");
	col = canvas_str(c, row, 0, col, ROLE_KEY, "n");
	col = canvas_str(c, row, 0, col, ROLE_NORMAL, " for the first step");
	if (t->session->scenario.npoints > 0) {
		col = canvas_str(c, row, 0, col, ROLE_NORMAL, ", ");
		col = canvas_str(c, row, 0, col, ROLE_KEY, "*");
		col = canvas_str(c, row, 0, col, ROLE_NORMAL, " for the one that shows it");
	}
	if (t->opening.lesson && below > 0) {
		col = canvas_str(c, row, 0, col, ROLE_NORMAL, ", ");
		col = canvas_str(c, row, 0, col, ROLE_KEY, "l");
		col = canvas_str(c, row, 0, col, ROLE_NORMAL, " to read on");
	}
	canvas_str(c, row, 0, col, ROLE_NORMAL, ".");
}

void stage_opening_draw(struct stage *t, struct canvas *c)
{
	struct rect in = stage_opening_place(t);
	if (in.rows < 2)
		return;
	bool titled = t->layout.at[t->session->in_view][PANE_SOURCE].title.rows > 0;
	struct rect all = canvas_rect(c), divider = t->layout.divider;
	canvas_erase(c, in);
	canvas_rule_right(c, all, in.row, 0, in.cols + (t->layout.legend.cols > 0));
	if (divider.cols > 0 && in.row > 0)
		canvas_rule_down(c, all, in.row - 1, divider.col, 2);
	canvas_printf(c, rect_top(&in, 1), 0, 1, ROLE_TITLE, " %s ", sbuf_cstr(&t->opening.title));
	struct rect advice = rect_bottom(&in, 1);
	rect_left(&in, titled);
	rect_right(&in, titled);
	draw_advice(t, c, advice, page_draw_text(c, in, &t->opening));
}
