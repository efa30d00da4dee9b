/* What switches between greenlets are told as. */

#include "told.h"

#include "base/mem.h"

#include <check.h>

#include <string.h>

/* A greenlet is dropped while a later one lives. */
static const char dropped[] =
	"from greenlet import greenlet, getcurrent\n"
	"\n"
	"main = getcurrent()\n"
	"\n"
	"def short():\n"
	"    return \"short ends\"\n"
	"\n"
	"def waits(name):\n"
	"    main.switch(name + \" waits\")\n"
	"    return name + \" ends\"\n"
	"\n"
	"s = greenlet(short)\n"
	"print(s.switch())\n"
	"f = greenlet(waits)\n"
	"print(f.switch(\"f\"))\n"
	"s = None\n"
	"g = greenlet(waits)\n"
	"print(g.switch(\"g\"))\n"
	"print(f.switch())\n"
	"print(g.switch())\n";

static const char round_robin[] =
	"from greenlet import greenlet, getcurrent\n"
	"\n"
	"class Worker(greenlet):\n"
	"    def run(self, name, n):\n"
	"        for i in range(n):\n"
	"            print(name, i)\n"
	"            getcurrent().parent.switch()\n"
	"\n"
	"ready = [(Worker(), \"a\", 1), (Worker(), \"b\", 3)]\n"
	"ready[0][0].switch(\"a\", 1)\n"
	"ready[1][0].switch(\"b\", 3)\n"
	"extra = 2\n"
	"while ready:\n"
	"    w, name, n = ready.pop(0)\n"
	"    w.switch()\n"
	"    if w.dead:\n"
	"        w = None\n"
	"        if extra:\n"
	"            extra -= 1\n"
	"            new = Worker()\n"
	"            new.switch(\"new%d\" % extra, 2)\n"
	"            ready.append((new, \"new\", 2))\n"
	"            new = None\n"
	"    else:\n"
	"        ready.append((w, name, n))\n"
	"    w = None\n";

static const char dead[] =
	"from greenlet import greenlet\n"
	"\n"
	"def f(x):\n"
	"    return x + 1\n"
	"\n"
	"g = greenlet(f)\n"
	"print(g.switch(1))\n"
	"print(g.dead, g.switch(\"again\"))\n"
	"h = greenlet(f)\n"
	"try:\n"
	"    h.throw(ValueError(\"early\"))\n"
	"except ValueError as e:\n"
	"    print(\"early\", h.dead)\n";

START_TEST(a_number_is_not_given_to_another)
{
	told_line(dropped,
		"22 <module> gives control to its new peer g (waits) and keeps its place.");
	told_line(dropped, "27 <module> gives control to its peer waits#1 and keeps its place.");
	told_line(dropped, "32 <module> gives control to its peer waits#2 and keeps its place.");
	told_line(dropped, "35 waits#2 has ended; control goes on to <module>.");
	told_no_claim_fails(dropped);
}
END_TEST

START_TEST(new_peers_take_the_place_of_old_ones)
{
	told_line(round_robin,
		"10 <module> gives control to its new peer Worker.run and keeps its place.");
	told_line(round_robin, "37 <module> gives control to its new peer new (Worker.run).");
	told_line(round_robin, "49 <module> gives control to its peer run#2 and keeps its place.");
	told_line(round_robin, "129 run#4 has ended; control goes on to <module>.");
	told_no_claim_fails(round_robin);
}
END_TEST

START_TEST(a_switch_to_a_dead_one_is_none)
{
	told_line(dead, "12 g (f#1) has ended: the switch comes back to <module> at once.");
	told_line(
		dead, "16 <module> throws an exception into its peer h (f), which has not begun.");
	told_line(dead, "17 h (f) has ended; control goes on to <module>.");
	char *claims = told_claims(dead);
	ck_assert_msg(
		strstr(claims,
			"control goes from one peer to another 4 times (steps 6, 10, 16, 17)") !=
			NULL,
		"%s", claims);
	mem_free(claims);
}
END_TEST

/* In greenlet 2.0 it goes to the nearest parent that lives. */
START_TEST(a_switch_to_a_dead_one_can_reach_another)
{
	static const char text[] =
		"from greenlet import greenlet, getcurrent\n"
		"main = getcurrent()\n"
		"def short():\n"
		"    pass\n"
		"def parent():\n"
		"    main.switch()\n"
		"    print('again')\n"
		"    main.switch()\n"
		"p = greenlet(parent)\n"
		"p.switch()\n"
		"c = greenlet(short, p)\n"
		"c.switch()\n"
		"c.switch()\n"
		"try:\n"
		"    c.throw(KeyError('k'))\n"
		"except KeyError:\n"
		"    pass\n"
		"getcurrent().switch()\n";
	told_line(text, "18 short#1 has ended; control goes on to parent#1.");
	told_line(text, "23 c (short#1) has ended: <module> gives control to its parent parent#1.");
	told_line(text, "28 c (short#1) has ended: the exception comes back to <module> at once.");
	told_line(text, "33 <module> switches to itself and goes on at once.");
	told_no_claim_fails(text);
}
END_TEST

/* By the variable, else by the function. */
START_TEST(a_peer_has_a_name_before_it_has_begun)
{
	static const char text[] =
		"from greenlet import greenlet\n"
		"class Peer:\n"
		"    def __init__(self):\n"
		"        self.g = greenlet(self.body)\n"
		"    def body(self):\n"
		"        pass\n"
		"def body():\n"
		"    pass\n"
		"Peer().g.switch()\n"
		"[greenlet(body)][0].switch()\n"
		"greenlet(lambda: 1).switch()\n"
		"body = greenlet(body)\n"
		"body.switch()\n"
		"a, b = greenlet(len), greenlet(len)\n"
		"print(a.switch('x'))\n";
	told_line(text, "14 <module> gives control to its new peer Peer.body and keeps its place.");
	told_line(text, "20 <module> gives control to its new peer body and keeps its place.");
	told_line(text, "26 <module> gives control to its new peer <lambda> and keeps its place.");
	told_line(text, "33 <module> gives control to its new peer body and keeps its place.");
	told_line(text, "40 <module> gives control to its new peer a (len) and keeps its place.");
	told_line(text, "41 a (len) has ended; control goes on to <module>.");
}
END_TEST

Suite *peers_suite(void)
{
	Suite *s = suite_create("peers");
	TCase *t = tcase_create("peers");
	tcase_add_test(t, a_number_is_not_given_to_another);
	tcase_add_test(t, new_peers_take_the_place_of_old_ones);
	tcase_add_test(t, a_switch_to_a_dead_one_is_none);
	tcase_add_test(t, a_switch_to_a_dead_one_can_reach_another);
	tcase_add_test(t, a_peer_has_a_name_before_it_has_begun);
	suite_add_tcase(s, t);
	return s;
}
