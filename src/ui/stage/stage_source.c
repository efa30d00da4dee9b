/* The pane of the source. */

#include "ui/stage/stage_parts.h"

#include "base/decimal.h"
#include "base/mem.h"
#include "session/view/view.h"
#include "ui/canvas/excerpt.h"
#include "ui/pane/pane_source.h"
#include "ui/pane/syntax.h"

#include <string.h>

enum { AHEAD = 400 }; /* steps that are looked at when other rows have to be shown */

static int most(int a, int b)
{
	return a > b ? a : b;
}

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

/* The row of a line; -1 if it has none. */
static int row_of(const struct stage_side *ts, uint32_t line)
{
	int low = 0, high = ts->nrows;
	if (line == 0)
		return -1;
	for (int i = low; i < high; i++)
		if (ts->rows[i] == line)
			return i;
	return -1;
}

/* The lines of n rows; what is asked of the view at once are those that follow
 * each other in the file. */
static struct view_line *lines_of_rows(
	const struct stage *t, enum side side, const int *rows, int n, struct arena *a)
{
	const struct stage_side *ts = &t->side[side];
	struct view_line *lines = arena_alloc(a, ((size_t)n + 1) * sizeof *lines);
	for (int i = 0, run; i < n; i += run) {
		uint32_t line = ts->rows[rows[i]];
		for (run = 1; line != 0 && i + run < n &&
			ts->rows[rows[i + run]] == line + (uint32_t)run;)
			run++;
		if (line != 0)
			memcpy(&lines[i], view_lines(t->session, side, line, (uint32_t)run, a),
				(size_t)run * sizeof *lines);
	}
	return lines;
}

