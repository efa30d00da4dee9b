/* The record of a run, as written and as read. */

#include "trace/log.h"
#include "trace/store.h"

#include "synthetic.h"

#include <check.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct rvalue odd_values[] = {
	{ .kind = R_UNSET },
	{ .kind = R_NONE },
	{ .kind = R_TRUE },
	{ .kind = R_FALSE },
	{ .kind = R_ELLIPSIS },
	{ .kind = R_NOT_IMPLEMENTED },
	{ .kind = R_INT, .i = 0 },
	{ .kind = R_INT, .i = -1 },
	{ .kind = R_INT, .i = -32 },
	{ .kind = R_INT, .i = -33 },
	{ .kind = R_INT, .i = 95 },
	{ .kind = R_INT, .i = 96 },
	{ .kind = R_INT, .i = INT64_MAX },
	{ .kind = R_INT, .i = INT64_MIN },
	{ .kind = R_FLOAT, .f = 0.0 },
	{ .kind = R_FLOAT, .f = -0.0 },
	{ .kind = R_FLOAT, .f = 1e6 },
	{ .kind = R_FLOAT, .f = -3 },
	{ .kind = R_FLOAT, .f = 0.1 },
	{ .kind = R_FLOAT, .f = 1e300 },
	{ .kind = R_TEXT, .n = 0 },
	{ .kind = R_TEXT, .n = 31 },
	{ .kind = R_TEXT, .n = 32 },
	{ .kind = R_TEXT, .n = UINT32_MAX },
	{ .kind = R_OBJECT, .n = 1 },
	{ .kind = R_OBJECT, .n = 31 },
	{ .kind = R_OBJECT, .n = 32 },
	{ .kind = R_OBJECT, .n = UINT32_MAX },
};
enum { ODD_VALUES = sizeof odd_values / sizeof *odd_values };

START_TEST(every_value_comes_back_as_it_was)
{
	struct bytes b = { 0 };
	for (size_t i = 0; i < ODD_VALUES; i++)
		pack_value(&b, odd_values[i]);
	const uint8_t *p = b.at;
	for (size_t i = 0; i < ODD_VALUES; i++)
		ck_assert_msg(rvalue_same(unpack_value(&p), odd_values[i]), "value %zu", i);
	ck_assert_ptr_eq(p, b.at + b.len);
	array_fini(&b);
}
END_TEST

START_TEST(numbers_of_every_size_come_back)
{
	struct bytes b = { 0 };
	for (unsigned bit = 0; bit < 64; bit++) {
		pack_number(&b, UINT64_C(1) << bit);
		pack_number(&b, (UINT64_C(1) << bit) - 1);
		pack_signed(&b, (int64_t)(UINT64_C(1) << bit));
		pack_signed(&b, -(int64_t)((UINT64_C(1) << bit) - 1));
	}
	const uint8_t *p = b.at;
	for (unsigned bit = 0; bit < 64; bit++) {
		ck_assert_uint_eq(unpack_number(&p), UINT64_C(1) << bit);
		ck_assert_uint_eq(unpack_number(&p), (UINT64_C(1) << bit) - 1);
		ck_assert_int_eq(unpack_signed(&p), (int64_t)(UINT64_C(1) << bit));
		ck_assert_int_eq(unpack_signed(&p), -(int64_t)((UINT64_C(1) << bit) - 1));
	}
	array_fini(&b);
}
END_TEST

static struct record record_of(enum record_kind kind)
{
	struct record r = { .kind = kind,
		.flags = 0x2e,
		.s = -70000,
		.u = { 0, 127, 128, UINT32_MAX, UINT64_MAX } };
	r.v[0] = odd_values[kind % ODD_VALUES];
	r.v[1] = odd_values[(kind * 7) % ODD_VALUES];
	r.items = odd_values;
	r.n = kind % 3 ? ODD_VALUES : 0;
	return r;
}

static void check_record(const struct record *got, const struct record *put)
{
	size_t u = 0, v = 0;
	for (const char *shape = record_infos[put->kind].shape; *shape; shape++) {
		if (*shape == 'f')
			ck_assert_uint_eq(got->flags, put->flags);
		if (*shape == 's')
			ck_assert_int_eq(got->s, put->s);
		if (*shape == 'u') {
			ck_assert_uint_eq(got->u[u], put->u[u]);
			u++;
		}
		if (*shape == 'v') {
			ck_assert(rvalue_same(got->v[v], put->v[v]));
			v++;
		}
		if (*shape != 'L')
			continue;
		ck_assert_uint_eq(got->n, put->n);
		const uint8_t *p = got->packed;
		for (uint32_t i = 0; i < put->n; i++)
			ck_assert(rvalue_same(unpack_value(&p), put->items[i]));
	}
}

