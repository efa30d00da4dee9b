#include "session/words/sentence.h"

#include "base/utf8.h"
#include "session/words/printed.h"
#include "session/words/sentence_builder.h"
#include "session/words/sentence_peer.h"
#include "session/words/sentence_task.h"
#include "session/words/variable.h"

#include <assert.h>
#include <string.h>

static const struct sentence_ending stays_short = {
	.before = "; ", .after_one = " stays.", .after_many = " stay."
};
static const struct sentence_ending stays = { "; ", " stays in its frame.", " stay in its frame.",
	"; its place is kept.", &stays_short };

static const struct sentence_ending kept_short = {
	.before = "; still ", .after_one = ".", .after_many = "."
};

static const struct sentence_ending gone_short = {
	.before = "; its frame (", .after_one = ") is gone.", .after_many = ") is gone."
};
static const struct sentence_ending gone = { "; its frame and its locals (", ") are gone.",
	") are gone.", "; its frame is gone.", &gone_short };

/* The functions below say one kind of step each. */

static bool is_resumable(const struct code *c)
{
	return (c->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) != 0;
}

static void say_entered_for_first_time(struct sentence_builder *y)
{
	sentence_add(y, "%s is resumed for the first time and starts at its entry", y->name.text);
	size_t before = y->text.len;
	sentence_add(y, ", line %u.", y->step->line);
	if (!sentence_fits(y)) {
		sbuf_truncate(&y->text, before);
		sentence_add(y, ".");
	}
	if (!sentence_fits(y)) {
		sbuf_truncate(&y->text, 0);
		sentence_add(y, "%s is resumed for the first time and begins.", y->name.text);
	}
}

static void say_function_called(struct sentence_builder *y)
{
	struct sbuf name = { 0 };
	trace_frame_title(moment_frame_info(y->m, y->step->frame), &name);
	const char *again = y->frame->info->nth > 1 ? " again" : "";
	sentence_add(y, "%s is called%s: a new frame %s starts at its one entry, line %u.",
		name.text, again, y->name.text, y->step->line);
	if (!sentence_fits(y)) {
		sbuf_truncate(&y->text, 0);
		sentence_add(y, "%s is called%s: a new frame %s, at its entry, line %u.", name.text,
			again, y->name.text, y->step->line);
	}
	if (!sentence_fits(y)) {
		sbuf_truncate(&y->text, 0);
		sentence_add(y, "%s is called%s: a new frame %s, line %u.", name.text, again,
			y->name.text, y->step->line);
	}
	sbuf_fini(&name);
}

static void say_ended_before_it_began(struct sentence_builder *y)
{
	sentence_add(y, "%s ends before it began: ", y->name.text);
	if (!sentence_coming_exception(y))
		sentence_add(y, "an exception");
	sentence_add(y, " is thrown in.");
}

static void say_call(struct sentence_builder *y)
{
	if (y->step->how == HOW_THROW)
		say_ended_before_it_began(y);
	else if ((y->code->flags & CODE_MODULE) != 0)
		sentence_add(y, "The program begins: %s is entered.", y->name.text);
	else if ((y->code->flags & CODE_CLASS_BODY) != 0)
		sentence_add(y, "The body of %s runs, in a frame of its own.", y->name.text);
	else if (is_resumable(y->code))
		say_entered_for_first_time(y);
	else if ((y->code->flags & CODE_COMPREHENSION) != 0)
		sentence_add(y, "A comprehension runs, in a frame of its own: %s.", y->name.text);
	else
		say_function_called(y);
}

static void say_create(struct sentence_builder *y)
{
	static const struct sentence_ending brief = { " with ", ": no line of it has run.",
		": no line of it has run.", ": no line of it has run.", NULL };
	static const struct sentence_ending generator = { " with ",
		": no line of it runs until it is resumed.",
		": no line of it runs until it is resumed.",
		": no line of it runs until it is resumed.", &brief },
					    coroutine = { " with ",
						    ": no line of it runs until it is awaited.",
						    ": no line of it runs until it is awaited.",
						    ": no line of it runs until it is awaited.",
						    &brief };
	sentence_add(y, "%s is made", y->name.text);
	sentence_ending(y, (y->code->flags & CODE_COROUTINE) != 0 ? &coroutine : &generator);
}

