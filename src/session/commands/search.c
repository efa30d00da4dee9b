#include "session/commands/search.h"

#include "base/utf8.h"
#include "session/core/cancellation.h"
#include "session/core/seek.h"
#include "session/inspect/evaluate.h"
#include "session/words/printed.h"
#include "session/words/sentence.h"
#include "session/words/variable.h"

#include <ctype.h>
#include <string.h>

static bool begins_with(const char *text, size_t n, const struct sbuf *sought)
{
	return n >= sought->len && strncasecmp(text, sought->text, sought->len) == 0;
}

/* Whether byte at of a text is in the number of a frame's name, as in "ping#12",
 * "<lambda>#3". */
static bool is_frame_number(const char *text, size_t at)
{
	if (!isdigit((unsigned char)text[at]))
		return false;
	while (at > 0 && isdigit((unsigned char)text[at - 1]))
		at--;
	return at > 1 && text[at - 1] == '#' &&
		(evaluate_in_name(text[at - 2]) || text[at - 2] == '>');
}

size_t search_find(const struct session *s, const char *text, size_t n, size_t from)
{
	while (from < n &&
		(!begins_with(text + from, n - from, &s->sought) || is_frame_number(text, from)))
		from++;
	return from;
}

static bool text_holds(const struct session *s, struct sbuf *text)
{
	return search_find(s, sbuf_cstr(text), text->len, 0) < text->len;
}

/* What there is to read at a step, piece by piece into out. */

static void read_line(const struct session *s, const struct moment *m, struct sbuf *out)
{
	const struct step *step = moment_last(m);
	size_t len;
	const struct source *source = session_is_library(moment_trace(m), step)
		? trace_frame(moment_trace(m), step->frame).code->program->source
		: &s->scenario.source;
	const char *text = step->kind == EVENT_LINE || step->kind == EVENT_CALL
		? source_line(source, step->line, &len)
		: NULL;
	if (text != NULL)
		sbuf_bytes(out, text, len);
}

static void read_values(const struct seeker *h, struct sbuf *out)
{
	struct variable vars[VARIABLE_MAX];
	const struct step *step = moment_last(h->at);
	const struct mframe *f = step->frame != FRAME_NONE ? moment_frame(h->at, step->frame)
							   : NULL;
	if (f == NULL)
		return;
	variable_look_back(h->at, h->before);
	uint32_t n = variable_list(h->at, h->before, f, VARIABLE_MAX, vars);
	for (uint32_t i = 0; i < n; i++) {
		if (!vars[i].changed)
			continue;
		sbuf_bytes(out, vars[i].name, vars[i].len);
		sbuf_char(out, '=');
		moment_repr(h->at, vars[i].value, out);
		sbuf_char(out, '\n');
	}
}

static void read_output(const struct seeker *h, struct sbuf *out)
{
	const struct trace *t = moment_trace(h->at);
	uint64_t k = moment_step(h->at);
	for (size_t i = printed_before(t, k); printed_at(t, i, k); i++) {
		size_t len;
		const char *line = printed_line(t, i, &len);
		sbuf_bytes(out, line, len);
		sbuf_char(out, '\n');
	}
}

static bool step_matches(const struct session *s, const struct seeker *h, struct sbuf *text)
{
	sbuf_truncate(text, 0);
	read_line(s, h->at, text);
	sbuf_char(text, '\n');
	read_output(h, text);
	if (text_holds(s, text))
		return true;
	sentence_say(h->at, h->before, text);
	sbuf_char(text, '\n');
	read_values(h, text);
	return text_holds(s, text);
}

static uint64_t find_text(
	const struct session *s, enum side side, uint64_t from, bool forward, void *self)
{
	(void)self;
	struct seeker h = seeker_at(s, side, from);
	struct sbuf text = { 0 };
	uint64_t found = 0;
	while (found == 0 && cancellation_allows(s, CANCELLATION_TELL) &&
		seeker_move(&h, forward)) {
		if (step_matches(s, &h, &text))
			found = moment_step(h.at);
	}
	sbuf_fini(&text);
	seeker_fini(&h);
	return found;
}

static enum session_status search_from_here(struct session *s, bool forward)
{
	struct sbuf shown = { 0 };
	if (s->sought.len == 0)
		return session_say(s, SESSION_REFUSED, "nothing was searched for yet");
	utf8_printable(&shown, s->sought.text, s->sought.len);
	utf8_cut(&shown, 0, 30);
	enum session_status status = seek_go(s, forward, find_text, NULL) ? SESSION_MOVED
									  : SESSION_REFUSED;
	s->found = status == SESSION_MOVED;
	if (s->found)
		session_say(s, status, "here is \"%s\"   ; the next one   , the one before",
			shown.text);
	else
		session_say(s, status, "no %s \"%s\" in this run", forward ? "further" : "earlier",
			shown.text);
	sbuf_fini(&shown);
	return status;
}

enum session_status search_ahead(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	sbuf_truncate(&s->sought, 0);
	sbuf_str(&s->sought, a->rest);
	return search_from_here(s, true);
}

enum session_status search_again(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	return search_from_here(s, true);
}

enum session_status search_back(
	struct session *s, const struct command *c, const struct arguments *a)
{
	(void)c;
	(void)a;
	return search_from_here(s, false);
}