START_TEST(every_kind_of_record_comes_back_as_it_was)
{
	struct log l = { 0 };
	for (int k = 0; k < RECORD_KIND_COUNT; k++) {
		struct record r = record_of((enum record_kind)k);
		log_put(&l, &r);
	}
	struct step_place p = { 0 };
	struct record got;
	for (int k = 0; k < RECORD_KIND_COUNT; k++) {
		struct record r = record_of((enum record_kind)k);
		ck_assert(log_get(&l, &p, &got));
		ck_assert_msg(got.kind == r.kind, "%s came back as %s", record_infos[k].name,
			record_infos[got.kind].name);
		check_record(&got, &r);
	}
	ck_assert(!log_get(&l, &p, &got));
	log_fini(&l);
}
END_TEST

START_TEST(variables_and_lines_of_every_distance_come_back)
{
	static const int64_t distances[] = { 0, 1, -1, 2, 63, 64, -64, -65, 100000 };
	enum { N = sizeof distances / sizeof *distances };
	struct log l = { 0 };
	uint32_t line = 200000;
	log_put_line(&l, line);
	for (uint32_t i = 0; i < N; i++) {
		log_put_var_add(&l, i * 2, distances[i]);
		log_put_var(&l, i * 2, odd_values[i]);
		log_put_line(&l, line = (uint32_t)(line + distances[i]));
	}
	struct step_place p = { 0 };
	struct record r;
	log_get(&l, &p, &r);
	for (uint32_t i = 0; i < N; i++) {
		log_get(&l, &p, &r);
		ck_assert_int_eq(r.kind, RECORD_VAR_ADD);
		ck_assert_uint_eq(r.u[0], i * 2);
		ck_assert_int_eq(r.s, distances[i]);
		log_get(&l, &p, &r);
		ck_assert_int_eq(r.kind, RECORD_VAR);
		ck_assert(rvalue_same(r.v[0], odd_values[i]));
		log_get(&l, &p, &r);
		ck_assert_int_eq(r.s, distances[i]);
	}
	ck_assert_uint_eq(p.line, line);
	log_fini(&l);
}
END_TEST

static bool same_step(const struct step *a, const struct step *b)
{
	return a->kind == b->kind && a->why == b->why && a->how == b->how && a->stop == b->stop &&
		a->silent == b->silent && a->frame == b->frame && a->line == b->line &&
		rvalue_same(a->value, b->value) && a->from == b->from && a->to == b->to;
}

START_TEST(a_cursor_reads_the_same_steps_forward_and_back)
{
	enum { STEPS = 1000 };
	struct trace *t = synthetic_random(7, STEPS);
	struct step *steps = calloc(STEPS + 1, sizeof *steps);
	struct step_cursor c;
	step_cursor_at(&c, t, 0);
	for (uint64_t k = 1; k <= STEPS; k++) {
		ck_assert(step_cursor_next(&c, &steps[k]));
		ck_assert_uint_eq(c.k, k);
	}
	struct step s;
	ck_assert(!step_cursor_next(&c, &s));
	for (uint64_t k = STEPS; k > 0; k--) {
		ck_assert(step_cursor_back(&c, &s));
		ck_assert_msg(same_step(&s, &steps[k]), "step %d", (int)k);
		trace_step(t, k, &s);
		ck_assert_msg(same_step(&s, &steps[k]), "step %d read alone", (int)k);
	}
	ck_assert(!step_cursor_back(&c, &s));
	free(steps);
	trace_free(t);
}
END_TEST

START_TEST(a_cursor_can_turn_anywhere)
{
	struct trace *t = synthetic_random(8, 300);
	struct step_cursor c;
	struct step s, same;
	for (uint64_t k = 0; k <= 300; k++) {
		step_cursor_at(&c, t, k);
		for (int i = 0; i < 3 && step_cursor_back(&c, &s); i++) {
			ck_assert(step_cursor_next(&c, &same));
			ck_assert(same_step(&s, &same));
			ck_assert(step_cursor_back(&c, &same));
			ck_assert(same_step(&s, &same));
		}
	}
	trace_free(t);
}
END_TEST

START_TEST(a_million_steps_of_a_loop_take_three_bytes_each)
{
	struct trace *t = synthetic_loop(1000000);
	ck_assert_uint_ge(trace_steps(t), 1000000);
	ck_assert_uint_le(trace_size(t), 3 * 1000000);
	trace_free(t);
}
END_TEST

