/* Source text as a syntax tree. */

#include "lang/tree/ast.h"

#include "base/sbuf.h"
#include "lang/text/source.h"

#include <check.h>

#include <string.h>

/* What a program's tree looks like, in the words of python3.11's
 * ast.dump(tree, include_attributes=True) without "Module(body=[" and
 * "], type_ignores=[])". */
struct row {
	const char *program, *tree;
};

static void check_tree(const struct row *row)
{
	static const char head[] = "Module(body=[", tail[] = "], type_ignores=[])";
	struct source src;
	struct diag d = { 0 };
	struct ast a;
	struct sbuf out = { 0 };

	ck_assert(source_from_text(&src, "a.py", row->program, strlen(row->program), &d));
	bool ok = ast_parse(&a, &src, NULL, &d);
	ck_assert_msg(ok, "%s: refused: %s", row->program, d.message ? d.message : "");
	ast_dump(&a, &out);
	ck_assert_uint_gt(out.len, strlen(head) + strlen(tail));
	sbuf_truncate(&out, out.len - strlen(tail));
	ck_assert_msg(
		strcmp(out.text + strlen(head), row->tree) == 0, "%s: %s", row->program, out.text);
	sbuf_fini(&out);
	ast_fini(&a);
	source_fini(&src);
}

#define check_trees(rows) \
	do { \
		for (size_t i_ = 0; i_ < sizeof(rows) / sizeof *(rows); i_++) \
			check_tree(&(rows)[i_]); \
	} while (0)

static const struct row literals[] = {
	{ "x",
		"Expr(value=Name(id='x', ctx=Load(), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=1), lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)" },
	{ "1_0",
		"Expr(value=Constant(value=10, lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=3), lineno=1, col_offset=0, end_lineno=1, end_col_offset=3)" },
	{ "0xFF",
		"Expr(value=Constant(value=255, lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=4), lineno=1, col_offset=0, end_lineno=1, end_col_offset=4)" },
	{ "1.5e3",
		"Expr(value=Constant(value=1500.0, lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=5), lineno=1, col_offset=0, end_lineno=1, end_col_offset=5)" },
	{ "...",
		"Expr(value=Constant(value=Ellipsis, lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=3), lineno=1, col_offset=0, end_lineno=1, end_col_offset=3)" },
	{ "'a\\x41\\n\\q' \"b\"",
		"Expr(value=Constant(value='aA\\n\\\\qb', lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=15), lineno=1, col_offset=0, end_lineno=1, end_col_offset=15)" },
	{ "r'\\n'",
		"Expr(value=Constant(value='\\\\n', lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=5), lineno=1, col_offset=0, end_lineno=1, end_col_offset=5)" },
	{ "None",
		"Expr(value=Constant(value=None, lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=4), lineno=1, col_offset=0, end_lineno=1, end_col_offset=4)" },
	{ "-5",
		"Expr(value=UnaryOp(op=USub(), operand=Constant(value=5, lineno=1, col_offset=1, "
		"end_lineno=1, end_col_offset=2), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=2), lineno=1, col_offset=0, end_lineno=1, end_col_offset=2)" },
	{ "u'a'",
		"Expr(value=Constant(value='a', kind='u', lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=4), lineno=1, col_offset=0, end_lineno=1, end_col_offset=4)" },
};

START_TEST(names_numbers_and_strings)
{
	check_trees(literals);
}
END_TEST

