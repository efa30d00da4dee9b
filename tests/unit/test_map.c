#include "base/map.h"

#include <check.h>

START_TEST(an_empty_map_has_no_key)
{
	struct map m = {0};
	ck_assert_ptr_null(map_find(&m, 0));
	ck_assert(!map_remove(&m, 0));
	map_fini(&m);
}
END_TEST

Suite *map_suite(void)
{
	Suite *s = suite_create("map");
	TCase *t = tcase_create("map");
	tcase_add_test(t, an_empty_map_has_no_key);
	suite_add_tcase(s, t);
	return s;
}
