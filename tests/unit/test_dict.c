/* The dict of programs: order, growth, deletion, keys of all kinds. */

#include "machine.h"

#include "vm/kind/dict.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"

START_TEST(entries_stay_in_the_order_of_insertion)
{
	struct vm *vm = machine_new();
	struct dict *d = dict_new(vm);
	for (int i = 0; i < 1000; i++)
		ck_assert(dict_set(vm, d, small_make(i * 7919 % 1000), small_make(i)));
	for (int i = 0; i < 997; i++)
		ck_assert_int_eq(dict_remove(vm, d, small_make(i * 7919 % 1000), NULL), 1);
	dict_set(vm, d, small_make(-1), V_NONE);
	assert_repr(vm, obj_value(d), "{243: 997, 162: 998, 81: 999, -1: None}");
	vm_free(vm);
}
END_TEST

START_TEST(equal_keys_of_other_types_are_one_key)
{
	struct vm *vm = machine_new();
	struct dict *d = dict_new(vm);
	value f = float_make(vm, 1.0);
	dict_set(vm, d, small_make(1), small_make(10));
	dict_set(vm, d, f, small_make(11));
	dict_set(vm, d, V_TRUE, small_make(12));
	value_drop(vm, f);
	assert_repr(vm, obj_value(d), "{1: 12}");
	vm_free(vm);
}
END_TEST

START_TEST(a_list_is_no_key)
{
	struct vm *vm = machine_new();
	struct dict *d = dict_new(vm);
	value l = list_new(vm, 0);
	ck_assert(!dict_set(vm, d, l, V_NONE));
	assert_raised(vm, "TypeError: unhashable type: 'list'");
	value_drop(vm, l);
	obj_drop(vm, d);
	vm_free(vm);
}
END_TEST

START_TEST(a_pinned_dict_never_moves_a_name)
{
	struct vm *vm = machine_new();
	value names[] = { str_intern(vm, "a1", 2), str_intern(vm, "b1", 2) },
	      late = str_intern(vm, "late", 4);
	struct dict *d = dict_new_pinned(vm, names, 2);
	ck_assert_uint_eq(d->live, 0);
	ck_assert(dict_find_name(d, names[1]) == V_UNSET);
	dict_set_entry(vm, d, 1, small_make(5));
	for (int i = 0; i < 100; i++)
		dict_set(vm, d, small_make(i), V_NONE);
	dict_set_name(vm, d, late, small_make(6));
	ck_assert_int_eq(dict_name_index(d, names[1]), 1);
	ck_assert_int_eq(dict_remove(vm, d, names[1], NULL), 1);
	ck_assert_int_eq(dict_name_index(d, names[1]), 1);
	ck_assert(dict_find_name(d, names[1]) == V_UNSET);
	ck_assert(dict_find_name(d, late) == small_make(6));
	obj_drop(vm, d);
	vm_free(vm);
}
END_TEST

START_TEST(a_name_is_found_under_a_key_that_is_not_interned)
{
	struct vm *vm = machine_new();
	struct dict *d = dict_new(vm);
	value key = str_from_cstr(vm, "plain_key");
	dict_set(vm, d, key, small_make(3));
	value_drop(vm, key);
	ck_assert(dict_find_name(d, str_intern(vm, "plain_key", 9)) == small_make(3));
	obj_drop(vm, d);
	vm_free(vm);
}
END_TEST

Suite *dict_suite(void)
{
	Suite *s = suite_create("dict");
	TCase *t = tcase_create("dict");
	tcase_add_test(t, entries_stay_in_the_order_of_insertion);
	tcase_add_test(t, equal_keys_of_other_types_are_one_key);
	tcase_add_test(t, a_list_is_no_key);
	tcase_add_test(t, a_pinned_dict_never_moves_a_name);
	tcase_add_test(t, a_name_is_found_under_a_key_that_is_not_interned);
	suite_add_tcase(s, t);
	return s;
}