static const struct row operators[] = {
	{ "a + b * c - d",
		"Expr(value=BinOp(left=BinOp(left=Name(id='a', ctx=Load(), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=1), op=Add(), right=BinOp(left=Name(id='b', "
		"ctx=Load(), lineno=1, col_offset=4, end_lineno=1, end_col_offset=5), op=Mult(), "
		"right=Name(id='c', ctx=Load(), lineno=1, col_offset=8, end_lineno=1, "
		"end_col_offset=9), lineno=1, col_offset=4, end_lineno=1, end_col_offset=9), "
		"lineno=1, col_offset=0, end_lineno=1, end_col_offset=9), op=Sub(), "
		"right=Name(id='d', ctx=Load(), lineno=1, col_offset=12, end_lineno=1, "
		"end_col_offset=13), lineno=1, col_offset=0, end_lineno=1, end_col_offset=13), "
		"lineno=1, col_offset=0, end_lineno=1, end_col_offset=13)" },
	{ "-a ** -b",
		"Expr(value=UnaryOp(op=USub(), operand=BinOp(left=Name(id='a', ctx=Load(), "
		"lineno=1, col_offset=1, end_lineno=1, end_col_offset=2), op=Pow(), "
		"right=UnaryOp(op=USub(), operand=Name(id='b', ctx=Load(), lineno=1, col_offset=7, "
		"end_lineno=1, end_col_offset=8), lineno=1, col_offset=6, end_lineno=1, "
		"end_col_offset=8), lineno=1, col_offset=1, end_lineno=1, end_col_offset=8), "
		"lineno=1, col_offset=0, end_lineno=1, end_col_offset=8), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=8)" },
	{ "a or b and not c",
		"Expr(value=BoolOp(op=Or(), values=[Name(id='a', ctx=Load(), lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=1), BoolOp(op=And(), "
		"values=[Name(id='b', ctx=Load(), lineno=1, col_offset=5, end_lineno=1, "
		"end_col_offset=6), UnaryOp(op=Not(), operand=Name(id='c', ctx=Load(), lineno=1, "
		"col_offset=15, end_lineno=1, end_col_offset=16), lineno=1, col_offset=11, "
		"end_lineno=1, end_col_offset=16)], lineno=1, col_offset=5, end_lineno=1, "
		"end_col_offset=16)], lineno=1, col_offset=0, end_lineno=1, end_col_offset=16), "
		"lineno=1, col_offset=0, end_lineno=1, end_col_offset=16)" },
	{ "a < b not in c is not d",
		"Expr(value=Compare(left=Name(id='a', ctx=Load(), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=1), ops=[Lt(), NotIn(), IsNot()], "
		"comparators=[Name(id='b', ctx=Load(), lineno=1, col_offset=4, end_lineno=1, "
		"end_col_offset=5), Name(id='c', ctx=Load(), lineno=1, col_offset=13, "
		"end_lineno=1, end_col_offset=14), Name(id='d', ctx=Load(), lineno=1, "
		"col_offset=22, end_lineno=1, end_col_offset=23)], lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=23), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=23)" },
	{ "a if b else c",
		"Expr(value=IfExp(test=Name(id='b', ctx=Load(), lineno=1, col_offset=5, "
		"end_lineno=1, end_col_offset=6), body=Name(id='a', ctx=Load(), lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=1), orelse=Name(id='c', ctx=Load(), "
		"lineno=1, col_offset=12, end_lineno=1, end_col_offset=13), lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=13), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=13)" },
	{ "(a + b) * c",
		"Expr(value=BinOp(left=BinOp(left=Name(id='a', ctx=Load(), lineno=1, col_offset=1, "
		"end_lineno=1, end_col_offset=2), op=Add(), right=Name(id='b', ctx=Load(), "
		"lineno=1, col_offset=5, end_lineno=1, end_col_offset=6), lineno=1, col_offset=1, "
		"end_lineno=1, end_col_offset=6), op=Mult(), right=Name(id='c', ctx=Load(), "
		"lineno=1, col_offset=10, end_lineno=1, end_col_offset=11), lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=11), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=11)" },
	{ "a << 1 | b & ~c ^ d",
		"Expr(value=BinOp(left=BinOp(left=Name(id='a', ctx=Load(), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=1), op=LShift(), right=Constant(value=1, lineno=1, "
		"col_offset=5, end_lineno=1, end_col_offset=6), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=6), op=BitOr(), "
		"right=BinOp(left=BinOp(left=Name(id='b', ctx=Load(), lineno=1, col_offset=9, "
		"end_lineno=1, end_col_offset=10), op=BitAnd(), right=UnaryOp(op=Invert(), "
		"operand=Name(id='c', ctx=Load(), lineno=1, col_offset=14, end_lineno=1, "
		"end_col_offset=15), lineno=1, col_offset=13, end_lineno=1, end_col_offset=15), "
		"lineno=1, col_offset=9, end_lineno=1, end_col_offset=15), op=BitXor(), "
		"right=Name(id='d', ctx=Load(), lineno=1, col_offset=18, end_lineno=1, "
		"end_col_offset=19), lineno=1, col_offset=9, end_lineno=1, end_col_offset=19), "
		"lineno=1, col_offset=0, end_lineno=1, end_col_offset=19), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=19)" },
	{ "await_ @ b // c % d",
		"Expr(value=BinOp(left=BinOp(left=BinOp(left=Name(id='await_', ctx=Load(), "
		"lineno=1, col_offset=0, end_lineno=1, end_col_offset=6), op=MatMult(), "
		"right=Name(id='b', ctx=Load(), lineno=1, col_offset=9, end_lineno=1, "
		"end_col_offset=10), lineno=1, col_offset=0, end_lineno=1, end_col_offset=10), "
		"op=FloorDiv(), right=Name(id='c', ctx=Load(), lineno=1, col_offset=14, "
		"end_lineno=1, end_col_offset=15), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=15), op=Mod(), right=Name(id='d', ctx=Load(), lineno=1, "
		"col_offset=18, end_lineno=1, end_col_offset=19), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=19), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=19)" },
};

START_TEST(operators_bind_as_in_python)
{
	check_trees(operators);
}
END_TEST