/* What was printed was printed by the frame that ran between the two steps. */
static void say_printed(struct sentence_builder *y, size_t i)
{
	size_t len;
	const char *line = printed_line(y->t, i, &len);
	uint32_t printing = moment_running(y->before);
	struct sbuf text = { 0 };
	sbuf_bytes(&text, line, len);
	utf8_cut(&text, 0, VARIABLE_VALUE_COLUMNS);
	sentence_frame(y, printing != FRAME_NONE ? printing : y->step->frame);
	sentence_add(y, " has printed \"%s\"; next is line %u", sbuf_cstr(&text), y->step->line);
	if (printing != y->step->frame)
		sentence_add(y, " of %s", y->name.text);
	sbuf_fini(&text);
}

/* Appends "n went from 0 to 1", or just "n is now 1", with so much of each
 * value, and "job is now another <Job>" where both look the same; nothing if
 * there is no difference. */
static bool append_change(const struct sentence_builder *y, const struct variable *v, bool with_old,
	uint32_t columns, struct sbuf *out)
{
	struct sbuf old = { 0 }, new = { 0 };
	variable_value(y->m, v->value, columns, &new);
	if (v->old.kind != R_UNSET)
		variable_value(y->before, v->old, columns, &old);
	bool alike = strcmp(sbuf_cstr(&old), sbuf_cstr(&new)) == 0,
	     differs = !alike || variable_another(y->m, v->old, v->value);
	if (differs) {
		sbuf_bytes(out, v->name, v->len);
		if (alike)
			sbuf_printf(out, " is now another %s", new.text);
		else if (old.len == 0 || !with_old)
			sbuf_printf(out, " is now %s", new.text);
		else
			sbuf_printf(out, " went from %s to %s", old.text, new.text);
	}
	sbuf_fini(&old);
	sbuf_fini(&new);
	return differs;
}

enum {
	OTHER_CHANGE = 12, /* columns that a change should have at least */
	CHANGE_WORDS = 12, /* "; n is now ." without the name */
};

/* Tells a change if there is one to see and, with room left for others, room for
 * it. */
static bool say_change(struct sentence_builder *y, const struct variable *v, bool with_old,
	uint32_t columns, uint32_t others)
{
	struct sbuf change = { 0 };
	bool done = append_change(y, v, with_old, columns, &change) &&
		sentence_columns(&y->text) + sentence_columns(&change) + 3 + others <=
			SENTENCE_COLUMNS;
	if (done)
		sentence_add(y, "%s%s", y->changes++ > 0 ? ", " : "; ", change.text);
	sbuf_fini(&change);
	return done;
}

/* As much of a change as there is room for: both values as a whole, else as
 * much as possible of the new one. */
static void say_best_change(struct sentence_builder *y, const struct variable *v, uint32_t others)
{
	uint32_t used = sentence_columns(&y->text) + CHANGE_WORDS +
		(uint32_t)utf8_columns(v->name, v->len) + others;
	bool much = used + VARIABLE_VALUE_COLUMNS < SENTENCE_COLUMNS;
	if (!say_change(y, v, true, SENTENCE_COLUMNS, others))
		say_change(y, v, false, much ? SENTENCE_COLUMNS - used : VARIABLE_VALUE_COLUMNS,
			others);
}

/* The change of a variable, or of the attributes of what it refers to. */
static void say_variable(struct sentence_builder *y, const struct variable *v, uint32_t others)
{
	struct sbuf path = { 0 };
	struct variable attribute;
	uint32_t i = 0;
	while (variable_attribute(y->m, y->before, v, i, &path, &attribute)) {
		say_best_change(y, &attribute, others);
		i++;
	}
	if (i == 0)
		say_best_change(y, v, others);
	sbuf_fini(&path);
}

