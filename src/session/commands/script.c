#include "session/commands/script.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "session/view/reply.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* A longer line is none that a person has written. */
enum { LINE_MAX_BYTES = 4000 };

enum { SOURCES_MOST = 8 };

bool script_next(struct script_line *l, FILE *in)
{
	ssize_t n = getline(&l->text, &l->cap, in);
	if (n < 0)
		return false;
	l->len = (size_t)n;
	l->number++;
	if (l->number == 1 && l->len >= 3 && memcmp(l->text, "\xEF\xBB\xBF", 3) == 0)
		memmove(l->text, l->text + 3, (l->len -= 3) + 1);
	while (l->len > 0 && strchr("\r\n", l->text[l->len - 1]) != NULL &&
		l->text[l->len - 1] != '\0')
		l->text[--l->len] = '\0';
	return true;
}

const char *script_fault(const struct script_line *l)
{
	if (memchr(l->text, '\0', l->len) != NULL)
		return "there is a NUL character in this line";
	if (utf8_valid_prefix(l->text, l->len) < l->len)
		return "this line is not UTF-8";
	return l->len > LINE_MAX_BYTES ? "this line is too long to be a command" : NULL;
}

void script_line_fini(struct script_line *l)
{
	free(l->text);
	*l = (struct script_line){ 0 };
}

/* source */

/* "FILE:LINE: " in front of the session's message. */
static enum session_status stop_at(
	struct session *s, const char *path, const struct script_line *l, const char *what)
{
	struct sbuf why = { 0 };
	utf8_printable(&why, path, strlen(path));
	sbuf_printf(&why, ":%lu: %s", l->number, what);
	session_say(s, SESSION_WRONG, "%s", why.text);
	sbuf_fini(&why);
	return SESSION_WRONG;
}

static enum session_status do_file(struct session *s, FILE *f, const char *path, struct sbuf *said)
{
	struct script_line l = { 0 };
	enum session_status status = SESSION_SAID;
	while (status != SESSION_WRONG && status != SESSION_REFUSED && status != SESSION_QUIT &&
		script_next(&l, f)) {
		const char *fault = script_fault(&l);
		bool comment = l.text[strspn(l.text, " \t")] == '#';
		status = fault != NULL ? SESSION_WRONG
			: comment      ? SESSION_SAID
				       : session_do(s, l.text);
		if (status == SESSION_WRONG || status == SESSION_REFUSED)
			status = stop_at(
				s, path, &l, fault != NULL ? fault : sbuf_cstr(&s->message));
		else if (!comment)
			reply_append(s, status, said);
	}
	if (ferror(f) && status != SESSION_WRONG && status != SESSION_QUIT)
		status = session_say(s, SESSION_REFUSED, "%s: %s", path, strerror(errno));
	script_line_fini(&l);
	return status;
}

enum session_status script_source(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct sbuf said = { 0 }, shown = { 0 };
	char *path = mem_strdup(a->rest);
	if (s->sources >= SOURCES_MOST) {
		mem_free(path);
		return session_say(s, SESSION_REFUSED, "%s is nested too deep", c->name);
	}
	FILE *f = fopen(path, "re");
	utf8_printable(&shown, path, strlen(path));
	enum session_status status = session_say(
		s, SESSION_REFUSED, "%s: %s", shown.text, f != NULL ? "" : strerror(errno));
	if (f != NULL) {
		s->sources++;
		status = do_file(s, f, path, &said);
		s->sources--;
		fclose(f);
	}
	if (status != SESSION_WRONG && status != SESSION_REFUSED && status != SESSION_QUIT) {
		sbuf_truncate(&said, said.len - (said.len > 0));
		session_say(s, SESSION_SAID, "%s", sbuf_cstr(&said));
		status = said.len > 0 ? SESSION_PAGE : SESSION_SAID;
	}
	sbuf_fini(&shown);
	sbuf_fini(&said);
	mem_free(path);
	return status;
}
