#include "lang/text/source.h"

#include "base/array.h"
#include "base/mem.h"
#include "base/utf8.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct span whole_file = { 0 };

/* Drops a byte order mark and makes every line end a \n, in place. */
static void normalise(struct source *s)
{
	const char *from = s->text, *end = s->text + s->len;
	char *to = s->text;

	if (s->len >= 3 && memcmp(from, "\xEF\xBB\xBF", 3) == 0)
		from += 3;
	else if (!memchr(from, '\r', s->len))
		return;
	while (from < end) {
		char c = *from++;
		if (c == '\r') {
			c = '\n';
			if (from < end && *from == '\n')
				from++;
		}
		*to++ = c;
	}
	*to = '\0';
	s->len = (size_t)(to - s->text);
}

static void index_lines(struct source *s)
{
	assert(!s->line_start && "lines are found once");
	struct {
		ARRAY(uint32_t);
	} starts = { 0 };

	for (size_t at = 0; at < s->len;) {
		array_push(&starts, (uint32_t)at);
		const char *end = memchr(s->text + at, '\n', s->len - at);
		at = end ? (size_t)(end - s->text) + 1 : s->len;
	}
	s->line_start = starts.at;
	s->nlines = (uint32_t)starts.len;
}

/* The one-byte span of the offset at. */
static struct span span_at(const struct source *s, size_t at)
{
	assert(at < s->len && "a byte of the text");
	uint32_t line = s->nlines;

	while (line > 1 && s->line_start[line - 1] > at)
		line--;
	uint32_t col = (uint32_t)at - s->line_start[line - 1];
	return (struct span){ line, col, line, col + 1 };
}

static bool check_text(const struct source *s, struct diag *d)
{
	const char *nul = memchr(s->text, '\0', s->len);
	if (nul) {
		diag_set(d, whole_file, "binary file: it holds a NUL byte");
		return false;
	}
	size_t good = utf8_valid_prefix(s->text, s->len);
	if (good < s->len) {
		diag_set(d, span_at(s, good), "byte 0x%02x is not UTF-8",
			(unsigned char)s->text[good]);
		diag_hint(d, "save the file in the encoding UTF-8");
		return false;
	}
	return true;
}

/* Takes s->text and s->len, as read, to a finished source. */
static bool finish_source(struct source *s, struct diag *d)
{
	assert(s->text && "the text was read");
	normalise(s);
	index_lines(s);
	return check_text(s, d);
}

static bool refuse_size(struct diag *d)
{
	diag_set(d, whole_file, "the file is larger than %d MiB", SOURCE_MAX_BYTES >> 20);
	return false;
}

bool source_from_text(
	struct source *s, const char *path, const char *text, size_t len, struct diag *d)
{
	*s = (struct source){ .path = mem_strdup(path) };
	if (len > SOURCE_MAX_BYTES)
		return refuse_size(d);
	s->text = mem_strndup(text, len);
	s->len = len;
	return finish_source(s, d);
}

/* Reads what fd holds, which need not be what stat(2) said a moment ago. */
static bool read_all(int fd, struct source *s, struct diag *d)
{
	s->text = mem_alloc(SOURCE_MAX_BYTES + 2);
	for (;;) {
		ssize_t n = read(fd, s->text + s->len, SOURCE_MAX_BYTES + 1 - s->len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			diag_set(d, whole_file, "cannot be read: %s", strerror(errno));
			return false;
		}
		s->len += (size_t)n;
		if (s->len > SOURCE_MAX_BYTES)
			return refuse_size(d);
		if (n == 0)
			break;
	}
	s->text = mem_realloc(s->text, s->len + 1);
	return true;
}

static bool read_file(int fd, struct source *s, struct diag *d)
{
	struct stat st;

	if (fstat(fd, &st) != 0) {
		diag_set(d, whole_file, "cannot be read: %s", strerror(errno));
		return false;
	}
	if (S_ISDIR(st.st_mode)) {
		diag_set(d, whole_file, "is a directory");
		return false;
	}
	if (!S_ISREG(st.st_mode)) {
		diag_set(d, whole_file, "is not a regular file");
		return false;
	}
	return read_all(fd, s, d);
}

bool source_read(struct source *s, const char *path, struct diag *d)
{
	*s = (struct source){ .path = mem_strdup(path) };
	/* O_NONBLOCK: a FIFO without a writer must be refused, not waited for. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (fd < 0) {
		diag_set(d, whole_file, "cannot be opened: %s", strerror(errno));
		return false;
	}
	bool ok = read_file(fd, s, d);
	close(fd);
	if (!ok) {
		mem_free(s->text);
		s->text = NULL;
		s->len = 0;
	}
	return ok && finish_source(s, d);
}

const char *source_line(const struct source *s, uint32_t n, size_t *len)
{
	if (n < 1 || n > s->nlines)
		return NULL;
	size_t from = s->line_start[n - 1];
	size_t to = n < s->nlines ? s->line_start[n] : s->len;
	assert(from <= to && to <= s->len && "a line lies in the text");
	if (to > from && s->text[to - 1] == '\n')
		to--;
	*len = to - from;
	return s->text + from;
}

char *source_kept(const struct source *s, const bool *keep)
{
	char *text = mem_alloc(s->len + 1), *to = text;
	assert((size_t)(to - text) <= s->len && "what is kept is no longer than the text");

	for (uint32_t i = 1; i <= s->nlines; i++) {
		size_t len = 0;
		const char *line = source_line(s, i, &len);
		if (!keep || keep[i - 1]) {
			memcpy(to, line, len);
			to += len;
		}
		if (line + len < s->text + s->len)
			*to++ = '\n';
	}
	*to = '\0';
	return text;
}

void source_fini(struct source *s)
{
	mem_free(s->path);
	mem_free(s->text);
	mem_free(s->line_start);
	*s = (struct source){ 0 };
}
