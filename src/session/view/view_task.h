#ifndef COSUB_SESSION_VIEW_VIEW_TASK_H
#define COSUB_SESSION_VIEW_VIEW_TASK_H

/* What a screen shows of tasks and of chains of awaits: a part of view.h. */

#include "session/view/view.h"

/* Whether f called asyncio.run and a task's turn, or the loop itself, is on. */
bool view_task_runs_loop(const struct moment *m, const struct mframe *f);

/* Fills in chain, task and waits of a frame of m. */
void view_task_fill(
	const struct moment *m, const struct mframe *f, struct view_frame *out, struct arena *a);

/* What a task waits for or what became of it, in few columns: "until 3.0",
 * "queue get", "ready", "cancelled"; NULL of one that runs. */
const char *view_task_state(const struct moment *m, uint32_t task, struct arena *a);

/* What the task waits for whose turn has just ended; NULL if none has. */
const char *view_task_yields(const struct moment *m, struct arena *a);

/* What the event loop does, if it is the one that runs: "picks Task-2", "waits
 * until 3.0"; else NULL. */
const char *view_task_loop(const struct session *s, enum side side, struct arena *a);

#endif
