/* Code that is written down and read again. */

#include "lang/code/serialized.h"

#include "base/diag.h"
#include "vm/eval/lib.h"

#include <check.h>

#include <string.h>

static void check_same_text(const char *a, const char *b)
{
	ck_assert_int_eq(!a, !b);
	if (a)
		ck_assert_str_eq(a, b);
}

static void check_same_span(struct span a, struct span b)
{
	ck_assert_uint_eq(a.line, b.line);
	ck_assert_uint_eq(a.col, b.col);
	ck_assert_uint_eq(a.end_line, b.end_line);
	ck_assert_uint_eq(a.end_col, b.end_col);
}

static void check_same_constant(const struct constant *a, const struct constant *b)
{
	ck_assert_int_eq(a->kind, b->kind);
	ck_assert_int_eq(a->i, b->i);
	ck_assert_mem_eq(&a->f, &b->f, sizeof a->f);
	ck_assert_uint_eq(a->s.len, b->s.len);
	if (a->kind == CONSTANT_STR)
		ck_assert_mem_eq(a->s.bytes, b->s.bytes, a->s.len + 1);
	ck_assert_uint_eq(a->nitems, b->nitems);
	for (uint32_t i = 0; i < a->nitems; i++)
		check_same_constant(&a->items[i], &b->items[i]);
}

static void check_same_vars(const struct code *a, const struct code *b)
{
	ck_assert_uint_eq(a->nvars, b->nvars);
	for (uint32_t i = 0; i < a->nvars; i++) {
		ck_assert_str_eq(a->vars[i].name, b->vars[i].name);
		ck_assert_int_eq(a->vars[i].kind, b->vars[i].kind);
		ck_assert_int_eq(a->vars[i].is_cell, b->vars[i].is_cell);
	}
	ck_assert_uint_eq(a->nfree, b->nfree);
	for (uint32_t i = 0; i < a->nfree; i++)
		ck_assert_uint_eq(a->free_from[i], b->free_from[i]);
}

static void check_same_numbers(const struct code *a, const struct code *b)
{
	ck_assert_uint_eq(a->number, b->number);
	ck_assert_uint_eq(a->flags, b->flags);
	ck_assert_uint_eq(a->first_line, b->first_line);
	ck_assert_uint_eq(a->npos_only, b->npos_only);
	ck_assert_uint_eq(a->npos, b->npos);
	ck_assert_uint_eq(a->nkw_only, b->nkw_only);
	ck_assert_uint_eq(a->nregs, b->nregs);
	ck_assert_uint_eq(a->first_free, b->first_free);
	ck_assert_int_eq(a->handled_reg, b->handled_reg);
	ck_assert_int_eq(a->class_cell_reg, b->class_cell_reg);
}

static void check_same_instrs(const struct code *a, const struct code *b)
{
	ck_assert_uint_eq(a->ninstrs, b->ninstrs);
	for (uint32_t i = 0; i < a->ninstrs; i++) {
		ck_assert_uint_eq(a->instrs[i].op, b->instrs[i].op);
		ck_assert_uint_eq(a->instrs[i].a, b->instrs[i].a);
		ck_assert_uint_eq(a->instrs[i].bc, b->instrs[i].bc);
	}
	ck_assert_uint_eq(a->nhandlers, b->nhandlers);
	for (uint32_t i = 0; i < a->nhandlers; i++) {
		ck_assert_uint_eq(a->handlers[i].start, b->handlers[i].start);
		ck_assert_uint_eq(a->handlers[i].end, b->handlers[i].end);
		ck_assert_uint_eq(a->handlers[i].target, b->handlers[i].target);
		ck_assert_uint_eq(a->handlers[i].depth, b->handlers[i].depth);
		ck_assert_int_eq(a->handlers[i].keep_place, b->handlers[i].keep_place);
	}
	ck_assert_uint_eq(a->nreentries, b->nreentries);
	for (uint32_t i = 0; i < a->nreentries; i++) {
		ck_assert_uint_eq(a->reentries[i].instr, b->reentries[i].instr);
		ck_assert_uint_eq(a->reentries[i].number, b->reentries[i].number);
		ck_assert_int_eq(a->reentries[i].kind, b->reentries[i].kind);
		check_same_span(a->reentries[i].span, b->reentries[i].span);
	}
}

