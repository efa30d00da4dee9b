/* Which variable a name means. */

#include "lang/scope/scope.h"

#include "lang/text/source.h"

#include <check.h>

#include <string.h>

struct built {
	struct source src;
	struct diag d;
	struct ast ast;
	struct scope_table table;
	bool good;
};

static void build(struct built *b, const char *text)
{
	*b = (struct built){ 0 };
	ck_assert(source_from_text(&b->src, "a.py", text, strlen(text), &b->d));
	ck_assert_msg(ast_parse(&b->ast, &b->src, NULL, &b->d), "%s: %s", text, b->d.message);
	b->good = scope_build(&b->table, &b->ast, &b->d) && !diag_settle(&b->d);
}

static void done(struct built *b)
{
	scope_fini(&b->table);
	ast_fini(&b->ast);
	source_fini(&b->src);
	diag_fini(&b->d);
}

/* The symbol in the scope of that number (the module is 0, then as they open). */
static const struct symbol *symbol(struct built *b, size_t scope, const char *name)
{
	ck_assert_msg(b->good, "%s", b->d.message);
	ck_assert_uint_lt(scope, b->table.all.len);
	const struct symbol *sym = scope_find(
		b->table.all.at[scope], intern_cstr(&b->ast.names, name));

	ck_assert_msg(sym, "no %s in scope %zu", name, scope);
	return sym;
}

static void check_home(const char *text, size_t scope, const char *name, enum symbol_home home)
{
	struct built b;

	build(&b, text);
	ck_assert_msg(symbol(&b, scope, name)->home == home, "%s: %s is %d", text, name,
		(int)symbol(&b, scope, name)->home);
	done(&b);
}

START_TEST(a_name_is_local_where_it_is_bound)
{
	check_home("def f(a):\n x = a\n", 1, "a", HOME_LOCAL);
	check_home("def f(a):\n x = a\n", 1, "x", HOME_LOCAL);
	check_home("def f():\n return x\n", 1, "x", HOME_IMPLICIT);
	check_home("def f():\n global x\n x = 1\n", 1, "x", HOME_GLOBAL);
	check_home("def f():\n import a.b\n", 1, "a", HOME_LOCAL);
}
END_TEST

START_TEST(an_inner_function_shares_a_cell)
{
	const char *text = "def f(a):\n def g():\n  def h():\n   return a\n  return h\n return g\n";

	check_home(text, 1, "a", HOME_CELL);
	check_home(text, 2, "a", HOME_FREE);
	check_home(text, 3, "a", HOME_FREE);
	check_home("def f():\n x = 1\n def g():\n  nonlocal x\n  x = 2\n", 2, "x", HOME_FREE);
	check_home("def f():\n global x\n def g():\n  return x\n", 2, "x", HOME_IMPLICIT);
}
END_TEST

START_TEST(a_class_gives_its_names_to_no_function)
{
	check_home("class A:\n x = 1\n def m(self):\n  return x\n", 2, "x", HOME_IMPLICIT);
	const char *passed = "def f(x):\n class A:\n  x = 2\n  def m(self):\n   return x\n";
	struct built b;

	build(&b, passed);
	ck_assert(symbol(&b, 1, "x")->home == HOME_CELL);
	ck_assert(symbol(&b, 2, "x")->home == HOME_LOCAL);
	ck_assert(symbol(&b, 2, "x")->passed);
	ck_assert(symbol(&b, 3, "x")->home == HOME_FREE);
	done(&b);
}
END_TEST

START_TEST(super_needs_the_class)
{
	struct built b;

	build(&b, "class A:\n def m(self):\n  super()\n");
	ck_assert(b.table.all.at[1]->class_cell);
	ck_assert(symbol(&b, 2, "__class__")->home == HOME_FREE);
	done(&b);
	build(&b, "class A:\n def m(self):\n  pass\n");
	ck_assert(!b.table.all.at[1]->class_cell);
	done(&b);
}
END_TEST

START_TEST(a_walrus_in_a_comprehension_binds_outside)
{
	const char *text = "def f(a):\n return [y := x for x in a]\n";

	check_home(text, 1, "y", HOME_CELL);
	check_home(text, 2, "y", HOME_FREE);
	check_home(text, 2, "x", HOME_LOCAL);
	check_home("[y := x for x in a]\n", 1, "y", HOME_GLOBAL);
}
END_TEST

START_TEST(private_names_are_mangled)
{
	struct intern names = { 0 };

	ck_assert_str_eq(scope_mangle(&names, "A", "__x"), "_A__x");
	ck_assert_str_eq(scope_mangle(&names, "__A", "__x"), "_A__x");
	ck_assert_str_eq(scope_mangle(&names, "A", "__x__"), "__x__");
	ck_assert_str_eq(scope_mangle(&names, "___", "__x"), "__x");
	ck_assert_str_eq(scope_mangle(&names, NULL, "__x"), "__x");
	ck_assert_str_eq(scope_mangle(&names, "A", "_x"), "_x");
	intern_fini(&names);
}
END_TEST

