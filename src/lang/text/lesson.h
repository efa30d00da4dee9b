#ifndef COSUB_LANG_TEXT_LESSON_H
#define COSUB_LANG_TEXT_LESSON_H

/*
 * What a scenario can say that it teaches: statements about subroutines and
 * coroutines, and concepts of asyncio and of what lies under it.
 */

#include <stdbool.h>
#include <stddef.h>

struct sbuf;

/* Is the name (n bytes) one of them? */
bool lesson_known(const char *name, size_t n);

/* Appends all names, separated by ", ". */
void lesson_names(struct sbuf *out);

#endif
