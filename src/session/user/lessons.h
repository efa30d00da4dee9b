#ifndef COSUB_SESSION_USER_LESSONS_H
#define COSUB_SESSION_USER_LESSONS_H

/*
 * The scenarios that can be called by name: the files *.py of a few folders.
 * A file in an earlier folder hides one of the same name in a later one.
 */

#include "base/array.h"

#include <stddef.h>

struct lesson {
	char *name; /* the file's name without ".py" */
	char *path;
	char *title;
	char *teaches; /* "a, b"; "" if it does not say */
};

struct lesson_list {
	ARRAY(struct lesson);
};

/* The lessons of the folders, by name; those that cannot be read are titled by
 * what is wrong with them.  lessons_fini frees them. */
void lessons_list(const char *const *folders, size_t n, struct lesson_list *out);

void lessons_fini(struct lesson_list *list);

/* The path of the scenario that a person calls name: the file itself, with
 * ".py" behind it, or in one of the folders, where the beginning of its name
 * is enough if no other begins so.  When nothing is found, name itself, so
 * that reading it tells what is wrong.  The caller frees it. */
char *lessons_find(const char *name, const char *const *folders, size_t n);

#endif
