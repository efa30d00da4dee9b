#include "ui/canvas/name.h"

#include <string.h>

void name_draw(struct canvas *c, struct rect in, enum role role, const char *name)
{
	const char *number = strrchr(name, '#');
	int width = canvas_columns(c, name, strlen(name));
	int tail = number != NULL ? canvas_columns(c, number, strlen(number)) : 0;
	if (width > in.cols && tail > 0 && tail + 2 < in.cols) {
		struct rect end = rect_right(&in, tail);
		canvas_str(c, end, 0, 0, role, number);
		canvas_text(c, in, 0, 0, role, TEXT_CUT, name, strlen(name));
		return;
	}
	canvas_text(c, in, 0, 0, role, TEXT_CUT, name, strlen(name));
}
