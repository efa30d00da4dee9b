/* The modules that programs can import. */

#include "program.h"

#include "base/mem.h"
#include "base/sbuf.h"
#include "lang/text/unsupported.h"

#include <check.h>

#include <string.h>

Suite *modules_suite(void);

START_TEST(random_gives_cpythons_sequence)
{
	check_output(
		"import random\n"
		"random.seed(42)\n"
		"print(random.random(), random.randint(1, 100), random.choice(\"abc\"), "
		"random.sample(range(50), 5), random.uniform(1, 2), random.randrange(0, 100, 7))\n"
		"x = list(range(8))\n"
		"random.shuffle(x)\n"
		"print(x)\n"
		"random.seed(\"text\")\n"
		"print(random.random())\n",
		"0.6394267984578837 4 c [17, 15, 14, 8, 47] 1.1024951761715074 77\n"
		"[7, 2, 5, 6, 0, 3, 4, 1]\n"
		"0.8711565613554825\n");
}
END_TEST

START_TEST(no_module_has_what_it_is_said_to_leave_out)
{
	struct written w = program_run(
		"import asyncio, collections, contextlib, functools, inspect, math, operator, "
		"random, sys, time, types, typing\n"
		"for m in (asyncio, collections, contextlib, functools, inspect, math, operator, "
		"random, sys, time, types, typing):\n"
		"    print(m.__name__)\n"
		"    for name in dir(m):\n"
		"        print('', name)\n");
	const char *module = NULL;
	int modules = 0;

	ck_assert_str_eq(w.err, "");
	for (char *line = strtok(w.out, "\n"); line; line = strtok(NULL, "\n")) {
		if (*line != ' ') {
			module = line;
			modules++;
			continue;
		}
		ck_assert(module != NULL);
		ck_assert_msg(
			!unsupported_member(module, strlen(module), line + 1, strlen(line + 1)),
			"%s.%s", module, line + 1);
	}
	ck_assert_int_eq(modules, 12);
	ck_assert_str_eq(unsupported_member("math.x", 4, "sqrt", 4) ? "" : "offered", "offered");
	ck_assert_str_eq(unsupported_member("sys.x", 3, "flags.y", 5), "sys");
	mem_free(w.out);
	mem_free(w.err);
}
END_TEST

/* A program that asks for something inside handlers, and goes on if it can. */
static void check_refusal(const char *ask, const char *sentence)
{
	struct sbuf text = { 0 }, expected = { 0 };
	sbuf_printf(&text,
		"import sys, asyncio, typing, contextlib\n"
		"from greenlet import greenlet\n"
		"async def f():\n"
		"    try:\n"
		"        with contextlib.suppress(BaseException):\n"
		"            %s\n"
		"    except BaseException as e:\n"
		"        print('caught', e)\n"
		"    finally:\n"
		"        print('finally')\n"
		"    print('after')\n"
		"asyncio.run(f())\n"
		"print('end')\n",
		ask);
	sbuf_printf(&expected, "cosub: p.py:6: %s is outside the scenario language\n", sentence);
	struct written w = program_run(sbuf_cstr(&text));
	/* Behind it stands what to do instead, in one line. */
	ck_assert_msg(strncmp(w.err, sbuf_cstr(&expected), expected.len) == 0, "%s", w.err);
	ck_assert_uint_eq(strspn(w.err + expected.len, " "), 4);
	ck_assert_str_eq(strchr(w.err + expected.len, '\n'), "\n");
	ck_assert_str_eq(w.out, "");
	mem_free(w.out);
	mem_free(w.err);
	sbuf_fini(&text);
	sbuf_fini(&expected);
}

