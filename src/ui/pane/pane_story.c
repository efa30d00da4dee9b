#include "ui/pane/pane_story.h"

#include "base/sbuf.h"

#include <assert.h>
#include <string.h>

enum {
	SIDE_COLS = 5, /* " SUB " */
	SIGN_COLS = 2, /* in front of a note */
};

static const struct {
	const char *name;
	enum role role;
} sides[] = {
	[SIDE_COROUTINE] = { "CO", ROLE_SUSPENDED },
	[SIDE_SUBROUTINE] = { "SUB", ROLE_RUNNING },
};
static_assert(sizeof sides / sizeof *sides == SIDE_COUNT, "a row for each side");

const char *pane_side_name(enum side side)
{
	return sides[side].name;
}

/* Wraps a text into the rectangle; what does not fit is marked as cut. */
static void wrap(struct canvas *c, struct rect in, enum role role, const char *s)
{
	int rows = canvas_wrap(c, in, role, s, strlen(s));
	if (rows > in.rows && in.rows > 0 && in.cols > 0)
		canvas_glyph(c, in, in.rows - 1, in.cols - 1, role, GLYPH_CUT);
}

static struct rect behind_name(struct rect in, bool named)
{
	rect_left(&in, named ? SIDE_COLS : 1);
	return in;
}

static void draw_sentence(
	struct canvas *c, struct rect in, const struct pane_story *p, enum side side)
{
	if (p->named)
		canvas_str(c, in, 0, 1, ROLE_TITLE, sides[side].name);
	struct rect text = behind_name(in, p->named);
	if (text.cols > 0 && p->sentence[side] != NULL)
		wrap(c, text, ROLE_NORMAL, p->sentence[side]);
}

/* Draws a note and returns what is left of its row behind it. */
static struct rect draw_note(
	struct canvas *c, struct rect row, const struct pane_story *p, int side)
{
	if (p->named)
		canvas_str(c, row, 0, 1, ROLE_NOTE, sides[side].name);
	row = behind_name(row, p->named);
	canvas_glyph(c, row, 0, 0, ROLE_NOTE, GLYPH_NOTE);
	rect_left(&row, SIGN_COLS);
	int end = canvas_text(
		c, row, 0, 0, ROLE_NOTE, TEXT_CUT, p->note[side], strlen(p->note[side]));
	rect_left(&row, end + 1);
	return row;
}

/* The notes of both sides share the rows; the same note is shown once.  A
 * second one stands behind the first if there is no row for it and all of it
 * has room there. */
static void draw_notes(struct canvas *c, struct rect in, const struct pane_story *p)
{
	const char *shown = NULL;
	struct rect rest = { 0 };
	for (int side = 0; side < SIDE_COUNT; side++) {
		const char *note = p->tells[side] ? p->note[side] : NULL;
		if (note == NULL || (shown != NULL && strcmp(shown, note) == 0))
			continue;
		if (in.rows > 0)
			rest = draw_note(c, rect_top(&in, 1), p, side);
		else if (rest.cols >= SIDE_COLS + SIGN_COLS + canvas_columns(c, note, strlen(note)))
			rest = draw_note(c, rest, p, side);
		shown = note;
	}
}

void pane_story_draw(struct canvas *c, struct rect in, const struct pane_story *p)
{
	for (int side = 0; side < SIDE_COUNT; side++)
		if (p->tells[side])
			draw_sentence(c, rect_top(&in, p->sentence_rows), p, (enum side)side);
	draw_notes(c, rect_top(&in, p->note_rows), p);
}

enum { HINT_GAP = 2 };

static int hint_columns(struct canvas *c, const struct pane_hint *h)
{
	return canvas_columns(c, h->key, strlen(h->key)) + 1 +
		canvas_columns(c, h->name, strlen(h->name)) + HINT_GAP;
}

/* The highest rank that fits when all hints up to it are drawn. */
static int rank_that_fits(struct canvas *c, int room, const struct pane_status *p)
{
	int width = 0, highest = 0;
	for (size_t i = 0; i < p->nhints; i++) {
		width += hint_columns(c, &p->hints[i]);
		highest = p->hints[i].rank > highest ? p->hints[i].rank : highest;
	}
	for (; width - HINT_GAP > room && highest >= 0; highest--)
		for (size_t i = 0; i < p->nhints; i++)
			width -= p->hints[i].rank == highest ? hint_columns(c, &p->hints[i]) : 0;
	return highest;
}

static void draw_hints(struct canvas *c, struct rect in, int col, const struct pane_status *p)
{
	int rank = rank_that_fits(c, in.cols - col, p);
	for (size_t i = 0; i < p->nhints; i++) {
		if (p->hints[i].rank > rank)
			continue;
		col = canvas_str(c, in, 0, col, ROLE_KEY, p->hints[i].key);
		col = canvas_str(c, in, 0, col + 1, ROLE_STATUS, p->hints[i].name) + HINT_GAP;
	}
}

void pane_status_draw(struct canvas *c, struct rect in, const struct pane_status *p)
{
	canvas_paint(c, in, ROLE_STATUS);
	int col = canvas_text(c, in, 0, in.cols > 20, ROLE_TITLE, TEXT_CUT, p->place,
			  strlen(p->place)) +
		2;
	if (p->message != NULL && *p->message != '\0') {
		canvas_text(c, in, 0, col, p->refused ? ROLE_ERROR : ROLE_NORMAL, TEXT_CUT,
			p->message, strlen(p->message));
		return;
	}
	draw_hints(c, in, col, p);
}