/* Whether a text, behind its indentation, begins a function or a class. */
static bool begins_block(const char *text, size_t len)
{
	static const char *const words[] = { "def ", "async def ", "class " };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (len > strlen(words[i]) && memcmp(text, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

/* What is to know about a row. */
struct row {
	int indent;  /* negative: there is nothing on it */
	bool begins; /* a function or a class */
	int under;   /* the nearest row above that is indented less; negative: none */
};

static struct row read_row(const struct source *source, uint32_t line)
{
	size_t len = 0;
	const char *text = line != 0 ? source_line(source, line, &len) : NULL;
	size_t in = text != NULL ? strspn(text, " \t") : 0;
	return in >= len ? (struct row){ .indent = -1 }
			 : (struct row){ (int)in, begins_block(text + in, len - in), -1 };
}

/* All that there is to choose from. */
static struct excerpt_source list_source(const struct stage *t, enum side side, struct arena *a)
{
	const struct stage_side *ts = &t->side[side];
	const struct source *source = view_source(t->session, side);
	size_t n = (size_t)ts->nrows + 1;
	struct row *rows = arena_alloc(a, n * sizeof *rows);
	bool *blank = arena_alloc(a, n * sizeof *blank);
	int *head = arena_alloc(a, n * sizeof *head), last = -1;
	for (int i = 0; i < ts->nrows; i++) {
		rows[i] = read_row(source, ts->rows[i]);
		blank[i] = rows[i].indent < 0;
		int under = blank[i] ? -1 : last;
		while (under >= 0 && rows[under].indent >= rows[i].indent)
			under = rows[under].under;
		rows[i].under = under;
		head[i] = under < 0 || rows[under].begins ? under : head[under];
		last = blank[i] ? last : i;
	}
	return (struct excerpt_source){ ts->nrows, blank, head };
}

static bool shows(const struct stage_side *ts, int row)
{
	for (int i = 0; i < ts->nsight; i++)
		if (ts->sight[i] == row)
			return true;
	return false;
}

/* Shows the rows that follow each other from source.top on. */
static void show_rows(struct stage_side *ts, int room)
{
	scroll_by(&ts->source, 0, ts->nrows, room);
	ts->nsight = smaller(room, ts->nrows - ts->source.top);
	for (int i = 0; i < ts->nsight; i++)
		ts->sight[i] = ts->source.top + i;
}

static struct excerpt_place where_in_excerpt(const struct stage_side *ts, struct view_place p)
{
	return (struct excerpt_place){ most(row_of(ts, p.line), 0), row_of(ts, p.caller) };
}

/* Shows where control is and where it goes from here; or where it came from,
 * if that is the way the person goes. */
static void show_excerpt(
	struct stage *t, enum side side, struct excerpt_place now, int room, struct arena *a)
{
	struct stage_side *ts = &t->side[side];
	struct excerpt_source source = list_source(t, side, a);
	struct view_place *steps = arena_alloc(a, AHEAD * sizeof *steps);
	struct excerpt_place *places = arena_alloc(a, (AHEAD + 1) * sizeof *places);
	int n = (int)view_places(
		t->session, side, session_step(t->session, side) < ts->sight_step, AHEAD, steps);
	places[0] = now;
	for (int i = 0; i < n; i++)
		places[i + 1] = where_in_excerpt(ts, steps[i]);
	ts->nsight = excerpt_choose(&source, places, n + 1, room, ts->sight);
	ts->source.top = ts->nsight > 0 ? ts->sight[0] : 0;
}

/* The current line and that of the waiting caller stay in sight.  Other rows
 * are shown only when they would not be, when the pane has another size, or
 * when the person scrolls. */
static void follow_source(struct stage *t, enum side side, struct arena *a)
{
	struct stage_side *ts = &t->side[side];
	int room = smaller(stage_room(t, side, PANE_SOURCE), CANVAS_MAX);
	struct view_place at = { view_current_line(t->session, side),
		view_caller_line(t->session, side) };
	struct excerpt_place now = where_in_excerpt(ts, at);
	bool resized = ts->sight == NULL || ts->sight_room != room,
	     moved = now.row != ts->sight_at.row || now.caller != ts->sight_at.caller;
	bool right = shows(ts, now.row) && (now.caller < 0 || shows(ts, now.caller) || room == 1);
	if (resized)
		ts->sight = mem_reallocarray(ts->sight, (size_t)room, sizeof *ts->sight);
	if (at.line == 0 && resized)
		show_rows(ts, room);
	else if (resized || (moved && !right))
		show_excerpt(t, side, now, room, a);
	else if (ts->source.top != ts->sight_top)
		show_rows(ts, room);
	ts->sight_top = ts->source.top;
	ts->sight_room = room;
	ts->sight_at = now;
	ts->sight_step = session_step(t->session, side);
}

/* Marks the lines behind which others are left out. */
static void mark_skips(const struct stage *t, enum side side, struct view_line *lines)
{
	const struct stage_side *ts = &t->side[side];
	const struct source *source = view_source(t->session, side);
	for (int i = 0; i + 1 < ts->nsight; i++)
		for (int row = ts->sight[i] + 1; row < ts->sight[i + 1] && !lines[i].skips; row++)
			lines[i].skips = read_row(source, ts->rows[row]).indent >= 0;
}

/* The colours of a file, which are found once. */
static const uint8_t *colours_of(struct stage *t, const struct source *file)
{
	for (size_t i = 0; i < t->colours.len; i++)
		if (t->colours.at[i].file == file)
			return t->colours.at[i].roles;
	struct stage_colours new = { file, syntax_roles(file) };
	array_push(&t->colours, new);
	return new.roles;
}

void stage_forget_colours(struct stage *t)
{
	for (size_t i = 0; i < t->colours.len; i++)
		mem_free(t->colours.at[i].roles);
	array_fini(&t->colours);
}

static void draw_source(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	struct stage_side *ts = &t->side[side];
	struct rect in = t->layout.at[side][PANE_SOURCE].body;
	if (in.rows == 0)
		return;
	follow_source(t, side, a);
	struct view_line *lines = lines_of_rows(t, side, ts->sight, ts->nsight, a);
	mark_skips(t, side, lines);
	uint32_t last = ts->nrows > 0 ? ts->rows[ts->nrows - 1] : 0;
	struct pane_source p = { .lines = lines,
		.nlines = (uint32_t)ts->nsight,
		.moved = t->session->side[side].moved,
		.file = view_source(t->session, side),
		.roles = colours_of(t, view_source(t->session, side)),
		.digits = most(decimal_digits(last), 2) };
	int caller = row_of(ts, view_caller_line(t->session, side));
	if (caller >= 0 && !shows(ts, caller)) {
		struct view_line *pinned = lines_of_rows(t, side, &caller, 1, a);
		p.pinned = pinned;
		p.pinned_below = caller > ts->source.top;
	}
	pane_source_draw(c, in, &p);
}

/* The line of the source on a row of the whole screen; 0 if none. */
static uint32_t line_at_row(const struct stage *t, enum side side, int row)
{
	const struct stage_side *ts = &t->side[side];
	int i = row - t->layout.at[side][PANE_SOURCE].body.row;
	return i >= 0 && i < ts->nsight ? ts->rows[ts->sight[i]] : 0;
}

/* Runs until the line begins again. */
static void click_source(struct stage *t, enum side side, int row, int col, struct sbuf *line)
{
	uint32_t number = line_at_row(t, side, row);
	(void)col;
	if (number != 0)
		sbuf_printf(line, "until %u", number);
}

static void title_source(const struct stage *t, enum side side, struct sbuf *out)
{
	static const char *const words[] = {
		[SIDE_COROUTINE] = "COROUTINE", [SIDE_SUBROUTINE] = "SUBROUTINE"
	};
	const char *path = view_source(t->session, side)->path, *slash = strrchr(path, '/');
	if (stage_has_both(t))
		sbuf_printf(out, "%s ", words[side]);
	sbuf_str(out, slash != NULL ? slash + 1 : path);
}

static int total_source(const struct stage *t, enum side side)
{
	return t->side[side].nrows;
}

static void scroll_source(struct stage *t, enum side side, int by)
{
	scroll_by(
		&t->side[side].source, by, total_source(t, side), stage_room(t, side, PANE_SOURCE));
}

static int count_source(const struct layout_wish *w)
{
	return w->lines;
}

const struct pane_row pane_row_source = {
	.title = "source",
	.turn = 1,
	.turn_ladder = 2,
	.there = count_source,
	.wants = { { 1, 4 }, { 1, 8 }, { 1, 8 }, { 1, 12 }, { 1, CANVAS_MAX } },
	.ladder = { 4, 6, 10, 10, CANVAS_MAX },
	.tasks = { [ROUND_GOOD] = 6 },
	.draw = draw_source,
	.say_title = title_source,
	.tells_side = true,
	.click = click_source,
	.total = total_source,
	.scroll = scroll_source,
	.wheel = 3,
};
