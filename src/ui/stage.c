#include "ui/stage.h"

#include "base/array.h"
#include "base/mem.h"
#include "session/command.h"
#include "session/view.h"
#include "ui/keys.h"
#include "ui/pane_frames.h"
#include "ui/pane_ladder.h"
#include "ui/pane_lanes.h"
#include "ui/pane_source.h"
#include "ui/pane_story.h"

#include <stdio.h>
#include <string.h>

enum { FIRST_DELAY_MS = 600, SOURCE_MARGIN = 1, ZOOM_ROWS_EACH = 6 };

/* The file's lines as one side shows them: those of its program, and a gap
 * where other cells lie between. */
static void list_rows(const struct session *s, enum side side, struct stage_side *ts)
{
	struct { ARRAY(uint32_t); } rows = {0};
	uint32_t first, last;
	const bool *keep = s->scenario.keep[side];
	view_extent(s, side, &first, &last);
	for (uint32_t line = first; line >= 1 && line <= last; line++) {
		if (keep == NULL || keep[line - 1])
			array_push(&rows, line);
		else if (rows.len > 0 && rows.at[rows.len - 1] != 0)
			array_push(&rows, 0);
	}
	ts->rows = rows.at;
	ts->nrows = (int)rows.len;
}

/* After the file was read anew its lines are others. */
static void list_all_rows(struct stage *t)
{
	for (int side = 0; side < SIDE_COUNT; side++) {
		mem_free(t->side[side].rows);
		t->side[side] = (struct stage_side){0};
		if (session_has(t->session, (enum side)side))
			list_rows(t->session, (enum side)side, &t->side[side]);
	}
	t->loads = t->session->loads;
}

struct stage *stage_new(struct session *s)
{
	struct stage *t = mem_calloc(1, sizeof *t);
	t->session = s;
	t->zoom = PANE_COUNT;
	t->delay_ms = FIRST_DELAY_MS;
	t->cursor_row = -1;
	list_all_rows(t);
	s->extra = &stage_commands;
	s->extra_self = t;
	return t;
}

void stage_free(struct stage *t)
{
	if (t == NULL)
		return;
	t->session->extra = NULL;
	t->session->extra_self = NULL;
	for (int side = 0; side < SIDE_COUNT; side++)
		mem_free(t->side[side].rows);
	entry_fini(&t->entry);
	page_fini(&t->page);
	mem_free(t);
}

/* Sizes. */

static int slots_of(const struct stage *t, enum side side)
{
	uint32_t n = view_slots(t->session, side);
	return n < 1000000 ? (int)n : 1000000;
}

static int most(int a, int b)
{
	return a > b ? a : b;
}

static void carve(struct stage *t, const struct canvas *c)
{
	const struct session *s = t->session;
	struct layout_wish w = { .rows = c->rows, .cols = c->cols, .in_view = s->in_view, .zoom = t->zoom, .ladder = t->ladder };
	for (int side = 0; side < SIDE_COUNT; side++) {
		w.has[side] = session_has(s, (enum side)side);
		w.lines = most(w.lines, t->side[side].nrows);
		w.slots = most(w.slots, slots_of(t, (enum side)side));
	}
	layout_carve(&t->layout, &w);
}

/* Rows that a slot gets in the frames pane. */
static int rows_each(const struct stage *t, enum side side)
{
	int rows = t->layout.at[side][PANE_FRAMES].body.rows, slots = slots_of(t, side);
	if (t->zoom == PANE_FRAMES && slots > 0)
		return rows / slots < 2 ? 2 : rows / slots > ZOOM_ROWS_EACH ? ZOOM_ROWS_EACH : rows / slots;
	return pane_frames_rows_each(rows, (uint32_t)slots);
}

int stage_room(const struct stage *t, enum side side, enum pane p)
{
	int rows = t->layout.at[side][p].body.rows;
	return p == PANE_FRAMES ? rows / rows_each(t, side) : rows;
}

int stage_total(const struct stage *t, enum side side, enum pane p)
{
	return p == PANE_SOURCE ? t->side[side].nrows : slots_of(t, side);
}

/* Source. */

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

/* Lines of n rows from row `first` on; what is asked of the view at once are
 * the lines that follow each other in the file. */
