#ifndef COSUB_SESSION_USER_LESSONS_H
#define COSUB_SESSION_USER_LESSONS_H

/*
 * The lessons, to choose one from: the scenarios that are the files *.py of a few
 * folders, and the parts of the course, which the file parts.txt beside them names, a line
 * each: the number of the part's first lesson, a blank, the heading.
 */

#include "base/array.h"
#include "session/user/lesson_folders.h"

#include <stddef.h>

struct lesson {
	char *name; /* the file's name without ".py" */
	int number; /* that the name begins with, or -1 */
	char *path;
	bool installed; /* for everybody: nobody changes it in its place */
	char *title;
	char *about;      /* the lesson's first sentence; "" if it has none */
	char *teaches;    /* "a, b"; "" if it does not say */
	const char *part; /* the heading of its part; NULL: of none */
};

struct lesson_part {
	int first; /* the number of its first lesson */
	char *heading;
};

struct lesson_list {
	ARRAY(struct lesson);
	struct {
		ARRAY(struct lesson_part);
	} parts;
};

/* The lessons of the folders by number and name, those without a number last; those that
 * cannot be read are titled by what is wrong with them.  lessons_fini frees them. */
void lessons_list(const struct lesson_folders *folders, struct lesson_list *out);

void lessons_fini(struct lesson_list *list);

/* Whether a lesson of the list begins another part than the one before it, or the
 * first. */
bool lessons_begins_part(const struct lesson_list *list, size_t i);

/* Names of lessons. */
struct lesson_names {
	ARRAY(char *);
};

/* The names of the lessons in a folder, sorted; none if it cannot be read. */
void lessons_names(const char *folder, struct lesson_names *out);
void lessons_names_fini(struct lesson_names *names);

/* The path of the lesson of that name in a folder; the caller frees it. */
char *lessons_path(const char *folder, const char *name);

/* The name of the lesson that is the file at path; the caller frees it. */
char *lessons_name_of(const char *path);

#endif
