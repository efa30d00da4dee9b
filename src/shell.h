#ifndef COSUB_SHELL_H
#define COSUB_SHELL_H

/*
 * What all forms of cosub have in common towards the shell that runs them:
 * messages, exit statuses, the files that they are given.
 */

#include "base/diag.h"
#include "base/sbuf.h"
#include "session/core/session.h"
#include "session/user/lessons.h"

#include <stdio.h>

enum { STATUS_FINE = 0, STATUS_FAILED = 1, STATUS_UNUSABLE = 2, STATUS_LIMIT = 3 };

/* Prints b and frees its text. */
void shell_print(FILE *f, struct sbuf *b);

/* One line on standard error about something with a name. */
void shell_complain(const char *name, const char *what);

/* Says what is wrong with a file, whose text may be NULL; frees d and gives
 * STATUS_UNUSABLE. */
int shell_refuse(const char *path, struct diag *d, const char *text, size_t len);

/* Writes to the FILE that self is, for struct export_sink. */
bool shell_write(void *self, const char *text, size_t n);

/* The last words on standard output: the status, or a worse one if not all of it
 * got there; a reader that has enough of it is no fault and hears nothing. */
int shell_end_output(int status);

/* The path of a scenario that is called name, or NULL after saying where it was looked
 * for; the caller frees it. */
char *shell_find_file(const char *name);

/* The session of a scenario, or NULL after saying what is wrong with it. */
struct session *shell_open(const char *name, const struct limits *limits);

/* Whether there is a lesson of exactly that name. */
bool shell_is_lesson(const char *name);

/* All lessons; and that there are none. */
void shell_lessons(struct lesson_list *lessons);
void shell_no_lessons(void);

#endif
