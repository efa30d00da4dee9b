#include "session/view/transcript.h"

#include "base/utf8.h"
#include "session/words/printed.h"
#include "session/words/variable.h"

#include <string.h>

/* Deeper frames are not indented further. */
enum { MAX_INDENT = 20 };

static const char *const side_labels[SIDE_COUNT] = {
	[SIDE_COROUTINE] = "CO ", [SIDE_SUBROUTINE] = "SUB"
};

static bool flush_to_sink(struct sbuf *b, const struct export_sink *sink)
{
	bool written = b->len == 0 || sink->write(sink->self, b->text, b->len);
	sbuf_truncate(b, 0);
	return written;
}

static void put_printable(struct sbuf *b, const char *text, size_t len)
{
	utf8_printable(b, text, len);
	sbuf_char(b, '\n');
}

/* The lines of output that a side's step completed, below the sentence. */
static void put_prints(const struct session *s, enum side side, const char *margin, struct sbuf *b)
{
	const struct trace *t = s->side[side].trace;
	uint64_t k = session_step(s, side);
	for (size_t i = printed_before(t, k); printed_at(t, i, k); i++) {
		size_t len;
		const char *line = printed_line(t, i, &len);
		sbuf_printf(b, "%sprinted: ", margin);
		put_printable(b, line, len);
	}
}

static void put_step(const struct session *s, enum side side, uint32_t indent, struct sbuf *b)
{
	const char *note, *margin = "            ";
	struct sbuf sentence = { 0 };
	session_narrate(s, side, &sentence, &note);
	sbuf_printf(b, "%7llu %s ", (unsigned long long)session_step(s, side), side_labels[side]);
	sbuf_fill(b, ' ', indent);
	sbuf_printf(b, "%s\n", sbuf_cstr(&sentence));
	if (note != NULL) {
		sbuf_printf(b, "%snote: ", margin);
		put_printable(b, note, strlen(note));
	}
	put_prints(s, side, margin, b);
	sbuf_fini(&sentence);
}

/* The lesson, whose first heading is the title. */
static void put_lesson_text(const struct session *s, struct sbuf *b)
{
	const char *at = s->scenario.lesson;
	if (*at == '\0')
		put_printable(b, s->scenario.title, strlen(s->scenario.title));
	while (*at != '\0') {
		size_t len = strcspn(at, "\n"), mark = strspn(at, "#");
		mark += mark > 0 && at[mark] == ' ';
		put_printable(b, at + mark, len - mark);
		at += len + (at[len] == '\n');
	}
	sbuf_char(b, '\n');
}

bool transcript_session(struct session *s, const struct export_sink *sink)
{
	struct sbuf b = { 0 };
	bool going = true;
	put_lesson_text(s, &b);
	session_goto_pair(s, 0);
	while ((going = flush_to_sink(&b, sink)) && session_goto_pair(s, s->pair + 1)) {
		for (int side = 0; side < SIDE_COUNT; side++) {
			if (session_has(s, (enum side)side) && s->side[side].moved)
				put_step(s, (enum side)side, 0, &b);
		}
	}
	sbuf_fini(&b);
	return going;
}

/* How many frames stand below a frame at a moment. */
static uint32_t depth_at(const struct moment *m, uint32_t id)
{
	uint32_t n = 0;
	for (const struct mframe *f;
		id != FRAME_NONE && n < MAX_INDENT && (f = moment_frame(m, id)) != NULL; n++)
		id = f->back;
	return n > 0 ? n - 1 : 0;
}

/* The same for the frame of the current step: before the step for one that
 * left, after it for one that came. */
static uint32_t depth(const struct session_side *ss)
{
	const struct step *step = moment_last(ss->moment);
	variable_look_back(ss->moment, ss->scan);
	uint32_t before = depth_at(ss->scan, step->frame),
		 after = depth_at(ss->moment, step->frame);
	return before > after ? before : after;
}

bool transcript_side(struct session *s, enum side side, const struct export_sink *sink)
{
	struct sbuf b = { 0 };
	bool going = true;
	s->linked = false;
	session_goto_step(s, side, 0);
	while (going && session_goto_step(s, side, session_step(s, side) + 1)) {
		put_step(s, side, 2 * depth(&s->side[side]), &b);
		going = flush_to_sink(&b, sink);
	}
	sbuf_fini(&b);
	return going;
}
