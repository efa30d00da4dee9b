#include "session/view/ladder.h"

#include "base/sbuf.h"
#include "session/words/printed.h"
#include "session/words/task_words.h"
#include "session/words/variable.h"
#include "trace/step_kind.h"

/* After so many steps without a message the overview is asked how many more there
 * are. */
enum { QUIET_LEAST = 64 };

/* A message in the making. */
struct making {
	const struct trace *t;
	struct moment *m; /* after its step */
	uint32_t before;  /* frame that ran before the step */
	struct step step;
	struct sbuf text;
};

static uint32_t slot_of(const struct making *k, uint32_t frame)
{
	return frame != FRAME_NONE ? trace_frame(k->t, frame).slot : SLOT_NONE;
}

/* The words, and a value unless it is None. */
static void say_with(struct making *k, const char *words, struct rvalue v)
{
	sbuf_str(&k->text, words);
	if (v.kind == R_NONE || v.kind == R_UNSET)
		return;
	sbuf_char(&k->text, ' ');
	variable_value(k->m, v, VARIABLE_VALUE_COLUMNS, &k->text);
}

/* A pole may have had many frames: each call says which one it makes. */
static void say_call(struct making *k)
{
	struct frame_info f = moment_frame_info(k->m, k->step.frame);
	bool starts = (f.code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) !=
		0;
	bool begins = (f.code->flags & CODE_MODULE) != 0;
	sbuf_str(&k->text, begins ? "begin" : starts ? "start" : "call ");
	if (!begins && !starts)
		variable_frame(f, &k->text);
}

static void say_yield(struct making *k)
{
	static const char *const words[SUSPEND_KIND_COUNT] = {
		[SUSPEND_NONE] = "yields",
		[SUSPEND_YIELD] = "yields",
		[SUSPEND_YIELD_FROM] = "passes on",
		[SUSPEND_AWAIT] = "awaits",
	};
	struct mtask task = { .state = TASK_STATE_RUNNING };
	if (moment_in_loop(k->m))
		task = moment_task_at(k->m, moment_task(k->m));
	if (task.state == TASK_STATE_WAITING)
		task_words_short(&task, &k->text);
	else if (task.state == TASK_STATE_READY)
		sbuf_str(&k->text, "gives way");
	else
		say_with(k, words[k->step.why], k->step.value);
}

static void say_resume(struct making *k)
{
	bool plain = k->step.value.kind == R_NONE || k->step.value.kind == R_UNSET;
	say_with(k, k->step.how == HOW_THROW ? "throw" : plain ? "resume" : "send", k->step.value);
}

static void say_unwind(struct making *k)
{
	const char *type = variable_type(k->m, k->step.value);
	sbuf_str(&k->text, *type != '\0' ? type : "exception");
}

static void say_print(struct making *k)
{
	size_t len, i = printed_before(k->t, moment_step(k->m));
	const char *line = printed_line(k->t, i, &len);
	sbuf_str(&k->text, "prints ");
	sbuf_bytes(&k->text, line, len);
}

static void say_create(struct making *k)
{
	sbuf_str(&k->text, "make");
}

static void say_return(struct making *k)
{
	say_with(k, "returns", k->step.value);
}

static void say_transfer(struct making *k)
{
	sbuf_str(&k->text, "switch");
}

static void (*const sayers[])(struct making *k) = {
	[MESSAGE_CALL] = say_call,
	[MESSAGE_CREATE] = say_create,
	[MESSAGE_YIELD] = say_yield,
	[MESSAGE_RESUME] = say_resume,
	[MESSAGE_RETURN] = say_return,
	[MESSAGE_THROW] = say_unwind,
	[MESSAGE_TRANSFER] = say_transfer,
	[MESSAGE_PRINT] = say_print,
};

#define X(kind, word, record_name, mark, cost, message, traits) [EVENT_##kind] = MESSAGE_##message,
static const enum message_kind messages[EVENT_KIND_COUNT] = { STEP_KINDS(X) };
#undef X

/* The slot that a step next to a transfer is about: the frame that ended its
 * greenlet before, or begins the new one after it. */
static uint32_t neighbour(const struct making *k, uint64_t step)
{
	struct step other;
	if (step < 1 || step > trace_steps(k->t))
		return SLOT_NONE;
	trace_step(k->t, step, &other);
	return slot_of(k, other.frame);
}