static const struct row primaries[] = {
	{ "f(a, *b, k=1, **d)",
		"Expr(value=Call(func=Name(id='f', ctx=Load(), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=1), args=[Name(id='a', ctx=Load(), lineno=1, "
		"col_offset=2, end_lineno=1, end_col_offset=3), Starred(value=Name(id='b', "
		"ctx=Load(), lineno=1, col_offset=6, end_lineno=1, end_col_offset=7), ctx=Load(), "
		"lineno=1, col_offset=5, end_lineno=1, end_col_offset=7)], "
		"keywords=[keyword(arg='k', value=Constant(value=1, lineno=1, col_offset=11, "
		"end_lineno=1, end_col_offset=12), lineno=1, col_offset=9, end_lineno=1, "
		"end_col_offset=12), keyword(value=Name(id='d', ctx=Load(), lineno=1, "
		"col_offset=16, end_lineno=1, end_col_offset=17), lineno=1, col_offset=14, "
		"end_lineno=1, end_col_offset=17)], lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=18), lineno=1, col_offset=0, end_lineno=1, end_col_offset=18)" },
	{ "a.b.c",
		"Expr(value=Attribute(value=Attribute(value=Name(id='a', ctx=Load(), lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=1), attr='b', ctx=Load(), lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=3), attr='c', ctx=Load(), lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=5), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=5)" },
	{ "a[1:2, ::3]",
		"Expr(value=Subscript(value=Name(id='a', ctx=Load(), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=1), slice=Tuple(elts=[Slice(lower=Constant(value=1, "
		"lineno=1, col_offset=2, end_lineno=1, end_col_offset=3), upper=Constant(value=2, "
		"lineno=1, col_offset=4, end_lineno=1, end_col_offset=5), lineno=1, col_offset=2, "
		"end_lineno=1, end_col_offset=5), Slice(step=Constant(value=3, lineno=1, "
		"col_offset=9, end_lineno=1, end_col_offset=10), lineno=1, col_offset=7, "
		"end_lineno=1, end_col_offset=10)], ctx=Load(), lineno=1, col_offset=2, "
		"end_lineno=1, end_col_offset=10), ctx=Load(), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=11), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=11)" },
	{ "a[*b]",
		"Expr(value=Subscript(value=Name(id='a', ctx=Load(), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=1), slice=Tuple(elts=[Starred(value=Name(id='b', "
		"ctx=Load(), lineno=1, col_offset=3, end_lineno=1, end_col_offset=4), ctx=Load(), "
		"lineno=1, col_offset=2, end_lineno=1, end_col_offset=4)], ctx=Load(), lineno=1, "
		"col_offset=2, end_lineno=1, end_col_offset=4), ctx=Load(), lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=5), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=5)" },
	{ "f(x for x in y)",
		"Expr(value=Call(func=Name(id='f', ctx=Load(), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=1), args=[GeneratorExp(elt=Name(id='x', ctx=Load(), "
		"lineno=1, col_offset=2, end_lineno=1, end_col_offset=3), "
		"generators=[comprehension(target=Name(id='x', ctx=Store(), lineno=1, "
		"col_offset=8, end_lineno=1, end_col_offset=9), iter=Name(id='y', ctx=Load(), "
		"lineno=1, col_offset=13, end_lineno=1, end_col_offset=14), ifs=[], is_async=0)], "
		"lineno=1, col_offset=1, end_lineno=1, end_col_offset=15)], keywords=[], lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=15), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=15)" },
	{ "f(a := 1)",
		"Expr(value=Call(func=Name(id='f', ctx=Load(), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=1), args=[NamedExpr(target=Name(id='a', ctx=Store(), "
		"lineno=1, col_offset=2, end_lineno=1, end_col_offset=3), value=Constant(value=1, "
		"lineno=1, col_offset=7, end_lineno=1, end_col_offset=8), lineno=1, col_offset=2, "
		"end_lineno=1, end_col_offset=8)], keywords=[], lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=9), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=9)" },
};

START_TEST(calls_attributes_and_subscripts)
{
	check_trees(primaries);
}
END_TEST

static const struct row displays[] = {
	{ "[a, *b]",
		"Expr(value=List(elts=[Name(id='a', ctx=Load(), lineno=1, col_offset=1, "
		"end_lineno=1, end_col_offset=2), Starred(value=Name(id='b', ctx=Load(), lineno=1, "
		"col_offset=5, end_lineno=1, end_col_offset=6), ctx=Load(), lineno=1, "
		"col_offset=4, end_lineno=1, end_col_offset=6)], ctx=Load(), lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=7), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=7)" },
	{ "(a,)",
		"Expr(value=Tuple(elts=[Name(id='a', ctx=Load(), lineno=1, col_offset=1, "
		"end_lineno=1, end_col_offset=2)], ctx=Load(), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=4), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=4)" },
	{ "()",
		"Expr(value=Tuple(elts=[], ctx=Load(), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=2), lineno=1, col_offset=0, end_lineno=1, end_col_offset=2)" },
	{ "{a, b}",
		"Expr(value=Set(elts=[Name(id='a', ctx=Load(), lineno=1, col_offset=1, "
		"end_lineno=1, end_col_offset=2), Name(id='b', ctx=Load(), lineno=1, col_offset=4, "
		"end_lineno=1, end_col_offset=5)], lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=6), lineno=1, col_offset=0, end_lineno=1, end_col_offset=6)" },
	{ "{'k': 1, **d}",
		"Expr(value=Dict(keys=[Constant(value='k', lineno=1, col_offset=1, end_lineno=1, "
		"end_col_offset=4), None], values=[Constant(value=1, lineno=1, col_offset=6, "
		"end_lineno=1, end_col_offset=7), Name(id='d', ctx=Load(), lineno=1, "
		"col_offset=11, end_lineno=1, end_col_offset=12)], lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=13), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=13)" },
	{ "{}",
		"Expr(value=Dict(keys=[], values=[], lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=2), lineno=1, col_offset=0, end_lineno=1, end_col_offset=2)" },
	{ "[x for x, y in z if x if y]",
		"Expr(value=ListComp(elt=Name(id='x', ctx=Load(), lineno=1, col_offset=1, "
		"end_lineno=1, end_col_offset=2), generators=[comprehension(target=Tuple(elts="
		"[Name(id='x', ctx=Store(), lineno=1, col_offset=7, end_lineno=1, "
		"end_col_offset=8), Name(id='y', ctx=Store(), lineno=1, col_offset=10, "
		"end_lineno=1, end_col_offset=11)], ctx=Store(), lineno=1, col_offset=7, "
		"end_lineno=1, end_col_offset=11), iter=Name(id='z', ctx=Load(), lineno=1, "
		"col_offset=15, end_lineno=1, end_col_offset=16), ifs=[Name(id='x', ctx=Load(), "
		"lineno=1, col_offset=20, end_lineno=1, end_col_offset=21), Name(id='y', "
		"ctx=Load(), lineno=1, col_offset=25, end_lineno=1, end_col_offset=26)], "
		"is_async=0)], lineno=1, col_offset=0, end_lineno=1, end_col_offset=27), lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=27)" },
	{ "{k: v async for k in a for v in k}",
		"Expr(value=DictComp(key=Name(id='k', ctx=Load(), lineno=1, col_offset=1, "
		"end_lineno=1, end_col_offset=2), value=Name(id='v', ctx=Load(), lineno=1, "
		"col_offset=4, end_lineno=1, end_col_offset=5), "
		"generators=[comprehension(target=Name(id='k', ctx=Store(), lineno=1, "
		"col_offset=16, end_lineno=1, end_col_offset=17), iter=Name(id='a', ctx=Load(), "
		"lineno=1, col_offset=21, end_lineno=1, end_col_offset=22), ifs=[], is_async=1), "
		"comprehension(target=Name(id='v', ctx=Store(), lineno=1, col_offset=27, "
		"end_lineno=1, end_col_offset=28), iter=Name(id='k', ctx=Load(), lineno=1, "
		"col_offset=32, end_lineno=1, end_col_offset=33), ifs=[], is_async=0)], lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=34), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=34)" },
	{ "{(a := 1): b}",
		"Expr(value=Dict(keys=[NamedExpr(target=Name(id='a', ctx=Store(), lineno=1, "
		"col_offset=2, end_lineno=1, end_col_offset=3), value=Constant(value=1, lineno=1, "
		"col_offset=7, end_lineno=1, end_col_offset=8), lineno=1, col_offset=2, "
		"end_lineno=1, end_col_offset=8)], values=[Name(id='b', ctx=Load(), lineno=1, "
		"col_offset=11, end_lineno=1, end_col_offset=12)], lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=13), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=13)" },
	{ "(yield a)",
		"Expr(value=Yield(value=Name(id='a', ctx=Load(), lineno=1, col_offset=7, "
		"end_lineno=1, end_col_offset=8), lineno=1, col_offset=1, end_lineno=1, "
		"end_col_offset=8), lineno=1, col_offset=0, end_lineno=1, end_col_offset=9)" },
};

