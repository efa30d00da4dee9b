#include "ui/pane/pane_prompt.h"

int pane_prompt_draw(struct canvas *c, struct rect in, const char *text, size_t n, size_t cursor)
{
	canvas_erase(c, in);
	canvas_str(c, in, 0, 0, ROLE_KEY, ":");
	struct rect line = in;
	rect_left(&line, 1);
	int column = canvas_columns(c, text, cursor);
	int shift = column >= line.cols ? column - line.cols + 1 : 0;
	canvas_text(c, line, 0, -shift, ROLE_NORMAL, shift > 0 ? TEXT_CUT : 0, text, n);
	return 1 + column - shift;
}

/* The rows that a text needs. */
static int rows_of(struct canvas *c, int cols, const char *text, size_t n)
{
	struct rect none = { .cols = cols };
	return canvas_wrap(c, none, ROLE_NORMAL, text, n);
}

void pane_choices_draw(struct canvas *c, struct rect in, const char *text, size_t n)
{
	if (n == 0 || in.rows == 0 || in.cols < 3)
		return;
	int rows = rows_of(c, in.cols - 1, text, n) + 1;
	struct rect at = rect_bottom(&in, rows < in.rows ? rows : in.rows);
	canvas_erase(c, at);
	if (at.rows > 1)
		canvas_rule_right(c, at, 0, 0, at.cols);
	rect_top(&at, at.rows > 1);
	rect_left(&at, 1);
	canvas_wrap(c, at, ROLE_NORMAL, text, n);
}
