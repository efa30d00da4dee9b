#ifndef COSUB_SESSION_USER_LESSON_FOLDERS_H
#define COSUB_SESSION_USER_LESSON_FOLDERS_H

/*
 * Where the lessons are, from whatever folder cosub is started: ./scenarios, beside the
 * program, beside the folder that it is in, and where it was installed.  A file in an
 * earlier folder hides one of the same name in a later one.
 */

#include "base/array.h"
#include "base/sbuf.h"

#include <stdbool.h>

struct lesson_folder {
	char *path;
	bool installed; /* its files are for everybody: nobody changes them in their place */
};

/* Zeroed memory is empty. */
struct lesson_folders {
	ARRAY(struct lesson_folder);
};

/* Fills out, which is empty; program is the program's own path, or NULL if it is not
 * known, and installed where the lessons were installed.  Each folder is there once,
 * whatever it is called; those that do not exist are there too. */
void lesson_folders_init(struct lesson_folders *out, const char *program, const char *installed);
void lesson_folders_fini(struct lesson_folders *f);

/* Whether a file is in a folder of which its files are for everybody. */
bool lesson_folders_installed(const struct lesson_folders *f, const char *path);

/* "./scenarios, /usr/local/share/cosub/scenarios" */
void lesson_folders_say(const struct lesson_folders *f, struct sbuf *out);

/* The number that a lesson's name begins with: 5 of "05-a-value"; -1 if it begins with
 * none. */
int lesson_number(const char *name);

/* The number that a person writes for a lesson: 5 of "5" and of "05"; -1 if text is no
 * number. */
int lesson_number_read(const char *text);

/* The path of the scenario that a person calls name: the file itself, with ".py" behind
 * it, or in one of the folders, by its whole name, its number, or the beginning of its
 * name if no other begins so.  A name with a "/" in it is a path and is given back as it
 * is, so that reading it tells what is wrong.  NULL with a sentence in why if there is
 * none, or more than one.  The caller frees the path. */
char *lesson_folders_find(const struct lesson_folders *f, const char *name, struct sbuf *why);

#endif