START_TEST(displays_and_comprehensions)
{
	check_trees(displays);
}
END_TEST

static const struct row lambdas[] = {
	{ "lambda: 0",
		"Expr(value=Lambda(args=arguments(posonlyargs=[], args=[], kwonlyargs=[], "
		"kw_defaults=[], defaults=[]), body=Constant(value=0, lineno=1, col_offset=8, "
		"end_lineno=1, end_col_offset=9), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=9), lineno=1, col_offset=0, end_lineno=1, end_col_offset=9)" },
	{ "lambda a, /, b=1, *c, d, e=2, **f: a",
		"Expr(value=Lambda(args=arguments(posonlyargs=[arg(arg='a', lineno=1, "
		"col_offset=7, end_lineno=1, end_col_offset=8)], args=[arg(arg='b', lineno=1, "
		"col_offset=13, end_lineno=1, end_col_offset=14)], vararg=arg(arg='c', lineno=1, "
		"col_offset=19, end_lineno=1, end_col_offset=20), kwonlyargs=[arg(arg='d', "
		"lineno=1, col_offset=22, end_lineno=1, end_col_offset=23), arg(arg='e', lineno=1, "
		"col_offset=25, end_lineno=1, end_col_offset=26)], kw_defaults=[None, "
		"Constant(value=2, lineno=1, col_offset=27, end_lineno=1, end_col_offset=28)], "
		"kwarg=arg(arg='f', lineno=1, col_offset=32, end_lineno=1, end_col_offset=33), "
		"defaults=[Constant(value=1, lineno=1, col_offset=15, end_lineno=1, "
		"end_col_offset=16)]), body=Name(id='a', ctx=Load(), lineno=1, col_offset=35, "
		"end_lineno=1, end_col_offset=36), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=36), lineno=1, col_offset=0, end_lineno=1, end_col_offset=36)" },
};

START_TEST(lambdas_and_parameters)
{
	check_trees(lambdas);
}
END_TEST

static const struct row fstrings[] = {
	{ "f'a{b}c'",
		"Expr(value=JoinedStr(values=[Constant(value='a', lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=8), FormattedValue(value=Name(id='b', ctx=Load(), "
		"lineno=1, col_offset=4, end_lineno=1, end_col_offset=5), conversion=-1, lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=8), Constant(value='c', lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=8)], lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=8), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=8)" },
	{ "f'{a!r:>{w}}'",
		"Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load(), "
		"lineno=1, col_offset=3, end_lineno=1, end_col_offset=4), conversion=114, "
		"format_spec=JoinedStr(values=[Constant(value='>', lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=13), FormattedValue(value=Name(id='w', ctx=Load(), "
		"lineno=1, col_offset=9, end_lineno=1, end_col_offset=10), conversion=-1, "
		"lineno=1, col_offset=0, end_lineno=1, end_col_offset=13)], lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=13), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=13)], lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=13), lineno=1, col_offset=0, end_lineno=1, end_col_offset=13)" },
	{ "f'{x = }'",
		"Expr(value=JoinedStr(values=[Constant(value='x = ', lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=9), FormattedValue(value=Name(id='x', ctx=Load(), "
		"lineno=1, col_offset=3, end_lineno=1, end_col_offset=4), conversion=114, "
		"lineno=1, col_offset=0, end_lineno=1, end_col_offset=9)], lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=9), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=9)" },
	{ "'p' f'{a:.2f}' 'q'",
		"Expr(value=JoinedStr(values=[Constant(value='p', lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=18), FormattedValue(value=Name(id='a', ctx=Load(), "
		"lineno=1, col_offset=7, end_lineno=1, end_col_offset=8), conversion=-1, "
		"format_spec=JoinedStr(values=[Constant(value='.2f', lineno=1, col_offset=4, "
		"end_lineno=1, end_col_offset=14)], lineno=1, col_offset=4, end_lineno=1, "
		"end_col_offset=14), lineno=1, col_offset=0, end_lineno=1, end_col_offset=18), "
		"Constant(value='q', lineno=1, col_offset=0, end_lineno=1, end_col_offset=18)], "
		"lineno=1, col_offset=0, end_lineno=1, end_col_offset=18), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=18)" },
	{ "f'{{}}'",
		"Expr(value=JoinedStr(values=[Constant(value='{}', lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=7)], lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=7), lineno=1, col_offset=0, end_lineno=1, end_col_offset=7)" },
	{ "f'{f\"{x}\"}'",
		"Expr(value=JoinedStr(values=[FormattedValue(value=JoinedStr(values="
		"[FormattedValue(value=Name(id='x', ctx=Load(), lineno=1, col_offset=6, "
		"end_lineno=1, end_col_offset=7), conversion=-1, lineno=1, col_offset=3, "
		"end_lineno=1, end_col_offset=9)], lineno=1, col_offset=3, end_lineno=1, "
		"end_col_offset=9), conversion=-1, lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=11)], lineno=1, col_offset=0, end_lineno=1, end_col_offset=11), "
		"lineno=1, col_offset=0, end_lineno=1, end_col_offset=11)" },
	{ "f'{a, b}'",
		"Expr(value=JoinedStr(values=[FormattedValue(value=Tuple(elts=[Name(id='a', "
		"ctx=Load(), lineno=1, col_offset=3, end_lineno=1, end_col_offset=4), Name(id='b', "
		"ctx=Load(), lineno=1, col_offset=6, end_lineno=1, end_col_offset=7)], ctx=Load(), "
		"lineno=1, col_offset=2, end_lineno=1, end_col_offset=8), conversion=-1, lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=9)], lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=9), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=9)" },
};

