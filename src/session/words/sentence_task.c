#include "session/words/sentence_task.h"

#include "base/utf8.h"
#include "session/words/sentence.h"
#include "session/words/task_words.h"
#include "trace/step_kind.h"

#include <string.h>

enum { TASK_NAME_COLUMNS = 16, NEWS_MOST = 1000, CHAIN_MOST = 10000 };

static const struct sentence_ending stays = { "; ", " stays.", " stay.", ".", NULL };
static const struct sentence_ending kept_short = { "; still ", ".", ".", ".", NULL };
static const struct sentence_ending kept = { "; ", " was kept.", " were kept.", ".", &kept_short };
static const struct sentence_ending given = { ", with ", ".", ".", ".", NULL };

static void say_task(struct sentence_builder *y, uint32_t task)
{
	const char *text = task_name(y->t, task, moment_step(y->m));
	struct sbuf name = { 0 };
	sbuf_str(&name, text != NULL ? text : "a task");
	utf8_cut(&name, 0, TASK_NAME_COLUMNS);
	sentence_add(y, "%s", sbuf_cstr(&name));
	sbuf_fini(&name);
}

/* What the task does now, "Task-1 sleeps until 3.0". */
static void say_state(struct sentence_builder *y, const struct mtask *task)
{
	struct sbuf words = { 0 };
	task_words_said(task, &words);
	say_task(y, task->number);
	sentence_add(y, " %s", task->state == TASK_STATE_READY ? "stays ready" : words.text);
	sbuf_fini(&words);
}

/* Who goes on when this turn is over. */
static void say_next(struct sentence_builder *y, const struct mtask *task)
{
	int64_t clock = 0;
	uint32_t next = task_words_next(y->m, &clock);
	bool waits = clock > moment_clock(y->m);
	if (next == TASK_NONE) {
		sentence_add(y,
			task->state < TASK_STATE_DONE ? "; nobody can go on"
						      : "; the event loop ends");
	} else if (waits) {
		sentence_add(y, "; time goes on to ");
		task_words_time(clock, &y->text);
	} else if (next == task->number) {
		sentence_add(y, "; no other is ready");
	} else {
		sentence_add(y, "; ");
		say_task(y, next);
		sentence_add(y, " goes on");
	}
}

/* Adds a part if it has room; else it is taken back. */
static void say_if_room(struct sentence_builder *y,
	void (*part)(struct sentence_builder *, const struct mtask *), const struct mtask *task)
{
	size_t before = y->text.len;
	part(y, task);
	if (sentence_columns(&y->text) >= SENTENCE_COLUMNS)
		sbuf_truncate(&y->text, before);
}

/* The end of a turn. */

/* Without who goes on if that has no room. */
static void say_suspended_so(struct sentence_builder *y, const char *how, const struct mtask *task)
{
	sbuf_truncate(&y->text, 0);
	sentence_add(y, "%s ", y->name.text);
	if (y->step->why == SUSPEND_YIELD) {
		sentence_add(y, "yields ");
		sentence_value(y, y->step->value);
	} else {
		sentence_add(y, "%s", how);
	}
	sentence_add(y, " at ");
	sentence_point(y, y->frame->reentry);
	sentence_add(y, ": ");
	say_state(y, task);
}

static void say_suspended(struct sentence_builder *y, const struct mtask *task)
{
	static const char *const ways[] = { "is suspended", "gives way", "is suspended" };
	for (size_t i = 0, before = 0; i < sizeof ways / sizeof *ways; i++) {
		say_suspended_so(y, ways[i], task);
		before = y->text.len;
		say_if_room(y, say_next, task);
		if (y->text.len > before)
			break;
	}
	sentence_ending(y, &stays);
}

static void say_ended(struct sentence_builder *y, const struct mtask *task)
{
	bool unwound = y->step->kind == EVENT_UNWIND;
	sentence_add(y, unwound ? "%s ends by " : "%s returns ", y->name.text);
	sentence_value(y, y->step->value);
	sentence_add(y, ": ");
	say_state(y, task);
	say_if_room(y, say_next, task);
	sentence_add(y, ".");
}

/* Whether all frames around this one are left until step last.  What the program
 * drives itself, by send(), gives control back to it. */
static bool leaves_all(const struct sentence_builder *y, uint64_t last)
{
	uint64_t k = moment_step(y->m);
	struct step_cursor c;
	struct step step;
	step_cursor_at(&c, y->t, k);
	for (uint64_t n = 0; k + n < last && n < CHAIN_MOST; n++) {
		if (!step_cursor_next(&c, &step) || step.kind != EVENT_YIELD)
			return false;
	}
	return true;
}

/* What the task will wait for once the frames around this one are left too. */
static bool find_end_of_turn(const struct sentence_builder *y, struct mtask *task)
{
	struct task_cursor c;
	struct task_event e;
	task_cursor_at(&c, y->t, task->number, moment_step(y->m));
	return task_cursor_next(&c, &e) && leaves_all(y, e.step) &&
		task_at(y->t, task->number, e.step, task);
}

