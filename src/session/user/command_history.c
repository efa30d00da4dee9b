#include "session/user/command_history.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "base/utf8.h"
#include "session/user/user_files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char file_name[] = "history";

static bool is_typed(const char *line, size_t n)
{
	if (n == 0 || n > COMMAND_HISTORY_LINE_MOST || utf8_valid_prefix(line, n) < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		if ((unsigned char)line[i] < ' ' || line[i] == 0x7f)
			return false;
	}
	return true;
}

static void push(struct command_history *r, const char *line, size_t n)
{
	if (!is_typed(line, n) ||
		(r->len > 0 && strlen(r->at[r->len - 1]) == n &&
			memcmp(r->at[r->len - 1], line, n) == 0))
		return;
	array_push(r, mem_strndup(line, n));
}

/* Forgets the oldest lines beyond the most that are kept. */
static void bound(struct command_history *r)
{
	size_t over = r->len > COMMAND_HISTORY_MOST ? r->len - COMMAND_HISTORY_MOST : 0;
	for (size_t i = 0; i < over; i++)
		mem_free(r->at[i]);
	if (over > 0)
		memmove(r->at, r->at + over, (r->len - over) * sizeof *r->at);
	r->len -= over;
	r->fresh = r->fresh < r->len ? r->fresh : r->len;
}

static void read_lines(struct command_history *r)
{
	struct sbuf path = { 0 };
	char *line = NULL;
	size_t cap = 0;
	FILE *f = user_files_path(USER_FILES_STATE, file_name, &path) ? fopen(path.text, "re")
								      : NULL;
	for (ssize_t n; f != NULL && (n = getline(&line, &cap, f)) > 0;) {
		push(r, line, (size_t)n - (line[n - 1] == '\n'));
		if (r->len > (size_t)2 * COMMAND_HISTORY_MOST)
			bound(r);
	}
	bound(r);
	free(line);
	if (f != NULL)
		fclose(f);
	sbuf_fini(&path);
}

void command_history_read(struct command_history *r)
{
	read_lines(r);
	r->fresh = 0;
}

void command_history_add(struct command_history *r, const char *line)
{
	size_t before = r->len;
	push(r, line, strlen(line));
	r->fresh += r->len - before;
	bound(r);
}

/* What the file holds by now, and behind it the lines of this session. */
static void put_merged(const struct command_history *r, struct sbuf *out)
{
	struct command_history now = { 0 };
	read_lines(&now);
	for (size_t i = r->len - r->fresh; i < r->len; i++)
		push(&now, r->at[i], strlen(r->at[i]));
	bound(&now);
	for (size_t i = 0; i < now.len; i++)
		sbuf_printf(out, "%s\n", now.at[i]);
	command_history_fini(&now);
}

bool command_history_save(struct command_history *r)
{
	struct sbuf text = { 0 };
	if (r->fresh == 0)
		return true;
	int lock = user_files_lock();
	put_merged(r, &text);
	bool done = user_files_replace(USER_FILES_STATE, file_name, sbuf_cstr(&text), text.len);
	if (lock >= 0)
		close(lock);
	if (done)
		r->fresh = 0;
	sbuf_fini(&text);
	return done;
}

void command_history_fini(struct command_history *r)
{
	for (size_t i = 0; i < r->len; i++)
		mem_free(r->at[i]);
	array_fini(r);
	r->fresh = 0;
}
