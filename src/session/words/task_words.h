#ifndef COSUB_SESSION_WORDS_TASK_WORDS_H
#define COSUB_SESSION_WORDS_TASK_WORDS_H

/* The words for what tasks do. */

#include "trace/moment.h"

struct sbuf;

/* Appends a time: "3.0", "0.25". */
void task_words_time(int64_t ns, struct sbuf *out);

/* Appends a name that the program gave, made printable. */
void task_words_name(const char *name, struct sbuf *out);

/* Appends what a task that waits waits for, in few columns: "sleep until 3.0",
 * "queue get", "Task-2".  Nothing of one that does not wait. */
void task_words_short(const struct mtask *task, struct sbuf *out);

/* Appends the same as a part of a sentence: "sleeps until 3.0", "waits for the
 * next item of a queue"; of other states "is ready", "runs", "is done" ... */
void task_words_said(const struct mtask *task, struct sbuf *out);

/* The task, at a moment, whose coroutine a frame is, or that awaits it through
 * others; false if there is none.  *outermost is the first frame of the task. */
bool task_words_of_frame(
	const struct moment *m, uint32_t frame, struct mtask *task, uint32_t *outermost);

/* Whose turn comes when this one is over: the task, and the time then;
 * TASK_NONE if no turn follows. */
uint32_t task_words_next(const struct moment *m, int64_t *clock);

#endif