static void check_same_code(const struct code *a, const struct code *b)
{
	check_same_text(a->name, b->name);
	check_same_text(a->qualname, b->qualname);
	check_same_text(a->doc, b->doc);
	ck_assert_int_eq(!a->outer, !b->outer);
	if (a->outer)
		ck_assert_uint_eq(a->outer->number, b->outer->number);
	check_same_span(a->span, b->span);
	check_same_numbers(a, b);
	check_same_vars(a, b);
	check_same_instrs(a, b);
	ck_assert_uint_eq(a->nconstants, b->nconstants);
	for (uint32_t i = 0; i < a->nconstants; i++)
		check_same_constant(&a->constants[i], &b->constants[i]);
	ck_assert_uint_eq(a->nnames, b->nnames);
	for (uint32_t i = 0; i < a->nnames; i++)
		ck_assert_str_eq(a->names[i], b->names[i]);
	ck_assert_uint_eq(a->ncodes, b->ncodes);
	for (uint32_t i = 0; i < a->ncodes; i++)
		ck_assert_uint_eq(a->codes[i]->number, b->codes[i]->number);
}

static void check_same_program(const struct program *a, const struct program *b)
{
	ck_assert_uint_eq(a->ncodes, b->ncodes);
	ck_assert_ptr_eq(a->main, a->codes[0]);
	for (uint32_t i = 0; i < a->ncodes; i++) {
		ck_assert_ptr_eq(a->codes[i]->program, a);
		check_same_code(a->codes[i], b->codes[i]);
	}
	ck_assert_uint_eq(a->nglobals, b->nglobals);
	for (uint32_t i = 0; i < a->nglobals; i++)
		ck_assert_str_eq(a->globals[i], b->globals[i]);
}

START_TEST(each_image_is_what_its_text_compiles_to)
{
	const struct lib_file *file = &lib_files[_i];
	struct source src = { 0 };
	struct diag d = { 0 };
	ck_assert(
		source_from_text(&src, file->source.path, file->source.text, file->source.len, &d));
	struct program *compiled = program_compile(&src, NULL, true, &d);
	ck_assert_msg(compiled, "%s: %s", src.path, d.message);
	struct program *loaded = serialized_load(&file->code, &file->source);

	check_same_program(loaded, compiled);
	program_free(loaded);
	program_free(compiled);
	source_fini(&src);
}
END_TEST

START_TEST(each_source_has_the_index_of_its_lines)
{
	const struct source *s = &lib_files[_i].source;
	struct source src = { 0 };
	struct diag d = { 0 };
	ck_assert(source_from_text(&src, s->path, s->text, s->len, &d));
	ck_assert_uint_eq(s->nlines, src.nlines);
	ck_assert_mem_eq(s->line_start, src.line_start, src.nlines * sizeof *src.line_start);
	ck_assert_int_eq(s->text[s->len], '\0');
	source_fini(&src);
}
END_TEST

START_TEST(equal_names_have_one_address)
{
	const struct lib_file *file = &lib_files[_i];
	struct program *p = serialized_load(&file->code, &file->source);
	for (uint32_t i = 0; i < p->nglobals; i++)
		for (uint32_t k = 1; k < p->ncodes; k++)
			if (strcmp(p->globals[i], p->codes[k]->name) == 0)
				ck_assert_ptr_eq(p->globals[i], p->codes[k]->name);
	program_free(p);
}
END_TEST

Suite *serialized_suite(void)
{
	Suite *s = suite_create("serialized");
	TCase *t = tcase_create("serialized");

	tcase_add_loop_test(t, each_image_is_what_its_text_compiles_to, 0, (int)lib_file_count);
	tcase_add_loop_test(t, each_source_has_the_index_of_its_lines, 0, (int)lib_file_count);
	tcase_add_loop_test(t, equal_names_have_one_address, 0, (int)lib_file_count);
	suite_add_tcase(s, t);
	return s;
}
