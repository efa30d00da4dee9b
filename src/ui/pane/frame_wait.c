#include "ui/pane/frame_wait.h"

#include "base/sbuf.h"

#include <string.h>

/* What a form of the text has, from the fullest on. */
static const struct form {
	bool task;
	/* of the chain from its beginning; what is between them and the last is counted */
	uint32_t names;
	bool end, brief; /* what the last one waits for; without "sleep" */
} forms[] = {
	{ true, UINT32_MAX, true, false },
	{ false, UINT32_MAX, true, false },
	{ true, 2, true, false },
	{ false, 2, true, false },
	{ false, 1, true, false },
	{ false, 1, true, true },
	{ false, UINT32_MAX, false, false },
	{ false, 1, false, false },
	{ false, 0, true, false },
	{ false, 0, true, true },
};

static void add_arrow(struct sbuf *out)
{
	sbuf_printf(out, "%s%s ", out->len > 0 ? " " : "", glyph_text(GLYPH_CHANGE));
}

/* The chain's first names, how many are left out, its last. */
static void add_chain(const struct view_frame *f, uint32_t names, struct sbuf *out)
{
	uint32_t all = f->nchain + f->more;
	bool whole = f->more == 0 && names >= f->nchain;
	uint32_t first = whole || names < f->nchain ? names : f->nchain;
	for (uint32_t i = 0; i < f->nchain && i < first; i++) {
		add_arrow(out);
		sbuf_str(out, f->chain[i]);
	}
	if (first >= all)
		return;
	add_arrow(out);
	sbuf_printf(out, "%s %u more", glyph_text(GLYPH_CUT), all - first);
}

static void add_end(const struct view_frame *f, const struct form *form, struct sbuf *out)
{
	static const char sleep[] = "sleep ";
	bool cut = form->brief && strncmp(f->waits, sleep, sizeof sleep - 1) == 0;
	if (f->awaits)
		add_arrow(out);
	else if (out->len > 0)
		sbuf_char(out, ' ');
	sbuf_str(out, f->waits + (cut ? sizeof sleep - 1 : 0));
}

static void say_form(const struct view_frame *f, const struct form *form, struct sbuf *out)
{
	if (form->task && f->task != NULL)
		sbuf_str(out, f->task);
	if (form->names > 0 && f->nchain > 0)
		add_chain(f, form->names, out);
	if (form->end && f->waits != NULL)
		add_end(f, form, out);
}

static void say_simple(const struct view_frame *f, struct sbuf *out)
{
	if (f->in_loop)
		sbuf_str(out, "in asyncio.run");
	else if (f->waits_for != NULL)
		sbuf_printf(out, "for %s", f->waits_for);
}

void frame_wait_text(struct canvas *c, const struct view_frame *f, int columns, struct sbuf *out)
{
	struct sbuf text = { 0 };
	if (f->in_loop || f->waits_for != NULL) {
		say_simple(f, &text);
		if (canvas_columns(c, text.text, text.len) > columns)
			sbuf_truncate(&text, 0);
	} else {
		for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
			sbuf_truncate(&text, 0);
			say_form(f, &forms[i], &text);
			if (text.len == 0 || canvas_columns(c, text.text, text.len) <= columns)
				break;
			sbuf_truncate(&text, 0);
		}
	}
	sbuf_bytes(out, sbuf_cstr(&text), text.len);
	sbuf_fini(&text);
}
