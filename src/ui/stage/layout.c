#include "ui/stage/layout.h"

#include <assert.h>
#include <string.h>

enum {
	TITLE_ROWS_FROM = 20, /* screens with fewer rows have no titles */
	NOTE_ROWS_FROM = 14,  /* screens with fewer rows have no author's note */
	TWO_NOTES_FROM = 30,
	LEGEND_FROM = 150, /* columns of a screen with a legend */
	LEGEND_COLS = 34,
	SENTENCE_WIDTH = 80, /* a sentence with its side in front */
	SENTENCE_ROWS_MAX = 3,
};

static int least(int a, int b)
{
	return a < b ? a : b;
}

static bool has_room_for_both(const struct layout_wish *w)
{
	return w->has[SIDE_COROUTINE] && w->has[SIDE_SUBROUTINE] && w->cols >= LAYOUT_BOTH_COLS;
}

/* The columns of the panes: a wide screen has a legend and a rule right of them. */
static int pane_columns(const struct layout_wish *w)
{
	return w->cols >= LEGEND_FROM ? w->cols - LEGEND_COLS - 1 : w->cols;
}

int layout_side_columns(const struct layout_wish *w)
{
	int cols = pane_columns(w);
	return has_room_for_both(w) ? (cols - 1) / 2 : cols;
}

static bool is_shown(const struct layout_wish *w, enum pane p)
{
	const struct pane_row *row = pane_row(p);
	if (p == w->zoom)
		return true;
	/* Of the others only what belongs to the lanes stays beside a pane that is zoomed. */
	if (w->zoom != PANE_COUNT && (w->zoom != PANE_LANES || pane_is_titled(p)))
		return false;
	if (row->is_of_use != NULL && !row->is_of_use(w))
		return false;
	return w->rows >= row->from_rows;
}

static int wanted(const struct layout_wish *w, enum pane p, enum round round)
{
	assert((unsigned)round < ROUND_COUNT && "a round");
	const struct pane_row *row = pane_row(p);
	int there = row->there(w);
	int most = w->ladder                            ? row->ladder[round]
		: w->tasks > 0 && row->tasks[round] > 0 ? row->tasks[round]
							: row->wants[round].most;
	there = there < 1 ? 1 : least(there, CANVAS_MAX);
	return least(row->wants[round].per * there, most);
}

/* The panes in the order in which they are asked. */
static void list_turns(const struct layout_wish *w, enum pane order[PANE_COUNT])
{
	for (int p = 0; p < PANE_COUNT; p++) {
		int before = 0;
		for (int q = 0; q < PANE_COUNT; q++) {
			const struct pane_row *a = pane_row((enum pane)q),
					      *b = pane_row((enum pane)p);
			before += w->ladder ? a->turn_ladder < b->turn_ladder : a->turn < b->turn;
			assert(before <= PANE_COUNT && "a pane comes after the others at most");
		}
		order[before] = (enum pane)p;
	}
}

/* Hands `rows` rows out to the shown panes: a round after the other, what is
 * left over at the end to the one that is asked first. */
static void share(const struct layout_wish *w, int rows, int height[PANE_COUNT])
{
	enum pane order[PANE_COUNT] = { 0 };
	list_turns(w, order);
	memset(height, 0, PANE_COUNT * sizeof *height);
	for (int round = 0; round < ROUND_COUNT; round++) {
		for (int i = 0; i < PANE_COUNT; i++) {
			enum pane p = order[i];
			int more = is_shown(w, p) ? wanted(w, p, (enum round)round) - height[p] : 0;
			if (more > rows && pane_row(p)->whole &&
				(round == ROUND_TWICE || round == ROUND_MORE))
				more = 0;
			more = least(more < 0 ? 0 : more, rows);
			assert(more >= 0 && more <= rows &&
				"no more rows are handed out than there are");
			height[p] += more;
			rows -= more;
		}
	}
	for (int i = 0; i < PANE_COUNT && rows > 0; i++) {
		if (is_shown(w, order[i]) && (w->zoom == PANE_COUNT || w->zoom == order[i])) {
			height[order[i]] += rows;
			rows = 0;
		}
	}
}

