#include "session/user/lessons.h"

#include "base/sbuf.h"
#include "lang/text/scenario.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct name_list {
	ARRAY(char *);
};

static bool ends_in_py(const char *name)
{
	size_t n = strlen(name);
	return n > 3 && name[0] != '.' && strcmp(name + n - 3, ".py") == 0;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a folder without ".py", sorted; none if it cannot be read. */
static void read_folder(const char *folder, struct name_list *out)
{
	DIR *dir = opendir(folder);
	if (dir == NULL)
		return;
	for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
		if (ends_in_py(entry->d_name))
			array_push(out, mem_strndup(entry->d_name, strlen(entry->d_name) - 3));
	}
	closedir(dir);
	if (out->len > 1)
		qsort(out->at, out->len, sizeof *out->at, compare_names);
}

static void free_names(struct name_list *names)
{
	for (size_t i = 0; i < names->len; i++)
		mem_free(names->at[i]);
	array_fini(names);
}

static char *path_of(const char *folder, const char *name)
{
	struct sbuf path = { 0 };
	sbuf_printf(&path, "%s/%s.py", folder, name);
	return sbuf_take(&path);
}

static char *join_words(char *const *words, uint32_t n)
{
	struct sbuf b = { 0 };
	for (uint32_t i = 0; i < n; i++)
		sbuf_printf(&b, "%s%s", i > 0 ? ", " : "", words[i]);
	sbuf_cstr(&b);
	return b.text != NULL ? sbuf_take(&b) : mem_strdup("");
}

static struct lesson read_lesson(const char *folder, const char *name)
{
	struct lesson l = { .name = mem_strdup(name), .path = path_of(folder, name) };
	struct scenario sc = { 0 };
	struct diag d = { 0 };
	bool read = scenario_read(&sc, l.path, &d);
	l.title = mem_strdup(read ? sc.title : d.message);
	l.teaches = read ? join_words(sc.teaches, sc.nteaches) : mem_strdup("");
	diag_fini(&d);
	scenario_fini(&sc);
	return l;
}

static bool is_listed(const struct lesson_list *list, const char *name)
{
	for (size_t i = 0; i < list->len; i++) {
		if (strcmp(list->at[i].name, name) == 0)
			return true;
	}
	return false;
}

static int compare_lessons(const void *a, const void *b)
{
	return strcmp(((const struct lesson *)a)->name, ((const struct lesson *)b)->name);
}

void lessons_list(const char *const *folders, size_t n, struct lesson_list *out)
{
	for (size_t i = 0; i < n; i++) {
		struct name_list names = { 0 };
		read_folder(folders[i], &names);
		for (size_t k = 0; k < names.len; k++) {
			if (!is_listed(out, names.at[k]))
				array_push(out, read_lesson(folders[i], names.at[k]));
		}
		free_names(&names);
	}
	if (out->len > 1)
		qsort(out->at, out->len, sizeof *out->at, compare_lessons);
}

void lessons_fini(struct lesson_list *list)
{
	for (size_t i = 0; i < list->len; i++) {
		mem_free(list->at[i].name);
		mem_free(list->at[i].path);
		mem_free(list->at[i].title);
		mem_free(list->at[i].teaches);
	}
	array_fini(list);
}

/* The one name of a folder that is, or begins with, name; else NULL. */
static char *find_in_folder(const char *folder, const char *name)
{
	struct name_list names = { 0 };
	const char *found = NULL;
	size_t matches = 0;
	read_folder(folder, &names);
	for (size_t i = 0; i < names.len; i++) {
		if (strncmp(names.at[i], name, strlen(name)) != 0)
			continue;
		bool whole = strcmp(names.at[i], name) == 0;
		matches = whole ? 1 : matches + 1;
		found = names.at[i];
		if (whole)
			break;
	}
	char *path = matches == 1 ? path_of(folder, found) : NULL;
	free_names(&names);
	return path;
}

char *lessons_find(const char *name, const char *const *folders, size_t n)
{
	if (access(name, F_OK) == 0)
		return mem_strdup(name);
	struct sbuf with_py = { 0 };
	sbuf_printf(&with_py, "%s.py", name);
	bool there = access(with_py.text, F_OK) == 0;
	if (there)
		return sbuf_take(&with_py);
	sbuf_fini(&with_py);
	for (size_t i = 0; i < n && name[0] != '\0' && strchr(name, '/') == NULL; i++) {
		char *path = find_in_folder(folders[i], name);
		if (path != NULL)
			return path;
	}
	return mem_strdup(name);
}
