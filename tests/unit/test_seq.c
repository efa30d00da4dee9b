/* Lists, tuples and other sequences. */

#include "machine.h"

#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/event.h"
#include "vm/value/ops.h"

static value numbers(struct vm *vm, int n)
{
	value l = list_new(vm, 0);
	for (int i = 0; i < n; i++)
		list_append(vm, l, small_make(i));
	return l;
}

static value nested(struct vm *vm, int depth)
{
	value l = list_new(vm, 0);
	for (int i = 0; i < depth; i++) {
		value outer = list_from(vm, &l, 1);
		value_drop(vm, l);
		l = outer;
	}
	return l;
}

struct told {
	int n;
	struct event last;
};

static void note(void *self, struct vm *vm, const struct event *e)
{
	struct told *t = self;
	(void)vm;
	t->n++;
	t->last = *e;
}

START_TEST(a_splice_may_take_from_the_list_itself)
{
	struct vm *vm = machine_new();
	value l = numbers(vm, 3);
	list_splice(vm, l, 1, 1, list_get(l)->at, 3);
	assert_repr(vm, l, "[0, 0, 1, 2, 2]");
	vm_free(vm);
}
END_TEST

START_TEST(an_index_out_of_range_names_the_container)
{
	struct vm *vm = machine_new();
	value l = numbers(vm, 3);
	ck_assert(seq_get_item(vm, l, small_make(3)) == V_ERROR);
	assert_raised(vm, "IndexError: list index out of range");
	ck_assert(ops_plain_del_item(vm, l, small_make(-4)) == V_ERROR);
	assert_raised(vm, "IndexError: list assignment index out of range");
	value_drop(vm, l);
	vm_free(vm);
}
END_TEST

START_TEST(sorting_is_stable_in_both_directions)
{
	struct vm *vm = machine_new();
	value a = tuple_pack(vm, 2, small_make(1), float_make(vm, 1.0)), l = list_new(vm, 0);
	list_append(vm, l, small_make(1));
	list_append(vm, l, V_TRUE);
	list_append(vm, l, small_make(0));
	ck_assert_int_eq(list_sort_plain(vm, l, V_UNSET, true), 1);
	assert_repr(vm, value_keep(l), "[1, True, 0]");
	ck_assert_int_eq(list_sort_plain(vm, l, V_UNSET, false), 1);
	assert_repr(vm, value_keep(l), "[0, 1, True]");
	list_append(vm, l, V_NONE);
	ck_assert_int_eq(list_sort_plain(vm, l, V_UNSET, false), 0);
	assert_repr(vm, l, "[0, 1, True, None]");
	value_drop(vm, a);
	vm_free(vm);
}
END_TEST

START_TEST(a_list_in_itself_is_shown_as_dots)
{
	struct vm *vm = machine_new();
	value l = numbers(vm, 1);
	list_append(vm, l, value_keep(l));
	assert_repr(vm, value_keep(l), "[0, [...]]");
	list_splice(vm, l, 0, 2, NULL, 0);
	value_drop(vm, l);
	vm_free(vm);
}
END_TEST

START_TEST(lists_nested_too_deep_cannot_be_shown_or_compared)
{
	struct vm *vm = machine_new();
	value a = nested(vm, 100000), b = nested(vm, 100000);
	struct sbuf out = { 0 };
	ck_assert(!ops_repr_now(vm, a, &out));
	assert_raised(vm,
		"RecursionError: maximum recursion depth exceeded while getting the repr of an "
		"object");
	ck_assert(seq_compare(vm, CMP_EQ, a, b) == V_ERROR);
	assert_raised(vm, "RecursionError: maximum recursion depth exceeded in comparison");
	sbuf_fini(&out);
	value_drop(vm, a);
	value_drop(vm, b);
	vm_free(vm);
}
END_TEST

START_TEST(a_range_knows_its_items_without_making_them)
{
	struct vm *vm = machine_new();
	value r = range_new(vm, INT64_MIN, INT64_MAX - 1, 2);
	ck_assert_int_eq(range_find((struct range *)obj_get(r), INT64_MAX - 3), INT64_MAX - 1);
	ck_assert_int_eq(range_find((struct range *)obj_get(r), 1), -1);
	value_drop(vm, r);
	ck_assert(range_new(vm, 0, 1, 0) == V_ERROR);
	assert_raised(vm, "ValueError: range() arg 3 must not be zero");
	vm_free(vm);
}
END_TEST

START_TEST(a_bounded_deque_drops_at_the_other_end)
{
	struct vm *vm = machine_new();
	value d = deque_new(vm, 2);
	for (int i = 0; i < 3; i++)
		deque_push(vm, d, small_make(i), false);
	assert_repr(vm, value_keep(d), "deque([1, 2], maxlen=2)");
	deque_push(vm, d, small_make(9), true);
	assert_repr(vm, d, "deque([9, 1], maxlen=2)");
	vm_free(vm);
}
END_TEST

START_TEST(changes_of_a_seen_list_are_told)
{
	struct vm *vm = machine_new();
	struct told told = { 0 };
	struct observer o = { .self = &told, .event = note };
	value l = numbers(vm, 2);
	list_append(vm, l, small_make(8));
	vm->observer = &o;
	list_append(vm, l, small_make(9));
	ck_assert_int_eq(told.n, 0);
	obj_get(l)->flags |= OBJ_SEEN;
	list_splice(vm, l, 1, 2, (value[]){ small_make(7) }, 1);
	ck_assert_int_eq(told.n, 1);
	ck_assert_int_eq(told.last.kind, EVENT_SPLICE);
	ck_assert_uint_eq(told.last.index, 1);
	ck_assert_uint_eq(told.last.nold, 2);
	ck_assert_uint_eq(told.last.nnew, 1);
	value_drop(vm, l);
	ck_assert_int_eq(told.last.kind, EVENT_GONE);
	vm->observer = NULL;
	vm_free(vm);
}
END_TEST

START_TEST(tuples_hash_as_in_cpython)
{
	struct vm *vm = machine_new();
	value t = tuple_pack(vm, 3, small_make(1), small_make(2), small_make(3));
	uint64_t h;
	ck_assert(tuple_hash(vm, t, &h));
	ck_assert_int_eq((int64_t)h, 529344067295497451);
	value_drop(vm, t);
	vm_free(vm);
}
END_TEST

Suite *seq_suite(void)
{
	Suite *s = suite_create("seq");
	TCase *t = tcase_create("seq");
	tcase_add_test(t, a_splice_may_take_from_the_list_itself);
	tcase_add_test(t, an_index_out_of_range_names_the_container);
	tcase_add_test(t, sorting_is_stable_in_both_directions);
	tcase_add_test(t, a_list_in_itself_is_shown_as_dots);
	tcase_add_test(t, lists_nested_too_deep_cannot_be_shown_or_compared);
	tcase_add_test(t, a_range_knows_its_items_without_making_them);
	tcase_add_test(t, a_bounded_deque_drops_at_the_other_end);
	tcase_add_test(t, changes_of_a_seen_list_are_told);
	tcase_add_test(t, tuples_hash_as_in_cpython);
	suite_add_tcase(s, t);
	return s;
}
