/* Which instructions the compiler makes of a program. */

#include "lang/code/code.h"

#include "base/sbuf.h"

#include <check.h>

#include <string.h>

struct compiled {
	struct source src;
	struct diag d;
	struct program *p;
};

static struct compiled compile(const char *text)
{
	struct compiled c = { 0 };

	ck_assert(source_from_text(&c.src, "a.py", text, strlen(text), &c.d));
	c.p = program_compile(&c.src, NULL, false, &c.d);
	return c;
}

static struct compiled compile_well(const char *text)
{
	struct compiled c = compile(text);

	ck_assert_msg(c.p, "%s: %s", text, c.d.message);
	return c;
}

static void done(struct compiled *c)
{
	program_free(c->p);
	source_fini(&c->src);
	diag_fini(&c->d);
}

/* The code of that qualified name. */
static const struct code *code_of(const struct compiled *c, const char *name)
{
	for (uint32_t i = 0; i < c->p->ncodes; i++)
		if (strcmp(c->p->codes[i]->qualname, name) == 0)
			return c->p->codes[i];
	ck_abort_msg("no code %s", name);
}

static void check_listing(const char *text, const char *name, const char *listing)
{
	struct compiled c = compile_well(text);
	struct sbuf out = { 0 };

	code_list(code_of(&c, name), &out);
	ck_assert_str_eq(sbuf_cstr(&out), listing);
	sbuf_fini(&out);
	done(&c);
}

/* The lines that begin in the code, in its order, and its jumps back: "<". */
static void check_lines(const char *text, const char *name, const char *lines)
{
	struct compiled c = compile_well(text);
	const struct code *code = code_of(&c, name);
	struct sbuf out = { 0 };

	for (uint32_t i = 0; i < code->ninstrs; i++) {
		const struct instr *in = &code->instrs[i];

		if (in->op == OP_LINE)
			sbuf_printf(&out, "%u ", (unsigned)in->bc);
		else if (in->op == OP_LINE_IF)
			sbuf_printf(&out, "%u? ", (unsigned)in->bc);
		else if (in->op == OP_JUMP && in->jump < 0)
			sbuf_str(&out, "< ");
	}
	ck_assert_msg(strcmp(sbuf_cstr(&out), lines) == 0, "%s: %s", text, sbuf_cstr(&out));
	sbuf_fini(&out);
	done(&c);
}

static unsigned count(const struct code *code, enum opcode op)
{
	unsigned n = 0;

	for (uint32_t i = 0; i < code->ninstrs; i++)
		n += code->instrs[i].op == op;
	return n;
}

static unsigned count_in(const char *text, const char *name, enum opcode op)
{
	struct compiled c = compile_well(text);
	unsigned n = count(code_of(&c, name), op);

	done(&c);
	return n;
}

START_TEST(globals_are_in_the_order_in_which_the_module_binds_them)
{
	struct compiled c = compile_well(
		"def f():\n return b + a\nimport math\na = 1\nb = f\nprint(b)\n");
	static const char *const names[] = { "f", "math", "a", "b" };

	for (uint32_t i = 0; i < 4; i++)
		ck_assert_str_eq(c.p->globals[i], names[i]);
	done(&c);
}
END_TEST

START_TEST(results_go_straight_to_variables)
{
	check_listing("def f(a, b):\n x = a + b\n x += 1\n return x\n", "f",
		"f line 1 registers 3+0\n"
		"    0  LINE 2\n"
		"    1  ADD x a b\n"
		"    2  LINE 3\n"
		"    3  IADD_INT x x 1\n"
		"    4  LINE 4\n"
		"    5  RETURN x\n");
}
END_TEST

START_TEST(a_result_that_is_stored_on_another_line_waits_in_a_temporary)
{
	check_listing("def f(a):\n x = \\\n  a + a\n", "f",
		"f line 1 registers 2+1\n"
		"    0  LINE 3\n"
		"    1  ADD %0 a a\n"
		"    2  LINE 2\n"
		"    3  MOVE x %0\n"
		"    4  RETURN_NONE\n");
}
END_TEST

