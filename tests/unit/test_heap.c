/* Objects are counted, and cycles of them are found. */

#include "machine.h"

#include "vm/kind/seq.h"

#include <string.h>

START_TEST(blocks_of_every_size_keep_their_contents)
{
	struct vm *vm = machine_new();
	struct heap h = { 0 };
	unsigned char *blocks[300];
	for (size_t i = 0; i < 300; i++)
		memset(blocks[i] = heap_alloc(&h, i * 7 + 1), (int)i, i * 7 + 1);
	for (size_t i = 0; i < 300; i++) {
		blocks[i] = heap_realloc(&h, blocks[i], i * 7 + 1, i * 11 + 1);
		for (size_t k = 0; k < i * 7 + 1; k++)
			ck_assert_uint_eq(blocks[i][k], (unsigned char)i);
	}
	for (size_t i = 0; i < 300; i += 2)
		heap_free(&h, blocks[i], i * 11 + 1);
	heap_fini(&h);
	vm_free(vm);
}
END_TEST

START_TEST(memory_is_counted_down_to_where_it_began)
{
	struct vm *vm = machine_new();
	size_t before = vm->memory;
	value l = list_new(vm, 0);
	for (int i = 0; i < 10000; i++)
		list_append(vm, l, tuple_pack(vm, 2, small_make(i), V_NONE));
	ck_assert_uint_gt(vm->memory, before + 10000 * sizeof(struct tuple));
	value_drop(vm, l);
	ck_assert_uint_eq(vm->memory, before);
	vm_free(vm);
}
END_TEST

START_TEST(a_million_nested_lists_die_on_a_bounded_stack)
{
	struct vm *vm = machine_new();
	value l = list_new(vm, 0);
	for (int i = 0; i < 1000000; i++) {
		value outer = list_new(vm, 1);
		list_append(vm, outer, l);
		l = outer;
	}
	size_t before = vm->memory;
	value_drop(vm, l);
	ck_assert_uint_lt(vm->memory + 1000000 * sizeof(struct list), before);
	vm_free(vm);
}
END_TEST

START_TEST(cycles_go_with_the_machine)
{
	struct vm *vm = machine_new();
	value l = list_new(vm, 0);
	list_append(vm, l, value_keep(l));
	value_drop(vm, l);
	ck_assert_uint_eq(obj_get(l)->refs, 1);
	vm_free(vm);
}
END_TEST

START_TEST(the_limit_is_noted_and_the_allocation_succeeds)
{
	struct vm *vm = machine_new();
	vm->options.limits.memory = vm->memory + 100000;
	value l = list_new(vm, 0);
	for (int i = 0; i < 100000; i++)
		list_append(vm, l, small_make(i));
	ck_assert_ptr_nonnull(vm->limit_text);
	ck_assert(vm->attention);
	ck_assert_uint_eq(list_get(l)->len, 100000);
	value_drop(vm, l);
	vm_free(vm);
}
END_TEST

START_TEST(an_absurd_request_is_a_memory_error)
{
	struct vm *vm = machine_new();
	value l = list_from(vm, (value[]){ V_NONE }, 1);
	ck_assert(seq_repeat(vm, l, 1000000000000) == V_ERROR);
	assert_raised(vm, "MemoryError");
	value_drop(vm, l);
	vm_free(vm);
}
END_TEST

Suite *heap_suite(void)
{
	Suite *s = suite_create("heap");
	TCase *t = tcase_create("heap");
	tcase_add_test(t, blocks_of_every_size_keep_their_contents);
	tcase_add_test(t, memory_is_counted_down_to_where_it_began);
	tcase_add_test(t, a_million_nested_lists_die_on_a_bounded_stack);
	tcase_add_test(t, cycles_go_with_the_machine);
	tcase_add_test(t, the_limit_is_noted_and_the_allocation_succeeds);
	tcase_add_test(t, an_absurd_request_is_a_memory_error);
	suite_add_tcase(s, t);
	return s;
}