static void say_changes(struct sentence_builder *y)
{
	struct variable vars[VARIABLE_MAX];
	uint32_t n = variable_list(y->m, y->before, y->frame, VARIABLE_MAX, vars), changed = 0;
	for (uint32_t i = 0; i < n; i++)
		changed += vars[i].changed;
	for (uint32_t i = 0; i < n; i++) {
		if (vars[i].changed)
			say_variable(y, &vars[i], --changed * OTHER_CHANGE);
	}
	sentence_add(y, ".");
}

static void say_line(struct sentence_builder *y)
{
	uint64_t k = moment_step(y->m);
	size_t i = printed_before(y->t, k);
	if (y->step->silent)
		sentence_add(y, "%s goes on: what it delegated to has ended; next is line %u",
			y->name.text, y->step->line);
	else if (printed_at(y->t, i, k))
		say_printed(y, i);
	else
		sentence_add(y, "Next is line %u of %s", y->step->line, y->name.text);
	sentence_task_news(y);
	say_changes(y);
}

static void say_yield_value(struct sentence_builder *y)
{
	sentence_add(y, "%s yields ", y->name.text);
	if (y->step->value.kind != R_NONE) {
		sentence_value(y, y->step->value);
		sentence_add(y, " ");
	}
	sentence_add(y, "and is suspended at ");
	sentence_point(y, y->frame->reentry);
	sentence_ending(y, &stays);
}

static void say_suspended_with(struct sentence_builder *y, uint32_t inner)
{
	sentence_add(y, "%s is suspended at ", y->name.text);
	sentence_point(y, y->frame->reentry);
	sentence_add(y, " together with ");
	sentence_frame(y, inner);
	sentence_ending(y, &stays);
}

static void say_waits_for_object(struct sentence_builder *y)
{
	sentence_add(
		y, "%s %s ", y->name.text, y->step->why == SUSPEND_AWAIT ? "awaits" : "passes on");
	sentence_value(y, y->step->value);
	sentence_add(y, " and is suspended at ");
	sentence_point(y, y->frame->reentry);
	sentence_ending(y, &stays);
}

static void say_yield(struct sentence_builder *y)
{
	if (y->step->why == SUSPEND_YIELD)
		say_yield_value(y);
	else if (y->frame->delegates_to != FRAME_NONE)
		say_suspended_with(y, y->frame->delegates_to);
	else
		say_waits_for_object(y);
}

static void say_thrown_into(struct sentence_builder *y)
{
	static const char closing[] = "GeneratorExit(";
	if (y->step->value.kind == R_OBJECT)
		sentence_value(y, y->step->value);
	else if (!sentence_coming_exception(y))
		sentence_add(y, "An exception");
	if (strncmp(sbuf_cstr(&y->text), closing, sizeof closing - 1) == 0) {
		sbuf_truncate(&y->text, 0);
		sentence_add(y, "%s is closed: GeneratorExit is raised where it stands, at ",
			y->name.text);
	} else {
		sentence_add(y, " is thrown into %s at ", y->name.text);
	}
	sentence_point(y, sentence_point_before(y));
	sentence_add(y, ".");
}

static void say_passes_control_on(struct sentence_builder *y, uint32_t inner)
{
	sentence_add(y, "%s is resumed at ", y->name.text);
	sentence_point(y, sentence_point_before(y));
	sentence_add(y, " and passes control on to ");
	sentence_frame(y, inner);
	sentence_add(y, ".");
}

static void say_sent(struct sentence_builder *y)
{
	static const struct sentence_ending kept = { "; ", " was kept.", " were kept.", ".",
		&kept_short };
	sentence_add(y, "%s goes on at ", y->name.text);
	sentence_point(y, sentence_point_before(y));
	sentence_add(y, ": its %s gives ", suspend_kind_name(y->step->why));
	sentence_value(y, y->step->value);
	sentence_ending(y, &kept);
}

