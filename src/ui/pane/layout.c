#include "ui/pane/layout.h"

#include "ui/pane/pane_lanes.h"

#include <assert.h>
#include <string.h>

enum {
	TITLE_ROWS_FROM = 20, /* screens with fewer rows have no titles */
	NOTE_ROWS_FROM = 14,  /* screens with fewer rows have no author's note */
	TWO_NOTES_FROM = 30,
	WHOLE_WITH_TASKS_FROM = 30,
	SOURCE_WITH_TASKS = 6,
	SENTENCE_WIDTH = 80, /* a sentence with its side in front */
	SENTENCE_ROWS_MAX = 3,
};

/* How many rows a pane would like at a stage of handing them out. */
enum room { STAGE_LEAST, STAGE_GOOD, STAGE_TWICE, STAGE_MORE, STAGE_ALL, STAGE_COUNT };

static const struct pane_row {
	const char *title;
	int from_rows; /* not shown on screens with fewer */
	bool whole;    /* at STAGE_TWICE and STAGE_MORE some of the rows are of no use, only all */
	/* Rows at each stage: so many for each line or slot (per), at most so
	 * many (most). */
	struct {
		int per, most;
	} wants[STAGE_COUNT];
	int ladder[STAGE_COUNT]; /* the most while messages are shown */
} panes[] = {
	[PANE_SOURCE] = { "source", 0, false,
		{ { 1, 4 }, { 1, 8 }, { 1, 8 }, { 1, 12 }, { 1, CANVAS_MAX } },
		{ 4, 6, 10, 10, CANVAS_MAX } },
	[PANE_FRAMES] = { "frames", 10, true,
		{ { 1, 2 }, { 1, 4 }, { 2, 12 }, { 2, 12 }, { 1, 16 } }, { 3, 3, 4, 4, 16 } },
	[PANE_LANES] = { "time", 14, false, { { 1, 2 }, { 1, 3 }, { 1, 4 }, { 1, 4 }, { 1, 12 } },
		{ 4, 8, 14, 14, 30 } },
	[PANE_PRINTS] = { "", 12, false, { { 1, 1 }, { 1, 1 }, { 1, 1 }, { 1, 3 }, { 1, 4 } },
		{ 0, 0, 0, 0, 0 } },
	[PANE_WHOLE] = { "", 20, false, { { 1, 1 }, { 1, 1 }, { 1, 1 }, { 1, 1 }, { 1, 1 } },
		{ 1, 1, 1, 1, 1 } },
};
_Static_assert(sizeof panes / sizeof *panes == PANE_COUNT, "a row for each pane");

/* Who is asked first when rows are handed out. */
static const enum pane priorities[2][PANE_COUNT] = {
	{ PANE_SOURCE, PANE_FRAMES, PANE_PRINTS, PANE_LANES, PANE_WHOLE },
	{ PANE_LANES, PANE_SOURCE, PANE_FRAMES, PANE_PRINTS,
		PANE_WHOLE }, /* while messages are shown */
};