START_TEST(a_variable_that_is_rebound_later_in_the_expression_is_copied)
{
	check_listing("def f(a):\n return a + (a := 2)\n", "f",
		"f line 1 registers 1+2\n"
		"    0  LINE 2\n"
		"    1  COPY %0 a\n"
		"    2  LOAD_INT %1 2\n"
		"    3  COPY a %1\n"
		"    4  ADD %0 %0 %1\n"
		"    5  RETURN %0\n");
	ck_assert_uint_eq(count_in("def f(a, b):\n return a + (b := 2)\n", "f", OP_COPY), 1);
}
END_TEST

START_TEST(a_loop_begins_its_line_each_turn)
{
	check_listing("def f(n):\n while n:\n  n -= 1\n", "f",
		"f line 1 registers 1+0\n"
		"    0  LINE 2\n"
		"    1  JUMP_IF_NOT n ->7\n"
		"    2  LINE 3\n"
		"    3  ISUB_INT n n 1\n"
		"    4  LINE 2\n"
		"    5  JUMP_IF n ->2\n"
		"    6  RETURN_NONE\n"
		"    7  RETURN_NONE\n");
	check_lines("def f(n):\n for i in n:\n  g(i)\n return i\n", "f", "2 3 2 < 4 ");
	check_lines("def f(n):\n for i in n: g(i)\n", "f", "2 2 < ");
	check_lines("def f():\n while True:\n  g()\n", "f", "2 3 2 < ");
}
END_TEST

START_TEST(lines_follow_the_constructs)
{
	check_lines("if 0:\n  a\nelse:\n  b\n", "<module>", "1 4 ");
	check_lines("if a:\n  b\nelif c:\n  d\ne\n", "<module>", "1 2 3 4 5 ");
	check_lines("f(\n 1,\n 2)\n", "<module>", "1 2 3 1 ");
	check_lines("x = (1,\n 2,\n 3)\n", "<module>", "1 ");
	check_lines("x = [\n a,\n b]\n", "<module>", "2 3 1 ");
	check_lines("a.b(\n).c()\n", "<module>", "1 2 ");
	check_lines("@a\n@b\ndef f(x=\n 1): pass\n", "<module>", "1 2 4 3 2 1 3 ");
	check_lines("def f():\n 'doc'\n", "f", "1 ");
	check_lines("with a:\n  b\nc\n", "<module>", "1 2 1 1? 3 ");
	check_lines("try:\n  a\nfinally:\n  b\n", "<module>", "1 2 4 4 ");
	check_lines("x = [\n  i\n  for i in a]\n", "<listcomp>", "1 3 2 1 1 < ");
}
END_TEST

START_TEST(reading_a_local_is_checked_only_where_it_may_be_unset)
{
	ck_assert_uint_eq(count_in("def f(a):\n x = a\n return x\n", "f", OP_CHECK), 0);
	ck_assert_uint_eq(count_in("def f(a):\n if a:\n  x = 1\n return x\n", "f", OP_CHECK), 1);
	ck_assert_uint_eq(
		count_in("def f(a):\n if a:\n  x = 1\n else:\n  x = 2\n return x\n", "f", OP_CHECK),
		0);
	ck_assert_uint_eq(
		count_in("def f(a):\n for x in a: pass\n print(x)\n return x\n", "f", OP_CHECK), 1);
	ck_assert_uint_eq(count_in("def f(a):\n del a\n return a\n", "f", OP_CHECK), 1);
	ck_assert_uint_eq(
		count_in("def f():\n try:\n  x = g()\n except E:\n  return x\n return x\n", "f",
			OP_CHECK),
		1);
	ck_assert_uint_eq(
		count_in("def f():\n e = 1\n try:\n  g()\n except E as e:\n  pass\n return e\n",
			"f", OP_CHECK),
		1);
}
END_TEST