static void say_re_entered(struct sentence_builder *y)
{
	static const struct sentence_ending kept = { "; ", " was kept.", " were kept.",
		"; it kept its place.", &kept_short };
	sentence_add(y, "%s is resumed and goes on at ", y->name.text);
	uint32_t point = sentence_point_before(y);
	sentence_point(y, point);
	if (point != 0)
		sentence_add(y, ", line %u", y->step->line);
	sentence_ending(y, &kept);
}

static void say_resume(struct sentence_builder *y)
{
	if (y->step->how == HOW_THROW)
		say_thrown_into(y);
	else if (y->frame->delegates_to != FRAME_NONE)
		say_passes_control_on(y, y->frame->delegates_to);
	else if (y->step->value.kind != R_NONE && y->step->value.kind != R_UNSET)
		say_sent(y);
	else
		say_re_entered(y);
}

static void say_generator_returns(struct sentence_builder *y)
{
	static const struct sentence_ending vanished = { "; ", " is gone.", " are gone.",
		"; its frame is gone.", NULL };
	sentence_add(y, "%s returns ", y->name.text);
	sentence_value(y, y->step->value);
	sentence_add(y, ", finished for good");
	sentence_ending(y, &vanished);
}

static void say_return(struct sentence_builder *y)
{
	if ((y->code->flags & CODE_MODULE) != 0) {
		sentence_add(y, "%s is done: the program has come to its end.", y->name.text);
	} else if ((y->code->flags & CODE_CLASS_BODY) != 0) {
		sentence_add(y, "The body of %s is done: the class is made from its names.",
			y->name.text);
	} else if (is_resumable(y->code)) {
		say_generator_returns(y);
	} else {
		sentence_add(y, "%s returns ", y->name.text);
		sentence_value(y, y->step->value);
		sentence_ending(y, &gone);
	}
}

static void say_unwind(struct sentence_builder *y)
{
	if ((y->code->flags & CODE_MODULE) != 0) {
		sentence_value(y, y->step->value);
		sentence_add(y, " leaves %s, and nobody is there to catch it.", y->name.text);
		return;
	}
	if (strcmp(sentence_type(y, y->step->value), "GeneratorExit") == 0) {
		sentence_add(y, "%s is closed", y->name.text);
	} else {
		sentence_add(y, "%s ends by ", y->name.text);
		sentence_value(y, y->step->value);
	}
	sentence_ending(y, &gone);
}

/* An exception comes out of a frame that ended in the step before: by it, or,
 * StopIteration, by its return. */
static void say_exception_of(struct sentence_builder *y, const struct step *last)
{
	if (last->kind == EVENT_UNWIND) {
		sentence_value(y, y->step->value);
		sentence_add(y, " comes from ");
		sentence_frame(y, last->frame);
		sentence_add(y, " to %s, line %u.", y->name.text, y->step->line);
	} else {
		sentence_frame(y, last->frame);
		sentence_add(y, " has ended: ");
		sentence_value(y, y->step->value);
		sentence_add(y, " is raised in %s, line %u.", y->name.text, y->step->line);
	}
}

static void say_exception(struct sentence_builder *y)
{
	const struct step *last = moment_last(y->before);
	bool ended = last->kind == EVENT_UNWIND ||
		(last->kind == EVENT_RETURN && is_resumable(trace_frame(y->t, last->frame).code));
	if (y->step->stop) {
		sentence_value(y, y->step->value);
		sentence_add(y, " tells %s, line %u, that what it ran has ended.", y->name.text,
			y->step->line);
	} else if (ended && last->frame != y->step->frame) {
		say_exception_of(y, last);
	} else {
		sentence_value(y, y->step->value);
		sentence_add(y, " is raised in %s, line %u.", y->name.text, y->step->line);
	}
}

