/* A run as steps: what is recorded, and when. */

#include "trace/recorder.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/text/scenario.h"
#include "trace/store.h"
#include "walk.h"

#include <check.h>

#include <glob.h>
#include <stdlib.h>
#include <string.h>

/* A program, run and recorded. */
struct run {
	struct source source;
	struct program *program;
	struct trace *trace;
	struct moment *m;
};

static void run_text(struct run *r, const char *text)
{
	struct diag d = { 0 };
	ck_assert(source_from_text(&r->source, "test.py", text, strlen(text), &d));
	r->program = program_compile(&r->source, NULL, false, &d);
	ck_assert_msg(r->program != NULL, "%s", d.message);
	r->trace = trace_record(r->program, NULL, NULL, NULL, false);
	r->m = moment_new(r->trace);
}

static void run_fini(struct run *r)
{
	moment_free(r->m);
	trace_free(r->trace);
	program_free(r->program);
	source_fini(&r->source);
}

static const char *const programs[] = {
	"def g(n):\n"
	"    while n:\n"
	"        got = yield n\n"
	"        n -= 1\n"
	"    return 'end'\n"
	"def h():\n"
	"    x = yield from g(3)\n"
	"    yield x\n"
	"it = h()\n"
	"print(next(it), it.send(5))\n"
	"print(list(it))\n"
	"unused = g(1)\n"
	"del unused\n",
	/* Objects of every sort that come, change and go. */
	"class C:\n"
	"    def __init__(self, x):\n"
	"        self.x = x\n"
	"        self.items = []\n"
	"    def add(self, y):\n"
	"        self.items.append(y)\n"
	"        self.x += y\n"
	"        return self\n"
	"a = C(1).add(2).add(3)\n"
	"a.items[0] = 'new'\n"
	"a.items.insert(1, a)\n"
	"a.items.sort(key=str)\n"
	"d = {'k': 1, 2: (1, 2.5), 'a': a}\n"
	"del d['k']\n"
	"d['k'] = 0\n"
	"d.clear()\n"
	"s = {1, 2, 3}\n"
	"for i in range(20):\n"
	"    s.add(i * 3)\n"
	"    s.discard(i)\n"
	"a = None\n"
	"x = [[[[[[1]]]]]]\n"
	"x[0].append(x)\n",
	/* Cells. */
	"def outer(n):\n"
	"    total = 0\n"
	"    def add(k):\n"
	"        nonlocal total\n"
	"        total += k * n\n"
	"        return total\n"
	"    for i in range(5):\n"
	"        add(i)\n"
	"    return add\n"
	"f = outer(2)\n"
	"print(f(1), [f(j) for j in range(3)])\n",
	/* Exceptions. */
	"def raises(n):\n"
	"    try:\n"
	"        if n == 0:\n"
	"            raise ValueError('deep', n)\n"
	"        raises(n - 1)\n"
	"    finally:\n"
	"        print('leave', n)\n"
	"try:\n"
	"    raises(3)\n"
	"except ValueError as e:\n"
	"    print(e.args)\n"
	"def gen():\n"
	"    try:\n"
	"        yield 1\n"
	"    except KeyError as e:\n"
	"        yield e\n"
	"g = gen()\n"
	"next(g)\n"
	"g.throw(KeyError('thrown'))\n"
	"g.close()\n"
	"1 / 0\n",
	/* Recursion: slots are used again and again. */
	"def fib(n):\n"
	"    if n < 2:\n"
	"        return n\n"
	"    return fib(n - 1) + fib(n - 2)\n"
	"print(fib(9))\n",
	/* throw and close through a chain. */
	"def inner():\n"
	"    while True:\n"
	"        try:\n"
	"            yield 'a'\n"
	"        except ValueError:\n"
	"            yield 'caught'\n"
	"        except TypeError:\n"
	"            return 'returned'\n"
	"def outer():\n"
	"    r = yield from inner()\n"
	"    yield r\n"
	"    yield from inner()\n"
	"g = outer()\n"
	"print(next(g), g.throw(ValueError), next(g), g.throw(TypeError), next(g))\n"
	"g.close()\n",
	/* Nothing at all. */
	"",
};
enum { PROGRAMS = sizeof programs / sizeof *programs };

START_TEST(every_moment_of_a_program_is_the_same_whichever_way_it_is_reached)
{
	struct run r;
	run_text(&r, programs[_i]);
	walk_check(r.trace);
	run_fini(&r);
}
END_TEST