const char *pane_title(enum pane p)
{
	assert((unsigned)p < PANE_COUNT);
	return panes[p].title;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

static bool is_titled(enum pane p)
{
	return *panes[p].title != '\0';
}

static bool has_room_for_both(const struct layout_wish *w)
{
	return w->has[SIDE_COROUTINE] && w->has[SIDE_SUBROUTINE] && w->cols >= LAYOUT_BOTH_COLS;
}

static int side_columns(const struct layout_wish *w)
{
	return has_room_for_both(w) ? (w->cols - 1) / 2 : w->cols;
}

/* Whether the lanes have no room for all steps. */
static bool is_long(const struct layout_wish *w)
{
	return w->steps > pane_lanes_columns(side_columns(w));
}

/* Tasks need a lane each to show who waits for whom: on a small screen the
 * source and the row of the whole run give way. */
static int wanted_with_tasks(const struct layout_wish *w, enum pane p, enum room stage)
{
	static const int lanes[STAGE_COUNT] = { [STAGE_LEAST] = 3,
		[STAGE_GOOD] = 5,
		[STAGE_TWICE] = 6,
		[STAGE_MORE] = 8,
		[STAGE_ALL] = 16 };
	int there = p == PANE_LANES ? w->tasks + 1 : w->lines;
	int most = p == PANE_LANES    ? lanes[stage]
		: stage == STAGE_GOOD ? SOURCE_WITH_TASKS
				      : panes[p].wants[stage].most;
	return least(there < 1 ? 1 : there, most);
}

static bool is_shown(const struct layout_wish *w, enum pane p)
{
	if (p == w->zoom)
		return true;
	/* Of the others only what belongs to the lanes stays beside a pane that is zoomed. */
	if (w->zoom != PANE_COUNT && (w->zoom != PANE_LANES || is_titled(p)))
		return false;
	if ((w->ladder && p == PANE_PRINTS) || (p == PANE_WHOLE && !is_long(w)))
		return false;
	return w->rows >= panes[p].from_rows;
}

static int wanted(const struct layout_wish *w, enum pane p, enum room stage)
{
	int there = p == PANE_SOURCE ? w->lines : p == PANE_PRINTS ? w->prints : w->slots;
	int per = panes[p].wants[stage].per;
	if (w->ladder && p == PANE_LANES)
		return panes[p].ladder[stage];
	if (!w->ladder && w->tasks > 0 && (p == PANE_LANES || p == PANE_SOURCE))
		return wanted_with_tasks(w, p, stage);
	there = there < 1 ? 1 : least(there, CANVAS_MAX);
	return least(per * there, w->ladder ? panes[p].ladder[stage] : panes[p].wants[stage].most);
}

/* Hands `rows` rows out to the shown panes: a stage after the other, what is
 * left over at the end to the one that is asked first. */
static void share(const struct layout_wish *w, int rows, int height[PANE_COUNT])
{
	const enum pane *priority = priorities[w->ladder];
	memset(height, 0, PANE_COUNT * sizeof *height);
	for (int stage = 0; stage < STAGE_COUNT; stage++) {
		for (int i = 0; i < PANE_COUNT; i++) {
			enum pane p = priority[i];
			int more = is_shown(w, p) ? wanted(w, p, (enum room)stage) - height[p] : 0;
			if (more > rows && panes[p].whole &&
				(stage == STAGE_TWICE || stage == STAGE_MORE))
				more = 0;
			more = least(more < 0 ? 0 : more, rows);
			height[p] += more;
			rows -= more;
		}
	}
	for (int i = 0; i < PANE_COUNT && rows > 0; i++) {
		if (is_shown(w, priority[i]) && (w->zoom == PANE_COUNT || w->zoom == priority[i])) {
			height[priority[i]] += rows;
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
		titles += titled && is_shown(w, (enum pane)p) && is_titled((enum pane)p);
	share(w, rest.rows - titles, height);
	for (int p = 0; p < PANE_COUNT; p++) {
		if (titled && is_shown(w, (enum pane)p) && is_titled((enum pane)p))
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
	struct rect rest = { .rows = w->rows, .cols = w->cols };
	l->status = rect_bottom(&rest, 1);
	carve_story(l, w, &rest);
	if (l->shown[SIDE_COROUTINE] && l->shown[SIDE_SUBROUTINE]) {
		stack_panes(w, rect_left(&rest, (w->cols - 1) / 2), l->at[SIDE_COROUTINE]);
		l->divider = rect_left(&rest, 1);
		stack_panes(w, rest, l->at[SIDE_SUBROUTINE]);
	} else if (l->shown[SIDE_COROUTINE] || l->shown[SIDE_SUBROUTINE]) {
		stack_panes(w, rest, l->at[w->in_view]);
	}
}