static void (*const sayers[EVENT_KIND_COUNT])(struct sentence_builder *) = {
	[EVENT_CALL] = say_call,
	[EVENT_CREATE] = say_create,
	[EVENT_LINE] = say_line,
	[EVENT_YIELD] = say_yield,
	[EVENT_RESUME] = say_resume,
	[EVENT_RETURN] = say_return,
	[EVENT_UNWIND] = say_unwind,
	[EVENT_EXCEPTION] = say_exception,
	[EVENT_TRANSFER] = sentence_transfer,
};

/* Appends what was said, fit for one line; there is no full stop behind an
 * ellipsis. */
static void finish_sentence(struct sentence_builder *y, struct sbuf *out)
{
	static const char twice[] = "….";
	size_t n = strlen(twice);
	if (y->text.len >= n && strcmp(y->text.text + y->text.len - n, twice) == 0)
		sbuf_truncate(&y->text, y->text.len - 1);
	utf8_cut(&y->text, 0, SENTENCE_COLUMNS);
	utf8_printable(out, y->text.text, y->text.len);
	sbuf_fini(&y->text);
	sbuf_fini(&y->name);
}

/* Says the step with as much of its values as leaves room for the rest. */
static void say_step(struct sentence_builder *y)
{
	static const uint32_t columns[] = { 54, 44, 36, 28, 22, VARIABLE_VALUE_COLUMNS };
	y->widest = UINT32_MAX;
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		if (columns[i] >= y->widest)
			continue;
		sbuf_truncate(&y->text, 0);
		y->value_columns = columns[i];
		y->widest = y->changes = 0;
		y->squeezed = false;
		if (!sentence_task_turn(y))
			sayers[y->step->kind](y);
		if (!y->squeezed && sentence_fits(y))
			break;
	}
}

void sentence_say(const struct moment *m, struct moment *scan, struct sbuf *out)
{
	const struct step *step = moment_last(m);
	struct sentence_builder y = {
		.m = m, .before = scan, .scan = scan, .t = moment_trace(m), .step = step
	};
	if (step->kind == EVENT_KIND_COUNT) {
		sentence_add(&y, "Nothing has run yet; the program is about to begin.");
		finish_sentence(&y, out);
		return;
	}
	variable_look_back(m, scan);
	if (step->frame != FRAME_NONE) {
		y.frame = moment_frame(m, step->frame);
		y.code = trace_frame(y.t, step->frame).code;
		variable_frame(moment_frame_info(m, step->frame), &y.name);
	}
	assert(sayers[step->kind] != NULL);
	say_step(&y);
	finish_sentence(&y, out);
}

/* Limits end with advice in parentheses, which is not part of the story. */
static void say_without_advice(struct sentence_builder *y, const char *text)
{
	const char *advice = strstr(text, " (--");
	sbuf_bytes(&y->text, text, advice != NULL ? (size_t)(advice - text) : strlen(text));
}

void sentence_end(const struct trace *t, struct sbuf *out)
{
	static const char *const forms[] = {
		[TRACE_FINISHED] = "The program has come to its end.",
		[TRACE_UNCAUGHT] = "Nobody caught it: the program ends with %s",
		[TRACE_EXIT] = "The program has ended itself: %s",
		[TRACE_DEADLOCK] = "%s",
		[TRACE_LIMIT] = "The run ends: %s",
		[TRACE_REFUSED] = "The run ends: %s",
	};
	struct sentence_builder y = { .t = t };
	const char *text = trace_end_text(t);
	if (trace_end(t) == TRACE_DEADLOCK && trace_tasks(t) > 0) {
		sentence_task_deadlock(&y);
		finish_sentence(&y, out);
		return;
	}
	const char *hole = strstr(forms[trace_end(t)], "%s");
	if (hole == NULL) {
		sentence_add(&y, "%s", forms[trace_end(t)]);
	} else {
		sbuf_bytes(&y.text, forms[trace_end(t)], (size_t)(hole - forms[trace_end(t)]));
		say_without_advice(&y, text != NULL ? text : "it cannot go on");
	}
	finish_sentence(&y, out);
}
