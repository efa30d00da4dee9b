#include "session/commands/inspect_task.h"

#include "session/words/task_words.h"
#include "session/words/variable.h"

/* Tasks that are told of, and frames of a chain. */
enum { TASKS_MOST = 2000, CHAIN_MOST = 200 };

bool inspect_task_is_first(const struct moment *m, uint32_t frame)
{
	return task_of_frame(moment_trace(m), frame) != TASK_NONE;
}

void inspect_task_of_frame(const struct moment *m, const struct mframe *f, struct sbuf *out)
{
	struct mtask task;
	uint32_t number = task_of_frame(moment_trace(m), f->id);
	if (number == TASK_NONE || !task_at(moment_trace(m), number, moment_step(m), &task))
		return;
	sbuf_str(out, ", the coroutine of ");
	task_words_name(task.name, out);
	sbuf_str(out, ", which ");
	task_words_said(&task, out);
}

void inspect_task_loop(const struct moment *m, struct sbuf *out)
{
	int64_t clock = 0;
	if (!moment_in_loop(m))
		return;
	uint32_t next = task_words_next(m, &clock);
	sbuf_str(out, "the event loop runs: ");
	if (next == TASK_NONE) {
		sbuf_str(out, "no task will go on\n");
		return;
	}
	if (clock > moment_clock(m)) {
		sbuf_str(out, "no task is ready, so time goes on to ");
		task_words_time(clock, out);
		sbuf_str(out, "; then ");
	}
	task_words_name(task_name(moment_trace(m), next, moment_step(m)), out);
	sbuf_str(out, " goes on\n");
}

/* "; its frames are main#1, fetch#1". */
static void put_chain(const struct moment *m, uint32_t id, struct sbuf *out)
{
	const struct mframe *f = moment_frame(m, id);
	uint32_t n = 0;
	if (f == NULL || f->state == CORO_FINISHED)
		return;
	sbuf_str(out, f->delegates_to == FRAME_NONE ? "; its frame is " : "; its frames are ");
	for (; f != NULL && n < CHAIN_MOST; n++) {
		sbuf_str(out, n > 0 ? ", which awaits " : "");
		variable_frame(*f->info, out);
		f = f->delegates_to != FRAME_NONE ? moment_frame(m, f->delegates_to) : NULL;
	}
	sbuf_str(out, f != NULL ? " and more" : "");
}

static void put_task(const struct moment *m, const struct mtask *task, struct sbuf *out)
{
	task_words_name(task->name, out);
	sbuf_char(out, ' ');
	task_words_said(task, out);
	sbuf_str(out, ", since ");
	task_words_time(task->since, out);
	if (task->asked)
		sbuf_str(out, "; somebody asked to cancel it");
	if (task->frame != FRAME_NONE)
		put_chain(m, task->frame, out);
	else
		sbuf_str(out, "; its coroutine is the library's");
	sbuf_char(out, '\n');
}

enum session_status inspect_tasks(
	struct session *s, const struct command *c, const struct arguments *a)
{
	const struct moment *m = s->side[s->in_view].moment;
	uint32_t n = moment_tasks(m), told = 0;
	(void)c;
	(void)a;
	if (trace_tasks(moment_trace(m)) == 0)
		return session_say(s, SESSION_REFUSED, "this program has no tasks");
	sbuf_str(&s->message, "it is ");
	task_words_time(moment_clock(m), &s->message);
	sbuf_char(&s->message, '\n');
	inspect_task_loop(m, &s->message);
	for (uint32_t i = 0; i < n && told < TASKS_MOST; i++) {
		struct mtask task = moment_task_at(m, i);
		if (!task_is_seen(moment_trace(m), i))
			continue;
		put_task(m, &task, &s->message);
		told++;
	}
	if (n == 0)
		sbuf_str(&s->message, "no task is made yet\n");
	if (told == TASKS_MOST)
		sbuf_printf(&s->message, "and so on: %u tasks were made\n", n);
	sbuf_truncate(&s->message, s->message.len - 1);
	return SESSION_PAGE;
}