START_TEST(handlers_stand_innermost_first)
{
	struct compiled c = compile_well(
		"try:\n  try:\n    a\n  finally:\n    b\nexcept E:\n  d\n");
	const struct code *code = c.p->main;
	uint32_t at = 0;

	while (code->instrs[at].op != OP_GET_GLOBAL)
		at++;
	uint32_t first = 0;

	while (first < code->nhandlers &&
		!(code->handlers[first].start <= at && at < code->handlers[first].end))
		first++;
	ck_assert_uint_lt(first, code->nhandlers);
	ck_assert_int_eq(code->instrs[code->handlers[first].target].op, OP_PUSH_EXC);
	ck_assert_int_eq(code->instrs[code->handlers[first].target + 1].op, OP_LINE);
	ck_assert_uint_eq(code->instrs[code->handlers[first].target + 1].bc, 5);
	ck_assert_int_ge(code->handled_reg, 0);
	for (uint32_t i = 1; i < code->nhandlers; i++)
		ck_assert_uint_le(code->handlers[i - 1].end, code->handlers[i].start);
	done(&c);
}
END_TEST

START_TEST(reentry_points_are_numbered_by_their_place)
{
	struct compiled c = compile_well(
		"def f():\n try:\n  yield 1\n  return (yield 2)\n finally:\n  yield 3\n");
	const struct code *code = code_of(&c, "f");
	uint32_t last = 0, copies = 0;

	ck_assert_uint_gt(code->nreentries, 3);
	for (uint32_t i = 0; i < code->nreentries; i++) {
		const struct reentry *r = &code->reentries[i];
		uint32_t expected = r->span.line == 6 ? 3 : r->span.line == 4 ? 2 : 1;

		ck_assert_uint_eq(r->number, expected);
		ck_assert_uint_ge(r->number, last);
		ck_assert_int_eq(r->kind, SUSPEND_YIELD);
		ck_assert_int_eq(code->instrs[r->instr].op, OP_YIELD);
		copies += r->number == 3;
		last = r->number;
	}
	ck_assert_uint_ge(copies, 2);
	done(&c);
}
END_TEST

START_TEST(codes_have_qualified_names_and_places)
{
	struct compiled c = compile_well(
		"class A:\n  def m(self):\n    def inner():\n      return [x for x in self]\n"
		"    return inner\n"
		"def g():\n  global h\n  def h(): pass\n  return lambda: 1\n");

	ck_assert_ptr_nonnull(code_of(&c, "A.m.<locals>.inner.<locals>.<listcomp>"));
	ck_assert_ptr_nonnull(code_of(&c, "h"));
	ck_assert_ptr_nonnull(code_of(&c, "g.<locals>.<lambda>"));
	ck_assert_str_eq(program_code_at(c.p, 3)->qualname, "A.m.<locals>.inner");
	ck_assert_str_eq(program_code_at(c.p, 5)->qualname, "A.m");
	ck_assert_str_eq(program_code_at(c.p, 7)->qualname, "g");
	ck_assert_str_eq(program_code_at(c.p, 99)->qualname, "<module>");
	for (uint32_t i = 0; i < c.p->ncodes; i++)
		ck_assert_uint_eq(c.p->codes[i]->number, i);
	done(&c);
}
END_TEST

START_TEST(a_class_gives_its_cell_to_methods_that_use_super)
{
	struct compiled c = compile_well(
		"class A:\n  def m(self):\n    return super().m()\n  def n(self): pass\n");
	const struct code *m = code_of(&c, "A.m"), *body = code_of(&c, "A");

	ck_assert_int_ge(m->class_cell_reg, 0);
	ck_assert_str_eq(m->vars[m->class_cell_reg].name, "__class__");
	ck_assert_int_eq(code_of(&c, "A.n")->class_cell_reg, -1);
	ck_assert_str_eq(body->vars[m->free_from[0]].name, "__class__");
	ck_assert_uint_eq(count(body, OP_RETURN), 1);
	done(&c);
}
END_TEST

