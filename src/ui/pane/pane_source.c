#include "ui/pane/pane_source.h"

#include "base/sbuf.h"

#include <assert.h>
#include <string.h>

enum {
	GUTTER = 3,      /* ● or ◆1, and ◄ */
	MARGIN = 2,      /* between a line and what is said behind it */
	TEXT_LEAST = 12, /* what a long line keeps when something is said behind it */
	FORMS = 5,
	WIDE = 56, /* from this width on it is said how often a point was used */
};

/* Ways to say something behind a line, the longest first; the first that has
 * room is taken. */
struct tail {
	struct sbuf form[FORMS];
	enum role role;
};

static void tail_fini(struct tail *t)
{
	for (int i = 0; i < FORMS; i++)
		sbuf_fini(&t->form[i]);
}

/* "<── resumed by <module> with 5" and shorter: "<── 5", "<──". */
static void say_resumed(struct tail *t, const struct view_line *l)
{
	static const struct {
		const char *by, *with; /* NULL: it does not say that */
	} forms[FORMS] = {
		{ " resumed by ", " with " },
		{ " by ", " with " },
		{ " ", ": " },
		{ NULL, " " },
		{ NULL, NULL },
	};
	for (int i = 0; i < FORMS; i++) {
		sbuf_printf(&t->form[i], "%s%s%s", glyph_text(GLYPH_HEAD_LEFT),
			glyph_text(GLYPH_HORIZONTAL), glyph_text(GLYPH_HORIZONTAL));
		if (forms[i].by != NULL)
			sbuf_printf(&t->form[i], "%s%s", forms[i].by, l->resumed_by);
		if (forms[i].with != NULL && l->resumed_with != NULL)
			sbuf_printf(&t->form[i], "%s%s", forms[i].with, l->resumed_with);
	}
}

/* An arrow to the right, as of a value that goes out. */
static void add_arrow(struct sbuf *out)
{
	sbuf_printf(out, "%s%s%s", glyph_text(GLYPH_HORIZONTAL), glyph_text(GLYPH_HORIZONTAL),
		glyph_text(GLYPH_HEAD_RIGHT));
}

/* "──> 5  ◄ ping#1 #2 +3 go on here" and shorter. */
static void say_goes_on(struct tail *t, const struct view_line *l)
{
	bool one = l->ngoes_on == 1 && l->more == 0;
	static const struct {
		bool yields, name, all;
		const char *many, *one; /* behind the numbers */
	} forms[FORMS] = {
		{ true, true, true, " go on here", " goes on here" },
		{ true, true, true, " go on", " goes on" },
		{ true, false, true, " go on", " goes on" },
		{ true, false, true, "", "" },
		{ false, false, false, "", "" },
	};
	for (int i = 0; i < FORMS; i++) {
		uint32_t named = forms[i].all ? l->ngoes_on : 1;
		if (l->yields != NULL && forms[i].yields) {
			add_arrow(&t->form[i]);
			sbuf_printf(&t->form[i], " %s  ", l->yields);
		}
		sbuf_str(&t->form[i], glyph_text(GLYPH_GO_ON));
		for (uint32_t k = 0; k < named; k++) {
			if (k == 0 && forms[i].name)
				sbuf_printf(&t->form[i], " %s", l->goes_on_name);
			else
				sbuf_printf(&t->form[i], " #%u", l->goes_on[k].nth);
		}
		if (l->ngoes_on + l->more > named)
			sbuf_printf(&t->form[i], " +%u", l->ngoes_on + l->more - named);
		sbuf_str(&t->form[i], one ? forms[i].one : forms[i].many);
	}
}

/* On the step of a resume the line that did it points at the line that goes on. */
static void say_resumes(struct tail *t)
{
	static const char *const words[FORMS] = { "resumes it ", "resumes ", "", "", "" };
	for (int i = 0; i < FORMS; i++) {
		sbuf_str(&t->form[i], words[i]);
		add_arrow(&t->form[i]);
	}
}

