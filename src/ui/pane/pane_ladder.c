#include "ui/pane/pane_ladder.h"

#include "base/sbuf.h"

#include <string.h>

enum {
	POLE_GAP_LEAST = 12, /* columns from pole to pole */
	POLE_GAP_MOST = 30,
};

/* How a kind of message looks: the role of the rung, and whether it is drawn
 * with gaps, because control does not go along. */
static const struct message_look {
	enum role role;
	bool dotted;
} looks[] = {
	[MESSAGE_CALL] = { ROLE_ENTRY, false },
	[MESSAGE_CREATE] = { ROLE_WAITING, true },
	[MESSAGE_YIELD] = { ROLE_POINT, false },
	[MESSAGE_RESUME] = { ROLE_POINT, false },
	[MESSAGE_RETURN] = { ROLE_NORMAL, false },
	[MESSAGE_THROW] = { ROLE_ERROR, false },
	[MESSAGE_TRANSFER] = { ROLE_POINT, false },
	[MESSAGE_PRINT] = { ROLE_NORMAL, false },
};

static const struct {
	enum glyph glyph;
	enum role role;
} poles[] = {
	[VIEW_CREATED] = { GLYPH_DOT, ROLE_WAITING },
	[VIEW_RUNNING] = { GLYPH_RUNNING, ROLE_RUNNING },
	[VIEW_WAITING] = { GLYPH_VERTICAL, ROLE_WAITING },
	[VIEW_SUSPENDED] = { GLYPH_SUSPENDED, ROLE_SUSPENDED },
};
enum { POLES_DRAWN = sizeof poles / sizeof *poles };

uint32_t pane_ladder_poles(int cols)
{
	return cols / POLE_GAP_LEAST > 1 ? (uint32_t)(cols / POLE_GAP_LEAST) : 1;
}

static int gap(const struct rect *in, const struct pane_ladder *p)
{
	int n = p->nslots > 0 ? in->cols / (int)p->nslots : in->cols;
	return n > POLE_GAP_MOST ? POLE_GAP_MOST : n;
}

/* The column of a slot's pole; an edge for one outside the window. */
static int column(const struct rect *in, const struct pane_ladder *p, uint32_t slot)
{
	if (slot == SLOT_NONE || slot < p->first)
		return -1;
	if (slot - p->first >= p->nslots)
		return in->cols;
	return (int)(slot - p->first) * gap(in, p) + 1;
}

static void draw_names(struct canvas *c, struct rect in, const struct pane_ladder *p)
{
	for (uint32_t i = 0; i < p->nslots; i++) {
		struct rect room = in;
		rect_left(&room, (int)i * gap(&in, p));
		room.cols = room.cols < gap(&in, p) - 1 ? room.cols : gap(&in, p) - 1;
		canvas_text(c, room, 0, 0, ROLE_TITLE, TEXT_CUT, p->names[i], strlen(p->names[i]));
	}
}

static void draw_poles(struct canvas *c, struct rect in, int row, const struct pane_ladder *p,
	const struct message *m)
{
	for (uint32_t i = 0; i < p->nslots; i++) {
		const struct view_lane_cell *cell = &m->cells[i];
		int col = column(&in, p, p->first + i);
		bool ended = cell->mark == MARK_RETURN || cell->mark == MARK_UNWIND;
		if (ended)
			canvas_glyph(c, in, row, col,
				cell->mark == MARK_UNWIND ? ROLE_ERROR : ROLE_GONE, GLYPH_GONE);
		else if (cell->state != VIEW_NOTHING && cell->state < POLES_DRAWN)
			canvas_glyph(
				c, in, row, col, poles[cell->state].role, poles[cell->state].glyph);
	}
}

/* "call f#2", or just "f#2" where there is less room. */
static const char *label_of(struct canvas *c, const struct message *m, int room)
{
	const char *space = m->kind == MESSAGE_CALL ? strchr(m->text, ' ') : NULL;
	return space != NULL && canvas_columns(c, m->text, strlen(m->text)) > room ? space + 1
										   : m->text;
}

/* A text in the middle of a rung, with what it needs around it. */
static void draw_label(struct canvas *c, struct rect in, int row, int left, int right,
	enum role role, const struct message *m)
{
	int room = right - left - 3;
	const char *text = label_of(c, m, room);
	int width = canvas_columns(c, text, strlen(text));
	struct rect label = in;
	if (room < 1)
		return;
	width = width < room ? width : room;
	rect_left(&label, left + 1 + (right - left - 1 - width) / 2);
	label.cols = width < label.cols ? width : label.cols;
	canvas_text(c, label, row, 0, role, TEXT_CUT, text, strlen(text));
}

/* The rung between two columns, its arrow at `to`. */
static void draw_rung(struct canvas *c, struct rect in, int row, int from, int to,
	const struct message *m, bool now)
{
	const struct message_look *look = &looks[m->kind];
	int left = from < to ? from : to, right = from < to ? to : from;
	for (int col = left + 1; col < right; col++) {
		if (!look->dotted || (col - left) % 2 == 1)
			canvas_glyph(c, in, row, col, look->role,
				look->dotted ? GLYPH_DOT : GLYPH_HORIZONTAL);
	}
	if (from < to)
		canvas_glyph(c, in, row, to - 1, look->role, GLYPH_HEAD_RIGHT);
	else
		canvas_glyph(c, in, row, to + 1, look->role, GLYPH_HEAD_LEFT);
	if (m->kind == MESSAGE_TRANSFER) /* both are peers: it leads both ways */
		canvas_glyph(c, in, row, from < to ? from + 1 : from - 1, look->role, GLYPH_DOT);
	draw_label(c, in, row, left, right, now ? ROLE_CHANGED : look->role, m);
}

/* The column of the next pole behind `from` at which somebody is. */
static int next_pole(
	const struct rect *in, const struct pane_ladder *p, int from, const struct message *m)
{
	for (uint32_t i = 0; i < p->nslots; i++) {
		int col = column(in, p, p->first + i);
		if (col > from && m->cells[i].state != VIEW_NOTHING &&
			m->cells[i].state < POLES_DRAWN)
			return col;
	}
	return in->cols + 1;
}

/* What has no receiver stands behind its pole. */
static void draw_word(struct canvas *c, struct rect in, int row, int from,
	const struct pane_ladder *p, const struct message *m)
{
	struct rect room = in;
	bool now = m->step == p->now;
	if (from < 0 || from >= in.cols)
		return;
	rect_left(&room, from + 2);
	int cols = next_pole(&in, p, from, m) - from - 3;
	room.cols = cols < room.cols ? cols : room.cols;
	canvas_text(c, room, row, 0, now ? ROLE_CHANGED : looks[m->kind].role, TEXT_CUT, m->text,
		strlen(m->text));
}

static void draw_message(struct canvas *c, struct rect in, int row, const struct pane_ladder *p,
	const struct message *m)
{
	int from = column(&in, p, m->from), to = column(&in, p, m->to);
	bool now = m->step == p->now,
	     nobody = m->from == SLOT_NONE || m->to == SLOT_NONE || m->from == m->to;
	draw_poles(c, in, row, p, m);
	if (nobody)
		draw_word(c, in, row, m->from != SLOT_NONE ? from : to, p, m);
	else if (from != to)
		draw_rung(c, in, row, from, to, m, now);
}

void pane_ladder_draw(struct canvas *c, struct rect in, const struct pane_ladder *p)
{
	draw_names(c, rect_top(&in, 1), p);
	for (uint32_t i = 0; i < p->nmessages && (int)i < in.rows; i++)
		draw_message(c, in, (int)i, p, &p->messages[i]);
}
