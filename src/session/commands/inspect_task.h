#ifndef COSUB_SESSION_COMMANDS_INSPECT_TASK_H
#define COSUB_SESSION_COMMANDS_INSPECT_TASK_H

/* What there is to ask about tasks: a part of inspect.h. */

#include "session/commands/command.h"

/* The command "tasks": each task, its state, what it waits for, its chain of
 * awaits. */
enum session_status inspect_tasks(
	struct session *s, const struct command *c, const struct arguments *a);

/* Appends ", the coroutine of Task-2, which sleeps until 3.0" for the first
 * frame of a task. */
void inspect_task_of_frame(const struct moment *m, const struct mframe *f, struct sbuf *out);

/* Whether a frame is the first one of a task, which the event loop resumes. */
bool inspect_task_is_first(const struct moment *m, uint32_t frame);

/* Appends a line about the event loop if it is the one that runs. */
void inspect_task_loop(const struct moment *m, struct sbuf *out);

#endif
