/* The commands that only a screen has: panes, pages, the mouse, running by itself. */

#include "ui/stage/stage_parts.h"

#include "base/mem.h"
#include "session/commands/command.h"
#include "session/commands/own_copy.h"
#include "session/user/own_file.h"
#include "session/view/check.h"

#include <stdio.h>
#include <string.h>

enum { COUNT_MOST = 100000 };

static enum session_status quiet(struct session *s)
{
	return session_say(s, SESSION_SAID, "%s", "");
}

/* Scrolls one of the panes of the side in view; dir says which way. */
static enum session_status scroll(
	struct session *s, const struct command *c, const struct arguments *a, enum pane p, int dir)
{
	struct stage *t = s->extra_self;
	uint64_t n;
	if (!command_number(s, c, a, 0, "a number of rows", 1, COUNT_MOST, 1, &n))
		return SESSION_WRONG;
	pane_row(p)->scroll(t, s->in_view, dir < 0 ? -(int)n : (int)n);
	return quiet(s);
}

static enum session_status down(
	struct session *s, const struct command *c, const struct arguments *a)
{
	return scroll(s, c, a, PANE_SOURCE, 1);
}

static enum session_status up(struct session *s, const struct command *c, const struct arguments *a)
{
	return scroll(s, c, a, PANE_SOURCE, -1);
}

static enum session_status frames_down(
	struct session *s, const struct command *c, const struct arguments *a)
{
	return scroll(s, c, a, PANE_FRAMES, 1);
}

static enum session_status frames_up(
	struct session *s, const struct command *c, const struct arguments *a)
{
	return scroll(s, c, a, PANE_FRAMES, -1);
}

/* The first pane from p on whose title begins with the word; PANE_COUNT if there is none. */
static enum pane find_pane(int p, const char *word)
{
	for (; p < PANE_COUNT; p++)
		if (pane_is_titled((enum pane)p) &&
			strncmp(pane_row((enum pane)p)->title, word, strlen(word)) == 0)
			return (enum pane)p;
	return PANE_COUNT;
}

/* "source, frames or time". */
static void list_panes(struct sbuf *out)
{
	enum pane next;
	for (enum pane p = find_pane(0, ""); p != PANE_COUNT; p = next) {
		next = find_pane((int)p + 1, "");
		if (out->len > 0)
			sbuf_str(out, next != PANE_COUNT ? ", " : " or ");
		sbuf_str(out, pane_row(p)->title);
	}
}

static enum session_status refuse_pane(struct session *s, const struct command *c)
{
	struct sbuf titles = { 0 };
	list_panes(&titles);
	enum session_status status = session_say(
		s, SESSION_WRONG, "%s expects %s", c->name, sbuf_cstr(&titles));
	sbuf_fini(&titles);
	return status;
}

/* One pane after the other, and back to all. */
static enum session_status zoom(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct stage *t = s->extra_self;
	if (a->n == 0) {
		t->zoom = find_pane(t->zoom == PANE_COUNT ? 0 : (int)t->zoom + 1, "");
		return quiet(s);
	}
	enum pane p = find_pane(0, a->word[0]);
	if (p == PANE_COUNT)
		return refuse_pane(s, c);
	t->zoom = t->zoom == p ? PANE_COUNT : p;
	return quiet(s);
}

static enum session_status ladder(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct stage *t = s->extra_self;
	(void)c;
	(void)a;
	t->ladder = !t->ladder;
	return session_say(s, SESSION_SAID,
		t->ladder ? "messages between the frames, time goes down; t: lanes again"
			  : "lanes: time goes to the right");
}

static enum session_status lesson(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct stage *t = s->extra_self;
	(void)a;
	if (!t->opening.lesson)
		return session_say(s, SESSION_REFUSED, "this file has no lesson");
	page_open_lesson(&t->page, s->scenario.title, sbuf_cstr(&t->opening.text));
	stage_note_page(t, c->name);
	return quiet(s);
}

/* The links of the page to the steps that prove the claims. */
static void link_places(struct page *p, const struct claims_places *places)
{
	for (size_t i = 0; i < places->len; i++) {
		const struct claim_evidence *e = places->at[i].evidence;
		struct page_link link = { .line = places->at[i].line, .side = (int)e->side };
		for (; link.n < e->steps.n && link.n < STEP_LIST_KEPT && link.n < PAGE_LINK_STEPS;
			link.n++)
			link.step[link.n] = e->steps.at[link.n];
		page_add_link(p, link);
	}
}

static enum session_status claims(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct stage *t = s->extra_self;
	struct claims_places places = { 0 };
	struct sbuf text = { 0 }, title = { 0 };
	struct claims *found = check_claims(s);
	(void)a;
	if (found == NULL)
		return SESSION_REFUSED;
	claims_say_summary(found, &title);
	claims_tell(found, false, &text, &places);
	page_open(&t->page, sbuf_cstr(&title), sbuf_cstr(&text));
	stage_note_page(t, c->name);
	link_places(&t->page, &places);
	t->page.link = t->claims_at < places.len ? t->claims_at : 0;
	array_fini(&places);
	sbuf_fini(&text);
	sbuf_fini(&title);
	claims_free(found);
	return quiet(s);
}