START_TEST(f_strings_have_the_positions_of_their_fields)
{
	check_trees(fstrings);
}
END_TEST

static const struct row assignments[] = {
	{ "a = b = c",
		"Assign(targets=[Name(id='a', ctx=Store(), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=1), Name(id='b', ctx=Store(), lineno=1, col_offset=4, "
		"end_lineno=1, end_col_offset=5)], value=Name(id='c', ctx=Load(), lineno=1, "
		"col_offset=8, end_lineno=1, end_col_offset=9), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=9)" },
	{ "a, *b = c",
		"Assign(targets=[Tuple(elts=[Name(id='a', ctx=Store(), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=1), Starred(value=Name(id='b', ctx=Store(), "
		"lineno=1, col_offset=4, end_lineno=1, end_col_offset=5), ctx=Store(), lineno=1, "
		"col_offset=3, end_lineno=1, end_col_offset=5)], ctx=Store(), lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=5)], value=Name(id='c', ctx=Load(), "
		"lineno=1, col_offset=8, end_lineno=1, end_col_offset=9), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=9)" },
	{ "[a.b, c[0]] = d",
		"Assign(targets=[List(elts=[Attribute(value=Name(id='a', ctx=Load(), lineno=1, "
		"col_offset=1, end_lineno=1, end_col_offset=2), attr='b', ctx=Store(), lineno=1, "
		"col_offset=1, end_lineno=1, end_col_offset=4), Subscript(value=Name(id='c', "
		"ctx=Load(), lineno=1, col_offset=6, end_lineno=1, end_col_offset=7), "
		"slice=Constant(value=0, lineno=1, col_offset=8, end_lineno=1, end_col_offset=9), "
		"ctx=Store(), lineno=1, col_offset=6, end_lineno=1, end_col_offset=10)], "
		"ctx=Store(), lineno=1, col_offset=0, end_lineno=1, end_col_offset=11)], "
		"value=Name(id='d', ctx=Load(), lineno=1, col_offset=14, end_lineno=1, "
		"end_col_offset=15), lineno=1, col_offset=0, end_lineno=1, end_col_offset=15)" },
	{ "a += 1",
		"AugAssign(target=Name(id='a', ctx=Store(), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=1), op=Add(), value=Constant(value=1, lineno=1, col_offset=5, "
		"end_lineno=1, end_col_offset=6), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=6)" },
	{ "a: int = 1",
		"AnnAssign(target=Name(id='a', ctx=Store(), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=1), annotation=Name(id='int', ctx=Load(), lineno=1, col_offset=3, "
		"end_lineno=1, end_col_offset=6), value=Constant(value=1, lineno=1, col_offset=9, "
		"end_lineno=1, end_col_offset=10), simple=1, lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=10)" },
	{ "(a): int",
		"AnnAssign(target=Name(id='a', ctx=Store(), lineno=1, col_offset=1, end_lineno=1, "
		"end_col_offset=2), annotation=Name(id='int', ctx=Load(), lineno=1, col_offset=5, "
		"end_lineno=1, end_col_offset=8), simple=0, lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=8)" },
	{ "x.y: int",
		"AnnAssign(target=Attribute(value=Name(id='x', ctx=Load(), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=1), attr='y', ctx=Store(), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=3), annotation=Name(id='int', ctx=Load(), lineno=1, "
		"col_offset=5, end_lineno=1, end_col_offset=8), simple=0, lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=8)" },
	{ "del a, b[0], (c, d)",
		"Delete(targets=[Name(id='a', ctx=Del(), lineno=1, col_offset=4, end_lineno=1, "
		"end_col_offset=5), Subscript(value=Name(id='b', ctx=Load(), lineno=1, "
		"col_offset=7, end_lineno=1, end_col_offset=8), slice=Constant(value=0, lineno=1, "
		"col_offset=9, end_lineno=1, end_col_offset=10), ctx=Del(), lineno=1, "
		"col_offset=7, end_lineno=1, end_col_offset=11), Tuple(elts=[Name(id='c', "
		"ctx=Del(), lineno=1, col_offset=14, end_lineno=1, end_col_offset=15), "
		"Name(id='d', ctx=Del(), lineno=1, col_offset=17, end_lineno=1, "
		"end_col_offset=18)], ctx=Del(), lineno=1, col_offset=13, end_lineno=1, "
		"end_col_offset=19)], lineno=1, col_offset=0, end_lineno=1, end_col_offset=19)" },
	{ "del (a), (b)",
		"Delete(targets=[Name(id='a', ctx=Del(), lineno=1, col_offset=5, end_lineno=1, "
		"end_col_offset=6), Name(id='b', ctx=Del(), lineno=1, col_offset=10, end_lineno=1, "
		"end_col_offset=11)], lineno=1, col_offset=0, end_lineno=1, end_col_offset=12)" },
	{ "del (a, b)",
		"Delete(targets=[Tuple(elts=[Name(id='a', ctx=Del(), lineno=1, col_offset=5, "
		"end_lineno=1, end_col_offset=6), Name(id='b', ctx=Del(), lineno=1, col_offset=8, "
		"end_lineno=1, end_col_offset=9)], ctx=Del(), lineno=1, col_offset=4, "
		"end_lineno=1, end_col_offset=10)], lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=10)" },
	{ "x = yield y",
		"Assign(targets=[Name(id='x', ctx=Store(), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=1)], value=Yield(value=Name(id='y', ctx=Load(), lineno=1, "
		"col_offset=10, end_lineno=1, end_col_offset=11), lineno=1, col_offset=4, "
		"end_lineno=1, end_col_offset=11), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=11)" },
};

