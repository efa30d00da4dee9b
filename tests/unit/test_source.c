/* Source files: encodings, line ends, limits. */

#include "lang/text/source.h"

#include "base/mem.h"

#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A source of this text, which must be fine. */
static struct source made(const char *text, size_t len)
{
	struct source s;
	struct diag d = { 0 };

	ck_assert(source_from_text(&s, "a.py", text, len, &d));
	ck_assert(!d.set);
	return s;
}

#define ck_assert_line(s, n, expected) \
	do { \
		size_t len_ = 0; \
		const char *line_ = source_line(&(s), n, &len_); \
		ck_assert_ptr_nonnull(line_); \
		ck_assert_uint_eq(len_, strlen(expected)); \
		ck_assert_mem_eq(line_, expected, len_); \
	} while (0)

/* Reading this text fails with this message at this place. */
static void check_refused(
	const char *text, size_t len, uint32_t line, uint32_t col, const char *message)
{
	struct source s;
	struct diag d = { 0 };

	ck_assert(!source_from_text(&s, "a.py", text, len, &d));
	ck_assert_str_eq(d.message, message);
	ck_assert_uint_eq(d.span.line, line);
	ck_assert_uint_eq(d.span.col, col);
	ck_assert_str_eq(s.path, "a.py");
	diag_fini(&d);
	source_fini(&s);
}

static void check_not_read(const char *path, const char *message)
{
	struct source s;
	struct diag d = { 0 };

	ck_assert(!source_read(&s, path, &d));
	ck_assert_str_eq(d.message, message);
	ck_assert_uint_eq(d.span.line, 0);
	ck_assert_str_eq(s.path, path);
	diag_fini(&d);
	source_fini(&s);
}

START_TEST(lines_count_from_one_and_the_last_needs_no_end)
{
	struct source s = made("one\n\nthree", 10);

	ck_assert_uint_eq(s.nlines, 3);
	ck_assert_line(s, 1, "one");
	ck_assert_line(s, 2, "");
	ck_assert_line(s, 3, "three");
	size_t len;
	ck_assert_ptr_null(source_line(&s, 0, &len));
	ck_assert_ptr_null(source_line(&s, 4, &len));
	source_fini(&s);
}
END_TEST

START_TEST(an_empty_file_has_no_lines)
{
	struct source s = made("", 0);

	ck_assert_uint_eq(s.nlines, 0);
	ck_assert_uint_eq(s.len, 0);
	source_fini(&s);
}
END_TEST

START_TEST(every_kind_of_line_end_becomes_a_newline)
{
	struct source s = made(
		"\xEF\xBB\xBF"
		"a\r\nb\rc\n\r\n",
		12);

	ck_assert_str_eq(s.text, "a\nb\nc\n\n");
	ck_assert_uint_eq(s.nlines, 4);
	source_fini(&s);
}
END_TEST

START_TEST(a_nul_byte_means_a_binary_file)
{
	check_refused("a\0b", 3, 0, 0, "binary file: it holds a NUL byte");
}
END_TEST

START_TEST(a_byte_that_is_not_utf8_is_shown_at_its_place)
{
	check_refused("x = 1\ny = '\xE9'\n", 13, 2, 5, "byte 0xe9 is not UTF-8");
	check_refused("\xC3", 1, 1, 0, "byte 0xc3 is not UTF-8");
}
END_TEST

START_TEST(a_text_past_the_limit_is_refused)
{
	size_t len = SOURCE_MAX_BYTES + 1;
	char *text = mem_alloc(len);

	memset(text, 'a', len);
	check_refused(text, len, 0, 0, "the file is larger than 8 MiB");
	struct source s = made(text, len - 1);
	ck_assert_uint_eq(s.nlines, 1);
	source_fini(&s);
	mem_free(text);
}
END_TEST

START_TEST(kept_lines_stay_and_the_others_are_blank)
{
	struct source s = made("a\nbb\nc", 6);
	const bool keep[] = { true, false, true };
	char *text = source_kept(&s, keep);
	ck_assert_str_eq(text, "a\n\nc");
	mem_free(text);
	text = source_kept(&s, NULL);
	ck_assert_str_eq(text, "a\nbb\nc");
	mem_free(text);
	source_fini(&s);
}
END_TEST

START_TEST(what_is_no_file_is_not_read)
{
	char dir[] = "/tmp/cosub-test-XXXXXX", fifo[64];

	ck_assert_ptr_nonnull(mkdtemp(dir));
	snprintf(fifo, sizeof fifo, "%s/fifo", dir);
	ck_assert_int_eq(mkfifo(fifo, 0600), 0);
	check_not_read("/nonexistent/x.py", "cannot be opened: No such file or directory");
	check_not_read(dir, "is a directory");
	check_not_read(fifo, "is not a regular file");
	check_not_read("/dev/zero", "is not a regular file");
	unlink(fifo);
	rmdir(dir);
}
END_TEST

START_TEST(a_file_is_read_whole)
{
	char path[] = "/tmp/cosub-test-XXXXXX";
	int fd = mkstemp(path);
	struct source s;
	struct diag d = { 0 };

	ck_assert_int_eq(write(fd, "x = 1\r\n", 7), 7);
	close(fd);
	ck_assert(source_read(&s, path, &d));
	ck_assert_str_eq(s.text, "x = 1\n");
	ck_assert_str_eq(s.path, path);
	source_fini(&s);
	unlink(path);
}
END_TEST

Suite *source_suite(void)
{
	Suite *s = suite_create("source");
	TCase *t = tcase_create("source");
	tcase_add_test(t, lines_count_from_one_and_the_last_needs_no_end);
	tcase_add_test(t, an_empty_file_has_no_lines);
	tcase_add_test(t, every_kind_of_line_end_becomes_a_newline);
	tcase_add_test(t, a_nul_byte_means_a_binary_file);
	tcase_add_test(t, a_byte_that_is_not_utf8_is_shown_at_its_place);
	tcase_add_test(t, a_text_past_the_limit_is_refused);
	tcase_add_test(t, kept_lines_stay_and_the_others_are_blank);
	tcase_add_test(t, what_is_no_file_is_not_read);
	tcase_add_test(t, a_file_is_read_whole);
	suite_add_tcase(s, t);
	return s;
}
