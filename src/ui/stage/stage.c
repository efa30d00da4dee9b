#include "ui/stage/stage.h"

#include "base/array.h"
#include "base/mem.h"
#include "session/commands/command.h"
#include "ui/stage/stage_parts.h"
#include "session/view/view.h"
#include "ui/canvas/keys.h"

#include <stdio.h>
#include <string.h>

enum { COUNT_MOST = 100000000 };

/* The file's lines as one side shows them: those of its program, and a gap
 * where other cells lie between. */
static void list_rows(const struct session *s, enum side side, struct stage_side *ts)
{
	struct {
		ARRAY(uint32_t);
	} rows = { 0 };
	uint32_t first, last;
	ts->source_file = view_source(s, side);
	const bool *keep = ts->source_file == &s->scenario.source ? s->scenario.keep[side] : NULL;
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

/* Library code stands in another file. */
void stage_follow_files(struct stage *t)
{
	for (int side = 0; side < SIDE_COUNT; side++) {
		struct stage_side *ts = &t->side[side];
		if (!session_has(t->session, (enum side)side) ||
			ts->source_file == view_source(t->session, (enum side)side))
			continue;
		mem_free(ts->rows);
		ts->source = (struct scroll){ 0 };
		ts->sight_room = 0;
		list_rows(t->session, (enum side)side, ts);
	}
}

static void forget_side(struct stage_side *ts)
{
	mem_free(ts->rows);
	mem_free(ts->sight);
	mem_free(ts->known_lanes.cells);
	mem_free(ts->inner);
	overview_free(ts->overview);
	*ts = (struct stage_side){ 0 };
}

/* After the file was read anew its lines are others. */
static void list_all_rows(struct stage *t)
{
	for (int side = 0; side < SIDE_COUNT; side++) {
		forget_side(&t->side[side]);
		if (session_has(t->session, (enum side)side))
			list_rows(t->session, (enum side)side, &t->side[side]);
	}
	stage_forget_colours(t);
	t->loads = t->session->loads;
	t->claims_at = 0;
	stage_opening_read(t);
}

/* What was drawn last, as it is by now, without the command line. */
static void picture(void *self, struct sbuf *out)
{
	struct stage *t = self;
	struct canvas c = { .charset = t->charset };
	canvas_size(&c, t->rows > 0 ? t->rows : 24, t->cols > 0 ? t->cols : 80);
	sbuf_truncate(&t->session->message, 0);
	stage_draw(t, &c);
	canvas_dump(&c, out);
	canvas_fini(&c);
}

struct stage *stage_new(struct session *s)
{
	struct stage *t = mem_calloc(1, sizeof *t);
	t->session = s;
	t->zoom = PANE_COUNT;
	t->cursor_row = -1;
	list_all_rows(t);
	s->extra = &stage_commands;
	s->extra_self = t;
	stage_status_find(t);
	s->picture = picture;
	return t;
}

void stage_free(struct stage *t)
{
	if (t == NULL)
		return;
	t->session->extra = NULL;
	t->session->extra_self = NULL;
	t->session->picture = NULL;
	t->session->matters = NULL;
	for (int side = 0; side < SIDE_COUNT; side++)
		forget_side(&t->side[side]);
	stage_forget_colours(t);
	sbuf_fini(&t->ask.text);
	sbuf_fini(&t->ask.choices);
	page_fini(&t->page);
	page_fini(&t->opening);
	arena_fini(&t->drawing);
	mem_free(t);
}

/* Sizes. */

int stage_slots(const struct stage *t, enum side side)
{
	uint32_t n = view_slots(t->session, side);
	return n < 1000000 ? (int)n : 1000000;
}

bool stage_has_both(const struct stage *t)
{
	return session_has(t->session, SIDE_COROUTINE) && session_has(t->session, SIDE_SUBROUTINE);
}

int stage_room(const struct stage *t, enum side side, enum pane p)
{
	const struct pane_row *row = pane_row(p);
	return row->room != NULL ? row->room(t, side) : t->layout.at[side][p].body.rows;
}

/* What parts of the picture share. */

const struct overview *stage_overview(struct stage *t, enum side side)
{
	if (t->side[side].overview == NULL)
		t->side[side].overview = overview_new(t->session, side);
	return t->side[side].overview;
}

void stage_follow_slots(struct stage *t, enum side side, enum pane p, struct scroll *scroll)
{
	int room = stage_room(t, side, p), running = (int)view_running_slot(t->session, side);
	int home = running - (running > scroll->top ? room - 1 : room > 1);
	scroll_follow(scroll, running, home < 0 ? 0 : home, stage_slots(t, side), room, 0);
}

void stage_say_part(int top, int room, int total, struct sbuf *out)
{
	if (total > room && room > 0)
		sbuf_printf(out, " %d-%d of %d", top + 1, top + room, total);
}

void stage_say_goto(const struct stage *t, enum side side, uint64_t step, struct sbuf *line)
{
	if (step > 0 && step <= session_steps(t->session, side))
		sbuf_printf(line, "goto %llu", (unsigned long long)step);
}

/* Inputs. */

void stage_note_page(struct stage *t, const char *command)
{
	snprintf(t->page_of, sizeof t->page_of, "%s", command);
}

static void take_status(struct stage *t, enum session_status status, const char *title)
{
	t->status = status;
	t->moves += status == SESSION_MOVED;
	if (status == SESSION_QUIT)
		t->wish = STAGE_QUIT;
	if (t->loads != t->session->loads)
		list_all_rows(t);
	if (status == SESSION_PAGE) {
		page_open(&t->page, title, sbuf_cstr(&t->session->message));
		stage_note_page(t, title);
	}
}

/* The title of a page: the command's first word. */
static void do_line(struct stage *t, const char *line)
{
	char title[20] = "";
	size_t n = strcspn(line, " ");
	memcpy(title, line, n < sizeof title ? n : sizeof title - 1);
	take_status(t, session_do(t->session, line), title);
}

void stage_begin_ask(struct stage *t, const char *text)
{
	stage_typed(t, text, strlen(text));
	t->ask.open = true;
	t->wish = STAGE_ASK;
}

void stage_typed(struct stage *t, const char *text, size_t cursor)
{
	if (strcmp(sbuf_cstr(&t->ask.text), text) != 0)
		sbuf_truncate(&t->ask.choices, 0);
	sbuf_truncate(&t->ask.text, 0);
	sbuf_str(&t->ask.text, text);
	t->ask.cursor = cursor;
}

void stage_told(struct stage *t, const char *text)
{
	sbuf_truncate(&t->ask.choices, 0);
	sbuf_str(&t->ask.choices, text);
}

/* Whether a line is only the name of a command that needs more. */
static bool lacks_arguments(struct stage *t, const char *line)
{
	const struct command *c = line[strcspn(line, " ")] == '\0'
		? command_find(t->session, line, strlen(line))
		: NULL;
	return c != NULL && command_needs_arguments(c);
}

static void do_key(struct stage *t, const char *key)
{
	const struct command *c = command_of_key(t->session, key);
	const char *bound = settings_binding(t->session->settings, key);
	bool plain = bound == NULL ? c == NULL || !command_needs_arguments(c) : *bound == '\0';
	if (plain) {
		take_status(t, session_key(t->session, key), c != NULL ? c->name : "");
		return;
	}
	struct sbuf line = { 0 };
	sbuf_str(&line, bound != NULL ? bound : c->name);
	if (lacks_arguments(t, sbuf_cstr(&line)))
		stage_begin_ask(t, (sbuf_char(&line, ' '), line.text));
	else
		do_line(t, line.text);
	sbuf_fini(&line);
}

/* Esc, Ctrl-C: back to what there is always. */
static bool is_cancel(const char *key)
{
	return strcmp(key, "Esc") == 0 || strcmp(key, "Ctrl-C") == 0;
}

static void cancel(struct stage *t)
{
	t->zoom = PANE_COUNT;
	t->count = 0;
	t->status = SESSION_SAID;
	t->session->found = false;
	sbuf_truncate(&t->session->message, 0);
}

/* Digits in front of a key are a count, or whatever number its command takes:
 * "12n", "7g".  True if key is one of them. */
static bool take_digit(struct stage *t, const char *key)
{
	bool digit = key[0] >= '0' && key[0] <= '9' && key[1] == '\0' &&
		(key[0] != '0' || t->count > 0);
	if (!digit || settings_binding(t->session->settings, key) != NULL || t->count > COUNT_MOST)
		return false;
	t->count = t->count * 10 + (uint64_t)(key[0] - '0');
	t->status = session_say(t->session, SESSION_SAID, "%llu", (unsigned long long)t->count);
	return true;
}

/* Does what a key stands for, with the count behind it. */
static void do_counted(struct stage *t, const char *key)
{
	const struct command *c = command_of_key(t->session, key);
	const char *bound = settings_binding(t->session->settings, key);
	struct sbuf line = { 0 };
	if (bound != NULL || c != NULL)
		sbuf_printf(&line, "%s %llu", bound != NULL ? bound : c->name,
			(unsigned long long)t->count);
	t->count = 0;
	if (line.len > 0)
		do_line(t, line.text);
	else
		do_key(t, key);
	sbuf_fini(&line);
}

static void press_key(struct stage *t, const char *key)
{
	if (t->running && strcmp(key, "+") != 0 && strcmp(key, "-") != 0) {
		t->running = false;
		cancel(t);
	} else if (is_cancel(key)) {
		cancel(t);
	} else if (take_digit(t, key)) {
		return;
	} else if (t->count > 0 && *key != '\0') {
		do_counted(t, key);
	} else if (*key != '\0') {
		do_key(t, key);
	}
}

/* To the step that a link of the page was followed to. */
static void go_where_it_leads(struct stage *t)
{
	uint64_t step;
	struct page_link link = page_chosen(&t->page, &step);
	struct sbuf line = { 0 };
	t->claims_at = t->page.link;
	t->session->in_view = (enum side)link.side;
	sbuf_printf(&line, "goto %llu", (unsigned long long)step);
	do_line(t, sbuf_cstr(&line));
	sbuf_fini(&line);
}

static bool is_in_rect(struct rect r, int row, int col)
{
	return row >= r.row && row < r.row + r.rows && col >= r.col && col < r.col + r.cols;
}

/* The pane of a side that has this place of the screen; PANE_COUNT: none. */
static enum pane pane_at(const struct stage *t, enum side side, int row, int col)
{
	for (int p = 0; p < PANE_COUNT; p++) {
		if (is_in_rect(t->layout.at[side][p].body, row, col))
			return (enum pane)p;
	}
	return PANE_COUNT;
}

static void click(struct stage *t, enum side side, const struct pane_row *pane, int row, int col)
{
	struct sbuf line = { 0 };
	if (pane->click != NULL)
		pane->click(t, side, row, col, &line);
	if (line.len > 0) {
		t->session->in_view = side;
		do_line(t, sbuf_cstr(&line));
	}
	sbuf_fini(&line);
}

static void click_at(struct stage *t, const struct input *in)
{
	for (int side = 0; side < SIDE_COUNT; side++) {
		enum pane p = t->layout.shown[side] ? pane_at(t, (enum side)side, in->row, in->col)
						    : PANE_COUNT;
		const struct pane_row *row = p != PANE_COUNT ? pane_row(p) : NULL;
		if (row == NULL)
			continue;
		if (in->mouse == MOUSE_LEFT)
			click(t, (enum side)side, row, in->row, in->col);
		else if (row->wheel > 0)
			row->scroll(t, (enum side)side,
				in->mouse == MOUSE_WHEEL_UP ? -row->wheel : row->wheel);
	}
}

/* A key that closes the page and is a command does what it means, but for those
 * that mean "away with it": Esc, Ctrl-C, q, Enter, and the page's own. */
static void input_page(struct stage *t, const struct input *in)
{
	char key[KEYS_NAME_MAX];
	page_input(&t->page, in);
	if (t->page.followed)
		go_where_it_leads(t);
	if (t->page.open || t->page.followed || (in->kind != INPUT_TEXT && in->kind != INPUT_KEY))
		return;
	keys_name(in, key);
	const struct command *c = command_of_key(t->session, key);
	bool away = is_cancel(key) || strcmp(key, "q") == 0 || strcmp(key, "Enter") == 0 ||
		(c != NULL && strcmp(c->name, t->page_of) == 0);
	if (!away && (c != NULL || settings_binding(t->session->settings, key) != NULL))
		press_key(t, key);
}

enum stage_wish stage_input(struct stage *t, const struct input *in)
{
	char key[KEYS_NAME_MAX];
	t->wish = STAGE_NOTHING;
	if (t->page.open) {
		input_page(t, in);
	} else if (in->kind == INPUT_MOUSE) {
		click_at(t, in);
	} else {
		keys_name(in, key);
		press_key(t, in->kind == INPUT_INTERRUPT ? "Ctrl-C" : key);
	}
	return t->wish;
}

enum stage_wish stage_asked(struct stage *t, const char *line)
{
	t->wish = STAGE_NOTHING;
	t->ask.open = false;
	sbuf_truncate(&t->ask.text, 0);
	sbuf_truncate(&t->ask.choices, 0);
	if (line != NULL)
		do_line(t, line);
	return t->wish;
}

void stage_start(struct stage *t, const char *path)
{
	struct sbuf line = { 0 };
	sbuf_printf(&line, "source %s", path);
	do_line(t, line.text);
	sbuf_fini(&line);
	if (t->status == SESSION_WRONG || t->status == SESSION_REFUSED)
		page_open(&t->page, "start", sbuf_cstr(&t->session->message));
	else
		t->page.open = false;
	sbuf_truncate(&t->session->message, 0);
	t->status = SESSION_SAID;
}

void stage_refuse(struct stage *t, const char *sentence)
{
	t->status = session_say(t->session, SESSION_REFUSED, "%s", sentence);
}

void stage_edited(struct stage *t, const char *failure)
{
	if (failure == NULL)
		do_line(t, "reload");
	else
		stage_refuse(t, failure);
}

void stage_tick(struct stage *t)
{
	if (!t->running)
		return;
	take_status(t, session_do(t->session, "next"), "");
	t->running = t->status == SESSION_MOVED;
}