START_TEST(assignments_set_contexts)
{
	check_trees(assignments);
}
END_TEST

static const struct row simple[] = {
	{ "pass; break; continue",
		"Pass(lineno=1, col_offset=0, end_lineno=1, end_col_offset=4), Break(lineno=1, "
		"col_offset=6, end_lineno=1, end_col_offset=11), Continue(lineno=1, col_offset=13, "
		"end_lineno=1, end_col_offset=21)" },
	{ "return", "Return(lineno=1, col_offset=0, end_lineno=1, end_col_offset=6)" },
	{ "return a, b",
		"Return(value=Tuple(elts=[Name(id='a', ctx=Load(), lineno=1, col_offset=7, "
		"end_lineno=1, end_col_offset=8), Name(id='b', ctx=Load(), lineno=1, "
		"col_offset=10, end_lineno=1, end_col_offset=11)], ctx=Load(), lineno=1, "
		"col_offset=7, end_lineno=1, end_col_offset=11), lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=11)" },
	{ "raise a from b",
		"Raise(exc=Name(id='a', ctx=Load(), lineno=1, col_offset=6, end_lineno=1, "
		"end_col_offset=7), cause=Name(id='b', ctx=Load(), lineno=1, col_offset=13, "
		"end_lineno=1, end_col_offset=14), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=14)" },
	{ "assert a, b",
		"Assert(test=Name(id='a', ctx=Load(), lineno=1, col_offset=7, end_lineno=1, "
		"end_col_offset=8), msg=Name(id='b', ctx=Load(), lineno=1, col_offset=10, "
		"end_lineno=1, end_col_offset=11), lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=11)" },
	{ "global a, b",
		"Global(names=['a', 'b'], lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=11)" },
	{ "nonlocal a",
		"Nonlocal(names=['a'], lineno=1, col_offset=0, end_lineno=1, end_col_offset=10)" },
	{ "import a.b, c as d",
		"Import(names=[alias(name='a.b', lineno=1, col_offset=7, end_lineno=1, "
		"end_col_offset=10), alias(name='c', asname='d', lineno=1, col_offset=12, "
		"end_lineno=1, end_col_offset=18)], lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=18)" },
	{ "from ..a import b as c, d",
		"ImportFrom(module='a', names=[alias(name='b', asname='c', lineno=1, "
		"col_offset=16, end_lineno=1, end_col_offset=22), alias(name='d', lineno=1, "
		"col_offset=24, end_lineno=1, end_col_offset=25)], level=2, lineno=1, "
		"col_offset=0, end_lineno=1, end_col_offset=25)" },
	{ "from . import (a,)",
		"ImportFrom(names=[alias(name='a', lineno=1, col_offset=15, end_lineno=1, "
		"end_col_offset=16)], level=1, lineno=1, col_offset=0, end_lineno=1, "
		"end_col_offset=18)" },
};

START_TEST(simple_statements)
{
	check_trees(simple);
}
END_TEST

