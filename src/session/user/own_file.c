#include "session/user/own_file.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "base/utf8.h"
#include "session/user/lessons.h"
#include "session/user/user_files.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A small scenario that has all that one can have. */
static const char template[] =
	"# %% [markdown]\n"
	"# # A lesson of your own\n"
	"# What there is to see, and what to look at on both sides.\n"
	"#\n"
	"# To try: let both sides count to 5.\n"
	"#\n"
	"# teaches: re-entry, preserved-locals\n"
	"# point: coroutine 12 SUSPENDED\n"
	"# compare: output\n"
	"\n"
	"# %% coroutine\n"
	"def count(limit):\n"
	"    n = 1\n"
	"    while n <= limit:\n"
	"        yield n             #> A note on this line.\n"
	"        n += 1\n"
	"\n"
	"for value in count(3):\n"
	"    print(value)\n"
	"\n"
	"# %% subroutine\n"
	"def next_after(n):\n"
	"    return n + 1\n"
	"\n"
	"value = 0\n"
	"while value < 3:\n"
	"    value = next_after(value)\n"
	"    print(value)\n";

/* Names. */

static bool is_folder(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool ends_in(const char *text, const char *end)
{
	size_t n = strlen(text), k = strlen(end);
	return n > k && strcmp(text + n - k, end) == 0;
}

char *own_file_path(const char *name, const char *from)
{
	struct sbuf path = { 0 };
	sbuf_str(&path, name);
	if (is_folder(name)) {
		char *own = lessons_name_of(from != NULL ? from : "lesson");
		sbuf_printf(&path, "%s%s", ends_in(name, "/") ? "" : "/", own);
		mem_free(own);
	}
	if (!ends_in(sbuf_cstr(&path), ".py"))
		sbuf_str(&path, ".py");
	return sbuf_take(&path);
}

enum { NAMES_TRIED = 1000 };

char *own_file_free_name(const char *from)
{
	char *name = lessons_name_of(from);
	struct sbuf path = { 0 };
	sbuf_printf(&path, "%s.py", name);
	for (int i = 2; i < NAMES_TRIED && access(path.text, F_OK) == 0; i++) {
		sbuf_truncate(&path, 0);
		sbuf_printf(&path, "%s-%d.py", name, i);
	}
	mem_free(name);
	return sbuf_take(&path);
}

/* Writing. */

static bool say_failure(const char *path, int error, struct sbuf *why)
{
	utf8_printable(why, path, strlen(path));
	sbuf_printf(why, ": %s",
		error == EEXIST ? "it is there already and stays as it is; give another name"
				: strerror(error));
	return false;
}

/* Writes a file that is not there yet; signals wait until it is whole, or gone again. */
static bool create(const char *path, const char *text, size_t n, struct sbuf *why)
{
	sigset_t all, before;
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	bool done = fd >= 0 && user_files_write(fd, text, n);
	int error = errno;
	if (fd >= 0 && close(fd) != 0 && done) {
		error = errno;
		done = false;
	}
	if (fd >= 0 && !done)
		unlink(path);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return done || say_failure(path, error, why);
}

bool own_file_new(const char *path, struct sbuf *why)
{
	return create(path, template, sizeof template - 1, why);
}

enum { COPY_MOST = 64 << 20, COPY_CHUNK = 65536 };

/* Appends a file's bytes; false with errno. */
static bool read_all(const char *path, struct sbuf *out)
{
	char chunk[COPY_CHUNK];
	ssize_t n = 0;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	while (fd >= 0 && out->len < COPY_MOST) {
		n = read(fd, chunk, sizeof chunk);
		if (n == 0 || (n < 0 && errno != EINTR))
			break;
		sbuf_bytes(out, chunk, n > 0 ? (size_t)n : 0);
	}
	int error = errno;
	if (fd >= 0)
		close(fd);
	errno = out->len < COPY_MOST ? error : EFBIG;
	return fd >= 0 && n == 0 && out->len < COPY_MOST;
}

bool own_file_copy(const char *from, const char *path, struct sbuf *why)
{
	struct sbuf text = { 0 };
	bool done = read_all(from, &text) ? create(path, sbuf_cstr(&text), text.len, why)
					  : say_failure(from, errno, why);
	sbuf_fini(&text);
	return done;
}
