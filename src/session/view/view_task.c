#include "session/view/view_task.h"

#include "base/sbuf.h"
#include "session/view/view_parts.h"
#include "session/words/task_words.h"
#include "session/words/variable.h"

#include <string.h>

/* Names that are given of a chain, and frames that are counted. */
enum { CHAIN_NAMES = 12, CHAIN_MOST = 256 };

/* The first frame of the task that runs; FRAME_NONE if it is library code. */
static uint32_t frame_of_turn(const struct moment *m)
{
	uint32_t task = moment_task(m);
	return task != TASK_NONE ? moment_task_at(m, task).frame : FRAME_NONE;
}

bool view_task_runs_loop(const struct moment *m, const struct mframe *f)
{
	if (moment_task(m) == TASK_NONE)
		return false;
	if (moment_in_loop(m))
		return moment_running(m) == f->id;
	uint32_t first = frame_of_turn(m);
	const struct mframe *of_task = first != FRAME_NONE ? moment_frame(m, first) : NULL;
	return of_task != NULL && of_task->back == f->id;
}

/* The frames that f delegates to: gives the last of them. */
static const struct mframe *fill_chain(
	const struct moment *m, const struct mframe *f, struct view_frame *out, struct arena *a)
{
	const char **names = NULL;
	for (uint32_t n = 0; f->delegates_to != FRAME_NONE && n < CHAIN_MOST; n++) {
		const struct mframe *inner = moment_frame(m, f->delegates_to);
		if (inner == NULL)
			break;
		f = inner;
		if (n >= CHAIN_NAMES) {
			out->more++;
			continue;
		}
		struct sbuf name = { 0 };
		variable_frame(*f->info, &name);
		names = names != NULL ? names : arena_alloc(a, CHAIN_NAMES * sizeof *names);
		names[out->nchain++] = view_keep(a, &name);
	}
	out->chain = names;
	return f;
}

static const char *became(const struct mtask *task, struct arena *a)
{
	static const char *const words[TASK_STATE_COUNT] = {
		[TASK_STATE_READY] = "ready",
		[TASK_STATE_DONE] = "done",
		[TASK_STATE_FAILED] = "failed",
		[TASK_STATE_CANCELLED] = "cancelled",
	};
	struct sbuf b = { 0 };
	if (task->state == TASK_STATE_WAITING)
		task_words_short(task, &b);
	else if (words[task->state] != NULL)
		sbuf_str(&b, words[task->state]);
	if (task->asked && task->state == TASK_STATE_READY)
		sbuf_truncate(&b, 0);
	if (task->asked)
		sbuf_printf(&b, "%scancel asked", b.len > 0 ? ", " : "");
	if (b.len == 0)
		return NULL;
	return view_keep(a, &b);
}

void view_task_fill(
	const struct moment *m, const struct mframe *f, struct view_frame *out, struct arena *a)
{
	struct mtask task;
	uint32_t first;
	const struct mframe *last = f->state != CORO_FINISHED ? fill_chain(m, f, out, a) : f;
	if (!task_words_of_frame(m, f->id, &task, &first))
		return;
	if (first == f->id && task.name != NULL)
		out->task = arena_strndup(a, task.name, strlen(task.name));
	if (first == f->id || last->id == f->id)
		out->waits = became(&task, a);
	out->awaits = task.state == TASK_STATE_WAITING;
}

const char *view_task_state(const struct moment *m, uint32_t task, struct arena *a)
{
	static const char sleep[] = "sleep ";
	struct mtask t = moment_task_at(m, task);
	const char *text = t.number != TASK_NONE ? became(&t, a) : NULL;
	bool sleeps = text != NULL && strncmp(text, sleep, sizeof sleep - 1) == 0;
	return sleeps ? text + sizeof sleep - 1 : text;
}

const char *view_task_yields(const struct moment *m, struct arena *a)
{
	if (!moment_in_loop(m))
		return NULL;
	struct mtask task = moment_task_at(m, moment_task(m));
	return became(&task, a);
}

const char *view_task_loop(const struct session *s, enum side side, struct arena *a)
{
	const struct moment *m = session_has(s, side) ? s->side[side].moment : NULL;
	int64_t clock = 0;
	if (m == NULL || !moment_in_loop(m))
		return NULL;
	struct sbuf b = { 0 };
	uint32_t next = task_words_next(m, &clock);
	if (next == TASK_NONE) {
		sbuf_str(&b,
			trace_end(moment_trace(m)) == TRACE_DEADLOCK ? "waits for ever"
								     : "has no task left");
	} else if (clock > moment_clock(m)) {
		sbuf_str(&b, "waits until ");
		task_words_time(clock, &b);
	} else {
		sbuf_printf(&b, "picks %s", task_name(moment_trace(m), next, moment_step(m)));
	}
	return view_keep(a, &b);
}
