#include "session/commands/dump_command.h"

#include "base/utf8.h"
#include "session/view/reply.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Whether path is the scenario itself, by whatever name. */
static bool is_scenario(const struct session *s, const char *path)
{
	struct stat a, b;
	return stat(path, &a) == 0 && stat(s->scenario.source.path, &b) == 0 &&
		a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

static void put_sentences(struct session *s, struct sbuf *out)
{
	for (int side = 0; side < SIDE_COUNT; side++) {
		if (session_has(s, (enum side)side))
			reply_side(s, (enum side)side, out);
	}
}

static bool write_file(const char *path, const struct sbuf *text)
{
	FILE *f = fopen(path, "we");
	if (f == NULL)
		return false;
	bool written = fwrite(text->text, 1, text->len, f) == text->len && fflush(f) == 0;
	int error = errno;
	if (fclose(f) != 0 && written)
		return false;
	errno = error;
	return written;
}

enum session_status dump_command(
	struct session *s, const struct command *c, const struct arguments *a)
{
	struct sbuf text = { 0 }, shown = { 0 };
	enum session_status status;
	(void)c;
	utf8_printable(&shown, a->rest, strlen(a->rest));
	if (s->picture != NULL)
		s->picture(s->extra_self, &text);
	else
		put_sentences(s, &text);
	if (is_scenario(s, a->rest))
		status = session_say(s, SESSION_REFUSED,
			"%s is the scenario itself; give another name", shown.text);
	else if (write_file(a->rest, &text))
		status = session_say(s, SESSION_SAID, "written to %s", shown.text);
	else
		status = session_say(s, SESSION_REFUSED, "%s: %s", shown.text, strerror(errno));
	sbuf_fini(&text);
	sbuf_fini(&shown);
	return status;
}
