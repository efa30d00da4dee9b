/* Format specifications of str, int and float. */

#include "machine.h"

#include "vm/text/format.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"

static value text(struct vm *vm, const char *s)
{
	return str_from_cstr(vm, s);
}

static value format(struct vm *vm, value v, const char *spec)
{
	value s = text(vm, spec), r = format_value(vm, v, s);
	value_drop(vm, s);
	value_drop(vm, v);
	return r;
}

static void assert_format(struct vm *vm, value v, const char *spec, const char *repr)
{
	assert_repr(vm, format(vm, v, spec), repr);
}

static void refuse(struct vm *vm, value v, const char *spec, const char *why)
{
	ck_assert(format(vm, v, spec) == V_ERROR);
	assert_raised(vm, why);
}

START_TEST(numbers_are_padded_signed_and_grouped)
{
	struct vm *vm = machine_new();
	assert_format(vm, small_make(1234), "09,", "'0,001,234'");
	assert_format(vm, small_make(-42), "=+8", "'-     42'");
	assert_format(vm, small_make(255), "#010x", "'0x000000ff'");
	assert_format(vm, small_make(5), "\xc3\xa9^5",
		"'\xc3\xa9\xc3\xa9"
		"5\xc3\xa9\xc3\xa9'");
	vm_free(vm);
}
END_TEST

START_TEST(floats_take_every_presentation)
{
	struct vm *vm = machine_new();
	assert_format(vm, float_make(vm, 1234567.891), ",.2f", "'1,234,567.89'");
	assert_format(vm, float_make(vm, 123.0), ".3", "'1.23e+02'");
	assert_format(vm, float_make(vm, 0.256), ".1%", "'25.6%'");
	assert_format(vm, float_make(vm, -0.001), "z.1f", "'0.0'");
	assert_format(vm, float_make(vm, 999999.5), "#g", "'1.00000e+06'");
	vm_free(vm);
}
END_TEST

START_TEST(what_does_not_fit_the_type_is_refused)
{
	struct vm *vm = machine_new();
	refuse(vm, small_make(1), ".2d",
		"ValueError: Precision not allowed in integer format specifier");
	refuse(vm, small_make(1), "5x5",
		"ValueError: Invalid format specifier '5x5' for object of type 'int'");
	refuse(vm, text(vm, "a"), "+", "ValueError: Sign not allowed in string format specifier");
	refuse(vm, V_NONE, "5",
		"TypeError: unsupported format string passed to NoneType.__format__");
	vm_free(vm);
}
END_TEST

START_TEST(fields_are_numbered_and_nested)
{
	struct vm *vm = machine_new();
	value f = text(vm, "{:>{}}|{{}}");
	struct args two = { .at = (value[]){ small_make(7), small_make(3) }, .n = 2 },
		    one = { .at = two.at, .n = 1 };
	assert_repr(vm, format_method(vm, f, &two), "'  7|{}'");
	ck_assert(format_method(vm, f, &one) == V_ERROR);
	assert_raised(vm, "IndexError: Replacement index 1 out of range for positional args tuple");
	value_drop(vm, f);
	vm_free(vm);
}
END_TEST

Suite *format_suite(void)
{
	Suite *s = suite_create("format");
	TCase *t = tcase_create("format");
	tcase_add_test(t, numbers_are_padded_signed_and_grouped);
	tcase_add_test(t, floats_take_every_presentation);
	tcase_add_test(t, what_does_not_fit_the_type_is_refused);
	tcase_add_test(t, fields_are_numbered_and_nested);
	suite_add_tcase(s, t);
	return s;
}
