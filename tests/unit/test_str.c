/* The str of programs. */

#include "machine.h"

#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/text/str_methods.h"

static value text(struct vm *vm, const char *s)
{
	return str_from_cstr(vm, s);
}

START_TEST(hashes_are_cpythons_with_seed_0)
{
	struct vm *vm = machine_new();
	value a = text(vm, "abc"), e = text(vm, "h\xc3\xa9"), w = text(vm, "\xce\xb1\xce\xb2");
	ck_assert_int_eq((int64_t)str_hash(a), -4594863902769663758);
	ck_assert_int_eq((int64_t)str_hash(e), 5785546998624587330);
	ck_assert_int_eq((int64_t)str_hash(w), 3740723405599701215);
	value_drop(vm, a);
	value_drop(vm, e);
	value_drop(vm, w);
	vm_free(vm);
}
END_TEST

START_TEST(interned_strings_are_one_object)
{
	struct vm *vm = machine_new();
	value a = str_intern(vm, "some_name", 9), b = str_intern(vm, "some_name", 9);
	ck_assert(a == b);
	ck_assert(a != str_intern(vm, "other_name", 10));
	vm_free(vm);
}
END_TEST

START_TEST(characters_are_found_by_index_in_any_script)
{
	struct vm *vm = machine_new();
	value s = text(vm, "a\xc3\xa9\xe6\x97\xa5z");
	ck_assert_uint_eq(str_get(s)->count, 4);
	ck_assert_uint_eq(str_offset(s, 2), 3);
	ck_assert_uint_eq(str_offset(s, 4), 7);
	assert_repr(vm, str_at(vm, s, 1), "'\xc3\xa9'");
	assert_repr(vm, str_slice(vm, s, 3, -1, -1, 4),
		"'z\xe6\x97\xa5\xc3\xa9"
		"a'");
	value_drop(vm, s);
	vm_free(vm);
}
END_TEST

START_TEST(repr_chooses_quotes_and_escapes)
{
	struct vm *vm = machine_new();
	assert_repr(vm, text(vm, "it's"), "\"it's\"");
	assert_repr(vm, text(vm, "'\""), "'\\'\"'");
	assert_repr(vm, text(vm, "\n\t\x01\xc2\xa0"), "'\\n\\t\\x01\\xa0'");
	vm_free(vm);
}
END_TEST

START_TEST(splitting_leaves_the_rest_alone)
{
	struct vm *vm = machine_new();
	value s = text(vm, " a b  c ");
	struct args none = { 0 }, two = { .at = (value[]){ V_NONE, small_make(1) }, .n = 2 };
	assert_repr(vm, str_split(vm, s, &none), "['a', 'b', 'c']");
	assert_repr(vm, str_split(vm, s, &two), "['a', 'b  c ']");
	assert_repr(vm, str_rsplit(vm, s, &two), "[' a b', 'c']");
	value_drop(vm, s);
	vm_free(vm);
}
END_TEST

START_TEST(percent_fills_in_and_complains)
{
	struct vm *vm = machine_new();
	value f = text(vm, "%05.1f|%-4s|%x"),
	      args = tuple_pack(vm, 3, text(vm, "x"), small_make(1), small_make(2));
	ck_assert(str_percent(vm, f, args) == V_ERROR);
	assert_raised(vm, "TypeError: must be real number, not str");
	value_set(vm, &tuple_get(args)->at[0], small_make(-2));
	assert_repr(vm, str_percent(vm, f, args), "'-02.0|1   |2'");
	value_drop(vm, args);
	value_drop(vm, f);
	vm_free(vm);
}
END_TEST

START_TEST(a_text_too_large_for_memory_is_an_error_of_the_program)
{
	struct vm *vm = machine_new();
	value s = text(vm, "abc");
	ck_assert(str_repeat(vm, s, (int64_t)1 << 40) == V_ERROR);
	assert_raised(vm, "MemoryError");
	value_drop(vm, s);
	vm_free(vm);
}
END_TEST

Suite *str_suite(void)
{
	Suite *s = suite_create("str");
	TCase *t = tcase_create("str");
	tcase_add_test(t, hashes_are_cpythons_with_seed_0);
	tcase_add_test(t, interned_strings_are_one_object);
	tcase_add_test(t, characters_are_found_by_index_in_any_script);
	tcase_add_test(t, repr_chooses_quotes_and_escapes);
	tcase_add_test(t, splitting_leaves_the_rest_alone);
	tcase_add_test(t, percent_fills_in_and_complains);
	tcase_add_test(t, a_text_too_large_for_memory_is_an_error_of_the_program);
	suite_add_tcase(s, t);
	return s;
}