START_TEST(long_displays_compile)
{
	struct sbuf text = { 0 };

	sbuf_str(&text, "x = [");
	for (int i = 0; i < 5000; i++)
		sbuf_str(&text, "a,");
	sbuf_str(&text, "]\ny = [");
	for (int i = 0; i < 5000; i++)
		sbuf_printf(&text, "%d,", i);
	sbuf_str(&text, "]\n");
	struct compiled c = compile_well(sbuf_cstr(&text));

	ck_assert_uint_eq(count(c.p->main, OP_LIST_APPEND), 5000);
	ck_assert_uint_eq(count(c.p->main, OP_LIST_EXTEND), 1);
	ck_assert_uint_lt(c.p->main->nregs, 10);
	done(&c);
	sbuf_fini(&text);
}
END_TEST

START_TEST(a_percent_of_a_tuple_is_an_f_string)
{
	check_listing("def f(a):\n return 'x%s%%%5r' % (a, a)\n", "f",
		"f line 1 registers 1+5\n"
		"    0  LINE 1\n"
		"    1  LOAD_CONST %0 'x'\n"
		"    2  LINE 2\n"
		"    3  MOVE %1 a\n"
		"    4  FORMAT %1 %1 115\n"
		"    5  LOAD_CONST %2 '%'\n"
		"    6  MOVE %3 a\n"
		"    7  LOAD_CONST %4 '>5'\n"
		"    8  FORMAT %3 %3 370\n"
		"    9  BUILD_STRING %0 %0 4\n"
		"   10  RETURN %0\n");
	ck_assert_uint_eq(count_in("x = '%d' % (a,)\n", "<module>", OP_MOD), 1);
	ck_assert_uint_eq(count_in("x = '%s' % a\n", "<module>", OP_MOD), 1);
	ck_assert_uint_eq(count_in("x = '%s %s' % (a,)\n", "<module>", OP_MOD), 1);
}
END_TEST

struct mistake {
	const char *program;
	uint32_t line;
	const char *message;
};

static const struct mistake mistakes[] = {
	{ "x = 1\nreturn x\n", 2, "'return' outside function" },
	{ "break\n", 1, "'break' outside loop" },
	{ "for i in a:\n  def f():\n    continue\n", 3, "'continue' not properly in loop" },
	{ "yield 1\n", 1, "'yield' outside function" },
	{ "await x\n", 1, "'await' outside function" },
	{ "def f():\n  await x\n", 2, "'await' outside async function" },
	{ "async def f():\n  yield from x\n", 2, "'yield from' inside async function" },
	{ "async def f():\n  yield 1\n  return 2\n", 3, "'return' with value in async generator" },
	{ "def f():\n  async for x in y: pass\n", 2, "'async for' outside async function" },
	{ "def f():\n  async with x: pass\n", 2, "'async with' outside async function" },
	{ "def f():\n  [x async for x in y]\n", 2,
		"asynchronous comprehension outside of an asynchronous function" },
	{ "try: pass\nexcept: pass\nexcept E: pass\n", 2, "default 'except:' must be last" },
	{ "for x in y:\n  try: pass\n  except* E:\n    break\n", 4,
		"'break', 'continue' and 'return' cannot appear in an except* block" },
	{ "class A(B, C): pass\n", 1, "multiple inheritance is outside the scenario language" },
	{ "class A(metaclass=M): pass\n", 1, "a metaclass is outside the scenario language" },
	{ "class A:\n  def __get__(self, o, t): pass\n", 2,
		"a descriptor's __get__ is outside the scenario language" },
	{ "class A:\n  if x:\n    def __set__(self, o, v): pass\n", 3,
		"a descriptor's __set__ is outside the scenario language" },
	{ "class A:\n  __delete__ = None\n", 2,
		"a descriptor's __delete__ is outside the scenario language" },
	{ "class A:\n  import a as __set_name__\n", 2,
		"a descriptor's __set_name__ is outside the scenario language" },
	{ "class A:\n  x, __slots__ = 1, ()\n", 2,
		"a class with __slots__ is outside the scenario language" },
	{ "class A:\n  @f\n  def __del__(self): pass\n", 3,
		"a finaliser __del__ is outside the scenario language" },
	{ "class A:\n  def __getattribute__(self, n): pass\n", 2,
		"a class with __getattribute__ is outside the scenario language" },
	{ "class A:\n  for __instancecheck__ in b: pass\n", 2,
		"a class with __instancecheck__ is outside the scenario language" },
	{ "class A:\n  @staticmethod\n  def __len__(): pass\n", 2,
		"a static method as __len__ is outside the scenario language" },
	{ "class A:\n  @property\n  @f\n  def __iter__(self): pass\n", 2,
		"a property as __iter__ is outside the scenario language" },
	{ "try:\n  import os.path\nexcept ImportError: pass\n", 2,
		"the module os is outside the scenario language" },
	{ "from array import array\n", 1, "the module array is outside the scenario language" },
	{ "def f():\n  return [eval for x in y]\n", 2,
		"the builtin eval is outside the scenario language" },
	{ "class A:\n  x = bytes\n", 2, "the builtin bytes is outside the scenario language" },
	{ "def f():\n  open = 1\nopen(2)\n", 3,
		"the builtin open is outside the scenario language" },
	{ "from . import a\n", 1, "a relative import is outside the scenario language" },
	{ "x = 9223372036854775808\n", 1,
		"an integer past 64 bits is outside the scenario language" },
	{ "x = 2 ** 3 + 18446744073709551615\n", 1,
		"an integer past 64 bits is outside the scenario language" },
};

