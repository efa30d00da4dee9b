/* After a program nothing is left that nobody holds. */

#include "vm/eval/finalize.h"

#include "base/diag.h"
#include "lang/code/code.h"
#include "lang/text/source.h"
#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"
#include "vm/value/vm.h"

#include <check.h>

#include <string.h>

/* A program that was run. */
struct ran {
	struct source src;
	struct program *p;
	struct vm *vm;
	uint32_t birth; /* what is older is not the program's */
	enum run_status status;
};

static struct ran run(const char *text, size_t memory)
{
	struct ran r;
	struct diag d = { 0 };
	struct vm_options o = { .limits = { .memory = memory, .steps = 20000000 } };
	ck_assert(source_from_text(&r.src, "p.py", text, strlen(text), &d));
	r.p = program_compile(&r.src, NULL, false, &d);
	ck_assert_msg(r.p != NULL, "%s", d.message);
	r.vm = vm_new(&o);
	r.birth = r.vm->births;
	r.status = vm_run(r.vm, r.p);
	return r;
}

static void done(struct ran *r)
{
	vm_free(r->vm);
	program_free(r->p);
	source_fini(&r->src);
}

/* tests/unit/test_programs.c asks this of each of its programs. */
START_TEST(a_lost_reference_is_found)
{
	struct ran r = run("l = [[1], {2: [3]}, lambda: l]\nd = {'l': l}\n", 0);
	value l = dict_find_name(r.vm->main->globals, str_intern(r.vm, "l", 1));
	ck_assert(is_kind(l, OBJ_LIST));
	value_keep(list_get(l)->at[0]);
	ck_assert_uint_eq(finalize_lost(r.vm, r.birth), 1);
	done(&r);
}
END_TEST

START_TEST(what_only_cycles_hold_is_not_lost)
{
	struct ran r = run(
		"class A: pass\n"
		"a = A()\na.a = a\n"
		"def f(): return f\n"
		"def g(e):\n yield\n raise e\n"
		"x = g(ValueError())\n"
		"try:\n for _ in x: pass\nexcept ValueError as e: kept = e\n",
		0);
	ck_assert_int_eq(r.status, RUN_FINISHED);
	ck_assert_uint_eq(finalize_lost(r.vm, r.birth), 0);
	done(&r);
}
END_TEST

enum { MEGABYTE = 1 << 20 };

/* The program's memory is counted; past its limit the run would be ended. */
START_TEST(a_million_generators_that_come_and_go_need_little)
{
	struct ran r = run(
		"def g(n):\n try:\n  yield n\n finally:\n  pass\n"
		"for i in range(1000000):\n x = g(i)\n next(x)\n",
		10 * MEGABYTE);
	ck_assert_int_eq(r.status, RUN_FINISHED);
	ck_assert_uint_lt(r.vm->memory, MEGABYTE);
	done(&r);
}
END_TEST

START_TEST(a_million_of_them_that_stay_need_more)
{
	struct ran r = run("def g():\n yield\nl = [g() for i in range(1000000)]\n", 10 * MEGABYTE);
	ck_assert_int_eq(r.status, RUN_LIMIT);
	done(&r);
}
END_TEST

/* Each would need many times the limit, most of it for text in the making. */
static const char *const greedy[] = {
	"x = '%100000000d' % 1\n",
	"x = '%.100000000f' % 1.5\n",
	"x = f'{1:>{10 ** 8}}'\n",
	"x = f'{1.5:.{10 ** 8}f}'\n",
	"x = 'x'.ljust(10 ** 8)\n",
	"x = 'x'.center(10 ** 8, '\xc3\xa9')\n",
	"x = 'x'.zfill(10 ** 8)\n",
	"x = '\\t'.expandtabs(10 ** 8)\n",
	"s = 'x' * 1000000\nx = s.join('abc' * 100)\n",
	"s = 'x' * 1000000\nx = s.replace('x', 'y' * 100)\n",
	"s = 'x' * 1000000\nx = repr([s] * 100)\n",
	"s = 'x' * 1000000\nprint(*[s] * 100)\n",
	"print(*range(100), sep='x' * 1000000)\n",
	"s = 'x' * 1000000\nx = '%s%s' % (s * 9, s * 9)\n",
	"s = 'x' * 1000000\nx = f'{s * 5}{s * 5}{s * 5}'\n",
	"s = '\\0' * 6000000\nx = repr(s)\n",
	"s = '\xc3\x9f' * 4000000\nx = s.upper() + s.upper()\n",
	"s = 'x'\nwhile True: s += s\n",
	"x = []\nwhile True: x.append([])\n",
	"e = ValueError()\nwhile True: e.add_note('x' * 100000)\n",
	"s = 'x' * 1000000\nraise ValueError([s] * 100)\n",
};

START_TEST(no_text_takes_more_than_the_limit)
{
	for (size_t i = 0; i < sizeof greedy / sizeof *greedy; i++) {
		struct ran r = run(greedy[i], 16 * MEGABYTE);
		bool refused = r.status == RUN_EXCEPTION &&
			strcmp(vm_end_text(r.vm), "MemoryError") == 0;
		ck_assert_msg(
			refused || r.status == RUN_LIMIT, "%s: %s", greedy[i], vm_end_text(r.vm));
		ck_assert_msg(r.vm->memory < 20 * MEGABYTE, "%s: %zu", greedy[i], r.vm->memory);
		done(&r);
	}
}
END_TEST

START_TEST(a_long_chain_of_classes_is_work)
{
	struct ran r = run("class A: pass\nfor i in range(100000):\n class A(A): pass\n", 0);
	ck_assert_int_eq(r.status, RUN_LIMIT);
	done(&r);
}
END_TEST

Suite *leaks_suite(void);

Suite *leaks_suite(void)
{
	Suite *s = suite_create("leaks");
	TCase *t = tcase_create("leaks");
	tcase_set_timeout(t, 60);
	tcase_add_test(t, a_lost_reference_is_found);
	tcase_add_test(t, what_only_cycles_hold_is_not_lost);
	tcase_add_test(t, a_million_generators_that_come_and_go_need_little);
	tcase_add_test(t, a_million_of_them_that_stay_need_more);
	tcase_add_test(t, no_text_takes_more_than_the_limit);
	tcase_add_test(t, a_long_chain_of_classes_is_work);
	suite_add_tcase(s, t);
	return s;
}