static struct view_line *lines_of_rows(const struct stage *t, enum side side, int first, int n, struct arena *a)
{
	const struct stage_side *ts = &t->side[side];
	struct view_line *lines = arena_alloc(a, ((size_t)n + 1) * sizeof *lines);
	for (int i = 0, run; i < n; i += run) {
		uint32_t line = ts->rows[first + i];
		for (run = 1; line != 0 && i + run < n && ts->rows[first + i + run] == line + (uint32_t)run; )
			run++;
		if (line != 0)
			memcpy(&lines[i], view_lines(t->session, side, line, (uint32_t)run, a), (size_t)run * sizeof *lines);
	}
	return lines;
}

/* The row of the function that a row belongs to, if both have room. */
static int function_row(const struct stage *t, enum side side, int row, int room, struct arena *a)
{
	int first = row - room + 2 + SOURCE_MARGIN;
	first = first < 0 ? 0 : first;
	const struct view_line *lines = lines_of_rows(t, side, first, row - first + 1, a);
	for (int i = row - first; i >= 0; i--)
		if (lines[i].entry)
			return first + i;
	return -1;
}

/* Moves `top` so that both rows are in sight, if both have room. */
static int top_with(int top, int row, int other, int room)
{
	int low = most(row, other) - room + 1, high = row < other ? row : other;
	if (other < 0 || low > high)
		return top;
	return top < low ? low : top > high ? high : top;
}

/* The current line stays in sight, and if it can be the waiting caller's too.
 * The caller's line covers an edge when it is out of sight. */
static void follow_source(struct stage *t, enum side side, struct arena *a)
{
	struct stage_side *ts = &t->side[side];
	int room = stage_room(t, side, PANE_SOURCE), home = -1;
	int row = row_of(ts, view_current_line(t->session, side));
	int caller = row_of(ts, view_caller_line(t->session, side));
	bool seen = caller >= ts->source.top && caller < ts->source.top + room;
	int margin = caller < 0 || seen ? 0 : SOURCE_MARGIN;
	row = row < 0 ? 0 : row;
	if (scroll_must_jump(&ts->source, row, ts->nrows, room, margin)) {
		home = function_row(t, side, row, room, a);
		home = top_with(home < 0 ? most(row - room / 3, 0) : home, row, caller, room);
	}
	scroll_follow(&ts->source, row, home, ts->nrows, room, margin);
}

/* The author's note is told in the story, not in the source. */
static void trim_notes(const struct stage *t, struct view_line *lines, int n)
{
	for (int i = 0; i < n; i++) {
		if (lines[i].text == NULL || lines[i].number == 0 || t->session->scenario.notes[lines[i].number - 1] == NULL)
			continue;
		for (size_t len = lines[i].len; len > 1; len--) {
			if (lines[i].text[len - 2] == '#' && lines[i].text[len - 1] == '>') {
				lines[i].len = len - 2;
				break;
			}
		}
		while (lines[i].len > 0 && lines[i].text[lines[i].len - 1] == ' ')
			lines[i].len--;
	}
}

static int digits(uint32_t n)
{
	return n < 10 ? 1 : 1 + digits(n / 10);
}

static void draw_source(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	struct stage_side *ts = &t->side[side];
	struct rect in = t->layout.at[side][PANE_SOURCE].body;
	if (in.rows == 0)
		return;
	follow_source(t, side, a);
	int n = ts->nrows - ts->source.top < in.rows ? ts->nrows - ts->source.top : in.rows;
	struct view_line *lines = lines_of_rows(t, side, ts->source.top, n, a);
	uint32_t last = ts->nrows > 0 ? ts->rows[ts->nrows - 1] : 0;
	trim_notes(t, lines, n);
	struct pane_source p = { .lines = lines, .nlines = (uint32_t)n, .moved = t->session->side[side].moved, .digits = most(digits(last), 2) };
	int caller = row_of(ts, view_caller_line(t->session, side));
	if (caller >= 0 && (caller < ts->source.top || caller >= ts->source.top + in.rows)) {
		struct view_line *pinned = lines_of_rows(t, side, caller, 1, a);
		trim_notes(t, pinned, 1);
		p.pinned = pinned;
		p.pinned_below = caller > ts->source.top;
	}
	pane_source_draw(c, in, &p);
}

/* Frames and lanes. */