/* Whether there is something to say behind this line. */
static bool has_tail(const struct view_line *l, bool resuming)
{
	return (l->current && l->resumed_by != NULL) || l->ngoes_on > 0 || (l->caller && resuming);
}

static void say_tail(struct tail *t, const struct view_line *l)
{
	t->role = ROLE_POINT;
	if (l->current && l->resumed_by != NULL)
		say_resumed(t, l);
	else if (l->ngoes_on > 0)
		say_goes_on(t, l);
	else
		say_resumes(t);
}

static void draw_marker(struct canvas *c, struct rect in, int row, const struct view_line *l)
{
	if (l->current)
		canvas_glyph(c, in, row, 0, ROLE_RUNNING, GLYPH_CURRENT);
	else if (l->caller)
		canvas_glyph(c, in, row, 0, ROLE_WAITING, GLYPH_WAITING);
}

/* The marks between number and text. */
static void draw_gutter(
	struct canvas *c, struct rect in, int row, int col, const struct view_line *l)
{
	if (l->entry)
		canvas_glyph(c, in, row, col, ROLE_ENTRY, GLYPH_ENTRY);
	if (l->npoints > 0) {
		int after = canvas_glyph(c, in, row, col, ROLE_POINT, GLYPH_POINT);
		canvas_number(c, in, row, after, ROLE_POINT, 0, l->points[0].number);
	}
	if (l->ngoes_on > 0 || l->more > 0)
		canvas_glyph(c, in, row, col + GUTTER - 1, ROLE_POINT, GLYPH_GO_ON);
}

/* A program's line in the colours of its syntax, another cell's in grey. */
static void draw_text(struct canvas *c, struct rect in, int row, const struct pane_source *p,
	const struct view_line *l)
{
	unsigned flags = TEXT_CUT | TEXT_TABS;
	if (p->roles == NULL || !l->mine) {
		canvas_text(
			c, in, row, 0, l->mine ? ROLE_NORMAL : ROLE_GONE, flags, l->text, l->len);
		return;
	}
	size_t at = (size_t)(l->text - p->file->text);
	assert(at + l->len <= p->file->len && "a line stands in its file");
	canvas_coloured(c, in, row, flags, l->text, l->len, p->roles + at);
}

/* How often the points of a line were used, at the right edge. */
static void draw_counts(
	struct canvas *c, struct rect in, int row, int used, const struct view_line *l)
{
	uint32_t times = 0;
	for (uint32_t i = 0; i < l->npoints; i++)
		times += l->points[i].used;
	if (times == 0)
		return;
	struct sbuf text = { 0 };
	sbuf_printf(&text, "re-entered %u time%s", times, times == 1 ? "" : "s");
	int width = canvas_columns(c, text.text, text.len);
	if (used + MARGIN + width <= in.cols)
		canvas_text(c, in, row, in.cols - width, ROLE_NUMBER, 0, text.text, text.len);
	sbuf_fini(&text);
}

/* The text and what is said behind it.  Code that fits is never cut for it;
 * code that has to be cut anyway gives way. */
static void draw_before_tail(struct canvas *c, struct rect in, int row, const struct pane_source *p,
	const struct view_line *l, const struct tail *t)
{
	int full = canvas_text(c, (struct rect){ .cols = CANVAS_MAX }, 0, 0, ROLE_NORMAL, TEXT_TABS,
		l->text, l->len);
	int i = 0, width = 0;
	for (i = 0; i < FORMS; i++) {
		width = canvas_columns(c, t->form[i].text, t->form[i].len);
		if (full + MARGIN + width <= in.cols)
			break;
	}
	if (i == FORMS && (full <= in.cols || width + MARGIN + TEXT_LEAST > in.cols)) {
		draw_text(c, in, row, p, l);
		return;
	}
	struct rect head = in;
	if (i == FORMS) {
		head.cols -= MARGIN + width;
		i = FORMS - 1;
	}
	draw_text(c, head, row, p, l);
	int col = (full < head.cols ? full : head.cols) + MARGIN;
	canvas_text(c, in, row, col, t->role, 0, t->form[i].text, t->form[i].len);
}

