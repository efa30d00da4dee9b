#include "session/view/reply.h"

#include "base/utf8.h"
#include "session/view/view.h"
#include "session/words/printed.h"

#include <string.h>

/* So much is told of a value, and of so many frames at once. */
enum { VALUE_COLUMNS = 60, FRAMES_AT_ONCE = 64, FRAMES_MOST = 4096 };

void reply_lines(const char *text, size_t n, struct sbuf *out)
{
	for (size_t at = 0; at < n;) {
		const char *end = memchr(text + at, '\n', n - at);
		size_t len = end != NULL ? (size_t)(end - text) - at : n - at;
		utf8_printable(out, text + at, len);
		sbuf_char(out, '\n');
		at += len + 1;
	}
}

static void put_behind(struct sbuf *out, const char *before, const char *text, size_t len)
{
	sbuf_str(out, before);
	utf8_printable(out, text, len);
	sbuf_char(out, '\n');
}

static void put_prints(const struct session *s, enum side side, struct sbuf *out)
{
	const struct trace *t = s->side[side].trace;
	uint64_t k = session_step(s, side);
	for (size_t i = k > 0 ? printed_before(t, k) : 0; k > 0 && printed_at(t, i, k); i++) {
		size_t len;
		const char *line = printed_line(t, i, &len);
		put_behind(out, "  printed: ", line, len);
	}
}

static void put_change(const struct view_frame *f, const struct view_var *v, struct sbuf *out)
{
	struct sbuf line = { 0 };
	sbuf_printf(&line, "%s of %s ", v->name, f->name);
	if (*v->old == '\0')
		sbuf_printf(&line, "is now %s", v->value);
	else if (strcmp(v->old, v->value) == 0)
		sbuf_printf(&line, "changed inside: %s", v->value);
	else
		sbuf_printf(&line, "went from %s to %s", v->old, v->value);
	put_behind(out, "  ", line.text, line.len);
	sbuf_fini(&line);
}

static void put_changes(const struct view_frame *f, uint32_t n, struct sbuf *out)
{
	for (uint32_t i = 0; i < n; i++) {
		for (uint32_t k = 0; f[i].state != VIEW_NOTHING && k < f[i].nvars; k++) {
			if (f[i].vars[k].old != NULL)
				put_change(&f[i], &f[i].vars[k], out);
		}
	}
}

static void put_all_changes(const struct session *s, enum side side, struct sbuf *out)
{
	uint32_t slots = view_slots(s, side);
	for (uint32_t first = 0; first < slots && first < FRAMES_MOST; first += FRAMES_AT_ONCE) {
		struct arena a = { 0 };
		uint32_t n = FRAMES_AT_ONCE;
		const struct view_frame *f = view_frames(s, side, first, &n, VALUE_COLUMNS, &a);
		put_changes(f, n, out);
		arena_fini(&a);
	}
}

void reply_in_words(struct sbuf *text)
{
	static const char sign[] = "◆";
	struct sbuf words = { 0 };
	const char *rest = sbuf_cstr(text);
	for (const char *at; (at = strstr(rest, sign)) != NULL; rest = at + strlen(sign)) {
		sbuf_bytes(&words, rest, (size_t)(at - rest));
		sbuf_str(&words, "re-entry point ");
	}
	sbuf_str(&words, rest);
	sbuf_fini(text);
	*text = words;
}

/* Full words. */

static void put_source_line(
	const struct session *s, enum side side, uint32_t line, struct sbuf *out)
{
	size_t len;
	const char *text = source_line(view_source(s, side), line, &len);
	for (; len > 0 && (*text == ' ' || *text == '\t'); len--)
		text++;
	sbuf_printf(out, "  line %u", line);
	put_behind(out, ": ", text, len);
}

/* "  counter#1 is SUSPENDED at re-entry point 1, line 21" */
static void put_frame_state(const struct view_frame *f, struct sbuf *out)
{
	struct sbuf line = { 0 };
	sbuf_printf(&line, "%s is %s", f->name, view_state_word(f->state));
	if (f->state == VIEW_SUSPENDED && f->point > 0)
		sbuf_printf(&line, " at re-entry point %u", f->point);
	if (f->state != VIEW_CREATED && f->line > 0)
		sbuf_printf(&line, ", line %u", f->line);
	if (f->waits_for != NULL)
		sbuf_printf(&line, ", for %s", f->waits_for);
	else if (f->in_loop)
		sbuf_str(&line, ", for the event loop");
	put_behind(out, "  ", line.text, line.len);
	sbuf_fini(&line);
}