/* The innermost frame of several that are left one after the other. */
static bool say_inner(struct sentence_builder *y, struct mtask *task)
{
	if (y->step->why != SUSPEND_AWAIT || y->frame->delegates_to != FRAME_NONE ||
		!find_end_of_turn(y, task))
		return false;
	sentence_add(y, "%s is suspended at ", y->name.text);
	sentence_point(y, y->frame->reentry);
	sentence_add(y, ": ");
	say_state(y, task);
	sentence_ending(y, &stays);
	return true;
}

/* Its beginning. */

static void say_time(struct sentence_builder *y)
{
	if (moment_clock(y->m) == moment_clock(y->before))
		return;
	sentence_add(y, "At ");
	task_words_time(moment_clock(y->m), &y->text);
	sentence_add(y, " ");
}

static void say_begins(struct sentence_builder *y, const struct mtask *task)
{
	say_time(y);
	say_task(y, task->number);
	if (y->step->how == HOW_THROW) {
		sentence_add(y, " is cancelled before it began: %s never runs.", y->name.text);
		return;
	}
	sentence_add(y, " begins: %s starts at its entry, line %u", y->name.text, y->step->line);
	sentence_ending(y, &given);
}

/* Whether somebody, if only a timer in this very step, asked to cancel it. */
static bool was_asked(const struct sentence_builder *y, const struct mtask *task)
{
	struct note_cursor c;
	struct note n;
	note_cursor_at(&c, y->t, moment_step(y->m) - 1);
	for (int i = 0; i < NEWS_MOST && note_cursor_next(&c, &n) && n.step <= moment_step(y->m);
		i++) {
		if (n.kind == NOTE_ASKED && n.task == task->number)
			return true;
	}
	return moment_task_at(y->before, task->number).asked;
}

static void say_thrown(struct sentence_builder *y, const struct mtask *task)
{
	bool asked = was_asked(y, task);
	const struct mframe *before = moment_frame(y->before, y->step->frame);
	say_time(y);
	say_task(y, task->number);
	sentence_add(y, asked ? " shall be cancelled: CancelledError" : " goes on: ");
	if (!asked && !sentence_coming_exception(y))
		sentence_add(y, "an error");
	sentence_add(y, " goes into %s at ", y->name.text);
	sentence_point(y, before != NULL ? before->reentry : 0);
	sentence_add(y, ".");
}

/* Control goes through the frame to one that it awaits. */
static void say_passes_on(struct sentence_builder *y, uint32_t inner)
{
	static const char *const forms[] = { ": %s is resumed at ", ": %s, at ",
		", through %s at " };
	static const char *const links[] = { " and passes control on to ",
		", passes control on to ", " to " };
	size_t before = y->text.len;
	for (size_t i = 0; i < sizeof forms / sizeof *forms && (i == 0 || !sentence_fits(y)); i++) {
		sbuf_truncate(&y->text, before);
		sentence_add(y, forms[i], y->name.text);
		sentence_point(y, sentence_point_before(y));
		sentence_add(y, "%s", links[i]);
		sentence_frame(y, inner);
		sentence_add(y, ".");
	}
}

/* Its first turn, even if that resumes what had begun before. */
static bool is_first_turn(const struct sentence_builder *y, const struct mtask *task)
{
	struct task_cursor c;
	struct task_event e;
	task_cursor_at(&c, y->t, task->number, 0);
	while (task_cursor_next(&c, &e)) {
		if (e.change == TASK_RUNS)
			return e.step == moment_step(y->m);
	}
	return false;
}

static void say_goes_on(struct sentence_builder *y, const struct mtask *task)
{
	say_time(y);
	say_task(y, task->number);
	sentence_add(y, is_first_turn(y, task) ? " begins" : " goes on");
	if (y->frame->delegates_to != FRAME_NONE) {
		say_passes_on(y, y->frame->delegates_to);
		return;
	}
	sentence_add(y, ": %s is resumed at ", y->name.text);
	sentence_point(y, sentence_point_before(y));
	sentence_add(y, ", line %u", y->step->line);
	sentence_ending(y, &kept);
}

/* The end of an await. */

/* What was awaited has ended: in CPython a StopIteration says so. */
static bool say_awaited(struct sentence_builder *y)
{
	const struct mobject *o = y->step->value.kind == R_OBJECT
		? moment_object(y->m, y->step->value.n)
		: NULL;
	if (!y->step->stop || !(y->code->flags & (CODE_COROUTINE | CODE_ASYNC_GENERATOR)) ||
		strcmp(sentence_type(y, y->step->value), "StopIteration") != 0)
		return false;
	sentence_add(y, "The await in %s, line %u, is over", y->name.text, y->step->line);
	if (o != NULL && o->n == 1) {
		sentence_add(y, " and gives ");
		sentence_value(y, o->items[0]);
	}
	sentence_add(y, ".");
	return true;
}

/* Which it is. */

static bool is_first_of_turn(const struct sentence_builder *y, const struct mtask *task)
{
	return task->state == TASK_STATE_RUNNING && task->since_step == moment_step(y->m);
}

