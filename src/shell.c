#include "shell.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <errno.h>
#include <string.h>

static const char *const folders[] = { "scenarios", COSUB_DATADIR "/scenarios" };
enum { FOLDERS = sizeof folders / sizeof *folders };

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

int shell_end_output(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	shell_complain(
		"cannot write to standard output", errno != 0 ? strerror(errno) : "it is closed");
	return status != STATUS_FINE ? status : STATUS_UNUSABLE;
}

char *shell_find_file(const char *name)
{
	return lessons_find(name, folders, FOLDERS);
}

struct session *shell_open(const char *name, const struct limits *limits)
{
	struct diag d = { 0 };
	char *text, *path = shell_find_file(name);
	struct session *s = session_open(path, limits, &d, &text);
	if (s == NULL)
		shell_refuse(path, &d, text, text != NULL ? strlen(text) : 0);
	mem_free(text);
	mem_free(path);
	return s;
}

void shell_lessons(struct lesson_list *lessons)
{
	lessons_list(folders, FOLDERS, lessons);
}

void shell_no_lessons(void)
{
	fputs("cosub: there are no lessons in ./scenarios or " COSUB_DATADIR "/scenarios\n",
		stderr);
}
