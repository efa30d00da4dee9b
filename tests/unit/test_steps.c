/* Steps in the short form that tests/programs keeps. */

#include "json.h"
#include "steps.h"

#include "base/mem.h"

#include <check.h>

#include <string.h>

/* Reading JSON. */

static bool is_json(const char *text)
{
	struct json *j = json_read(text, strlen(text));
	bool read = j != NULL;
	json_free(j);
	return read;
}

START_TEST(a_text_of_json_is_read_with_its_escapes)
{
	static const char line[] =
		"{\"a\":\"q\\\" b\\\\ n\\n u\\u00e9\",\"n\":-12,\"w\":null,\"o\":{\"k\":\"\"}}";
	struct json *j = json_read(line, strlen(line));
	ck_assert_ptr_nonnull(j);
	ck_assert_str_eq(json_text(j, "a"), "q\" b\\ n\n u\u00e9");
	ck_assert_str_eq(json_text(j, "n"), "-12");
	ck_assert_str_eq(json_text(j, "w"), "null");
	ck_assert(!json_find(j, "w")->quoted);
	ck_assert_ptr_null(json_text(j, "o"));
	ck_assert_str_eq(json_text(json_find(j, "o")->object, "k"), "");
	ck_assert_ptr_null(json_find(j, "k"));
	json_free(j);
}
END_TEST

START_TEST(what_is_no_json_object_is_refused)
{
	static const char *const bad[] = {
		"",
		"{",
		"}",
		"{}}",
		"[]",
		"\"a\"",
		"{\"a\"}",
		"{\"a\":}",
		"{\"a\":1,}",
		"{a:1}",
		"{\"a\":\"x}",
		"{\"a\":\"\\q\"}",
		"{\"a\":\"\\u12\"}",
		"{\"a\":{\"b\":1}",
		"{} ",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ck_assert_msg(!is_json(bad[i]), "%s was read", bad[i]);
	ck_assert(is_json("{}"));
	ck_assert(is_json("{\"a\":true}"));
}
END_TEST

/* Steps. */

static char *steps(const char *jsonl, size_t most)
{
	struct sbuf out = { 0 };
	ck_assert(steps_from_jsonl(jsonl, strlen(jsonl), most, &out));
	sbuf_cstr(&out);
	return out.text != NULL ? sbuf_take(&out) : mem_strdup("");
}

static void check_steps(const char *jsonl, size_t most, const char *expected)
{
	char *got = steps(jsonl, most);
	ck_assert_str_eq(got, expected);
	mem_free(got);
}

START_TEST(a_step_is_a_line_with_its_own_fields)
{
	check_steps(
		"{\"event\":\"call\",\"func\":\"<module>\",\"frame\":0,\"line\":0,\"locals\":{}}\n"
		"{\"event\":\"resume\",\"func\":\"g\",\"frame\":1,\"line\":3,\"at\":\"yield\","
		"\"how\":\"send\",\"value\":\"5\",\"locals\":{}}\n"
		"{\"event\":\"greenlet\",\"how\":\"switch\",\"from\":0,\"to\":1}\n"
		"{\"event\":\"exception\",\"func\":\"g\",\"frame\":1,\"line\":3,"
		"\"value\":\"StopIteration()\",\"stop\":true,\"locals\":{}}\n"
		"{\"event\":\"end\",\"exc\":null}\n",
		10,
		"call <module>#0:0\n"
		"resume g#1:3 at=yield how=send value=5\n"
		"greenlet how=switch from=0 to=1\n"
		"exception g#1:3 value=StopIteration()\n");
}
END_TEST

START_TEST(only_what_changed_in_a_frame_is_told)
{
	check_steps(
		"{\"event\":\"line\",\"func\":\"f\",\"frame\":0,\"line\":1,\"locals\":{\"b\":\"2\","
		"\"a\":\"1\"}}\n"
		"{\"event\":\"line\",\"func\":\"g\",\"frame\":1,\"line\":7,"
		"\"locals\":{\"a\":\"1\"}}\n"
		"{\"event\":\"line\",\"func\":\"f\",\"frame\":0,\"line\":2,\"locals\":{\"a\":\"1\","
		"\"b\":\"2\"}}\n"
		"{\"event\":\"line\",\"func\":\"f\",\"frame\":0,\"line\":3,\"locals\":{\"c\":\"9\","
		"\"b\":\"3\"}}\n",
		10,
		"line f#0:1 | a=1, b=2\n"
		"line g#1:7 | a=1\n"
		"line f#0:2\n"
		"line f#0:3 | -a, b=3, c=9\n");
}
END_TEST

START_TEST(a_long_run_is_cut)
{
	static const char three[] =
		"{\"event\":\"line\",\"func\":\"f\",\"frame\":0,\"line\":1,\"locals\":{}}\n"
		"{\"event\":\"line\",\"func\":\"f\",\"frame\":0,\"line\":2,\"locals\":{}}\n"
		"{\"event\":\"line\",\"func\":\"f\",\"frame\":0,\"line\":3,\"locals\":{}}\n";
	check_steps(three, 3, "line f#0:1\nline f#0:2\nline f#0:3\n");
	check_steps(three, 2, "line f#0:1\nline f#0:2\ntruncated\n");
}
END_TEST

START_TEST(a_line_that_is_no_step_is_refused)
{
	static const char *const bad[] = {
		"nonsense\n",
		"{}\n",
		"{\"event\":\"line\"}\n",
		"{\"event\":\"line\",\"func\":\"f\",\"frame\":5,\"line\":1,\"locals\":{}}\n",
		("{\"event\":\"line\",\"func\":\"f\",\"frame\":0,\"line\":1,"
		 "\"locals\":{\"a\":{}}}\n"),
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct sbuf out = { 0 };
		ck_assert_msg(!steps_from_jsonl(bad[i], strlen(bad[i]), 10, &out), "%s was taken",
			bad[i]);
		sbuf_fini(&out);
	}
}
END_TEST

Suite *steps_suite(void);

Suite *steps_suite(void)
{
	Suite *s = suite_create("steps");
	TCase *tc = tcase_create("json");
	tcase_add_test(tc, a_text_of_json_is_read_with_its_escapes);
	tcase_add_test(tc, what_is_no_json_object_is_refused);
	suite_add_tcase(s, tc);
	tc = tcase_create("steps");
	tcase_add_test(tc, a_step_is_a_line_with_its_own_fields);
	tcase_add_test(tc, only_what_changed_in_a_frame_is_told);
	tcase_add_test(tc, a_long_run_is_cut);
	tcase_add_test(tc, a_line_that_is_no_step_is_refused);
	suite_add_tcase(s, tc);
	return s;
}