static const struct row blocks[] = {
	{ "if a:\n    b\nelif c:\n    d\nelse:\n    e\n",
		"If(test=Name(id='a', ctx=Load(), lineno=1, col_offset=3, end_lineno=1, "
		"end_col_offset=4), body=[Expr(value=Name(id='b', ctx=Load(), lineno=2, "
		"col_offset=4, end_lineno=2, end_col_offset=5), lineno=2, col_offset=4, "
		"end_lineno=2, end_col_offset=5)], orelse=[If(test=Name(id='c', ctx=Load(), "
		"lineno=3, col_offset=5, end_lineno=3, end_col_offset=6), "
		"body=[Expr(value=Name(id='d', ctx=Load(), lineno=4, col_offset=4, end_lineno=4, "
		"end_col_offset=5), lineno=4, col_offset=4, end_lineno=4, end_col_offset=5)], "
		"orelse=[Expr(value=Name(id='e', ctx=Load(), lineno=6, col_offset=4, end_lineno=6, "
		"end_col_offset=5), lineno=6, col_offset=4, end_lineno=6, end_col_offset=5)], "
		"lineno=3, col_offset=0, end_lineno=6, end_col_offset=5)], lineno=1, col_offset=0, "
		"end_lineno=6, end_col_offset=5)" },
	{ "while a: b\nelse: c\n",
		"While(test=Name(id='a', ctx=Load(), lineno=1, col_offset=6, end_lineno=1, "
		"end_col_offset=7), body=[Expr(value=Name(id='b', ctx=Load(), lineno=1, "
		"col_offset=9, end_lineno=1, end_col_offset=10), lineno=1, col_offset=9, "
		"end_lineno=1, end_col_offset=10)], orelse=[Expr(value=Name(id='c', ctx=Load(), "
		"lineno=2, col_offset=6, end_lineno=2, end_col_offset=7), lineno=2, col_offset=6, "
		"end_lineno=2, end_col_offset=7)], lineno=1, col_offset=0, end_lineno=2, "
		"end_col_offset=7)" },
	{ "for a, in b:\n    c\n",
		"For(target=Tuple(elts=[Name(id='a', ctx=Store(), lineno=1, col_offset=4, "
		"end_lineno=1, end_col_offset=5)], ctx=Store(), lineno=1, col_offset=4, "
		"end_lineno=1, end_col_offset=6), iter=Name(id='b', ctx=Load(), lineno=1, "
		"col_offset=10, end_lineno=1, end_col_offset=11), body=[Expr(value=Name(id='c', "
		"ctx=Load(), lineno=2, col_offset=4, end_lineno=2, end_col_offset=5), lineno=2, "
		"col_offset=4, end_lineno=2, end_col_offset=5)], orelse=[], lineno=1, "
		"col_offset=0, end_lineno=2, end_col_offset=5)" },
	{ "try:\n    a\nexcept B as c:\n    d\nelse:\n    e\nfinally:\n    f\n",
		"Try(body=[Expr(value=Name(id='a', ctx=Load(), lineno=2, col_offset=4, "
		"end_lineno=2, end_col_offset=5), lineno=2, col_offset=4, end_lineno=2, "
		"end_col_offset=5)], handlers=[ExceptHandler(type=Name(id='B', ctx=Load(), "
		"lineno=3, col_offset=7, end_lineno=3, end_col_offset=8), name='c', "
		"body=[Expr(value=Name(id='d', ctx=Load(), lineno=4, col_offset=4, end_lineno=4, "
		"end_col_offset=5), lineno=4, col_offset=4, end_lineno=4, end_col_offset=5)], "
		"lineno=3, col_offset=0, end_lineno=4, end_col_offset=5)], "
		"orelse=[Expr(value=Name(id='e', ctx=Load(), lineno=6, col_offset=4, end_lineno=6, "
		"end_col_offset=5), lineno=6, col_offset=4, end_lineno=6, end_col_offset=5)], "
		"finalbody=[Expr(value=Name(id='f', ctx=Load(), lineno=8, col_offset=4, "
		"end_lineno=8, end_col_offset=5), lineno=8, col_offset=4, end_lineno=8, "
		"end_col_offset=5)], lineno=1, col_offset=0, end_lineno=8, end_col_offset=5)" },
	{ "try:\n    a\nexcept* B:\n    c\n",
		"TryStar(body=[Expr(value=Name(id='a', ctx=Load(), lineno=2, col_offset=4, "
		"end_lineno=2, end_col_offset=5), lineno=2, col_offset=4, end_lineno=2, "
		"end_col_offset=5)], handlers=[ExceptHandler(type=Name(id='B', ctx=Load(), "
		"lineno=3, col_offset=8, end_lineno=3, end_col_offset=9), "
		"body=[Expr(value=Name(id='c', ctx=Load(), lineno=4, col_offset=4, end_lineno=4, "
		"end_col_offset=5), lineno=4, col_offset=4, end_lineno=4, end_col_offset=5)], "
		"lineno=3, col_offset=0, end_lineno=4, end_col_offset=5)], orelse=[], "
		"finalbody=[], lineno=1, col_offset=0, end_lineno=4, end_col_offset=5)" },
	{ "with a as b, (c): d\n",
		"With(items=[withitem(context_expr=Name(id='a', ctx=Load(), lineno=1, "
		"col_offset=5, end_lineno=1, end_col_offset=6), optional_vars=Name(id='b', "
		"ctx=Store(), lineno=1, col_offset=10, end_lineno=1, end_col_offset=11)), "
		"withitem(context_expr=Name(id='c', ctx=Load(), lineno=1, col_offset=14, "
		"end_lineno=1, end_col_offset=15))], body=[Expr(value=Name(id='d', ctx=Load(), "
		"lineno=1, col_offset=18, end_lineno=1, end_col_offset=19), lineno=1, "
		"col_offset=18, end_lineno=1, end_col_offset=19)], lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=19)" },
	{ "with (a as b, c): d\n",
		"With(items=[withitem(context_expr=Name(id='a', ctx=Load(), lineno=1, "
		"col_offset=6, end_lineno=1, end_col_offset=7), optional_vars=Name(id='b', "
		"ctx=Store(), lineno=1, col_offset=11, end_lineno=1, end_col_offset=12)), "
		"withitem(context_expr=Name(id='c', ctx=Load(), lineno=1, col_offset=14, "
		"end_lineno=1, end_col_offset=15))], body=[Expr(value=Name(id='d', ctx=Load(), "
		"lineno=1, col_offset=18, end_lineno=1, end_col_offset=19), lineno=1, "
		"col_offset=18, end_lineno=1, end_col_offset=19)], lineno=1, col_offset=0, "
		"end_lineno=1, end_col_offset=19)" },
	{ "with (a, b) as c: d\n",
		"With(items=[withitem(context_expr=Tuple(elts=[Name(id='a', ctx=Load(), lineno=1, "
		"col_offset=6, end_lineno=1, end_col_offset=7), Name(id='b', ctx=Load(), lineno=1, "
		"col_offset=9, end_lineno=1, end_col_offset=10)], ctx=Load(), lineno=1, "
		"col_offset=5, end_lineno=1, end_col_offset=11), optional_vars=Name(id='c', "
		"ctx=Store(), lineno=1, col_offset=15, end_lineno=1, end_col_offset=16))], "
		"body=[Expr(value=Name(id='d', ctx=Load(), lineno=1, col_offset=18, end_lineno=1, "
		"end_col_offset=19), lineno=1, col_offset=18, end_lineno=1, end_col_offset=19)], "
		"lineno=1, col_offset=0, end_lineno=1, end_col_offset=19)" },
};