/* The running slot, and above it the one that waits for it. */
static void follow_slots(struct stage *t, enum side side, enum pane p, struct scroll *scroll)
{
	int room = stage_room(t, side, p), running = (int)view_running_slot(t->session, side);
	int home = running - (running > scroll->top ? room - 1 : room > 1);
	scroll_follow(scroll, running, home < 0 ? 0 : home, slots_of(t, side), room, 0);
}

static void draw_frames(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	struct rect in = t->layout.at[side][PANE_FRAMES].body;
	struct scroll *scroll = &t->side[side].frames;
	if (in.rows == 0)
		return;
	follow_slots(t, side, PANE_FRAMES, scroll);
	struct pane_frames p = { .rows_each = rows_each(t, side), .nframes = (uint32_t)stage_room(t, side, PANE_FRAMES) };
	p.frames = view_frames(t->session, side, (uint32_t)scroll->top, &p.nframes, pane_frames_value_columns(in.cols), a);
	pane_frames_draw(c, in, &p);
}

static void draw_lanes(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	const struct layout_pane *at = t->layout.at[side];
	struct rect in = at[PANE_LANES].body, prints = at[PANE_PRINTS].body;
	struct scroll *scroll = &t->side[side].lanes;
	if (in.rows == 0 && prints.rows == 0)
		return;
	follow_slots(t, side, PANE_LANES, scroll);
	int n = slots_of(t, side) - scroll->top < in.rows ? slots_of(t, side) - scroll->top : in.rows;
	struct pane_lanes p = { .nlanes = (uint32_t)n, .nsteps = pane_lanes_columns(in.cols) };
	const char **names = arena_alloc(a, ((size_t)n + 1) * sizeof *names);
	p.from = pane_lanes_from(in.cols, session_step(t->session, side));
	p.cells = view_lanes(t->session, side, (uint32_t)scroll->top, p.nlanes, p.from, &p.nsteps, a);
	p.prints = view_prints(t->session, side, p.from, p.nsteps, a);
	for (int i = 0; i < n; i++)
		names[i] = view_lane_name(t->session, side, (uint32_t)(scroll->top + i), a);
	p.names = names;
	pane_lanes_draw(c, in, &p);
	pane_prints_draw(c, prints, &p);
	if (at[PANE_LANES].title.rows > 0)
		pane_lanes_axis(c, at[PANE_LANES].title, &p);
}

/* The window of poles: both ends of the latest message are in it if there is
 * room. */
static void follow_poles(struct stage *t, enum side side, uint32_t room, struct arena *a)
{
	struct scroll *scroll = &t->side[side].poles;
	uint32_t n = 1, total = view_slots(t->session, side);
	const struct message *last = ladder_messages(t->session, side, &n, 0, 0, a);
	uint32_t to = n > 0 && last->to != SLOT_NONE ? last->to : view_running_slot(t->session, side);
	uint32_t from = n > 0 && last->from != SLOT_NONE ? last->from : to;
	int low = (int)(from < to ? from : to), high = (int)(from < to ? to : from);
	scroll->top = scroll->top > low ? low : scroll->top;
	if (high >= scroll->top + (int)room)
		scroll->top = high - (int)room + 1;
	scroll_by(scroll, 0, (int)total, (int)room);
}

static struct pane_ladder list_ladder(const struct stage *t, enum side side, struct arena *a)
{
	struct rect in = t->layout.at[side][PANE_LANES].body;
	uint32_t room = pane_ladder_poles(in.cols), total = view_slots(t->session, side);
	struct pane_ladder p = { .first = (uint32_t)t->side[side].poles.top, .now = session_step(t->session, side) };
	p.nslots = total - p.first < room ? total - p.first : room;
	p.nmessages = in.rows > 1 ? (uint32_t)in.rows - 1 : 0;
	p.messages = ladder_messages(t->session, side, &p.nmessages, p.first, p.nslots, a);
	return p;
}

static void draw_ladder(struct stage *t, struct canvas *c, enum side side, struct arena *a)
{
	struct rect in = t->layout.at[side][PANE_LANES].body;
	if (in.rows == 0)
		return;
	follow_poles(t, side, pane_ladder_poles(in.cols), a);
	struct pane_ladder p = list_ladder(t, side, a);
	uint32_t n = p.nslots;
	const char **names = arena_alloc(a, ((size_t)n + 1) * sizeof *names);
	const struct view_frame *frames = view_frames(t->session, side, p.first, &n, 1, a);
	for (uint32_t i = 0; i < n; i++)
		names[i] = frames[i].state != VIEW_NOTHING ? frames[i].name : "";
	p.names = names;
	pane_ladder_draw(c, in, &p);
}