/* Who sends it, and to whom. */
static void address(const struct making *k, struct message *out)
{
	uint32_t now = slot_of(k, moment_running(k->m));
	const struct mframe *f = k->step.frame != FRAME_NONE ? moment_frame(k->m, k->step.frame)
							     : NULL;
	uint32_t mine = slot_of(k, k->step.frame);
	switch (out->kind) {
	case MESSAGE_CALL:
	case MESSAGE_RESUME:
		out->from = f != NULL ? slot_of(k, f->back) : SLOT_NONE;
		out->to = mine;
		break;
	case MESSAGE_CREATE:
		out->from = now;
		out->to = mine;
		break;
	case MESSAGE_YIELD:
	case MESSAGE_RETURN:
	case MESSAGE_THROW:
		out->from = mine;
		out->to = now;
		break;
	case MESSAGE_TRANSFER:
		out->from = k->before != FRAME_NONE ? slot_of(k, k->before)
						    : neighbour(k, out->step - 1);
		out->to = now != SLOT_NONE ? now : neighbour(k, out->step + 1);
		break;
	case MESSAGE_PRINT:
		out->from = slot_of(k, k->before != FRAME_NONE ? k->before : k->step.frame);
		out->to = SLOT_NONE;
		break;
	}
}

static void make_message(struct making *k, uint64_t step, struct message *out, uint32_t first,
	uint32_t nslots, struct arena *a)
{
	moment_goto(k->m, step - 1);
	k->before = moment_running(k->m);
	moment_forward(k->m);
	k->step = *moment_last(k->m);
	out->step = step;
	out->kind = messages[k->step.kind];
	address(k, out);
	sbuf_truncate(&k->text, 0);
	sayers[out->kind](k);
	out->text = arena_strndup(a, sbuf_cstr(&k->text), k->text.len);
	struct view_lane_cell *cells = arena_alloc(a, (nslots + 1) * sizeof *cells);
	for (uint32_t i = 0; i < nslots; i++)
		cells[i] = view_cell(k->m, first + i);
	out->cells = cells;
}

/* The last step up to k that may be a message, since before it something is
 * printed or control is switched; `line` lines are printed by then. */
static uint64_t skip_quiet(const struct trace *t, const struct overview *v, uint64_t k, size_t line)
{
	size_t n;
	uint64_t from = overview_quiet_from(v, k),
		 printed = line > 0 ? trace_output_lines(t, &n)[line - 1].step : 0;
	uint64_t last = from > 0 ? from - 1 : 0;
	return last > printed ? last : printed < k ? printed : k;
}

/* The steps of the last messages, the latest first; returns their number. */
static uint32_t list_steps(
	const struct session_side *ss, const struct overview *v, uint32_t max, uint64_t *steps)
{
	struct step_cursor cursor;
	struct step step;
	uint64_t k = moment_step(ss->moment);
	uint32_t n = 0, quiet = 0;
	size_t line = printed_before(ss->trace, k + 1);
	step_cursor_at(&cursor, ss->trace, k);
	while (n < max && k > 0) {
		if (++quiet > QUIET_LEAST) {
			k = skip_quiet(ss->trace, v, k, line);
			step_cursor_at(&cursor, ss->trace, k);
			quiet = 0;
		}
		if (!step_cursor_back(&cursor, &step))
			break;
		bool prints = line > 0 && printed_at(ss->trace, line - 1, k);
		if (messages[step.kind] != MESSAGE_PRINT || prints) {
			steps[n++] = k;
			quiet = 0;
		}
		if (prints)
			line = printed_before(ss->trace, k);
		k--;
	}
	return n;
}

struct message *ladder_messages(const struct session *s, enum side side, const struct overview *v,
	uint32_t *n, uint32_t first, uint32_t nslots, struct arena *a)
{
	const struct session_side *ss = &s->side[side];
	uint64_t *steps = arena_alloc(a, (*n + 1) * sizeof *steps);
	*n = session_has(s, side) ? list_steps(ss, v, *n, steps) : 0;
	struct message *out = arena_alloc(a, (*n + 1) * sizeof *out);
	struct making k = { .t = ss->trace, .m = ss->scan };
	for (uint32_t i = 0; i < *n; i++)
		make_message(&k, steps[*n - 1 - i], &out[i], first, nslots, a);
	sbuf_fini(&k.text);
	return out;
}