START_TEST(a_million_steps_of_generators_take_six_bytes_each)
{
	struct trace *t = synthetic_generators(1000000, 1000);
	ck_assert_uint_le(trace_size(t), 6 * 1000000);
	trace_free(t);
}
END_TEST

START_TEST(frames_keep_what_is_known_of_them_when_they_are_packed)
{
	static const struct code c[2] = { { .qualname = "a" }, { .qualname = "b", .number = 1 } };
	static const uint32_t born[] = { 0, 1, 3, 6, 10 };
	struct frame_table t = { 0 };
	enum { N = 1000 };
	uint64_t step = 0;
	for (uint32_t i = 0; i < N; i++) {
		uint32_t code = frames_code(&t, &c[i % 3 == 0]);
		ck_assert_uint_eq(frames_add(&t, code, i % 7, i % 2, step += i % 5), i);
		if (i % 4)
			frames_enter(&t, i);
		if (i >= 10 && i % 10)
			frames_die(&t, i - 10, step);
	}
	frames_close(&t);
	for (uint32_t i = 0; i < N; i++) {
		struct frame_info f = frames_get(&t, i);
		ck_assert_ptr_eq(f.code, &c[i % 3 == 0]);
		ck_assert_uint_eq(f.entry, i % 4 ? i - i / 4 - 1 : FRAME_NONE);
		ck_assert_uint_eq(f.nth, i % 3 == 0 ? i / 3 + 1 : i - i / 3);
		ck_assert_uint_eq(f.slot, i % 7);
		ck_assert_uint_eq(f.greenlet, i % 2);
		ck_assert_uint_eq(f.born, i / 5 * 10 + born[i % 5]);
		ck_assert(i % 10 && i + 10 < N ? f.died != UINT64_MAX : f.died == UINT64_MAX);
	}
	ck_assert_uint_le(frames_size(&t), 16 * N);
	frames_fini(&t);
}
END_TEST

START_TEST(slots_are_the_lowest_free_but_first_those_of_the_same_code)
{
	struct frame_rows s = { 0 };
	for (uint32_t i = 0; i < 5; i++)
		ck_assert_uint_eq(frame_rows_take(&s, i % 2), i);
	frame_rows_release(&s, 0);
	frame_rows_release(&s, 3);
	frame_rows_release(&s, 1);
	ck_assert_uint_eq(frame_rows_take(&s, 1), 1);
	ck_assert_uint_eq(frame_rows_take(&s, 1), 3);
	ck_assert_uint_eq(frame_rows_take(&s, 1), 0);
	ck_assert_uint_eq(frame_rows_take(&s, 1), 5);
	frame_rows_release(&s, 0);
	ck_assert_uint_eq(frame_rows_take(&s, 7), 0);
	frame_rows_fini(&s);
}
END_TEST

START_TEST(a_slot_is_never_given_twice)
{
	enum { SLOTS = 60 };
	struct frame_rows s = { 0 };
	bool taken[SLOTS] = { 0 };
	srand(3);
	for (int i = 0; i < 100000; i++) {
		uint32_t slot = (uint32_t)rand() % SLOTS;
		if (slot < s.codes.len && taken[slot]) {
			frame_rows_release(&s, slot);
			taken[slot] = false;
		} else if (i % 2) {
			slot = frame_rows_take(&s, (uint32_t)rand() % 4);
			ck_assert_uint_lt(slot, SLOTS);
			ck_assert(!taken[slot]);
			taken[slot] = true;
		}
	}
	frame_rows_fini(&s);
}
END_TEST

/* Against a plain array; the rows lie far apart, so that all levels are used. */
START_TEST(the_lowest_row_of_a_set_is_known)
{
	enum { N = 300, APART = 1777 };
	struct rows r = { 0 };
	bool in[N] = { 0 };
	srand(5);
	ck_assert_uint_eq(rows_lowest(&r), ROWS_NONE);
	for (int i = 0; i < 20000; i++) {
		uint32_t n = (uint32_t)rand() % N, lowest = 0;
		if (rand() % (i / 1000 % 2 ? 8 : 2)) {
			rows_remove(&r, n * APART);
			in[n] = false;
		} else {
			rows_add(&r, n * APART);
			in[n] = true;
		}
		while (lowest < N && !in[lowest])
			lowest++;
		ck_assert_uint_eq(rows_lowest(&r), lowest < N ? lowest * APART : ROWS_NONE);
	}
	rows_fini(&r);
}
END_TEST

