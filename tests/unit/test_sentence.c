#include "session/sentence.h"

#include "base/sbuf.h"
#include "base/utf8.h"
#include "synthetic.h"

#include <check.h>

#include <string.h>

/* Every sentence of runs that never were: printable, on one line, not too wide,
 * with a full stop. */
START_TEST(every_sentence_fits_its_line)
{
	for (unsigned seed = 1; seed <= 20; seed++) {
		struct trace *t = synthetic_random(seed, 3000);
		struct moment *m = moment_new(t), *scan = moment_new(t);
		struct sbuf b = {0};
		do {
			sbuf_truncate(&b, 0);
			sentence_say(m, scan, &b);
			ck_assert_uint_gt(b.len, 10);
			ck_assert_msg(utf8_columns(b.text, b.len) <= SENTENCE_COLUMNS, "%s", b.text);
			ck_assert_msg(b.text[b.len - 1] == '.' || strcmp(b.text + b.len - 3, "…") == 0, "%s", b.text);
			ck_assert_ptr_null(strchr(b.text, '\n'));
		} while (moment_forward(m));
		sbuf_fini(&b);
		moment_free(scan);
		moment_free(m);
		trace_free(t);
	}
}
END_TEST

Suite *sentence_suite(void)
{
	Suite *s = suite_create("sentence");
	TCase *t = tcase_create("sentence");
	tcase_add_test(t, every_sentence_fits_its_line);
	suite_add_tcase(s, t);
	return s;
}
