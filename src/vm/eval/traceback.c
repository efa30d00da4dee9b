/* How an uncaught exception is shown: CPython 3.11, Python/traceback.c and
 * print_exception_recursive of Python/pythonrun.c. */

#include "vm/value/exception.h"

#include "base/array.h"
#include "base/sbuf.h"
#include "base/utf8.h"
#include "vm/eval/anchor.h"
#include "vm/eval/suggest.h"
#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/frame.h"
#include "vm/value/machine.h"
#include "vm/value/native.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <string.h>

enum { ENTRIES_MAX = 1000, REPEATS_SHOWN = 3, GROUP_WIDTH = 15, GROUP_DEPTH = 10, LINE_INDENT = 4 };

/* The state of one printing: how deep in groups it is, and whether the last
 * exception of a group has still to be closed with a line. */
struct printer {
	struct vm *vm;
	struct sbuf *out;
	bool no_source; /* the file can no longer be read */
	unsigned depth;
	bool need_close;
	struct {
		ARRAY(value);
	} seen;
};

static void margin(struct printer *p)
{
	sbuf_fill(p->out, ' ', 2 * (size_t)p->depth);
	if (p->depth)
		sbuf_str(p->out, "| ");
}

static size_t leading_blanks(const char *line, size_t len)
{
	size_t i = 0;
	while (i < len && (line[i] == ' ' || line[i] == '\t' || line[i] == '\f'))
		i++;
	return i;
}

static void put_carets(struct printer *p, const char *line, size_t from, size_t to,
	const struct program *program, struct span span)
{
	uint32_t left = 0, right = 0;
	bool anchored = anchor_find(program, span, &left, &right);
	size_t blanks = leading_blanks(line, to);
	margin(p);
	sbuf_fill(p->out, ' ', LINE_INDENT + utf8_count(line + blanks, from - blanks));
	for (size_t i = from; i < to;) {
		uint32_t c;
		sbuf_char(p->out, anchored && (i < left || i >= right) ? '~' : '^');
		size_t n = utf8_decode(line + i, to - i, &c);
		i += n ? n : 1;
	}
	sbuf_char(p->out, '\n');
}

/* The source line of an entry, and below it what part of it failed, unless that
 * is the whole line. */
static void put_source(struct printer *p, const struct code *c, const struct traceback *tb)
{
	size_t len;
	const char *line = p->no_source ? NULL : source_line(c->program->source, tb->line, &len);
	if (!line)
		return;
	size_t blanks = leading_blanks(line, len);
	if (blanks == len)
		return;
	margin(p);
	sbuf_fill(p->out, ' ', LINE_INDENT);
	sbuf_bytes(p->out, line + blanks, len - blanks);
	sbuf_char(p->out, '\n');
	struct span span = tb->stored ? *code_store_span(c, tb->instr) : c->spans[tb->instr];
	if (tb->not_begun || span.line != tb->line)
		return;
	size_t end = span.end_col;
	if (span.end_line != span.line) {
		end = len;
		while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t'))
			end--;
	}
	uint32_t left, right;
	if (end > len || span.col < blanks || span.col >= end)
		return;
	if (span.col == blanks && end == len && !anchor_find(c->program, span, &left, &right))
		return;
	put_carets(p, line, span.col, end, c->program, span);
}

static bool same_place(const struct traceback *a, const struct traceback *b)
{
	return a && a->line == b->line && a->frame->proto->code == b->frame->proto->code;
}

static void put_repeats(struct printer *p, uint32_t n)
{
	if (n <= REPEATS_SHOWN)
		return;
	n -= REPEATS_SHOWN;
	margin(p);
	sbuf_printf(p->out, "  [Previous line repeated %u more time%s]\n", n, n > 1 ? "s" : "");
}

static void put_entry(struct printer *p, const struct traceback *tb)
{
	const struct code *c = tb->frame->proto->code;
	margin(p);
	sbuf_printf(p->out, "  File \"%s\", line %d, in %s\n", c->program->source->path,
		(int)tb->line, c->name);
	put_source(p, c, tb);
}

static void put_entries(struct printer *p, struct traceback *tb)
{
	uint32_t n = 0, repeats = 0;
	const struct traceback *last = NULL;
	for (struct traceback *t = tb; t; t = traceback_shown(t->next))
		n++;
	for (; n > ENTRIES_MAX; n--)
		tb = traceback_shown(tb->next);
	for (; tb; tb = traceback_shown(tb->next)) {
		if (!same_place(last, tb)) {
			put_repeats(p, repeats);
			repeats = 0;
		}
		last = tb;
		if (++repeats <= REPEATS_SHOWN)
			put_entry(p, tb);
	}
	put_repeats(p, repeats);
}

static bool is_group(struct printer *p, value exc)
{
	return exception_is(p->vm, exc, VM_EXC(p->vm, BaseExceptionGroup));
}

static void put_traceback(struct printer *p, value exc)
{
	const struct exception *e = exception_get(exc);
	if (!e->tb)
		return;
	bool group = is_group(p, exc);
	if (group && p->depth == 1)
		sbuf_str(p->out, "  + ");
	else
		margin(p);
	sbuf_str(p->out,
		group ? "Exception Group Traceback (most recent call last):\n"
		      : "Traceback (most recent call last):\n");
	put_entries(p, traceback_shown(e->tb));
}