START_TEST(mistakes_are_told_in_the_words_of_cpython)
{
	for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
		struct compiled c = compile(mistakes[i].program);

		ck_assert_msg(!c.p, "%s: accepted", mistakes[i].program);
		ck_assert_str_eq(c.d.message, mistakes[i].message);
		ck_assert_uint_eq(c.d.span.line, mistakes[i].line);
		done(&c);
	}
}
END_TEST

START_TEST(names_of_the_program_are_its_own_whatever_cpython_calls_so)
{
	struct compiled c = compile(
		"def open(): return exec\n"
		"def f(eval): return eval, open\n"
		"def g():\n"
		"  global exec\n"
		"  exec = bytes = 1\n"
		"  return lambda: bytes\n"
		"class A:\n"
		"  compile = 1\n"
		"  x = compile\n"
		"import no_such_module, osx, asyncio.no_such_module\n"
		"x.eval = x.bytes\n");

	ck_assert_msg(c.p != NULL, "%s", c.d.message);
	done(&c);
}
END_TEST

START_TEST(too_many_values_at_once_are_refused_at_their_line)
{
	struct sbuf text = { 0 };

	sbuf_str(&text, "a = 1\nb = 2\nx = f'");
	for (int i = 0; i < 40000; i++)
		sbuf_str(&text, "{a}");
	sbuf_str(&text, "'\n");
	struct compiled c = compile(sbuf_cstr(&text));

	ck_assert(!c.p);
	ck_assert_str_eq(c.d.message, "this needs too many values at once");
	ck_assert_uint_eq(c.d.span.line, 3);
	done(&c);
	sbuf_fini(&text);
}
END_TEST

/* A function of so many blocks, each the program's text that opens it. */
static struct compiled nested_blocks_of(const char *opening, const char *ending, int n)
{
	struct sbuf text = { 0 };

	sbuf_str(&text, "def f(x):\n");
	for (int i = 0; i < n; i++)
		sbuf_printf(&text, "%*s%s\n", i + 1, "", opening);
	sbuf_printf(&text, "%*spass\n", n + 1, "");
	for (int i = n; *ending && i-- > 0;)
		sbuf_printf(&text, "%*s%s\n", i + 1, "", ending);
	struct compiled c = compile(sbuf_cstr(&text));
	sbuf_fini(&text);
	return c;
}

