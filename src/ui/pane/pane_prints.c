#include "ui/pane/pane_prints.h"

#include <string.h>

/* The column where print i begins. */
static int begins(const struct pane_prints *p, int cols, uint32_t i)
{
	return p->columns != NULL ? p->columns[i]
				  : pane_lanes_column_of(cols, &p->window, p->prints[i].step);
}

/* One that others follow is cut where the next in its row begins; nothing is
 * left of one that begins where that does. */
static void draw_one(
	struct canvas *c, struct rect row, const struct pane_prints *p, uint32_t i, uint32_t rows)
{
	int from = begins(p, row.cols, i),
	    end = i + rows < p->nprints ? begins(p, row.cols, i + rows) : row.cols + 1;
	struct rect room = { row.row, row.col + from, 1, end - from - 1 };
	if (end == from + 1)
		room.cols = 1;
	canvas_text(c, rect_meet(room, row), 0, 0, ROLE_NORMAL, TEXT_CUT, p->prints[i].text,
		p->prints[i].len);
}

/* The newest begins further to the left if the rest of the row is too short. */
static void draw_newest(struct canvas *c, struct rect row, const struct pane_prints *p)
{
	const struct view_print *print = &p->prints[p->nprints - 1];
	int left = pane_lanes_name_columns(row.cols), from = begins(p, row.cols, p->nprints - 1);
	int width = canvas_columns(c, print->text, print->len);
	if (from + width > row.cols)
		from = row.cols - width > left ? row.cols - width : left;
	struct rect room = { row.row, row.col + from - (from > left), 1, row.cols };
	room = rect_meet(room, row);
	canvas_erase(c, room);
	canvas_text(c, room, 0, from > left, ROLE_NORMAL, TEXT_CUT, print->text, print->len);
}

void pane_prints_draw(struct canvas *c, struct rect in, const struct pane_prints *p)
{
	if (in.rows == 0)
		return;
	uint32_t rows = (uint32_t)in.rows;
	canvas_str(c, in, 0, 0, ROLE_GONE, "prints");
	for (uint32_t i = 0; i < p->nprints; i++) {
		struct rect row = { in.row + (int)(p->prints[i].nth % rows), in.col, 1, in.cols };
		if (i + 1 < p->nprints)
			draw_one(c, row, p, i, rows);
		else
			draw_newest(c, row, p);
	}
}
