#include "session/user/lessons.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/text/scenario.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool ends_in_py(const char *name)
{
	size_t n = strlen(name);
	return n > 3 && name[0] != '.' && strcmp(name + n - 3, ".py") == 0;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void lessons_names(const char *folder, struct lesson_names *out)
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

void lessons_names_fini(struct lesson_names *names)
{
	for (size_t i = 0; i < names->len; i++)
		mem_free(names->at[i]);
	array_fini(names);
}

char *lessons_path(const char *folder, const char *name)
{
	struct sbuf path = { 0 };
	sbuf_printf(&path, "%s/%s.py", folder, name);
	return sbuf_take(&path);
}

char *lessons_name_of(const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
	return mem_strndup(name, strlen(name) - (ends_in_py(name) ? 3 : 0));
}

/* Lessons. */

static char *join_words(char *const *words, uint32_t n)
{
	struct sbuf b = { 0 };
	for (uint32_t i = 0; i < n; i++)
		sbuf_printf(&b, "%s%s", i > 0 ? ", " : "", words[i]);
	return sbuf_take(&b);
}

/* Whether a sentence ends at a byte of a text. */
static bool ends_sentence(const char *at)
{
	return strchr(".?!", *at) != NULL && strchr(" \n\"", at[1]) != NULL;
}

/* The first sentence of a lesson that stands in no heading, in one line. */
static char *first_sentence(const char *lesson)
{
	struct sbuf b = { 0 };
	while (*lesson == '#' || *lesson == '\n')
		lesson += strcspn(lesson, "\n") + (lesson[strcspn(lesson, "\n")] != '\0');
	for (const char *at = lesson; *at != '\0' && strncmp(at, "\n\n", 2) != 0; at++) {
		sbuf_char(&b, *at != '\n' ? *at : ' ');
		if (ends_sentence(at)) {
			sbuf_str(&b, at[1] == '"' ? "\"" : "");
			break;
		}
	}
	return sbuf_take(&b);
}

static struct lesson read_lesson(const struct lesson_folder *folder, const char *name)
{
	struct lesson l = { .name = mem_strdup(name),
		.number = lesson_number(name),
		.path = lessons_path(folder->path, name),
		.installed = folder->installed };
	struct scenario sc = { 0 };
	struct diag d = { 0 };
	bool read = scenario_read(&sc, l.path, &d);
	l.title = mem_strdup(read ? sc.title : d.message);
	l.about = read ? first_sentence(sc.lesson) : mem_strdup("");
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
	const struct lesson *x = a, *y = b;
	if (x->number != y->number)
		return (unsigned)x->number < (unsigned)y->number ? -1 : 1; /* -1 is the last */
	return strcmp(x->name, y->name);
}

/* Parts. */

static int compare_parts(const void *a, const void *b)
{
	const struct lesson_part *x = a, *y = b;
	return (x->first > y->first) - (x->first < y->first);
}

static void read_part(struct lesson_list *out, char *line)
{
	size_t n = strcspn(line, " \t");
	char *heading = line + n + strspn(line + n, " \t");
	heading[strcspn(heading, "\r\n")] = '\0';
	line[n] = '\0';
	int first = lesson_number_read(line);
	for (size_t i = 0; i < out->parts.len; i++) {
		if (out->parts.at[i].first == first)
			return;
	}
	if (first >= 0 && *heading != '\0')
		array_push(&out->parts, ((struct lesson_part){ first, mem_strdup(heading) }));
}

enum { PARTS_MOST = 1000 };

static void read_parts(const char *folder, struct lesson_list *out)
{
	struct sbuf path = { 0 };
	char *line = NULL;
	size_t cap = 0;
	sbuf_printf(&path, "%s/parts.txt", folder);
	FILE *f = fopen(path.text, "re");
	while (f != NULL && out->parts.len < PARTS_MOST && getline(&line, &cap, f) > 0)
		read_part(out, line);
	free(line);
	if (f != NULL)
		fclose(f);
	sbuf_fini(&path);
}

/* Gives each lesson the heading of its part; both are sorted. */
static void divide(struct lesson_list *list)
{
	size_t part = 0;
	for (size_t i = 0; i < list->len && list->at[i].number >= 0; i++) {
		while (part < list->parts.len && list->parts.at[part].first <= list->at[i].number)
			part++;
		list->at[i].part = part > 0 ? list->parts.at[part - 1].heading : NULL;
	}
}

void lessons_list(const struct lesson_folders *folders, struct lesson_list *out)
{
	for (size_t i = 0; i < folders->len; i++) {
		struct lesson_names names = { 0 };
		lessons_names(folders->at[i].path, &names);
		for (size_t k = 0; k < names.len; k++) {
			if (!is_listed(out, names.at[k]))
				array_push(out, read_lesson(&folders->at[i], names.at[k]));
		}
		lessons_names_fini(&names);
		read_parts(folders->at[i].path, out);
	}
	if (out->len > 1)
		qsort(out->at, out->len, sizeof *out->at, compare_lessons);
	if (out->parts.len > 1)
		qsort(out->parts.at, out->parts.len, sizeof *out->parts.at, compare_parts);
	divide(out);
}

bool lessons_begins_part(const struct lesson_list *list, size_t i)
{
	return list->at[i].part != NULL && (i == 0 || list->at[i].part != list->at[i - 1].part);
}

void lessons_fini(struct lesson_list *list)
{
	for (size_t i = 0; i < list->len; i++) {
		mem_free(list->at[i].name);
		mem_free(list->at[i].path);
		mem_free(list->at[i].title);
		mem_free(list->at[i].about);
		mem_free(list->at[i].teaches);
	}
	for (size_t i = 0; i < list->parts.len; i++)
		mem_free(list->parts.at[i].heading);
	array_fini(&list->parts);
	array_fini(list);
}
