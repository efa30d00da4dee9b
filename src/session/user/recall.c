#include "session/user/recall.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "base/utf8.h"
#include "session/user/keep.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char file_name[] = "history";

static bool is_typed(const char *line, size_t n)
{
	if (n == 0 || n > RECALL_LINE_MOST || utf8_valid_prefix(line, n) < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		if ((unsigned char)line[i] < ' ' || line[i] == 0x7f)
			return false;
	}
	return true;
}

static void push(struct recall *r, const char *line, size_t n)
{
	if (!is_typed(line, n) || (r->len > 0 && strlen(r->at[r->len - 1]) == n && memcmp(r->at[r->len - 1], line, n) == 0))
		return;
	array_push(r, mem_strndup(line, n));
}

/* Forgets the oldest lines beyond the most that are kept. */
static void bound(struct recall *r)
{
	size_t over = r->len > RECALL_MOST ? r->len - RECALL_MOST : 0;
	for (size_t i = 0; i < over; i++)
		mem_free(r->at[i]);
	if (over > 0)
		memmove(r->at, r->at + over, (r->len - over) * sizeof *r->at);
	r->len -= over;
	r->fresh = r->fresh < r->len ? r->fresh : r->len;
}

static void read_lines(struct recall *r)
{
	struct sbuf path = {0};
	char *line = NULL;
	size_t cap = 0;
	FILE *f = keep_path(KEEP_STATE, file_name, &path) ? fopen(path.text, "re") : NULL;
	for (ssize_t n; f != NULL && (n = getline(&line, &cap, f)) > 0; ) {
		push(r, line, (size_t)n - (line[n - 1] == '\n'));
		if (r->len > (size_t)2 * RECALL_MOST)
			bound(r);
	}
	bound(r);
	free(line);
	if (f != NULL)
		fclose(f);
	sbuf_fini(&path);
}

void recall_read(struct recall *r)
{
	read_lines(r);
	r->fresh = 0;
}

void recall_add(struct recall *r, const char *line)
{
	size_t before = r->len;
	push(r, line, strlen(line));
	r->fresh += r->len - before;
	bound(r);
}

/* What the file holds by now, and behind it the lines of this session. */
static void put_merged(const struct recall *r, struct sbuf *out)
{
	struct recall now = {0};
	read_lines(&now);
	for (size_t i = r->len - r->fresh; i < r->len; i++)
		push(&now, r->at[i], strlen(r->at[i]));
	bound(&now);
	for (size_t i = 0; i < now.len; i++)
		sbuf_printf(out, "%s\n", now.at[i]);
	recall_fini(&now);
}

bool recall_save(struct recall *r)
{
	struct sbuf text = {0};
	if (r->fresh == 0)
		return true;
	int lock = keep_lock();
	put_merged(r, &text);
	bool done = keep_replace(KEEP_STATE, file_name, sbuf_cstr(&text), text.len);
	if (lock >= 0)
		close(lock);
	if (done)
		r->fresh = 0;
	sbuf_fini(&text);
	return done;
}

void recall_fini(struct recall *r)
{
	for (size_t i = 0; i < r->len; i++)
		mem_free(r->at[i]);
	array_fini(r);
	r->fresh = 0;
}