static void draw_with_tail(struct canvas *c, struct rect in, int row, const struct pane_source *p,
	const struct view_line *l)
{
	struct tail t = { 0 };
	say_tail(&t, l);
	draw_before_tail(c, in, row, p, l, &t);
	tail_fini(&t);
}

static bool is_resume(const struct pane_source *p)
{
	for (uint32_t i = 0; i < p->nlines; i++)
		if (p->lines[i].current && p->lines[i].resumed_by != NULL)
			return !p->lines[i].by_loop;
	return p->pinned != NULL && p->pinned->current && p->pinned->resumed_by != NULL;
}

/* The bar of the current line; what can be gone into keeps its colour in it. */
static void draw_bar(struct canvas *c, struct rect bar)
{
	static const enum role roles[ROLE_COUNT] = {
		[ROLE_ENTRY] = ROLE_CURRENT_ENTRY,
		[ROLE_POINT] = ROLE_CURRENT_POINT,
	};
	for (struct rect at = { bar.row, bar.col, bar.rows, 1 }; at.col < bar.col + bar.cols;
		at.col++) {
		enum role role = at.rows > 0 ? roles[canvas_cell(c, at.row, at.col)->role] : 0;
		canvas_paint(c, at, role != 0 ? role : ROLE_CURRENT);
	}
}

static void draw_line(struct canvas *c, struct rect in, int row, const struct pane_source *p,
	const struct view_line *l, bool resuming)
{
	if (l->number == 0)
		canvas_printf(c, in, row, 1, ROLE_NUMBER, "···");
	if (l->text == NULL)
		return;
	draw_marker(c, in, row, l);
	canvas_number(c, in, row, 1, l->current || l->caller ? ROLE_NORMAL : ROLE_NUMBER, p->digits,
		l->number);
	if (l->breakpoint)
		canvas_glyph(c, in, row, 1 + p->digits, ROLE_BREAKPOINT, GLYPH_BREAKPOINT);
	else if (l->skips)
		canvas_glyph(c, in, row, 1 + p->digits, ROLE_NUMBER, GLYPH_CUT);
	draw_gutter(c, in, row, 1 + p->digits + 1, l);
	struct rect rest = in;
	rect_left(&rest, 1 + p->digits + 1 + GUTTER);
	if (has_tail(l, resuming))
		draw_with_tail(c, rest, row, p, l);
	else
		draw_text(c, rest, row, p, l);
	if (in.cols >= WIDE && l->npoints > 0 && !has_tail(l, resuming))
		draw_counts(c, rest, row, canvas_columns(c, l->text, l->len), l);
	if (l->current && p->moved) {
		struct rect whole = { in.row + row, in.col, 1, in.cols };
		draw_bar(c, rect_meet(rect_meet(whole, in), canvas_rect(c)));
	}
}

void pane_source_draw(struct canvas *c, struct rect in, const struct pane_source *p)
{
	struct rect pin = { 0 };
	bool resuming = is_resume(p);
	if (p->pinned != NULL && in.rows > 1)
		pin = p->pinned_below ? rect_bottom(&in, 1) : rect_top(&in, 1);
	/* The lines under a pin that is above are those from the second on. */
	uint32_t skip = pin.rows > 0 && !p->pinned_below;
	for (int row = 0; row < in.rows && (uint32_t)row + skip < p->nlines; row++)
		draw_line(c, in, row, p, &p->lines[(uint32_t)row + skip], resuming);
	if (pin.rows > 0)
		draw_line(c, pin, 0, p, p->pinned, resuming);
}
