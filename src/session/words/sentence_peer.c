#include "session/words/sentence_peer.h"

#include "base/utf8.h"
#include "session/words/sentence.h"
#include "session/words/variable.h"

#include <string.h>

/* The variable of a frame that holds the object; false if there is none. */
static bool add_variable(struct sentence_builder *y, const struct mframe *f, uint64_t serial)
{
	struct variable vars[VARIABLE_MAX];
	uint32_t n = f != NULL ? variable_list(y->before, y->before, f, VARIABLE_MAX, vars) : 0;
	for (uint32_t i = 0; i < n; i++) {
		if (vars[i].value.kind != R_OBJECT || vars[i].value.n != serial)
			continue;
		size_t start = y->text.len;
		sbuf_bytes(&y->text, vars[i].name, vars[i].len);
		utf8_cut(&y->text, start, VARIABLE_NAME_COLUMNS);
		return true;
	}
	return false;
}

/* The frame that a greenlet ran first, once it did; else FRAME_NONE. */
static uint32_t first_frame(const struct sentence_builder *y, uint64_t serial)
{
	uint32_t id = trace_greenlet_frame(y->t, trace_greenlet_number(y->t, serial));
	bool begun = id != FRAME_NONE && trace_frame(y->t, id).born <= moment_step(y->before);
	return begun ? id : FRAME_NONE;
}

/* What it runs, or is to run, first: "waits#1", "waits". */
static void say_run(const struct sentence_builder *y, struct rvalue greenlet, struct sbuf *out)
{
	const struct mobject *o = moment_object(y->m, greenlet.n);
	uint32_t id = first_frame(y, greenlet.n);
	size_t start = out->len;
	if (id != FRAME_NONE)
		variable_frame(moment_frame_info(y->m, id), out);
	else if (o != NULL && o->n > 0)
		moment_called(y->m, o->items[0], out);
	utf8_cut(out, start, VARIABLE_NAME_COLUMNS);
}

/* A greenlet as the program names it: "f (waits)", "f", "waits". */
static void say_object(struct sentence_builder *y, struct rvalue greenlet, uint32_t number)
{
	struct sbuf run = { 0 };
	uint32_t running = moment_running(y->before);
	size_t start = y->text.len;
	say_run(y, greenlet, &run);
	bool named = greenlet.kind == R_OBJECT &&
		(add_variable(y, moment_frame(y->before, running), greenlet.n) ||
			add_variable(y, moment_frame(y->before, 0), greenlet.n));
	if (!named && run.len > 0)
		sbuf_bytes(&y->text, run.text, run.len);
	else if (!named)
		sentence_add(y, "greenlet %u", number);
	else if (run.len > 0 && strcmp(y->text.text + start, run.text) != 0)
		sentence_add(y, " (%s)", run.text);
	sbuf_fini(&run);
}

/* A greenlet by the frame that runs in it at a moment or has just ended; else
 * as the program names it. */
static void say_greenlet(
	struct sentence_builder *y, const struct moment *m, struct rvalue greenlet, uint32_t number)
{
	uint32_t id = moment_running(m);
	const struct step *last = moment_last(m);
	if (id != FRAME_NONE && trace_frame(y->t, id).greenlet == number)
		sentence_frame(y, id);
	else if (last->kind != EVENT_KIND_COUNT && last->frame != FRAME_NONE &&
		trace_frame(y->t, last->frame).greenlet == number)
		sentence_frame(y, last->frame);
	else if (number == 0)
		sentence_add(y, "the main greenlet");
	else
		say_object(y, greenlet, number);
}

static void say_from(struct sentence_builder *y)
{
	const struct step *last = moment_last(y->before);
	bool given = last->kind == EVENT_TRANSFER && last->to == y->step->from;
	struct rvalue none = { .kind = R_UNSET };
	say_greenlet(y, y->before, given ? last->value : none, y->step->from);
}

static void say_to(struct sentence_builder *y)
{
	say_greenlet(y, y->m, y->step->value, y->step->to);
}

/* Nothing runs any more in a greenlet that came to its end. */
static bool has_ended(const struct sentence_builder *y, uint32_t greenlet)
{
	uint32_t id = moment_running(y->before);
	return id == FRAME_NONE || trace_frame(y->t, id).greenlet != greenlet;
}

static void say_end(struct sentence_builder *y)
{
	say_from(y);
	sentence_add(y, " has ended; control goes on to ");
	say_to(y);
	sentence_add(y, ".");
}

/* A switch to a dead greenlet goes to its nearest living parent. */
static void say_dead(struct sentence_builder *y)
{
	bool throws = y->step->how == HOW_THROW;
	say_object(y, y->step->value, trace_greenlet_number(y->t, y->step->value.n));
	sentence_add(y, " has ended: ");
	if (y->step->from == y->step->to) {
		sentence_add(y, "%s comes back to ", throws ? "the exception" : "the switch");
		say_to(y);
		sentence_add(y, " at once.");
		return;
	}
	say_from(y);
	sentence_add(y,
		throws ? " throws an exception into its parent " : " gives control to its parent ");
	say_to(y);
	sentence_add(y, ".");
}

static void say_itself(struct sentence_builder *y)
{
	say_from(y);
	sentence_add(y,
		y->step->how == HOW_THROW ? " throws an exception into itself."
					  : " switches to itself and goes on at once.");
}

static void say_peer(struct sentence_builder *y)
{
	bool begins = moment_running(y->m) == FRAME_NONE, throws = y->step->how == HOW_THROW;
	say_from(y);
	if (throws)
		sentence_add(y, " throws an exception into its peer ");
	else
		sentence_add(y, " gives control to its %speer ", begins ? "new " : "");
	say_to(y);
	if (throws && begins)
		sentence_add(y, ", which has not begun");
	else if (!throws && sentence_columns(&y->text) + 21 <= SENTENCE_COLUMNS)
		sentence_add(y, " and keeps its place");
	sentence_add(y, ".");
}

void sentence_transfer(struct sentence_builder *y)
{
	if (y->step->stop)
		say_dead(y);
	else if (y->step->from == y->step->to)
		say_itself(y);
	else if (has_ended(y, y->step->from))
		say_end(y);
	else
		say_peer(y);
}
