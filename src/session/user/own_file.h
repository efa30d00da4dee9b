#ifndef COSUB_SESSION_USER_OWN_FILE_H
#define COSUB_SESSION_USER_OWN_FILE_H

/*
 * Scenarios of a person's own: new ones, and copies of lessons.  No file is ever
 * overwritten, and none is left that was written in part.
 */

#include <stdbool.h>

struct sbuf;

/* The path that a person means by name for a copy of from, or if that is NULL for a new
 * file: with ".py" behind it if it has none, in a folder under from's own name or as
 * "lesson.py".  The caller frees it. */
char *own_file_path(const char *name, const char *from);

/* A name for a copy of from in the current folder that is not taken yet; the caller frees
 * it. */
char *own_file_free_name(const char *from);

/* Writes a scenario to begin with, with both sides.  False with a sentence in why. */
bool own_file_new(const char *path, struct sbuf *why);

/* Writes a copy of the file from.  False with a sentence in why. */
bool own_file_copy(const char *from, const char *path, struct sbuf *why);

#endif