START_TEST(blocks_end_where_their_last_word_does)
{
	check_trees(blocks);
}
END_TEST

static const struct row definitions[] = {
	{ "@d\nasync def f(a: int, *b, c=1) -> int:\n    await a\n",
		"AsyncFunctionDef(name='f', args=arguments(posonlyargs=[], args=[arg(arg='a', "
		"annotation=Name(id='int', ctx=Load(), lineno=2, col_offset=15, end_lineno=2, "
		"end_col_offset=18), lineno=2, col_offset=12, end_lineno=2, end_col_offset=18)], "
		"vararg=arg(arg='b', lineno=2, col_offset=21, end_lineno=2, end_col_offset=22), "
		"kwonlyargs=[arg(arg='c', lineno=2, col_offset=24, end_lineno=2, "
		"end_col_offset=25)], kw_defaults=[Constant(value=1, lineno=2, col_offset=26, "
		"end_lineno=2, end_col_offset=27)], defaults=[]), "
		"body=[Expr(value=Await(value=Name(id='a', ctx=Load(), lineno=3, col_offset=10, "
		"end_lineno=3, end_col_offset=11), lineno=3, col_offset=4, end_lineno=3, "
		"end_col_offset=11), lineno=3, col_offset=4, end_lineno=3, end_col_offset=11)], "
		"decorator_list=[Name(id='d', ctx=Load(), lineno=1, col_offset=1, end_lineno=1, "
		"end_col_offset=2)], returns=Name(id='int', ctx=Load(), lineno=2, col_offset=32, "
		"end_lineno=2, end_col_offset=35), lineno=2, col_offset=0, end_lineno=3, "
		"end_col_offset=11)" },
	{ "class A(B, metaclass=C):\n    'doc'\n",
		"ClassDef(name='A', bases=[Name(id='B', ctx=Load(), lineno=1, col_offset=8, "
		"end_lineno=1, end_col_offset=9)], keywords=[keyword(arg='metaclass', "
		"value=Name(id='C', ctx=Load(), lineno=1, col_offset=21, end_lineno=1, "
		"end_col_offset=22), lineno=1, col_offset=11, end_lineno=1, end_col_offset=22)], "
		"body=[Expr(value=Constant(value='doc', lineno=2, col_offset=4, end_lineno=2, "
		"end_col_offset=9), lineno=2, col_offset=4, end_lineno=2, end_col_offset=9)], "
		"decorator_list=[], lineno=1, col_offset=0, end_lineno=2, end_col_offset=9)" },
	{ "async def f():\n    async for a in b: pass\n    async with c: pass\n",
		"AsyncFunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[], "
		"kw_defaults=[], defaults=[]), body=[AsyncFor(target=Name(id='a', ctx=Store(), "
		"lineno=2, col_offset=14, end_lineno=2, end_col_offset=15), iter=Name(id='b', "
		"ctx=Load(), lineno=2, col_offset=19, end_lineno=2, end_col_offset=20), "
		"body=[Pass(lineno=2, col_offset=22, end_lineno=2, end_col_offset=26)], orelse=[], "
		"lineno=2, col_offset=4, end_lineno=2, end_col_offset=26), "
		"AsyncWith(items=[withitem(context_expr=Name(id='c', ctx=Load(), lineno=3, "
		"col_offset=15, end_lineno=3, end_col_offset=16))], body=[Pass(lineno=3, "
		"col_offset=18, end_lineno=3, end_col_offset=22)], lineno=3, col_offset=4, "
		"end_lineno=3, end_col_offset=22)], decorator_list=[], lineno=1, col_offset=0, "
		"end_lineno=3, end_col_offset=22)" },
};

START_TEST(definitions_start_at_their_word)
{
	check_trees(definitions);
}
END_TEST

Suite *parse_suite(void)
{
	Suite *s = suite_create("parse");
	TCase *t = tcase_create("parse");
	tcase_add_test(t, names_numbers_and_strings);
	tcase_add_test(t, operators_bind_as_in_python);
	tcase_add_test(t, calls_attributes_and_subscripts);
	tcase_add_test(t, displays_and_comprehensions);
	tcase_add_test(t, lambdas_and_parameters);
	tcase_add_test(t, f_strings_have_the_positions_of_their_fields);
	tcase_add_test(t, assignments_set_contexts);
	tcase_add_test(t, simple_statements);
	tcase_add_test(t, blocks_end_where_their_last_word_does);
	tcase_add_test(t, definitions_start_at_their_word);
	suite_add_tcase(s, t);
	return s;
}