static void put_lines(struct printer *p, const char *text, size_t len)
{
	for (;;) {
		const char *end = memchr(text, '\n', len);
		size_t n = end ? (size_t)(end - text) : len;
		margin(p);
		sbuf_bytes(p->out, text, n);
		sbuf_char(p->out, '\n');
		if (!end)
			return;
		text += n + 1;
		len -= n + 1;
	}
}

static void put_notes(struct printer *p, const struct exception *e)
{
	if (!is_kind(e->notes, OBJ_LIST))
		return;
	const struct list *notes = list_get(e->notes);
	for (uint32_t i = 0; i < notes->len; i++) {
		struct sbuf text = vm_text(p->vm);
		if (!ops_str_now(p->vm, notes->at[i], &text))
			value_drop(p->vm, vm_catch(p->vm));
		put_lines(p, sbuf_cstr(&text), text.len);
		sbuf_fini(&text);
	}
}

static void put_message(struct printer *p, value exc)
{
	margin(p);
	exception_summary(p->vm, exc, p->out);
	value meant = suggest_name(p->vm, exc);
	if (meant != V_NONE)
		sbuf_printf(p->out, ". Did you mean: '%s'?", str_get(meant)->bytes);
	value_drop(p->vm, meant);
	sbuf_char(p->out, '\n');
	put_notes(p, exception_get(exc));
}

static void put_exception(struct printer *p, value exc);

static void put_member(struct printer *p, const struct tuple *members, uint32_t i)
{
	if (i < GROUP_WIDTH) {
		put_exception(p, members->at[i]);
		return;
	}
	uint32_t rest = members->len - GROUP_WIDTH;
	margin(p);
	sbuf_printf(p->out, "and %u more exception%s\n", rest, rest > 1 ? "s" : "");
}

static void put_members(struct printer *p, const struct tuple *members)
{
	uint32_t n = members->len > GROUP_WIDTH ? GROUP_WIDTH + 1 : members->len;
	p->need_close = false;
	for (uint32_t i = 0; i < n; i++) {
		if (i + 1 == n)
			p->need_close = true;
		sbuf_fill(p->out, ' ', 2 * (size_t)p->depth);
		sbuf_str(p->out, i == 0 ? "+-" : "  ");
		if (i < GROUP_WIDTH)
			sbuf_printf(p->out, "+---------------- %u ----------------\n", i + 1);
		else
			sbuf_str(p->out, "+---------------- ... ----------------\n");
		p->depth++;
		put_member(p, members, i);
		if (i + 1 == n && p->need_close) {
			sbuf_fill(p->out, ' ', 2 * (size_t)p->depth);
			sbuf_str(p->out, "+------------------------------------\n");
			p->need_close = false;
		}
		p->depth--;
	}
}

static void put_group(struct printer *p, value exc)
{
	if (p->depth > GROUP_DEPTH) {
		margin(p);
		sbuf_printf(p->out, "... (max_group_depth is %u)\n", GROUP_DEPTH);
		return;
	}
	bool outermost = p->depth == 0;
	if (outermost)
		p->depth = 1;
	put_traceback(p, exc);
	put_message(p, exc);
	put_members(p, tuple_get(exception_get(exc)->value));
	if (outermost)
		p->depth = 0;
}

static bool was_seen(const struct printer *p, value exc)
{
	for (size_t i = 0; i < p->seen.len; i++) {
		if (p->seen.at[i] == exc)
			return true;
	}
	return false;
}

/* What is shown before exc: its cause, or its context. */
static value predecessor(const struct printer *p, value exc)
{
	const struct exception *e = exception_get(exc);
	value from = e->cause != V_NONE ? e->cause : e->suppress_context ? V_NONE : e->context;
	return from == V_NONE || was_seen(p, from) ? V_NONE : from;
}

static void put_link(struct printer *p, value exc)
{
	margin(p);
	sbuf_char(p->out, '\n');
	margin(p);
	sbuf_str(p->out,
		exception_get(exc)->cause != V_NONE
			? "The above exception was the direct cause of the following exception:\n"
			: "During handling of the above exception, another exception occurred:\n");
	margin(p);
	sbuf_char(p->out, '\n');
}

static void put_one(struct printer *p, value exc)
{
	if (is_group(p, exc) && is_kind(exception_get(exc)->value, OBJ_TUPLE)) {
		put_group(p, exc);
		return;
	}
	put_traceback(p, exc);
	put_message(p, exc);
}

/* A chain has no branches: it is gone back to its beginning, then shown. */
static void put_exception(struct printer *p, value exc)
{
	size_t start = p->seen.len;
	bool need_close = p->need_close;
	for (value v = exc; v != V_NONE; v = predecessor(p, v))
		array_push(&p->seen, v);
	size_t end = p->seen.len;
	for (size_t i = end; i > start; i--) {
		value v = p->seen.at[i - 1];
		put_one(p, v);
		if (i - 1 > start) {
			p->need_close = need_close;
			put_link(p, p->seen.at[i - 2]);
		}
	}
}

