/* The set of programs. */

#include "machine.h"

#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"

START_TEST(items_come_in_cpythons_order)
{
	struct vm *vm = machine_new();
	value s = set_new(vm, false);
	const int items[] = { 33, 1, 17, 9, 8, 100 };
	for (size_t i = 0; i < sizeof items / sizeof *items; i++)
		ck_assert_int_eq(set_add(vm, s, small_make(items[i])), 1);
	ck_assert_int_eq(set_add(vm, s, small_make(9)), 0);
	assert_repr(vm, s, "{33, 1, 100, 8, 9, 17}");
	vm_free(vm);
}
END_TEST

START_TEST(a_removed_items_slot_is_taken_again)
{
	struct vm *vm = machine_new();
	value s = set_new(vm, false);
	for (int i = 1; i < 4; i++)
		set_add(vm, s, small_make(i));
	ck_assert_int_eq(set_remove(vm, s, small_make(1)), 1);
	set_add(vm, s, small_make(9));
	assert_repr(vm, s, "{9, 2, 3}");
	vm_free(vm);
}
END_TEST

START_TEST(operators_follow_the_smaller_side)
{
	struct vm *vm = machine_new();
	value a = set_new(vm, false), b = set_new(vm, true);
	for (int i = 0; i < 5; i++) {
		set_add(vm, a, small_make(i));
		set_add(vm, b, small_make(i * 2));
	}
	assert_repr(vm, set_binary(vm, BIN_AND, a, b), "{0, 2, 4}");
	assert_repr(vm, set_binary(vm, BIN_SUB, b, a), "frozenset({8, 6})");
	assert_repr(vm, set_binary(vm, BIN_XOR, a, b), "{1, 3, 6, 8}");
	ck_assert(set_compare(vm, CMP_LE, a, b) == V_FALSE);
	ck_assert(set_binary(vm, BIN_ADD, a, b) == V_NOT_IMPLEMENTED);
	value_drop(vm, a);
	value_drop(vm, b);
	vm_free(vm);
}
END_TEST

START_TEST(a_frozensets_hash_does_not_depend_on_order)
{
	struct vm *vm = machine_new();
	value a = set_new(vm, true), b = set_new(vm, true);
	for (int i = 0; i < 40; i++) {
		set_add(vm, a, small_make(i));
		set_add(vm, b, small_make(39 - i));
	}
	uint64_t h, g;
	ck_assert(set_hash(vm, a, &h) && set_hash(vm, b, &g));
	ck_assert_uint_eq(h, g);
	ck_assert_int_eq((int64_t)h, 307254084352734134);
	value_drop(vm, a);
	value_drop(vm, b);
	vm_free(vm);
}
END_TEST

Suite *set_suite(void)
{
	Suite *s = suite_create("set");
	TCase *t = tcase_create("set");
	tcase_add_test(t, items_come_in_cpythons_order);
	tcase_add_test(t, a_removed_items_slot_is_taken_again);
	tcase_add_test(t, operators_follow_the_smaller_side);
	tcase_add_test(t, a_frozensets_hash_does_not_depend_on_order);
	suite_add_tcase(s, t);
	return s;
}