enum { FRAMES_TOLD = 20 };

/* The line that is to run next, and the frames that are there. */
static void put_standing(const struct session *s, enum side side, struct sbuf *out)
{
	uint32_t slots = view_slots(s, side), told = 0;
	struct sbuf frames = { 0 };
	for (uint32_t first = 0; first < slots && first < FRAMES_MOST; first += FRAMES_AT_ONCE) {
		struct arena a = { 0 };
		uint32_t n = FRAMES_AT_ONCE;
		const struct view_frame *f = view_frames(s, side, first, &n, VALUE_COLUMNS, &a);
		for (uint32_t i = 0; i < n && told < FRAMES_TOLD; i++) {
			if (f[i].state == VIEW_NOTHING || f[i].state == VIEW_GONE)
				continue;
			if (f[i].state == VIEW_RUNNING && f[i].line > 0)
				put_source_line(s, side, f[i].line, out);
			put_frame_state(&f[i], &frames);
			told++;
		}
		arena_fini(&a);
	}
	sbuf_bytes(out, sbuf_cstr(&frames), frames.len);
	sbuf_fini(&frames);
}

void reply_side(struct session *s, enum side side, struct sbuf *out)
{
	const char *note;
	struct sbuf sentence = { 0 };
	int64_t verbosity = s->settings->value[SETTING_VERBOSITY];
	session_narrate(s, side, &sentence, &note);
	reply_in_words(&sentence);
	sbuf_str(out, side_name(side));
	if (verbosity != VERBOSITY_SHORT)
		sbuf_printf(out, ", step %llu of %llu", (unsigned long long)session_step(s, side),
			(unsigned long long)session_steps(s, side));
	put_behind(out, ": ", sbuf_cstr(&sentence), sentence.len);
	if (note != NULL && verbosity != VERBOSITY_SHORT)
		put_behind(out, "  note: ", note, strlen(note));
	if (!s->side[side].waits) {
		put_prints(s, side, out);
		if (verbosity != VERBOSITY_SHORT)
			put_all_changes(s, side, out);
		if (verbosity == VERBOSITY_FULL)
			put_standing(s, side, out);
	}
	sbuf_fini(&sentence);
}

/* Whether a side is told of after a movement: if it moved, or if it is the only one that
 * is told. */
static bool is_told(const struct session *s, enum side side)
{
	if (!session_has(s, side))
		return false;
	if (s->settings->value[SETTING_SIDES] == SIDES_ONE)
		return side == s->in_view;
	return s->side[side].moved;
}

void reply_append(struct session *s, enum session_status status, struct sbuf *out)
{
	reply_lines(sbuf_cstr(&s->message), s->message.len, out);
	for (int side = 0; status == SESSION_MOVED && side < SIDE_COUNT; side++) {
		if (is_told(s, (enum side)side))
			reply_side(s, (enum side)side, out);
	}
}

void reply_lesson(const struct session *s, struct sbuf *out)
{
	const char *at = s->scenario.lesson;
	if (*at == '\0')
		put_behind(out, "", s->scenario.title, strlen(s->scenario.title));
	while (*at != '\0') {
		size_t len = strcspn(at, "\n"), mark = strspn(at, "#");
		mark += mark > 0 && at[mark] == ' ';
		put_behind(out, "", at + mark, len - mark);
		at += len + (at[len] == '\n');
	}
}

/* Signs that have a spelling. */
static const struct {
	uint32_t sign;
	const char *ascii;
} spellings[] = {
	{ 0x2026, "..." },
	{ 0x2192, "->" },
	{ 0x2013, "-" },
	{ 0x2014, "--" },
	{ 0x2018, "'" },
	{ 0x2019, "'" },
	{ 0x201c, "\"" },
	{ 0x201d, "\"" },
	{ 0x25c6, "*" },
	{ 0x25ba, ">" },
	{ 0x25c4, "<" },
	{ 0x25cf, "@" },
};

static const char *spelling_of(uint32_t code)
{
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
		if (spellings[i].sign == code)
			return spellings[i].ascii;
	}
	return "?";
}

void reply_to_ascii(struct sbuf *text)
{
	struct sbuf ascii = { 0 };
	for (size_t at = 0; at < text->len;) {
		uint32_t code;
		size_t n = utf8_decode(text->text + at, text->len - at, &code);
		if (n == 1)
			sbuf_char(&ascii, text->text[at]);
		else
			sbuf_str(&ascii, spelling_of(n > 0 ? code : '?'));
		at += n > 0 ? n : 1;
	}
	sbuf_fini(text);
	*text = ascii;
}