void exception_print(struct vm *vm, value exc, struct sbuf *out)
{
	struct printer p = { .vm = vm, .out = out };
	put_exception(&p, exc);
	array_fini(&p.seen);
}

void exception_print_ignored(struct vm *vm, value exc, struct sbuf *out)
{
	struct printer p = { .vm = vm, .out = out, .no_source = vm->ending == ENDING_NAMELESS };
	struct sbuf text = vm_text(vm);
	struct traceback *tb = exception_get(exc)->tb;
	if (tb)
		sbuf_str(out, "Traceback (most recent call last):\n");
	put_entries(&p, traceback_shown(tb));
	exception_summary(vm, exc, out);
	if (!ops_str_now(vm, exc, &text))
		value_drop(vm, vm_catch(vm));
	else if (text.len == 0)
		sbuf_str(out, ": ");
	sbuf_char(out, '\n');
	sbuf_fini(&text);
}

/* The innermost frame of the program's own code; NULL: it has ended.  *globals
 * are those of the module that CPython would blame: asyncio's loop, for one, is
 * Python code there too. */
static const struct frame *program_frame(const struct vm *vm, struct dict **globals)
{
	const struct frame *f = vm->frame;
	*globals = vm->builtins;
	for (; f; f = f->back) {
		bool library = f->proto->code->flags & CODE_LIBRARY;
		if (*globals == vm->builtins && f->proto->module &&
			(!library || f->proto->module->python))
			*globals = f->proto->module->globals;
		if (!library)
			break;
	}
	return f;
}

/* A warning is given once per place: the module's __warningregistry__ keeps
 * those that were. */
static bool warned_before(struct vm *vm, struct dict *globals, uint32_t line, const char *name)
{
	value key = str_intern(vm, "__warningregistry__", 19),
	      registry = dict_find_name(globals, key);
	if (registry == V_UNSET) {
		registry = obj_value(dict_new(vm));
		dict_set_name(vm, dict_obj(registry), str_intern(vm, "version", 7), small_make(0));
		dict_set_name(vm, globals, key, registry);
		value_drop(vm, registry);
	}
	if (!is_kind(registry, OBJ_DICT))
		return false;
	struct sbuf text = vm_text(vm);
	sbuf_printf(&text, "coroutine '%s' was never awaited", name);
	value warning = tuple_pack(vm, 3, str_from_sbuf(vm, &text),
		obj_value(obj_keep(VM_EXC(vm, RuntimeWarning))), small_make(line));
	bool before = dict_find(vm, dict_obj(registry), warning) != V_UNSET;
	if (!before)
		dict_set(vm, dict_obj(registry), warning, V_TRUE);
	value_drop(vm, warning);
	return before;
}

/* Whether CPython has its module warnings at hand, which says more.  Until the first
 * collection is over, running code imports it; then it is there, or not. */
static bool has_warnings(struct vm *vm, bool running)
{
	bool imported = vm->warned ||
		(vm->modules && dict_find_name(vm->modules, VM_STR(vm, asyncio)) != V_UNSET);
	return vm->ending < ENDING_LAST ? running || imported
					: imported && vm->ending == ENDING_LAST;
}

/* Whether that module finds the module tracemalloc, of which it then speaks. */
static bool has_tracemalloc(const struct vm *vm)
{
	return vm->ending < ENDING_LAST || vm->warned;
}

static void put_warned_line(const struct source *src, uint32_t line, struct sbuf *out)
{
	size_t len;
	const char *text = source_line(src, line, &len);
	if (!text)
		return;
	size_t blanks = leading_blanks(text, len);
	sbuf_printf(out, "  %.*s\n", (int)(len - blanks), text + blanks);
}

void exception_warn_of_syntax(const struct program *p, struct sbuf *out)
{
	for (size_t i = 0; i < p->warnings.len; i++) {
		const struct warning *w = &p->warnings.at[i];
		sbuf_printf(out, "%s:%u: %s\n", p->source->path, w->line, w->text);
		put_warned_line(p->source, w->line, out);
	}
}

void exception_warn_never_awaited(struct vm *vm, const struct frame *coroutine, struct sbuf *out)
{
	struct dict *globals;
	const struct frame *f = program_frame(vm, &globals);
	uint32_t line = f ? f->line : 1;
	const char *name = str_get(coro_name(vm, coroutine, CORO_QUALNAME))->bytes;
	if (warned_before(vm, globals, line, name))
		return;
	const struct source *src = f ? f->proto->code->program->source : NULL;
	sbuf_printf(out, "%s:%u: RuntimeWarning: coroutine '%s' was never awaited\n",
		f ? src->path : "sys", line, name);
	bool more = has_warnings(vm, f);
	if (f && more)
		put_warned_line(src, line, out);
	if (more && has_tracemalloc(vm))
		sbuf_str(out,
			"RuntimeWarning: Enable tracemalloc to get the object allocation "
			"traceback\n");
	vm->warned |= f && vm->ending < ENDING_LAST;
}