static bool say_first(struct sentence_builder *y, const struct mtask *task)
{
	if (y->step->kind == EVENT_CALL)
		say_begins(y, task);
	else if (y->step->kind == EVENT_RESUME && y->step->how == HOW_THROW)
		say_thrown(y, task);
	else if (y->step->kind == EVENT_RESUME)
		say_goes_on(y, task);
	else
		return false;
	return true;
}

static bool say_last(struct sentence_builder *y, const struct mtask *task)
{
	if (y->step->kind == EVENT_YIELD)
		say_suspended(y, task);
	else if (step_is(y->step->kind, STEP_ENDS))
		say_ended(y, task);
	else
		return false;
	return true;
}

bool sentence_task_turn(struct sentence_builder *y)
{
	uint32_t number = moment_task(y->m);
	if (number == TASK_NONE || y->frame == NULL)
		return false;
	if (y->step->kind == EVENT_EXCEPTION)
		return say_awaited(y);
	struct mtask task = moment_task_at(y->m, number);
	if (task.state != TASK_STATE_RUNNING)
		return say_last(y, &task);
	if (y->step->kind == EVENT_YIELD)
		return say_inner(y, &task);
	return is_first_of_turn(y, &task) && say_first(y, &task);
}

/* News. */

/* The notes of a step, by kind: how many, and one of them. */
struct news {
	uint32_t count[NOTE_COUNT], task[NOTE_COUNT];
};

static struct news read_news(const struct sentence_builder *y)
{
	struct news w = { 0 };
	struct note_cursor c;
	struct note n;
	uint64_t k = moment_step(y->m);
	note_cursor_at(&c, y->t, k - 1);
	for (int i = 0; i < NEWS_MOST && note_cursor_next(&c, &n) && n.step <= k; i++) {
		if (n.kind == NOTE_CLOCK || n.kind == NOTE_TURN || !task_is_seen(y->t, n.task))
			continue;
		w.count[n.kind]++;
		w.task[n.kind] = n.task;
	}
	return w;
}

/* Time that went by in a step which is not the first of a turn: whoever ran
 * took it for its own. */
static void say_time_taken(struct sentence_builder *y)
{
	size_t before = y->text.len;
	uint32_t number = moment_task(y->m);
	if (moment_clock(y->m) == moment_clock(y->before) ||
		(number != TASK_NONE && number != moment_task(y->before)))
		return;
	sentence_add(y, "; it is ");
	task_words_time(moment_clock(y->m), &y->text);
	sentence_add(y, number != TASK_NONE ? " now, and nobody else ran" : " now");
	if (sentence_columns(&y->text) >= SENTENCE_COLUMNS)
		sbuf_truncate(&y->text, before);
}

void sentence_task_news(struct sentence_builder *y)
{
	static const struct {
		enum task_note kind;
		const char *one, *many;
	} forms[] = {
		{ NOTE_ASKED, " shall be cancelled", "; %u tasks shall be cancelled" },
		{ NOTE_MADE, " is made and ready", "; %u tasks are made and ready" },
		{ NOTE_WAKES, " wakes and is ready", "; %u tasks wake and are ready" },
	};
	say_time_taken(y);
	if (trace_tasks(y->t) == 0)
		return;
	struct news w = read_news(y);
	if (w.count[NOTE_WAKES] == 1 && w.count[NOTE_ASKED] > 0)
		w.count[NOTE_WAKES] = 0;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		size_t before = y->text.len;
		uint32_t n = w.count[forms[i].kind];
		if (n == 1) {
			sentence_add(y, "; ");
			say_task(y, w.task[forms[i].kind]);
			sentence_add(y, "%s", forms[i].one);
		} else if (n > 1) {
			sentence_add(y, forms[i].many, n);
		}
		if (sentence_columns(&y->text) >= SENTENCE_COLUMNS)
			sbuf_truncate(&y->text, before);
	}
}

/* The end of a run that cannot go on. */

static void say_waiting(struct sentence_builder *y, const struct mtask *task, bool first)
{
	struct sbuf words = { 0 };
	task_words_said(task, &words);
	sentence_add(y, first ? ": " : ", ");
	task_words_name(task->name, &y->text);
	sentence_add(
		y, " %s", sbuf_cstr(&words) + (first ? 0 : strcspn(sbuf_cstr(&words), " ") + 1));
	sbuf_fini(&words);
}

void sentence_task_deadlock(struct sentence_builder *y)
{
	uint32_t told = 0;
	bool cut = false;
	sentence_add(y, "Nobody can go on");
	for (uint32_t i = 0; i < trace_tasks(y->t) && !cut; i++) {
		struct mtask task;
		size_t before = y->text.len;
		if (!task_at(y->t, i, trace_steps(y->t), &task) || task.state != TASK_STATE_WAITING)
			continue;
		say_waiting(y, &task, told++ == 0);
		cut = sentence_columns(&y->text) + 3 > SENTENCE_COLUMNS;
		if (cut)
			sbuf_truncate(&y->text, before);
	}
	sentence_add(y, cut ? ", …" : ".");
}