/* Titles and rules. */

static const char *file_name(const struct session *s)
{
	const char *path = s->scenario.source.path, *slash = strrchr(path, '/');
	return slash != NULL ? slash + 1 : path;
}

static bool has_both(const struct session *s)
{
	return session_has(s, SIDE_COROUTINE) && session_has(s, SIDE_SUBROUTINE);
}

static void say_title(const struct stage *t, enum side side, enum pane p, struct sbuf *out)
{
	static const char *const words[] = { [SIDE_COROUTINE] = "COROUTINE", [SIDE_SUBROUTINE] = "SUBROUTINE" };
	int room = stage_room(t, side, p), total = stage_total(t, side, p);
	if (p == PANE_SOURCE) {
		sbuf_printf(out, "%s%s%s", has_both(t->session) ? words[side] : "", has_both(t->session) ? " " : "", file_name(t->session));
		return;
	}
	sbuf_str(out, p == PANE_LANES && t->ladder ? "messages" : pane_title(p));
	if (p == PANE_FRAMES && total > room && room > 0)
		sbuf_printf(out, " %d-%d of %d", t->side[side].frames.top + 1, t->side[side].frames.top + room, total);
}

static void draw_title(const struct stage *t, struct canvas *c, enum side side, enum pane p)
{
	struct rect in = t->layout.at[side][p].title;
	if (in.rows == 0)
		return;
	struct sbuf text = {0};
	bool plain = p == PANE_SOURCE && has_both(t->session) && side != t->session->in_view;
	say_title(t, side, p, &text);
	canvas_printf(c, in, 0, 1, plain ? ROLE_NORMAL : ROLE_TITLE, " %s ", sbuf_cstr(&text));
	sbuf_fini(&text);
}

static void draw_rules(const struct stage *t, struct canvas *c)
{
	const struct layout *l = &t->layout;
	struct rect all = canvas_rect(c), div = l->divider;
	struct rect story = l->story.title;
	for (int side = 0; side < SIDE_COUNT; side++)
		for (int p = 0; p < PANE_COUNT; p++)
			if (l->at[side][p].title.rows > 0)
				canvas_rule_right(c, all, l->at[side][p].title.row, 0, c->cols);
	if (story.rows > 0)
		canvas_rule_right(c, all, story.row, 0, c->cols);
	if (div.cols > 0)
		canvas_rule_down(c, all, div.row, div.col, div.rows + story.rows);
	canvas_str(c, story, 0, 1, ROLE_TITLE, " what happened ");
}

/* The titles say what the panes show, so they come after them. */
static void draw_titles(const struct stage *t, struct canvas *c, enum side side)
{
	for (int p = 0; p < PANE_COUNT; p++)
		draw_title(t, c, side, (enum pane)p);
}

/* Story and status. */

static void draw_story(const struct stage *t, struct canvas *c)
{
	const struct layout *l = &t->layout;
	struct pane_story p = { .named = has_both(t->session), .sentence_rows = l->sentence_rows, .note_rows = l->note_rows };
	struct sbuf text[SIDE_COUNT] = {0};
	for (int side = 0; side < SIDE_COUNT; side++) {
		p.tells[side] = l->tells[side];
		if (l->tells[side])
			session_narrate(t->session, (enum side)side, &text[side], &p.note[side]);
		p.sentence[side] = sbuf_cstr(&text[side]);
	}
	pane_story_draw(c, l->story.body, &p);
	for (int side = 0; side < SIDE_COUNT; side++)
		sbuf_fini(&text[side]);
}

/* The commands whose keys the last row recalls, and how soon each is left out. */
static const struct {
	const char *name;
	int rank;
} hinted[] = {
	{ "next", 0 }, { "back", 1 }, { "goto", 6 }, { "side", 4 }, { "zoom", 5 }, { "command", 7 }, { "help", 2 }, { "quit", 3 },
	{ "lesson", 8 }, { "run", 9 },
};
enum { HINTS = sizeof hinted / sizeof *hinted };