START_TEST(so_many_blocks_stand_in_each_other_as_in_cpython_and_no_more)
{
	static const struct {
		const char *opening, *ending;
		int most;
		unsigned line;
	} blocks[] = {
		{ "for i in x:", "", 20, 22 },
		{ "while x:", "else: pass", 20, 22 },
		{ "with x:", "", 20, 22 },
		{ "try:", "except A: pass", 19, 23 },
		{ "try:", "except* A: pass", 19, 23 },
		{ "try:", "finally: pass", 20, 22 },
		{ "if x:", "", 30, 0 },
	};

	for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++) {
		struct compiled c = nested_blocks_of(
			blocks[i].opening, blocks[i].ending, blocks[i].most);
		ck_assert_msg(c.p != NULL, "%s: %s", blocks[i].opening, c.d.message);
		done(&c);
		if (blocks[i].line == 0)
			continue;
		c = nested_blocks_of(blocks[i].opening, blocks[i].ending, blocks[i].most + 1);
		ck_assert_msg(!c.p, "%s: accepted", blocks[i].opening);
		ck_assert_str_eq(c.d.message, "too many statically nested blocks");
		ck_assert_uint_eq(c.d.span.line, blocks[i].line);
		done(&c);
	}
}
END_TEST

START_TEST(a_handler_stands_in_two_blocks)
{
	struct sbuf text = { 0 };

	for (int n = 10; n <= 11; n++) {
		sbuf_truncate(&text, 0);
		for (int i = 0; i < n; i++)
			sbuf_printf(&text, "%*stry: pass\n%*sexcept A:\n", i, "", i, "");
		sbuf_printf(&text, "%*spass\n", n, "");
		struct compiled c = compile(sbuf_cstr(&text));
		ck_assert_int_eq(c.p != NULL, n == 10);
		done(&c);
	}
	sbuf_fini(&text);
}
END_TEST

START_TEST(only_classes_are_asked_for_names_that_we_leave_out)
{
	struct compiled c = compile(
		"__slots__ = 1\n"
		"def __get__(): __del__ = 2\n"
		"class A:\n"
		"  def __new__(cls): pass\n"
		"  def __missing__(self, key): self.__slots__ = 3\n"
		"  @classmethod\n"
		"  def __init_subclass__(cls): pass\n"
		"  @property\n"
		"  def __doc__(self): pass\n"
		"  @staticmethod\n"
		"  def len(): pass\n");

	ck_assert(c.p);
	done(&c);
}
END_TEST

Suite *compile_suite(void);

Suite *compile_suite(void)
{
	Suite *s = suite_create("compile");
	TCase *t = tcase_create("compile");

	tcase_add_test(t, so_many_blocks_stand_in_each_other_as_in_cpython_and_no_more);
	tcase_add_test(t, a_handler_stands_in_two_blocks);
	tcase_add_test(t, globals_are_in_the_order_in_which_the_module_binds_them);
	tcase_add_test(t, results_go_straight_to_variables);
	tcase_add_test(t, a_result_that_is_stored_on_another_line_waits_in_a_temporary);
	tcase_add_test(t, a_variable_that_is_rebound_later_in_the_expression_is_copied);
	tcase_add_test(t, a_loop_begins_its_line_each_turn);
	tcase_add_test(t, lines_follow_the_constructs);
	tcase_add_test(t, reading_a_local_is_checked_only_where_it_may_be_unset);
	tcase_add_test(t, handlers_stand_innermost_first);
	tcase_add_test(t, reentry_points_are_numbered_by_their_place);
	tcase_add_test(t, codes_have_qualified_names_and_places);
	tcase_add_test(t, a_class_gives_its_cell_to_methods_that_use_super);
	tcase_add_test(t, long_displays_compile);
	tcase_add_test(t, a_percent_of_a_tuple_is_an_f_string);
	tcase_add_test(t, names_of_the_program_are_its_own_whatever_cpython_calls_so);
	tcase_add_test(t, too_many_values_at_once_are_refused_at_their_line);
	tcase_add_test(t, only_classes_are_asked_for_names_that_we_leave_out);
	tcase_add_test(t, mistakes_are_told_in_the_words_of_cpython);
	suite_add_tcase(s, t);
	return s;
}