static const struct {
	const char *program, *message;
} mistakes[] = {
	{ "def f(a):\n global a\n", "name 'a' is parameter and global" },
	{ "def f(a):\n nonlocal a\n", "name 'a' is parameter and nonlocal" },
	{ "def f():\n print(x)\n global x\n", "name 'x' is used prior to global declaration" },
	{ "def f():\n x = 1\n global x\n", "name 'x' is assigned to before global declaration" },
	{ "def f():\n x: int\n global x\n", "annotated name 'x' can't be global" },
	{ "def f():\n global x\n x: int = 1\n", "annotated name 'x' can't be global" },
	{ "def f():\n nonlocal x\n", "no binding for nonlocal 'x' found" },
	{ "nonlocal x\n", "nonlocal declaration not allowed at module level" },
	{ "def f():\n x = 1\n def g():\n  global x\n  nonlocal x\n",
		"name 'x' is nonlocal and global" },
	{ "def f(a, a): pass\n", "duplicate argument 'a' in function definition" },
	{ "def f():\n [(yield x) for x in y]\n", "'yield' inside list comprehension" },
	{ "[x := 1 for x in y]\n",
		"assignment expression cannot rebind comprehension iteration variable 'x'" },
	{ "[x for x in (y := z)]\n",
		"assignment expression cannot be used in a comprehension iterable expression" },
	{ "class A:\n [y := x for x in z]\n",
		"assignment expression within a comprehension cannot be used in a class body" },
	{ "[(j := 0) for i in a for j in b]\n",
		"assignment expression cannot rebind comprehension iteration variable 'j'" },
};

static const struct {
	const char *program, *message;
} left_out[] = {
	{ "import asyncio\nasync def f(): await asyncio.to_thread(g)\n", "asyncio.to_thread" },
	{ "def f():\n import asyncio as a\n def g(): return a.StreamReader\n",
		"asyncio.StreamReader" },
	{ "def f(): return asyncio.Protocol\ntry: import asyncio\nexcept E: import asyncio\n",
		"asyncio.Protocol" },
	{ "try: from asyncio import run, to_thread\nexcept ImportError: pass\n",
		"asyncio.to_thread" },
	{ "import asyncio.subprocess\n", "asyncio.subprocess" },
	{ "from asyncio.queues import Queue\n", "asyncio.queues" },
	{ "from asyncio import subprocess\n", "asyncio.subprocess" },
	{ "from abc import ABCMeta\n", "abc.ABCMeta" },
	{ "import sys\nsys.excepthook = f\n", "sys.excepthook" },
	{ "import asyncio\nx.loop().run_in_executor(None, f)\n",
		"the event loop's run_in_executor" },
	{ "from asyncio import run\nclass A:\n def f(self, loop): loop.add_signal_handler(1, f)\n",
		"the event loop's add_signal_handler" },
};

START_TEST(what_modules_leave_out_is_refused_by_name)
{
	for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++) {
		struct built b;

		build(&b, left_out[i].program);
		ck_assert_msg(!b.good, "%s: accepted", left_out[i].program);
		size_t n = strlen(left_out[i].message);

		ck_assert_msg(strncmp(b.d.message, left_out[i].message, n) == 0 &&
				strcmp(b.d.message + n, " is outside the scenario language") == 0,
			"%s", b.d.message);
		done(&b);
	}
}
END_TEST

static const char *const not_left_out[] = {
	"import asyncio\nasyncio = f()\nasyncio.to_thread\n",
	"import asyncio\ndef f(asyncio): asyncio.to_thread\n",
	"import asyncio\ndef f():\n global asyncio\n asyncio = g\nasyncio.to_thread\n",
	"try: import asyncio\nexcept E: import mine as asyncio\nasyncio.to_thread\n",
	"def f(): import asyncio\nasyncio.to_thread\n",
	"import asyncio\nclass A:\n asyncio = f()\n x = asyncio.to_thread\n",
	"from asyncio import run as to_thread\nto_thread.streams\n",
	("import asyncio.no_such_module, collections.no_such_module\n"
	 "from asyncio import nothing_there\n"),
	"import asyncio\nclass Loop:\n def run_in_executor(self): pass\nLoop().run_in_executor()\n",
	"import asyncio\nx.run_in_executor = f\nx.run_in_executor()\n",
	"x.run_in_executor()\n",
	"import sys\nsys.exit, sys.no_such_name\n",
};

START_TEST(what_may_be_the_programs_own_is_not_refused)
{
	for (size_t i = 0; i < sizeof not_left_out / sizeof *not_left_out; i++) {
		struct built b;

		build(&b, not_left_out[i]);
		ck_assert_msg(b.good, "%s: %s", not_left_out[i], b.d.message);
		done(&b);
	}
}
END_TEST

START_TEST(mistakes_are_told_in_the_words_of_cpython)
{
	for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
		struct built b;

		build(&b, mistakes[i].program);
		ck_assert_msg(!b.good, "%s: accepted", mistakes[i].program);
		ck_assert_str_eq(b.d.message, mistakes[i].message);
		done(&b);
	}
}
END_TEST

Suite *scope_suite(void);

Suite *scope_suite(void)
{
	Suite *s = suite_create("scope");
	TCase *t = tcase_create("scope");

	tcase_add_test(t, a_name_is_local_where_it_is_bound);
	tcase_add_test(t, an_inner_function_shares_a_cell);
	tcase_add_test(t, a_class_gives_its_names_to_no_function);
	tcase_add_test(t, super_needs_the_class);
	tcase_add_test(t, a_walrus_in_a_comprehension_binds_outside);
	tcase_add_test(t, private_names_are_mangled);
	tcase_add_test(t, mistakes_are_told_in_the_words_of_cpython);
	tcase_add_test(t, what_modules_leave_out_is_refused_by_name);
	tcase_add_test(t, what_may_be_the_programs_own_is_not_refused);
	suite_add_tcase(s, t);
	return s;
}