static void walk_side(const struct scenario *sc, enum side side)
{
	struct diag d = { 0 };
	struct program *p = program_compile(&sc->source, sc->keep[side], false, &d);
	ck_assert_msg(p != NULL, "%s: %s", sc->source.path, d.message);
	struct limits limits = { .steps = 3000 };
	struct trace *t = trace_record(p, &limits, NULL, sc->input, false);
	walk_check(t);
	trace_free(t);
	program_free(p);
}

START_TEST(every_moment_of_every_scenario_is_the_same_whichever_way_it_is_reached)
{
	glob_t files;
	ck_assert_int_eq(glob("scenarios/*.py", 0, NULL, &files), 0);
	for (size_t i = 0; i < files.gl_pathc; i++) {
		struct scenario sc;
		struct diag d = { 0 };
		ck_assert(scenario_read(&sc, files.gl_pathv[i], &d));
		for (int side = 0; side < SIDE_COUNT; side++) {
			if (sc.has[side])
				walk_side(&sc, (enum side)side);
		}
		scenario_fini(&sc);
	}
	globfree(&files);
}
END_TEST

/* The value of a name of the module, as text, at the moment. */
static const char *global(const struct run *r, const char *name)
{
	static struct sbuf out;
	sbuf_truncate(&out, 0);
	const struct mobject *names = moment_object(r->m, moment_namespace(r->m, 0));
	for (uint32_t i = 0; i < names->n; i++) {
		struct rvalue key = names->items[2 * i];
		if (key.kind == R_TEXT && strcmp(trace_text(r->trace, key.n, NULL), name) == 0)
			moment_repr(r->m, names->items[2 * i + 1], &out);
	}
	return sbuf_cstr(&out);
}

/* Goes to the moment when a line of the module begins. */
static void goto_line(struct run *r, uint32_t line)
{
	moment_goto(r->m, 0);
	while (moment_forward(r->m)) {
		const struct step *s = moment_last(r->m);
		if (s->kind == EVENT_LINE && s->frame == 0 && s->line == line)
			return;
	}
	ck_abort_msg("no step at line %u", line);
}

static void goto_end(struct run *r)
{
	moment_goto(r->m, trace_steps(r->trace));
}

START_TEST(values_are_shown_as_python_shows_them)
{
	static const struct {
		const char *expression, *shown;
	} values[] = {
		{ "1", "1" },
		{ "-2.0", "-2.0" },
		{ "1e300", "1e+300" },
		{ "True", "True" },
		{ "None", "None" },
		{ "...", "Ellipsis" },
		{ "'it is'", "'it is'" },
		{ "\"it's\"", "\"it's\"" },
		{ "'\\'\"\\n\\x00\\u3042\\u200b'", "'\\'\"\\n\\x00あ\\u200b'" },
		{ "'x' * 90",
			"'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
			"xxxxxxx'…+10" },
		{ "'at 0x7f00deadbeef.'", "'at 0x….'" },
		{ "[1, 'a', (2,)]", "[1, 'a', (2,)]" },
		{ "()", "()" },
		{ "{}", "{}" },
		{ "{'a': 1, 2: []}", "{'a': 1, 2: []}" },
		{ "{10, 9, 'b'}", "{'b', 10, 9}" },
		{ "set()", "set()" },
		{ "frozenset({1})", "frozenset({1})" },
		{ "[0] * 23", "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, …+3]" },
		{ "[[[[[[]]]]]]", "[[[[[…]]]]]" },
		{ "[[[[[]]]]]", "[[[[[]]]]]" },
		{ "range(3)", "range(0, 3)" },
		{ "range(1, 9, 2)", "range(1, 9, 2)" },
		{ "slice(1, None)", "slice(1, None, None)" },
		{ "len", "<built-in function len>" },
		{ "[].append", "<built-in method append of list>" },
		{ "int", "<class 'int'>" },
		{ "C", "<class '__main__.C'>" },
		{ "C()", "<C>" },
		{ "C().m", "<bound method C.m>" },
		{ "C.m", "<function C.m>" },
		{ "g()", "<generator g>" },
		{ "ValueError(1, 'a')", "ValueError(1, 'a')" },
		{ "iter([])", "<list_iterator>" },
		{ "L()", "<L>" },
		{ "str.join", "<method 'join' of 'str' objects>" },
		{ "ExceptionGroup('m', [ValueError(1), KeyError()])",
			"ExceptionGroup('m', [ValueError(1), KeyError()])" },
	};
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		struct sbuf text = { 0 };
		sbuf_str(&text,
			"class C:\n    def m(self): pass\nclass L(list): pass\ndef g():\n"
			"    yield\n");
		sbuf_printf(&text, "x = %s\n", values[i].expression);
		struct run r;
		run_text(&r, text.text);
		goto_end(&r);
		ck_assert_str_eq(global(&r, "x"), values[i].shown);
		run_fini(&r);
		sbuf_fini(&text);
	}
}
END_TEST

