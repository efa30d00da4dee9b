#include "told.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "session/core/session.h"
#include "session/view/check.h"
#include "session/view/reply.h"
#include "ui/stage/dump.h"

#include <check.h>

#include <string.h>

static struct session *open_text(const char *text)
{
	struct diag d = { 0 };
	struct session *s = session_from_text("test.py", text, strlen(text), NULL, &d);
	ck_assert_msg(s != NULL, "%s", d.message);
	return s;
}

char *told_story(const char *text)
{
	struct session *s = open_text(text);
	struct sbuf b = { 0 };
	while (session_do(s, "next") == SESSION_MOVED) {
		const char *note;
		sbuf_printf(&b, "%llu ", (unsigned long long)session_step(s, SIDE_COROUTINE));
		session_narrate(s, SIDE_COROUTINE, &b, &note);
		sbuf_char(&b, '\n');
	}
	session_free(s);
	return sbuf_take(&b);
}

/* Whether a line of the text is this one, or any holds it as a part. */
static bool has(const char *text, const char *line, bool whole)
{
	size_t n = strlen(line);
	for (const char *at = strstr(text, line); at; at = strstr(at + 1, line)) {
		if (!whole || ((at == text || at[-1] == '\n') && at[n] == '\n'))
			return true;
	}
	return false;
}

void told_line(const char *text, const char *line)
{
	char *story = told_story(text);
	ck_assert_msg(has(story, line, true), "no \"%s\" in\n%s", line, story);
	mem_free(story);
}

void told_never(const char *text, const char *part)
{
	char *story = told_story(text);
	ck_assert_msg(!has(story, part, false), "\"%s\" in\n%s", part, story);
	mem_free(story);
}

char *told_claims(const char *text)
{
	struct session *s = open_text(text);
	struct claims *c = check_claims(s);
	struct sbuf b = { 0 };
	check_tell(s, c, false, &b);
	claims_free(c);
	session_free(s);
	return sbuf_take(&b);
}

void told_no_claim_fails(const char *text)
{
	char *claims = told_claims(text);
	ck_assert_msg(!has(claims, "FAIL", false) && has(claims, "hold", false), "%s", claims);
	mem_free(claims);
}

char *told_reply(const char *text, unsigned step, const char *command)
{
	struct session *s = open_text(text);
	struct sbuf b = { 0 };
	session_goto_step(s, SIDE_COROUTINE, step);
	reply_append(s, session_do(s, command), &b);
	session_free(s);
	return sbuf_take(&b);
}

void told_replies(const char *text, unsigned step, const char *command, const char *part)
{
	char *reply = told_reply(text, step, command);
	ck_assert_msg(has(reply, part, false), "no \"%s\" in\n%s", part, reply);
	mem_free(reply);
}

char *told_row(const char *text, unsigned step, const char *begins)
{
	struct session *s = open_text(text);
	struct sbuf b = { 0 };
	session_goto_step(s, SIDE_COROUTINE, step);
	dump_screen(
		s, &(struct dump_options){ .rows = 24, .cols = 80, .charset = CHARSET_UTF8 }, &b);
	session_free(s);
	for (const char *at = sbuf_cstr(&b); *at != '\0'; at += strcspn(at, "\n") + 1) {
		if (strncmp(at, begins, strlen(begins)) != 0)
			continue;
		char *row = mem_strndup(at, strcspn(at, "\n"));
		sbuf_fini(&b);
		return row;
	}
	ck_abort_msg("no row \"%s\" in\n%s", begins, b.text);
	return NULL;
}
