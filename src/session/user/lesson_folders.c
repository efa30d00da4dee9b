#include "session/user/lesson_folders.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "session/user/lessons.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether both paths are the same folder, or are written alike if there is none. */
static bool is_same_folder(const char *a, const char *b)
{
	struct stat of_a, of_b;
	if (stat(a, &of_a) != 0 || stat(b, &of_b) != 0)
		return strcmp(a, b) == 0;
	return of_a.st_dev == of_b.st_dev && of_a.st_ino == of_b.st_ino;
}

/* Takes path. */
static void add(struct lesson_folders *f, char *path, bool installed)
{
	for (size_t i = 0; i < f->len; i++) {
		if (!is_same_folder(f->at[i].path, path))
			continue;
		f->at[i].installed = f->at[i].installed || installed;
		mem_free(path);
		return;
	}
	array_push(f, ((struct lesson_folder){ path, installed }));
}

/* The first n bytes of a folder's path and what is below it. */
static char *below(const char *folder, size_t n, const char *rest)
{
	struct sbuf path = { 0 };
	sbuf_bytes(&path, folder, n);
	sbuf_str(&path, rest);
	return sbuf_take(&path);
}

void lesson_folders_init(struct lesson_folders *out, const char *program, const char *installed)
{
	const char *slash = program != NULL ? strrchr(program, '/') : NULL;
	add(out, mem_strdup("scenarios"), false);
	if (slash != NULL) {
		size_t own = (size_t)(slash - program), above = own;
		while (above > 0 && program[above - 1] != '/')
			above--;
		above -= above > 0;
		add(out, below(program, own, "/scenarios"), false);
		add(out, below(program, above, "/scenarios"), false);
		add(out, below(program, above, "/share/cosub/scenarios"), true);
	}
	add(out, mem_strdup(installed), true);
}

void lesson_folders_fini(struct lesson_folders *f)
{
	for (size_t i = 0; i < f->len; i++)
		mem_free(f->at[i].path);
	array_fini(f);
}

bool lesson_folders_installed(const struct lesson_folders *f, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash != NULL ? mem_strndup(path, (size_t)(slash - path)) : mem_strdup(".");
	bool installed = false;
	for (size_t i = 0; i < f->len && !installed; i++)
		installed = f->at[i].installed && is_same_folder(f->at[i].path, folder);
	mem_free(folder);
	return installed;
}

void lesson_folders_say(const struct lesson_folders *f, struct sbuf *out)
{
	for (size_t i = 0; i < f->len; i++) {
		const char *path = f->at[i].path;
		sbuf_str(out, i == 0 ? "" : i + 1 < f->len ? ", " : " or ");
		sbuf_str(out, *path != '/' ? "./" : "");
		utf8_printable(out, path, strlen(path));
	}
}

/* Numbers. */

/* The number of the n digits at text; -1 if there are none, or too many. */
static int number_of(const char *text, size_t n)
{
	int number = 0;
	for (size_t i = 0; i < n; i++)
		number = number * 10 + (text[i] - '0');
	return n > 0 ? number : -1;
}

enum { DIGITS_MOST = 6 };

int lesson_number(const char *name)
{
	size_t n = strspn(name, "0123456789");
	return n <= DIGITS_MOST ? number_of(name, n) : -1;
}

int lesson_number_read(const char *text)
{
	return text[strspn(text, "0123456789")] == '\0' ? lesson_number(text) : -1;
}

/* Finding. */

static bool is_called(const char *lesson, const char *name)
{
	return strcmp(lesson, name) == 0;
}

static bool has_number(const char *lesson, const char *name)
{
	int number = lesson_number_read(name);
	return number >= 0 && lesson_number(lesson) == number;
}

static bool begins_so(const char *lesson, const char *name)
{
	return *name != '\0' && strncmp(lesson, name, strlen(name)) == 0;
}

/* How a name can mean a lesson; an earlier way wins. */
static bool (*const ways[])(const char *lesson, const char *name) = {
	is_called,
	has_number,
	begins_so,
};

enum { TOLD = 8 }; /* so many of the lessons that a name could mean are named */

/* The lesson that a name means in one of the ways, in one folder: its path if it is the
 * only one.  Of several the names are appended to others, which is empty. */
static char *find_in_folder(const struct lesson_folder *folder, const char *name,
	bool (*means)(const char *lesson, const char *name), struct sbuf *others)
{
	struct lesson_names names = { 0 };
	const char *found = NULL;
	size_t n = 0;
	lessons_names(folder->path, &names);
	for (size_t i = 0; i < names.len; i++) {
		if (!means(names.at[i], name))
			continue;
		found = names.at[i];
		if (n++ < TOLD) {
			sbuf_str(others, n > 1 ? ", " : "");
			utf8_printable(others, found, strlen(found));
		}
	}
	sbuf_str(others, n > TOLD ? ", and more" : "");
	char *path = n == 1 ? lessons_path(folder->path, found) : NULL;
	if (n == 1)
		sbuf_truncate(others, 0);
	lessons_names_fini(&names);
	return path;
}

static char *find_lesson(const struct lesson_folders *f, const char *name, struct sbuf *others)
{
	for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
		for (size_t i = 0; i < f->len; i++) {
			char *path = find_in_folder(&f->at[i], name, ways[way], others);
			if (path != NULL || others->len > 0)
				return path;
		}
	}
	return NULL;
}

/* The file of that name itself, or with ".py" behind it; NULL if there is none. */
static char *find_file(const char *name)
{
	struct sbuf path = { 0 };
	sbuf_str(&path, name);
	if (access(name, F_OK) != 0)
		sbuf_str(&path, ".py");
	if (access(sbuf_cstr(&path), F_OK) == 0)
		return sbuf_take(&path);
	sbuf_fini(&path);
	return NULL;
}

char *lesson_folders_find(const struct lesson_folders *f, const char *name, struct sbuf *why)
{
	struct sbuf others = { 0 };
	char *path = find_file(name);
	if (path == NULL && strchr(name, '/') != NULL)
		path = mem_strdup(name);
	if (path == NULL)
		path = find_lesson(f, name, &others);
	if (path == NULL && others.len > 0) {
		sbuf_printf(why, "several lessons begin so: %s", others.text);
	} else if (path == NULL) {
		sbuf_str(why, "no such file here, and no such lesson in ");
		lesson_folders_say(f, why);
	}
	sbuf_fini(&others);
	return path;
}