START_TEST(what_is_inside_itself_is_shown_once)
{
	struct run r;
	run_text(&r, "a = [1]\na.append(a)\nd = {}\nd['d'] = (d,)\n");
	goto_end(&r);
	ck_assert_str_eq(global(&r, "a"), "[1, [...]]");
	ck_assert_str_eq(global(&r, "d"), "{'d': ({...},)}");
	run_fini(&r);
}
END_TEST

START_TEST(contents_are_those_of_the_moment)
{
	struct run r;
	run_text(&r,
		"a = [3]\na.append(1)\na.sort()\na[0] = 'x'\ndel a[1]\na += [4, 5]\n"
		"a.clear()\na\n");
	static const char *const shown[] = { "[3]", "[3, 1]", "[1, 3]", "['x', 3]", "['x']",
		"['x', 4, 5]", "[]" };
	for (uint32_t i = 0; i < 7; i++) {
		goto_line(&r, i + 2);
		ck_assert_str_eq(global(&r, "a"), shown[i]);
	}
	run_fini(&r);
}
END_TEST

START_TEST(attributes_are_followed)
{
	struct run r;
	run_text(&r, "class C: pass\nc = C()\nc.x = 1\nc.x += 4\ndel c.x\nc\n");
	static const char *const shown[] = { "", "{'x': 1}", "{'x': 5}", "{}" };
	for (uint32_t i = 0; i < 4; i++) {
		goto_line(&r, i + 3);
		const struct mobject *names = moment_object(r.m, moment_namespace(r.m, 0));
		const struct mobject *c = NULL;
		for (uint32_t k = 0; k < names->n; k++) {
			struct rvalue v = names->items[2 * k + 1];
			if (v.kind == R_OBJECT && moment_object(r.m, v.n)->kind == OBJ_INSTANCE)
				c = moment_object(r.m, v.n);
		}
		ck_assert_ptr_nonnull(c);
		struct sbuf out = { 0 };
		if (c->attrs)
			moment_repr(r.m, rvalue_object(c->attrs), &out);
		ck_assert_str_eq(sbuf_cstr(&out), shown[i]);
		sbuf_fini(&out);
	}
	run_fini(&r);
}
END_TEST

/* An object that takes the place of a dead one in memory is another. */
START_TEST(a_new_object_at_an_old_address_is_seen)
{
	struct run r;
	run_text(&r,
		"def f():\n"
		"    for i in range(50):\n"
		"        x = [i]\n"
		"        y = i + 0.5\n"
		"        z = 'n' + str(i)\n"
		"        pass\n"
		"        x = y = z = None\n"
		"f()\n");
	int turns = 0;
	while (moment_forward(r.m)) {
		const struct step *s = moment_last(r.m);
		if (s->kind != EVENT_LINE || s->line != 6)
			continue;
		struct sbuf out = { 0 }, want = { 0 };
		for (uint32_t i = 0; i < 4; i++) {
			moment_repr(r.m, moment_frame(r.m, s->frame)->vars[i], &out);
			sbuf_char(&out, ' ');
		}
		sbuf_printf(&want, "%d [%d] %d.5 'n%d' ", turns, turns, turns, turns);
		ck_assert_str_eq(out.text, want.text);
		sbuf_fini(&out);
		sbuf_fini(&want);
		turns++;
	}
	ck_assert_int_eq(turns, 50);
	run_fini(&r);
}
END_TEST

START_TEST(a_frame_that_is_gone_keeps_what_it_held)
{
	struct run r;
	run_text(&r, "def f(n):\n    x = [n, [n]]\n    return n\nf(7)\npass\nf(8)\n");
	goto_line(&r, 5);
	const struct mframe *f = moment_slot(r.m, 1);
	ck_assert_int_eq(f->state, CORO_FINISHED);
	ck_assert(f->destroyed);
	struct sbuf out = { 0 };
	moment_repr(r.m, f->vars[1], &out);
	ck_assert_str_eq(sbuf_cstr(&out), "[7, [7]]");
	ck_assert_int_eq(f->result.i, 7);
	sbuf_fini(&out);
	goto_end(&r);
	ck_assert_uint_eq(moment_slot(r.m, 1)->info->nth, 2);
	ck_assert_uint_eq(trace_slots(r.trace), 2);
	run_fini(&r);
}
END_TEST