static void stack_panes(
	const struct layout_wish *w, struct rect rest, struct layout_pane at[PANE_COUNT])
{
	int height[PANE_COUNT];
	int titles = 0;
	bool titled = w->rows >= TITLE_ROWS_FROM;
	for (int p = 0; p < PANE_COUNT; p++)
		titles += titled && is_shown(w, (enum pane)p) && pane_is_titled((enum pane)p);
	share(w, rest.rows - titles, height);
	for (int p = 0; p < PANE_COUNT; p++) {
		if (titled && is_shown(w, (enum pane)p) && pane_is_titled((enum pane)p))
			at[p].title = rect_top(&rest, 1);
		at[p].body = rect_top(&rest, height[p]);
	}
}

/* Which sides have panes, and which a sentence. */
static void choose_sides(struct layout *l, const struct layout_wish *w)
{
	bool both = has_room_for_both(w);
	for (int side = 0; side < SIDE_COUNT; side++) {
		l->tells[side] = w->has[side] && (both || w->in_view == (enum side)side);
		l->shown[side] = l->tells[side] && w->rows >= LAYOUT_MIN_ROWS &&
			w->cols >= LAYOUT_MIN_COLS;
	}
}

static int sentences(const struct layout *l)
{
	return l->tells[SIDE_COROUTINE] + l->tells[SIDE_SUBROUTINE];
}

static void carve_story(struct layout *l, const struct layout_wish *w, struct rect *rest)
{
	bool alone = !l->shown[SIDE_COROUTINE] && !l->shown[SIDE_SUBROUTINE];
	bool wraps = sentences(l) == 1 || alone;
	int rows = wraps && w->cols > 0 ? (SENTENCE_WIDTH + w->cols - 1) / w->cols : 1;
	l->sentence_rows = alone ? rest->rows : least(rows, SENTENCE_ROWS_MAX);
	if (alone && sentences(l) == 2)
		l->sentence_rows = rest->rows / 2;
	if (w->rows >= NOTE_ROWS_FROM)
		l->note_rows = w->rows >= TWO_NOTES_FROM && sentences(l) == 2 ? 2 : 1;
	if (alone)
		l->note_rows = 0;
	l->story.body = alone ? rect_bottom(rest, rest->rows)
			      : rect_bottom(rest, sentences(l) * l->sentence_rows + l->note_rows);
	if (!alone && w->rows >= TITLE_ROWS_FROM)
		l->story.title = rect_bottom(rest, 1);
}

void layout_carve(struct layout *l, const struct layout_wish *w)
{
	*l = (struct layout){ 0 };
	choose_sides(l, w);
	assert(w->rows >= 0 && w->cols >= 0 && "a screen has a size");
	struct rect rest = { .rows = w->rows, .cols = w->cols };
	l->status = rect_bottom(&rest, 1);
	carve_story(l, w, &rest);
	l->cols = pane_columns(w);
	if (l->cols < w->cols) {
		l->legend = rect_right(&rest, LEGEND_COLS);
		l->legend_title = rect_top(&l->legend, 1);
		l->legend_rule = rect_right(&rest, 1);
	}
	if (l->shown[SIDE_COROUTINE] && l->shown[SIDE_SUBROUTINE]) {
		stack_panes(w, rect_left(&rest, (l->cols - 1) / 2), l->at[SIDE_COROUTINE]);
		l->divider = rect_left(&rest, 1);
		stack_panes(w, rest, l->at[SIDE_SUBROUTINE]);
	} else if (l->shown[SIDE_COROUTINE] || l->shown[SIDE_SUBROUTINE]) {
		stack_panes(w, rest, l->at[w->in_view]);
	}
}
