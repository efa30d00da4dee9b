/* Numbers in source text. */

#include "machine.h"

#include "vm/kind/number.h"
#include "vm/kind/str.h"

START_TEST(floats_are_shown_by_their_shortest_digits)
{
	struct vm *vm = machine_new();
	assert_repr(vm, float_make(vm, 0.1), "0.1");
	assert_repr(vm, float_make(vm, 1e16), "1e+16");
	assert_repr(vm, float_make(vm, 123456789012345680.0), "1.2345678901234568e+17");
	assert_repr(vm, float_make(vm, 5e-324), "5e-324");
	assert_repr(vm, float_make(vm, 0x1p-24), "5.960464477539063e-08");
	assert_repr(vm, float_make(vm, -0.0), "-0.0");
	vm_free(vm);
}
END_TEST

START_TEST(ints_end_at_64_bits)
{
	struct vm *vm = machine_new();
	assert_repr(vm, int_binary(vm, BIN_POW, -2, 63), "-9223372036854775808");
	assert_repr(vm, int_binary(vm, BIN_SUB, INT64_MIN, -1), "-9223372036854775807");
	ck_assert(int_binary(vm, BIN_FLOORDIV, INT64_MIN, -1) == V_ERROR);
	ck_assert_str_eq(vm->refusal,
		"an int that does not fit in 64 bits is outside the scenario language");
	value_drop(vm, vm_catch(vm));
	vm_free(vm);
	vm = machine_new();
	ck_assert(int_binary(vm, BIN_ADD, INT64_MAX, 1) == V_ERROR);
	ck_assert_ptr_nonnull(vm->refusal);
	value_drop(vm, vm_catch(vm));
	vm_free(vm);
}
END_TEST

START_TEST(division_floors_and_true_division_rounds_once)
{
	struct vm *vm = machine_new();
	assert_repr(vm, int_binary(vm, BIN_FLOORDIV, -7, 2), "-4");
	assert_repr(vm, int_binary(vm, BIN_MOD, -7, 2), "1");
	assert_repr(vm, int_binary(vm, BIN_MOD, 7, -2), "-1");
	assert_repr(vm, int_binary(vm, BIN_DIV, 9007199254740993, 1), "9007199254740992.0");
	assert_repr(vm, int_binary(vm, BIN_DIV, INT64_MAX, 3), "3.0744573456182584e+18");
	ck_assert(int_binary(vm, BIN_MOD, 1, 0) == V_ERROR);
	assert_raised(vm, "ZeroDivisionError: integer modulo by zero");
	vm_free(vm);
}
END_TEST

START_TEST(equal_numbers_have_equal_hashes)
{
	struct vm *vm = machine_new();
	ck_assert_uint_eq(float_hash(3.0), int_hash(3));
	ck_assert_uint_eq(float_hash(-1.0), (uint64_t)-2);
	ck_assert_uint_eq(float_hash(0.5), (uint64_t)1 << 60);
	ck_assert_uint_eq(int_hash(((int64_t)1 << 61) - 1), 0);
	vm_free(vm);
}
END_TEST

START_TEST(ints_and_floats_compare_exactly)
{
	struct vm *vm = machine_new();
	value i = int_make(vm, 9007199254740993), f = float_make(vm, 9007199254740992.0);
	ck_assert_int_eq(number_compare(CMP_GT, i, f), 1);
	ck_assert_int_eq(number_compare(CMP_EQ, i, f), 0);
	ck_assert_int_eq(number_compare(CMP_EQ, i, V_NONE), -1);
	value_drop(vm, i);
	value_drop(vm, f);
	vm_free(vm);
}
END_TEST

START_TEST(rounding_goes_to_the_even_neighbour)
{
	struct vm *vm = machine_new();
	value f = float_make(vm, 2.5), g = float_make(vm, 2.675);
	assert_repr(vm, number_round(vm, f, V_UNSET), "2");
	assert_repr(vm, number_round(vm, g, small_make(2)), "2.67");
	assert_repr(vm, number_round(vm, small_make(25), small_make(-1)), "20");
	value_drop(vm, f);
	value_drop(vm, g);
	vm_free(vm);
}
END_TEST

START_TEST(text_is_read_as_python_reads_it)
{
	struct vm *vm = machine_new();
	int64_t i;
	double f;
	bool overflow;
	ck_assert(int_parse(" -1_000 ", 8, 10, &i, &overflow) && i == -1000);
	ck_assert(int_parse("0x1f", 4, 0, &i, &overflow) && i == 31);
	ck_assert(!int_parse("1__0", 4, 10, &i, &overflow) && !overflow);
	ck_assert(!int_parse("9223372036854775808", 19, 10, &i, &overflow) && overflow);
	ck_assert(float_parse(" 1_0.5e-1 ", 10, &f) && f == 1.05);
	ck_assert(!float_parse("1._5", 4, &f));
	vm_free(vm);
}
END_TEST

Suite *literal_suite(void)
{
	Suite *s = suite_create("literal");
	TCase *t = tcase_create("literal");
	tcase_add_test(t, floats_are_shown_by_their_shortest_digits);
	tcase_add_test(t, ints_end_at_64_bits);
	tcase_add_test(t, division_floors_and_true_division_rounds_once);
	tcase_add_test(t, equal_numbers_have_equal_hashes);
	tcase_add_test(t, ints_and_floats_compare_exactly);
	tcase_add_test(t, rounding_goes_to_the_even_neighbour);
	tcase_add_test(t, text_is_read_as_python_reads_it);
	suite_add_tcase(s, t);
	return s;
}
