#include "shell.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

/* Where the lessons are; the kernel knows where the program is. */
static void find_folders(struct lesson_folders *out)
{
	char program[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", program, sizeof program - 1);
	program[n > 0 ? n : 0] = '\0';
	lesson_folders_init(out, n > 0 ? program : NULL, COSUB_DATADIR "/scenarios");
}

static bool is_installed(const char *path)
{
	struct lesson_folders folders = { 0 };
	find_folders(&folders);
	bool installed = lesson_folders_installed(&folders, path);
	lesson_folders_fini(&folders);
	return installed;
}

void shell_print(FILE *f, struct sbuf *b)
{
	fwrite(sbuf_cstr(b), 1, b->len, f);
	sbuf_fini(b);
}

void shell_complain(const char *name, const char *what)
{
	struct sbuf b = { 0 };
	sbuf_str(&b, "cosub: ");
	utf8_printable(&b, name, strlen(name));
	sbuf_printf(&b, ": %s\n", what);
	shell_print(stderr, &b);
}

int shell_refuse(const char *path, struct diag *d, const char *text, size_t len)
{
	struct sbuf b = { 0 };
	diag_render(d, path, text, len, &b);
	shell_print(stderr, &b);
	diag_fini(d);
	return STATUS_UNUSABLE;
}

bool shell_write(void *self, const char *text, size_t n)
{
	return fwrite(text, 1, n, self) == n;
}

/* Whether whoever read our output has enough of it, as head has. */
static bool has_reader_left(void)
{
	struct pollfd output = { .fd = STDOUT_FILENO };
	return poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

int shell_end_output(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	if (has_reader_left())
		return status;
	shell_complain(
		"cannot write to standard output", errno != 0 ? strerror(errno) : "it is closed");
	return status != STATUS_FINE ? status : STATUS_UNUSABLE;
}

char *shell_find_file(const char *name)
{
	struct lesson_folders folders = { 0 };
	struct sbuf why = { 0 };
	find_folders(&folders);
	char *path = lesson_folders_find(&folders, name, &why);
	if (path == NULL)
		shell_complain(name, sbuf_cstr(&why));
	sbuf_fini(&why);
	lesson_folders_fini(&folders);
	return path;
}

struct session *shell_open(const char *name, const struct limits *limits)
{
	struct diag d = { 0 };
	char *text, *path = shell_find_file(name);
	if (path == NULL)
		return NULL;
	struct session *s = session_open(path, limits, &d, &text);
	if (s == NULL)
		shell_refuse(path, &d, text, text != NULL ? strlen(text) : 0);
	else
		s->installed = is_installed(path);
	mem_free(text);
	mem_free(path);
	return s;
}

bool shell_is_lesson(const char *name)
{
	struct lesson_folders folders = { 0 };
	bool found = false;
	find_folders(&folders);
	for (size_t i = 0; i < folders.len && !found; i++) {
		char *path = lessons_path(folders.at[i].path, name);
		found = access(path, F_OK) == 0;
		mem_free(path);
	}
	lesson_folders_fini(&folders);
	return found;
}

void shell_lessons(struct lesson_list *lessons)
{
	struct lesson_folders folders = { 0 };
	find_folders(&folders);
	lessons_list(&folders, lessons);
	lesson_folders_fini(&folders);
}

void shell_no_lessons(void)
{
	struct lesson_folders folders = { 0 };
	struct sbuf b = { 0 };
	find_folders(&folders);
	sbuf_str(&b, "cosub: there are no lessons in ");
	lesson_folders_say(&folders, &b);
	sbuf_char(&b, '\n');
	shell_print(stderr, &b);
	lesson_folders_fini(&folders);
}
