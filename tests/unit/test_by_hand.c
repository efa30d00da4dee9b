/* What a program drives by hand inside a task is not the task. */

#include "told.h"

#include <check.h>

static const char by_hand[] =
	"import asyncio\n"
	"\n"
	"async def feed():\n"
	"    for i in range(3):\n"
	"        await asyncio.sleep(1)\n"
	"        yield i\n"
	"\n"
	"async def work(n):\n"
	"    print(\"work\", n)\n"
	"    await asyncio.sleep(n)\n"
	"    return n\n"
	"\n"
	"async def main():\n"
	"    # a coroutine driven by hand inside of a task\n"
	"    c = work(5)\n"
	"    fut = c.send(None)\n"
	"    print(\"by hand:\", type(fut).__name__)\n"
	"    fut.cancel()\n"
	"    c.close()\n"
	"    # steps of an async generator as tasks\n"
	"    f, g = feed(), feed()\n"
	"    print(await asyncio.gather(anext(f), anext(g)))\n"
	"    t = asyncio.ensure_future(f.asend(None))\n"
	"    print(await t)\n"
	"    c = work(0)\n"
	"    print(\"by hand:\", c.send(None))\n"
	"    try:\n"
	"        c.send(None)\n"
	"    except StopIteration as stop:\n"
	"        print(\"result\", stop.value)\n"
	"    await f.aclose()\n"
	"    await g.aclose()\n"
	"\n"
	"asyncio.run(main())\n";

START_TEST(a_coroutine_driven_by_hand_is_not_told_the_fate_of_the_task)
{
	told_line(by_hand,
		"15 work#1 awaits <Future> and is suspended at ◆1; n=5 stays in its frame.");
	told_line(by_hand, "64 work#2 awaits None and is suspended at ◆1; n=0 stays in its frame.");
	told_line(by_hand, "84 main#1 returns None: Task-1 is done; the event loop ends.");
}
END_TEST

START_TEST(the_first_step_of_a_task_is_its_beginning)
{
	told_line(by_hand, "27 Task-2 begins: feed#1 starts at its entry, line 3.");
	told_line(by_hand, "48 Task-4 begins: feed#1 is resumed at ◆2, line 6; i=0 was kept.");
	told_line(by_hand,
		"52 At 2.0 Task-4 goes on: feed#1 is resumed at ◆1, line 5; i=1 was kept.");
}
END_TEST

START_TEST(what_an_async_generator_yields_in_a_task_is_told)
{
	told_line(by_hand, "38 feed#1 yields 0 at ◆2: Task-2 is done; Task-3 goes on; i=0 stays.");
	told_line(by_hand, "55 feed#1 yields 1 at ◆2: Task-4 is done; Task-1 goes on; i=1 stays.");
}
END_TEST

/* The inner one of two by hand, and a chain that is left in one. */
START_TEST(only_a_chain_that_is_left_is_told_of_the_task)
{
	static const char text[] =
		"import asyncio\n"
		"async def leaf(n):\n"
		"    await asyncio.sleep(n)\n"
		"async def middle(n):\n"
		"    await leaf(n)\n"
		"async def main():\n"
		"    c = middle(0)\n"
		"    c.send(None)\n"
		"    c.close()\n"
		"    await middle(1)\n"
		"asyncio.run(main())\n";
	told_line(text, "17 leaf#1 awaits None and is suspended at ◆1; n=0 stays in its frame.");
	told_line(text,
		"18 middle#1 is suspended at ◆1 together with leaf#1; n=0 stays in its frame.");
	told_line(text, "33 leaf#2 is suspended at ◆1: Task-1 sleeps until 1.0; n=1 stays.");
	told_line(text,
		"35 main#1 is suspended at ◆1: Task-1 sleeps until 1.0; time goes on to 1.0.");
}
END_TEST

Suite *by_hand_suite(void)
{
	Suite *s = suite_create("by_hand");
	TCase *t = tcase_create("by_hand");
	tcase_add_test(t, a_coroutine_driven_by_hand_is_not_told_the_fate_of_the_task);
	tcase_add_test(t, the_first_step_of_a_task_is_its_beginning);
	tcase_add_test(t, what_an_async_generator_yields_in_a_task_is_told);
	tcase_add_test(t, only_a_chain_that_is_left_is_told_of_the_task);
	suite_add_tcase(s, t);
	return s;
}
