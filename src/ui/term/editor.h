#ifndef COSUB_UI_TERM_EDITOR_H
#define COSUB_UI_TERM_EDITOR_H

/* The person's own editor. */

#include <stdbool.h>

struct sbuf;

/* Runs $VISUAL, else $EDITOR, else one of the usual editors, on a file, through the
 * shell, and waits for its end.  The caller has given the terminal away.  False with a sentence
 * in why if it could not be run or failed. */
bool editor_run(const char *path, struct sbuf *why);

#endif
