#include "session/words/task_words.h"

#include "base/sbuf.h"
#include "base/utf8.h"

#include <string.h>

/* A chain of awaits is followed so far, and notes are read so far. */
enum { CHAIN_MOST = 256, NOTES_MOST = 1000 };

/* What the library says that a future is for. */
static const struct purpose {
	const char *text, *brief, *said;
} purposes[] = {
	{ "a barrier", "barrier", "a barrier" },
	{ "a condition", "condition", "a condition" },
	{ "a future", "future", "a future" },
	{ "a lock", "lock", "a lock" },
	{ "a semaphore", "semaphore", "a semaphore" },
	{ "an event", "event", "an event" },
	{ "room in a queue", "queue put", "room in a queue" },
	{ "the end of all that gather() waits for", "gather", "its gather()" },
	{ "the end of what was cancelled", "the cancelled", "what it cancelled" },
	{ "the futures given to wait()", "wait", "its wait()" },
	{ "the items of a queue to be done", "queue join", "its queue to be done" },
	{ "the next item of a queue", "queue get", "an item of a queue" },
	{ "the next that is done of as_completed()", "as_completed", "its as_completed()" },
	{ "the tasks of a group", "task group", "its group" },
	{ "wait_for()", "wait_for", "its wait_for()" },
	{ "what shield() protects", "shield", "what shield() protects" },
};

static const struct purpose *purpose_of(const char *text)
{
	for (size_t i = 0; i < sizeof purposes / sizeof *purposes; i++) {
		if (strcmp(purposes[i].text, text) == 0)
			return &purposes[i];
	}
	return NULL;
}

void task_words_name(const char *name, struct sbuf *out)
{
	utf8_printable(out, name, strlen(name));
}

void task_words_time(int64_t ns, struct sbuf *out)
{
	int64_t rest = ns % 1000000000, unit = 100000000;
	sbuf_signed(out, ns / 1000000000);
	sbuf_char(out, '.');
	do {
		sbuf_char(out, (char)('0' + rest / unit));
		rest %= unit;
		unit /= 10;
	} while (rest > 0);
}

void task_words_short(const struct mtask *task, struct sbuf *out)
{
	if (task->until >= 0) {
		sbuf_str(out, "sleep until ");
		task_words_time(task->until, out);
	} else if (task->what != NULL) {
		const struct purpose *p = purpose_of(task->what);
		task_words_name(p != NULL ? p->brief : task->what, out);
	}
}

void task_words_said(const struct mtask *task, struct sbuf *out)
{
	static const char *const words[TASK_STATE_COUNT] = {
		[TASK_STATE_READY] = "is ready",
		[TASK_STATE_RUNNING] = "runs",
		[TASK_STATE_WAITING] = "waits",
		[TASK_STATE_DONE] = "is done",
		[TASK_STATE_FAILED] = "has failed",
		[TASK_STATE_CANCELLED] = "is cancelled",
	};
	if (task->until >= 0) {
		sbuf_str(out, "sleeps until ");
		task_words_time(task->until, out);
		return;
	}
	sbuf_str(out, words[task->state]);
	if (task->what != NULL) {
		const struct purpose *p = purpose_of(task->what);
		sbuf_str(out, " for ");
		task_words_name(p != NULL ? p->said : task->what, out);
	}
}

/* The frame that delegates to f, or FRAME_NONE. */
static uint32_t delegator(const struct moment *m, const struct mframe *f)
{
	const struct mframe *back = f->back != FRAME_NONE ? moment_frame(m, f->back) : NULL;
	return back != NULL && back->delegates_to == f->id ? back->id : FRAME_NONE;
}

bool task_words_of_frame(
	const struct moment *m, uint32_t frame, struct mtask *task, uint32_t *outermost)
{
	if (moment_tasks(m) == 0)
		return false;
	for (int i = 0; i < CHAIN_MOST && frame != FRAME_NONE; i++) {
		const struct mframe *f = moment_frame(m, frame);
		uint32_t number = task_of_frame(moment_trace(m), frame);
		*outermost = frame;
		if (number != TASK_NONE)
			return task_at(moment_trace(m), number, moment_step(m), task);
		frame = f != NULL ? delegator(m, f) : FRAME_NONE;
	}
	return false;
}

uint32_t task_words_next(const struct moment *m, int64_t *clock)
{
	uint32_t n;
	const struct trace *t = moment_trace(m);
	const struct trace_instant *times = trace_instants(t, &n);
	struct note_cursor c;
	struct note note;
	note_cursor_at(&c, t, moment_step(m));
	for (int i = 0; i < NOTES_MOST && note_cursor_next(&c, &note); i++) {
		*clock = times[note.instant].ns;
		if (note.kind == NOTE_TURN && task_is_seen(t, note.task))
			return note.task;
	}
	return TASK_NONE;
}