START_TEST(equal_texts_are_one_and_long_ones_are_cut)
{
	struct trace *t = trace_new(NULL);
	char text[3000];
	for (int round = 0; round < 2; round++) {
		for (uint64_t i = 0; i < 2000; i++) {
			int n = snprintf(text, sizeof text, "text %d", (int)i);
			ck_assert_uint_eq(trace_add_text(t, text, (size_t)n, (uint64_t)n), i);
		}
	}
	memset(text, 'x', sizeof text);
	uint64_t a = trace_add_text(t, text, 3000, 3000), b = trace_add_text(t, text, 2999, 2999);
	ck_assert_uint_ne(a, b);
	size_t len;
	trace_text(t, a, &len);
	ck_assert_uint_eq(len, TEXT_KEPT);
	ck_assert_uint_eq(trace_text_count(t, a), 3000);
	trace_free(t);
}
END_TEST

START_TEST(output_is_cut_into_lines)
{
	struct trace *t = trace_new(NULL);
	trace_add_output(t, 1, "one\ntw", 6);
	trace_add_output(t, 1, "o\n\nthree", 8);
	trace_add_output(t, 2, "warning\n", 8);
	trace_add_output(t, 1, "four", 4);
	trace_close(t, TRACE_FINISHED, NULL, 0);
	size_t n;
	const struct output_line *lines = trace_output_lines(t, &n);
	static const char *const want[] = { "one", "two", "", "three", "four" };
	ck_assert_uint_eq(n, 5);
	for (size_t i = 0; i < n; i++) {
		ck_assert_uint_eq(lines[i].len, strlen(want[i]));
		ck_assert(memcmp(trace_output(t, NULL) + lines[i].at, want[i], lines[i].len) == 0);
	}
	trace_free(t);
}
END_TEST

/* Some of them a stride apart, so that one begins to read after the others. */
START_TEST(a_transfer_read_anywhere_knows_who_gave_way)
{
	static const uint32_t to[] = { 3, 0, 200, 200, 1, 70000, 0 };
	enum { TRANSFERS = sizeof to / sizeof *to };
	struct log l = { 0 };
	for (uint32_t i = 0; i < TRANSFERS; i++) {
		for (uint32_t line = 0; line < LOG_STRIDE / 3; line++)
			log_put_line(&l, line);
		log_put_transfer(&l, i % 2 ? RECORD_STOP : 0, to[i], rvalue_object(i + 1));
	}
	for (uint32_t i = 0; i < TRANSFERS; i++) {
		struct step_place p = log_seek(&l, (uint64_t)(i + 1) * (LOG_STRIDE / 3 + 1));
		struct step s;
		ck_assert(log_read_step(&l, &p, &s));
		ck_assert_int_eq(s.kind, EVENT_TRANSFER);
		ck_assert_uint_eq(s.from, i > 0 ? to[i - 1] : 0);
		ck_assert_uint_eq(s.to, to[i]);
		ck_assert_uint_eq(s.stop, i % 2);
		ck_assert_uint_eq(s.line, LOG_STRIDE / 3 - 1);
		ck_assert_uint_eq(s.value.n, i + 1);
	}
	log_fini(&l);
}
END_TEST

Suite *log_suite(void)
{
	Suite *s = suite_create("log");
	TCase *t = tcase_create("log");
	tcase_set_timeout(t, 60);
	tcase_add_test(t, every_value_comes_back_as_it_was);
	tcase_add_test(t, numbers_of_every_size_come_back);
	tcase_add_test(t, every_kind_of_record_comes_back_as_it_was);
	tcase_add_test(t, variables_and_lines_of_every_distance_come_back);
	tcase_add_test(t, a_transfer_read_anywhere_knows_who_gave_way);
	tcase_add_test(t, a_cursor_reads_the_same_steps_forward_and_back);
	tcase_add_test(t, a_cursor_can_turn_anywhere);
	tcase_add_test(t, a_million_steps_of_a_loop_take_three_bytes_each);
	tcase_add_test(t, a_million_steps_of_generators_take_six_bytes_each);
	tcase_add_test(t, frames_keep_what_is_known_of_them_when_they_are_packed);
	tcase_add_test(t, slots_are_the_lowest_free_but_first_those_of_the_same_code);
	tcase_add_test(t, a_slot_is_never_given_twice);
	tcase_add_test(t, the_lowest_row_of_a_set_is_known);
	tcase_add_test(t, equal_texts_are_one_and_long_ones_are_cut);
	tcase_add_test(t, output_is_cut_into_lines);
	suite_add_tcase(s, t);
	return s;
}