START_TEST(a_chain_of_delegation_shows_who_waits_for_whom)
{
	struct run r;
	run_text(&r,
		"def a():\n    yield 1\n    yield 2\ndef b():\n    yield from a()\ng = b()\n"
		"next(g)\nnext(g)\n");
	goto_line(&r, 8);
	const struct mframe *outer = moment_frame(r.m, 1), *inner = moment_frame(r.m, 2);
	ck_assert_int_eq(outer->state, CORO_SUSPENDED);
	ck_assert_int_eq(outer->why, SUSPEND_YIELD_FROM);
	ck_assert_uint_eq(outer->delegates_to, 2);
	ck_assert_uint_eq(inner->back, 1);
	ck_assert_int_eq(inner->state, CORO_SUSPENDED);
	ck_assert_uint_eq(inner->reentry, 1);
	ck_assert_uint_eq(moment_running(r.m), 0);
	while (moment_last(r.m)->kind != EVENT_RESUME || moment_last(r.m)->frame != 2)
		ck_assert(moment_forward(r.m));
	ck_assert_int_eq(moment_frame(r.m, 0)->state, CORO_WAITING);
	ck_assert_int_eq(moment_frame(r.m, 1)->state, CORO_WAITING);
	ck_assert_int_eq(moment_frame(r.m, 2)->state, CORO_RUNNING);
	ck_assert_uint_eq(moment_frame(r.m, 2)->point_resumes[0], 1);
	run_fini(&r);
}
END_TEST

START_TEST(a_run_is_the_same_with_a_recorder_and_without)
{
	for (int i = 0; i < PROGRAMS; i++) {
		struct run r;
		run_text(&r, programs[i]);
		struct vm *vm = vm_new(&(struct vm_options){ 0 });
		enum run_status status = vm_run(vm, r.program);
		ck_assert_int_eq(vm_exit_status(vm), trace_exit_status(r.trace));
		ck_assert_int_eq(status == RUN_FINISHED, trace_end(r.trace) == TRACE_FINISHED);
		vm_free(vm);
		run_fini(&r);
	}
}
END_TEST

START_TEST(a_limit_ends_the_record_and_keeps_it)
{
	struct run r;
	run_text(&r, "n = 0\nwhile True:\n    n += 1\n");
	ck_assert_int_eq(trace_end(r.trace), TRACE_LIMIT);
	ck_assert_ptr_nonnull(trace_end_text(r.trace));
	ck_assert_uint_ge(trace_steps(r.trace), 9999999);
	ck_assert_uint_le(trace_size(r.trace), 60000000);
	goto_end(&r);
	ck_assert_int_eq(moment_last(r.m)->kind, EVENT_LINE);
	run_fini(&r);
}
END_TEST

/* A million nested lists: reading in and going back must not need a deep C stack. */
START_TEST(deep_nesting_is_read_in_without_deep_recursion)
{
	struct run r;
	run_text(&r,
		"def f():\n    x = []\n    for i in range(200000):\n        x = [x]\n    return x\n"
		"x = f()\nx = 1\n");
	goto_end(&r);
	ck_assert_str_eq(global(&r, "x"), "1");
	moment_back(r.m);
	ck_assert_str_eq(global(&r, "x"), "[[[[[…]]]]]");
	run_fini(&r);
}
END_TEST

Suite *recorder_suite(void)
{
	Suite *s = suite_create("recorder");
	TCase *t = tcase_create("recorder");
	tcase_set_timeout(t, 120);
	tcase_add_loop_test(
		t, every_moment_of_a_program_is_the_same_whichever_way_it_is_reached, 0, PROGRAMS);
	tcase_add_test(t, every_moment_of_every_scenario_is_the_same_whichever_way_it_is_reached);
	tcase_add_test(t, values_are_shown_as_python_shows_them);
	tcase_add_test(t, what_is_inside_itself_is_shown_once);
	tcase_add_test(t, contents_are_those_of_the_moment);
	tcase_add_test(t, attributes_are_followed);
	tcase_add_test(t, a_new_object_at_an_old_address_is_seen);
	tcase_add_test(t, a_frame_that_is_gone_keeps_what_it_held);
	tcase_add_test(t, a_chain_of_delegation_shows_who_waits_for_whom);
	tcase_add_test(t, a_run_is_the_same_with_a_recorder_and_without);
	tcase_add_test(t, a_limit_ends_the_record_and_keeps_it);
	tcase_add_test(t, deep_nesting_is_read_in_without_deep_recursion);
	suite_add_tcase(s, t);
	return s;
}