static enum session_status command_line(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct stage *t = s->extra_self;
	(void)c;
	stage_begin_ask(t, a->rest);
	return quiet(s);
}

static enum session_status redraw(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct stage *t = s->extra_self;
	(void)c;
	(void)a;
	t->wish = STAGE_REDRAW;
	return quiet(s);
}

static enum session_status suspend(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct stage *t = s->extra_self;
	(void)c;
	(void)a;
	t->wish = STAGE_SUSPEND;
	return quiet(s);
}

/* Asks for the command that edits a copy: Enter is enough. */
static enum session_status offer_copy(struct stage *t, const struct command *c)
{
	struct sbuf line = { 0 };
	char *name = own_file_free_name(t->session->scenario.source.path);
	sbuf_printf(&line, "%s %s", c->name, name);
	stage_begin_ask(t, line.text);
	stage_told(t, "this lesson is not yours to change: Enter edits a copy of it, Esc does not");
	mem_free(name);
	sbuf_fini(&line);
	return quiet(t->session);
}

static enum session_status request_edit(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct stage *t = s->extra_self;
	if (a->n == 0 && own_copy_is_needed(s))
		return offer_copy(t, c);
	if (a->n > 0 && !own_copy_make(s, a->rest))
		return SESSION_REFUSED;
	t->wish = STAGE_EDIT;
	return quiet(s);
}

static enum session_status mouse(
	struct session *s, const struct command *c, const struct arguments *a)
{
	bool on = s->settings->value[SETTING_MOUSE] != SETTING_ON;
	(void)c;
	(void)a;
	settings_put(s->settings, SETTING_MOUSE, on ? SETTING_ON : SETTING_OFF);
	return session_say(s, SESSION_SAID, "the mouse is %s",
		on ? "on: click a line or a step, turn the wheel" : "off");
}

static enum session_status run_by_itself(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct stage *t = s->extra_self;
	(void)c;
	(void)a;
	t->running = true;
	return session_say(s, SESSION_SAID, "running; any key stops, + is faster, - is slower");
}

static enum session_status change_delay(struct session *s, int64_t ms)
{
	const struct setting_row *row = &setting_rows[SETTING_DELAY];
	ms = ms < row->low ? row->low : ms > row->high ? row->high : ms;
	settings_put(s->settings, SETTING_DELAY, ms);
	return session_say(
		s, SESSION_SAID, "%d.%02d seconds a step", (int)ms / 1000, (int)ms % 1000 / 10);
}

static enum session_status faster(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	return change_delay(s, s->settings->value[SETTING_DELAY] * 2 / 3);
}

static enum session_status slower(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	return change_delay(s, s->settings->value[SETTING_DELAY] * 3 / 2);
}

static const struct command table[] = {
	{ "run", "", "r", "step by step by itself, until a key is pressed", run_by_itself,
		COMMAND_MOVE },
	{ "faster", "", "+", "a shorter delay between the steps of run", faster, COMMAND_SET },
	{ "slower", "", "-", "a longer delay between the steps of run", slower, COMMAND_SET },
	{ "down", "[N]", "j Down", "scrolls the source down", down, COMMAND_LOOK },
	{ "up", "[N]", "k Up", "scrolls the source up", up, COMMAND_LOOK },
	{ "frames-down", "[N]", "J", "scrolls the frames and their lanes down", frames_down,
		COMMAND_LOOK },
	{ "frames-up", "[N]", "K", "scrolls the frames and their lanes up", frames_up,
		COMMAND_LOOK },
	{ "zoom", "[PANE]", "z",
		"one pane takes the whole side: source, frames, time, then all again", zoom,
		COMMAND_LOOK },
	{ "ladder", "", "t", "messages between the frames instead of their lanes, and back", ladder,
		COMMAND_LOOK },
	{ "lesson", "", "l", "the lesson's text", lesson, COMMAND_LOOK },
	{ "legend", "", "?", "the signs that are on the screen, and what they mean",
		stage_legend_command, COMMAND_LOOK },
	{ "claims", "", "V",
		"what is claimed of both runs, the verdicts, and the steps that prove them", claims,
		COMMAND_LOOK },
	{ "command", "[TEXT]", ":", "asks for a command line", command_line, COMMAND_SET },
	{ "mouse", "", "m", "switches the mouse on or off", mouse, COMMAND_SET },
	{ "edit", "[FILE]", "e",
		"opens the file in your editor ($VISUAL, $EDITOR), or a copy of it that is made in "
		"FILE, then runs it anew",
		request_edit, COMMAND_SET },
	{ "redraw", "", "Ctrl-L", "draws the screen from scratch", redraw, COMMAND_SET },
	{ "suspend", "", "Ctrl-Z", "stops cosub until the shell continues it", suspend,
		COMMAND_SET },
};

const struct command_table stage_commands = { table, sizeof table / sizeof *table };