START_TEST(what_is_left_out_at_run_time_is_not_the_programs_to_catch)
{
	static const char *const rows[][2] = {
		{ "class P(typing.NamedTuple): x: int", "inheriting from 'NamedTuple'" },
		{ "type('S', (str,), {})", "inheriting from 'str'" },
		{ "type('S', (int, list), {})", "multiple inheritance" },
		{ "getattr(asyncio, 'to' + '_thread')", "asyncio.to_thread" },
		{ "hasattr(sys, 'set' + 'trace')", "sys.settrace" },
		{ "getattr(sys, 'getsize' + 'of', None)", "sys.getsizeof" },
		{ "''.encode()", "str.encode" },
		{ "hasattr(1, 'to_bytes')", "int.to_bytes" },
		{ "getattr(int, 'from_bytes', None)", "int.from_bytes" },
		{ "BaseException.__subclasses__()", "type.__subclasses__" },
		{ "check_refusal = f.__code__.co_consts", "code.co_consts" },
		{ "x = 1 << 62; x * 4", "an int that does not fit in 64 bits" },
		{ "sum([2 ** 62] * 2)", "an int that does not fit in 64 bits" },
		{ "int('9' * 30)", "an int that does not fit in 64 bits" },
		{ "x = -8; x ** 0.5", "a negative number to a fractional power is complex, which" },
		{ "().__sizeof__()", "the size of an object" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_refusal(rows[i][0], rows[i][1]);
}
END_TEST

START_TEST(itertools_are_lazy_and_named)
{
	check_output(
		"from itertools import islice, count, repeat, chain, zip_longest, combinations, "
		"permutations, product, groupby, accumulate, pairwise, tee\n"
		"print(list(islice(count(3, 2), 4)), count(5), repeat(1, 2), list(chain(\"ab\", "
		"[1])), list(zip_longest(\"ab\", [1])))\n"
		"print(list(combinations(\"abc\", 2)), list(permutations([1, 2, 3], 2)), "
		"list(product(\"ab\", [1, 2])))\n"
		"print([(k, list(g)) for k, g in groupby([1, 1, 2])], list(accumulate([1, 2, 3])), "
		"list(pairwise(\"abc\")))\n"
		"a, b = tee([1, 2])\n"
		"print(list(a), list(b))\n",
		"[3, 5, 7, 9] count(5) repeat(1, 2) ['a', 'b', 1] [('a', 1), ('b', None)]\n"
		"[('a', 'b'), ('a', 'c'), ('b', 'c')] [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, "
		"2)] [('a', 1), ('a', 2), ('b', 1), ('b', 2)]\n"
		"[(1, [1, 1]), (2, [2])] [1, 3, 6] [('a', 'b'), ('b', 'c')]\n"
		"[1, 2] [1, 2]\n");
}
END_TEST

START_TEST(a_context_manager_of_a_generator_sees_the_exception)
{
	check_output(
		"from contextlib import contextmanager, suppress\n"
		"@contextmanager\n"
		"def c():\n"
		"    try:\n"
		"        yield 1\n"
		"    except KeyError as e:\n"
		"        print(\"saw\", repr(e))\n"
		"with c() as x:\n"
		"    print(x)\n"
		"    raise KeyError(\"k\")\n"
		"with suppress(ValueError):\n"
		"    raise ValueError\n",
		"1\n"
		"saw KeyError('k')\n");
}
END_TEST

START_TEST(named_tuples_check_their_fields)
{
	check_output(
		"from collections import namedtuple, defaultdict, Counter\n"
		"P = namedtuple(\"P\", \"x y\", defaults=[5])\n"
		"print(P(1), P(y=2, x=1), P(1)._replace(x=3), P._make([1, 2])._asdict(), P(1) == "
		"(1, 5))\n"
		"try:\n"
		"    P()\n"
		"except TypeError as e:\n"
		"    print(e)\n"
		"d = defaultdict(list)\n"
		"d[\"a\"].append(1)\n"
		"print(d, Counter(\"abca\").most_common(1))\n",
		"P(x=1, y=5) P(x=1, y=2) P(x=3, y=5) {'x': 1, 'y': 2} True\n"
		"P.__new__() missing 1 required positional argument: 'x'\n"
		"defaultdict(<class 'list'>, {'a': [1]}) [('a', 2)]\n");
}
END_TEST

START_TEST(caches_and_partials_work_as_methods)
{
	check_output(
		"from functools import lru_cache, partial, reduce, wraps\n"
		"class A:\n"
		"    @lru_cache(maxsize=2)\n"
		"    def f(self, n):\n"
		"        print(\"run\", n)\n"
		"        return n\n"
		"a = A()\n"
		"print(a.f(1), a.f(1), A.f.cache_info(), partial(int, base=2)(\"101\"), "
		"reduce(lambda x, y: x + y, [1, 2, 3]))\n",
		"run 1\n"
		"1 1 CacheInfo(hits=1, misses=1, maxsize=2, currsize=1) 5 6\n");
}
END_TEST

START_TEST(time_moves_only_when_it_sleeps)
{
	check_output(
		"import time\n"
		"a = time.monotonic()\n"
		"time.sleep(0)\n"
		"print(time.monotonic() - a < 1)\n",
		"True\n");
}
END_TEST

Suite *modules_suite(void)
{
	Suite *s = suite_create("modules");
	TCase *t = tcase_create("modules");
	tcase_add_test(t, random_gives_cpythons_sequence);
	tcase_add_test(t, no_module_has_what_it_is_said_to_leave_out);
	tcase_add_test(t, what_is_left_out_at_run_time_is_not_the_programs_to_catch);
	tcase_add_test(t, itertools_are_lazy_and_named);
	tcase_add_test(t, a_context_manager_of_a_generator_sees_the_exception);
	tcase_add_test(t, named_tuples_check_their_fields);
	tcase_add_test(t, caches_and_partials_work_as_methods);
	tcase_add_test(t, time_moves_only_when_it_sleeps);
	suite_add_tcase(s, t);
	return s;
}