static const struct command *command_named(const struct session *s, const char *name)
{
	const struct command *c;
	for (size_t i = 0; (c = command_at(s, i)) != NULL; i++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

static size_t list_hints(const struct stage *t, struct pane_hint hints[HINTS], struct arena *a)
{
	size_t n = 0;
	for (size_t i = 0; i < HINTS; i++) {
		const char *name = hinted[i].name;
		const struct command *c = command_named(t->session, name);
		bool useless = (strcmp(name, "side") == 0 && !has_both(t->session)) ||
			(strcmp(name, "lesson") == 0 && *t->session->scenario.lesson == '\0');
		if (c != NULL && !useless)
			hints[n++] = (struct pane_hint){ arena_strndup(a, c->keys, strcspn(c->keys, " ")), name, hinted[i].rank };
	}
	return n;
}

/* Virtual time, if the program in view ever waits for it. */
static void say_clock(const struct session *s, struct sbuf *out)
{
	int64_t ms = moment_clock(s->side[s->in_view].moment) / 1000000;
	if (ms > 0)
		sbuf_printf(out, "  %lld.%0*lld s", (long long)(ms / 1000), ms % 100 == 0 ? 1 : 3, (long long)(ms % 100 == 0 ? ms % 1000 / 100 : ms % 1000));
}

static void say_place(const struct session *s, struct sbuf *out)
{
	if (s->linked || !has_both(s)) {
		sbuf_printf(out, "step %llu/%llu", (unsigned long long)session_step(s, s->in_view), (unsigned long long)session_steps(s, s->in_view));
		say_clock(s, out);
		return;
	}
	for (int side = 0; side < SIDE_COUNT; side++)
		sbuf_printf(out, "%s%s %llu/%llu", side > 0 ? "  " : "", pane_side_name((enum side)side),
			(unsigned long long)session_step(s, (enum side)side), (unsigned long long)session_steps(s, (enum side)side));
}

static void draw_status(struct stage *t, struct canvas *c, struct arena *a)
{
	struct rect in = t->layout.status;
	struct pane_hint hints[HINTS];
	struct sbuf place = {0};
	if (t->entry.open) {
		t->cursor_row = in.row;
		t->cursor_col = entry_draw(c, in, &t->entry);
		return;
	}
	say_place(t->session, &place);
	struct pane_status p = { .place = sbuf_cstr(&place), .hints = hints, .nhints = list_hints(t, hints, a) };
	p.refused = t->status == SESSION_REFUSED || t->status == SESSION_WRONG;
	if (t->status != SESSION_PAGE)
		p.message = sbuf_cstr(&t->session->message);
	pane_status_draw(c, in, &p);
	sbuf_fini(&place);
}

void stage_draw(struct stage *t, struct canvas *c)
{
	struct arena a = {0};
	canvas_erase(c, canvas_rect(c));
	carve(t, c);
	draw_rules(t, c);
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (!t->layout.shown[side])
			continue;
		draw_source(t, c, (enum side)side, &a);
		draw_frames(t, c, (enum side)side, &a);
		(t->ladder ? draw_ladder : draw_lanes)(t, c, (enum side)side, &a);
		draw_titles(t, c, (enum side)side);
	}
	draw_story(t, c);
	t->cursor_row = -1;
	draw_status(t, c, &a);
	if (t->page.open) {
		struct rect over = canvas_rect(c);
		rect_bottom(&over, 1);
		page_draw(c, over.rows > 0 ? over : canvas_rect(c), &t->page);
	}
	arena_fini(&a);
}

/* Inputs. */

static void take_status(struct stage *t, enum session_status status, const char *title)
{
	t->status = status;
	if (status == SESSION_QUIT)
		t->wish = STAGE_QUIT;
	if (t->loads != t->session->loads)
		list_all_rows(t);
	if (status == SESSION_PAGE)
		page_open(&t->page, title, sbuf_cstr(&t->session->message));
}

/* The title of a page: the command's first word. */
static void do_line(struct stage *t, const char *line)
{
	char title[20] = "";
	size_t n = strcspn(line, " ");
	memcpy(title, line, n < sizeof title ? n : sizeof title - 1);
	take_status(t, session_do(t->session, line), title);
}

static void do_key(struct stage *t, const char *key)
{
	const struct command *c = command_of_key(t->session, key);
	if (c != NULL && command_needs_arguments(c)) {
		struct sbuf line = {0};
		sbuf_printf(&line, "%s ", c->name);
		entry_open(&t->entry, sbuf_cstr(&line));
		sbuf_fini(&line);
		return;
	}
	take_status(t, session_key(t->session, key), c != NULL ? c->name : "");
}

/* Esc, Ctrl-C: back to what there is always. */
static bool is_cancel(const char *key)
{
	return strcmp(key, "Esc") == 0 || strcmp(key, "Ctrl-C") == 0;
}

static void cancel(struct stage *t)
{
	t->zoom = PANE_COUNT;
	t->status = SESSION_SAID;
	sbuf_truncate(&t->session->message, 0);
}

static void take_key(struct stage *t, const char *key)
{
	if (t->running && strcmp(key, "+") != 0 && strcmp(key, "-") != 0) {
		t->running = false;
		cancel(t);
	} else if (is_cancel(key)) {
		cancel(t);
	} else if (*key != '\0') {
		do_key(t, key);
	}
}

static bool is_in(struct rect r, int row, int col)
{
	return row >= r.row && row < r.row + r.rows && col >= r.col && col < r.col + r.cols;
}

/* A click on a line runs until it begins again, one on a lane goes there. */
static void click_side(struct stage *t, enum side side, int row, int col)
{
	const struct layout_pane *at = t->layout.at[side];
	const struct stage_side *ts = &t->side[side];
	struct rect source = at[PANE_SOURCE].body, lanes = at[PANE_LANES].body;
	struct sbuf line = {0};
	if (is_in(source, row, col)) {
		int k = ts->source.top + row - source.row;
		if (k < ts->nrows && ts->rows[k] != 0)
			sbuf_printf(&line, "until %u", ts->rows[k]);
	} else if (t->ladder && is_in(lanes, row, col)) {
		struct arena a = {0};
		struct pane_ladder p = list_ladder(t, side, &a);
		int i = row - lanes.row - 1;
		if (i >= 0 && (uint32_t)i < p.nmessages)
			sbuf_printf(&line, "goto %llu", (unsigned long long)p.messages[i].step);
		arena_fini(&a);
	} else if (is_in(lanes, row, col)) {
		uint64_t from = pane_lanes_from(lanes.cols, session_step(t->session, side));
		uint64_t step = pane_lanes_step_at(lanes.cols, from, col - lanes.col);
		if (step > 0)
			sbuf_printf(&line, "goto %llu", (unsigned long long)step);
	}
	if (line.len > 0) {
		t->session->in_view = side;
		do_line(t, sbuf_cstr(&line));
	}
	sbuf_fini(&line);
}

static void take_mouse(struct stage *t, const struct input *in)
{
	for (int side = 0; side < SIDE_COUNT; side++) {
		struct rect source = t->layout.at[side][PANE_SOURCE].body;
		if (!t->layout.shown[side])
			continue;
		if (in->mouse == MOUSE_LEFT)
			click_side(t, (enum side)side, in->row, in->col);
		else if (is_in(source, in->row, in->col))
			scroll_by(&t->side[side].source, in->mouse == MOUSE_WHEEL_UP ? -3 : 3, t->side[side].nrows, source.rows);
	}
}

enum stage_wish stage_input(struct stage *t, const struct input *in)
{
	char key[KEYS_NAME_MAX];
	t->wish = STAGE_NOTHING;
	if (t->entry.open) {
		if (entry_input(&t->entry, in) == ENTRY_DONE)
			do_line(t, sbuf_cstr(&t->entry.text));
	} else if (t->page.open) {
		page_input(&t->page, in);
	} else if (in->kind == INPUT_MOUSE) {
		take_mouse(t, in);
	} else {
		keys_name(in, key);
		take_key(t, in->kind == INPUT_INTERRUPT ? "Ctrl-C" : key);
	}
	return t->wish;
}

void stage_edited(struct stage *t, const char *failure)
{
	if (failure == NULL)
		do_line(t, "reload");
	else
		t->status = session_say(t->session, SESSION_REFUSED, "%s", failure);
}

void stage_tick(struct stage *t)
{
	if (!t->running)
		return;
	take_status(t, session_do(t->session, "next"), "");
	t->running = t->status == SESSION_MOVED;
}
