/* The rows below the panes: what happens, what can be typed, how long one waits. */

#include "ui/stage/stage_parts.h"

#include "session/commands/command.h"
#include "ui/pane/pane_prompt.h"
#include "ui/pane/pane_story.h"

#include <assert.h>
#include <string.h>

void stage_status_story(const struct stage *t, struct canvas *c)
{
	const struct layout *l = &t->layout;
	struct pane_story p = { .named = stage_has_both(t),
		.sentence_rows = l->sentence_rows,
		.note_rows = l->note_rows };
	struct sbuf text[SIDE_COUNT] = { 0 };
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

/* Where a person stands, as far as what they need there differs. */
enum situation { AT_BEGIN, WITHIN, AT_END, APART, SITUATION_COUNT };

enum { NEVER = -1, NEEDED = 7 }; /* the help begins with those of a rank up to NEEDED */

/* The commands whose keys the last row recalls, in its order, and how soon each
 * is left out: the highest rank first. */
static const struct {
	const char *name;
	signed char rank[SITUATION_COUNT]; /* at the beginning, within, at the end, unlinked */
} hinted[] = {
	{ "next", { 0, 0, NEVER, 2 } },
	{ "back", { NEVER, 1, 0, 5 } },
	{ "next-side", { NEVER, NEVER, NEVER, 0 } },
	{ "link", { NEVER, NEVER, NEVER, 1 } },
	{ "switch", { 4, 4, NEVER, NEVER } },
	{ "beat", { 5, 5, NEVER, NEVER } },
	{ "first", { NEVER, NEVER, 2, NEVER } },
	{ "lesson", { 1, 8, 1, NEVER } },
	{ "edit", { NEVER, NEVER, 4, NEVER } },
	{ "side", { NEVER, 7, NEVER, 4 } },
	{ "legend", { 2, 3, 5, 6 } },
	{ "help", { 3, 2, 3, 3 } },
	{ "quit", { 6, 6, 6, 7 } },
	{ "zoom", { NEVER, 9, NEVER, NEVER } },
	{ "command", { NEVER, 10, NEVER, NEVER } },
	{ "goto", { NEVER, 11, 7, NEVER } },
	{ "run", { NEVER, 12, NEVER, NEVER } },
};

static_assert(sizeof hinted / sizeof *hinted == STAGE_HINTS, "a command for each row");

static const struct command *command_named(const struct session *s, const char *name)
{
	const struct command *c;
	for (size_t i = 0; (c = command_at(s, i)) != NULL; i++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

static enum situation situation_of(const struct stage *t)
{
	const struct session *s = t->session;
	if (stage_is_at_begin(t))
		return AT_BEGIN;
	if (!s->linked && stage_has_both(t))
		return APART;
	return session_is_at_end(s) ? AT_END : WITHIN;
}

/* How soon the hint is left out here; NEVER: it does not belong here. */
static int rank_of(const struct stage *t, size_t i, enum situation here)
{
	const char *name = hinted[i].name;
	bool useless = (strcmp(name, "side") == 0 && !stage_has_both(t)) ||
		(strcmp(name, "lesson") == 0 && *t->session->scenario.lesson == '\0');
	return useless || t->hints[i] == NULL ? NEVER : hinted[i].rank[here];
}

static const char *needed(void *self, size_t i)
{
	const struct stage *t = self;
	enum situation here = situation_of(t);
	for (int rank = 0; rank <= NEEDED; rank++) {
		for (size_t k = 0; k < STAGE_HINTS; k++) {
			if (rank_of(t, k, here) == rank && i-- == 0)
				return hinted[k].name;
		}
	}
	return NULL;
}

void stage_status_find(struct stage *t)
{
	for (size_t i = 0; i < STAGE_HINTS; i++)
		t->hints[i] = command_named(t->session, hinted[i].name);
	t->session->matters = needed;
}

static size_t list_hints(
	const struct stage *t, struct pane_hint hints[STAGE_HINTS], struct arena *a)
{
	enum situation here = situation_of(t);
	size_t n = 0;
	for (size_t i = 0; i < STAGE_HINTS; i++) {
		int rank = rank_of(t, i, here);
		const char *keys = rank != NEVER ? t->hints[i]->keys : "";
		if (rank != NEVER)
			hints[n++] = (struct pane_hint){ arena_strndup(a, keys, strcspn(keys, " ")),
				hinted[i].name, rank };
	}
	return n;
}

/* What leads through the page and out of it. */
static size_t list_page_hints(const struct stage *t, struct pane_hint hints[STAGE_HINTS])
{
	size_t n = 0;
	if (page_rows_below(&t->page) > 0)
		hints[n++] = (struct pane_hint){ "Space", "more", 0 };
	if (t->page.top > 0)
		hints[n++] = (struct pane_hint){ "b", "back", 2 };
	hints[n++] = (struct pane_hint){ "q", "close", 1 };
	return n;
}

/* Virtual time, if the program in view ever waits for it. */
static void say_clock(const struct session *s, struct sbuf *out)
{
	int64_t ms = moment_clock(s->side[s->in_view].moment) / 1000000;
	if (ms > 0)
		sbuf_printf(out, "  %lld.%0*lld s", (long long)(ms / 1000), ms % 100 == 0 ? 1 : 3,
			(long long)(ms % 100 == 0 ? ms % 1000 / 100 : ms % 1000));
}

static void say_place(const struct stage *t, struct sbuf *out)
{
	const struct session *s = t->session;
	if (s->linked || !stage_has_both(t)) {
		sbuf_str(out, "step ");
		sbuf_unsigned(out, session_step(s, s->in_view));
		sbuf_char(out, '/');
		sbuf_unsigned(out, session_steps(s, s->in_view));
		say_clock(s, out);
		return;
	}
	sbuf_str(out, "unlinked:");
	for (int side = 0; side < SIDE_COUNT; side++)
		sbuf_printf(out, "%s%s %llu/%llu", side > 0 ? "  " : " ",
			pane_side_name((enum side)side),
			(unsigned long long)session_step(s, (enum side)side),
			(unsigned long long)session_steps(s, (enum side)side));
}

/* What is said of the first moves, to somebody who is new. */
static const char *const greetings[] = {
	"",
	"► is the line that comes next; p takes the step back",
	"] goes on to the next switch of control; ? tells the signs",
	"l is the lesson, h the help. These hints do not come again.",
};
enum { GREETINGS = sizeof greetings / sizeof *greetings };

static void draw_ask(struct stage *t, struct canvas *c, struct rect in)
{
	struct rect over = canvas_rect(c);
	rect_bottom(&over, in.rows);
	t->cursor_row = in.row;
	t->cursor_col = pane_prompt_draw(
		c, in, sbuf_cstr(&t->ask.text), t->ask.text.len, t->ask.cursor);
	pane_choices_draw(c, over, sbuf_cstr(&t->ask.choices), t->ask.choices.len);
}

void stage_status_draw(struct stage *t, struct canvas *c, struct arena *a)
{
	struct rect in = t->layout.status;
	struct pane_hint hints[STAGE_HINTS];
	struct sbuf place = { 0 };
	if (t->ask.open) {
		draw_ask(t, c, in);
		return;
	}
	say_place(t, &place);
	struct pane_status p = { .place = sbuf_cstr(&place), .hints = hints };
	p.nhints = t->page.open ? list_page_hints(t, hints) : list_hints(t, hints, a);
	p.refused = t->status == SESSION_REFUSED || t->status == SESSION_WRONG;
	if (!t->page.open && t->status != SESSION_PAGE)
		p.message = sbuf_cstr(&t->session->message);
	if (t->greets && !t->page.open && t->moves < GREETINGS && t->session->message.len == 0)
		p.message = greetings[t->moves];
	pane_status_draw(c, in, &p);
	sbuf_fini(&place);
}

/* "1,234,567". */
static void say_number(uint64_t n, struct sbuf *out)
{
	if (n >= 1000) {
		say_number(n / 1000, out);
		sbuf_printf(out, ",%03u", (unsigned)(n % 1000));
	} else {
		sbuf_printf(out, "%u", (unsigned)n);
	}
}

void stage_wait(struct stage *t, struct canvas *c, uint64_t looked)
{
	struct sbuf text = { 0 };
	sbuf_str(&text, "looked at ");
	say_number(looked, &text);
	sbuf_str(&text, " steps; any key gives up");
	canvas_erase(c, t->layout.status);
	canvas_printf(c, t->layout.status, 0, 1, ROLE_STATUS, "%s", sbuf_cstr(&text));
	sbuf_fini(&text);
}
