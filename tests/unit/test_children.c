/* What stands right below each kind of node. */

#include "lang/tree/children.h"

#include "base/sbuf.h"
#include "lang/text/source.h"

#include <check.h>

#include <string.h>

/* Appends the names, and what else has no children as "#"; a bracket around those
 * of a node that has some, and braces around a body. */
static void tell_expr(void *out, struct expr *e);

static void tell_body(void *self, struct stmt_seq body)
{
	struct sbuf *out = self;
	const struct visitor v = { self, tell_expr, tell_body };

	sbuf_char(out, '{');
	for (uint32_t i = 0; i < body.len; i++)
		children_of_stmt(body.at[i], &v);
	sbuf_char(out, '}');
}

static void tell_expr(void *self, struct expr *e)
{
	struct sbuf *out = self;
	size_t start = out->len;
	const struct visitor v = { self, tell_expr, tell_body };

	if (e->kind == EXPR_NAME) {
		sbuf_str(out, e->as.name.id);
		return;
	}
	sbuf_char(out, '(');
	children_of_expr(e, &v);
	sbuf_char(out, ')');
	if (out->len == start + 2) {
		sbuf_truncate(out, start);
		sbuf_char(out, '#');
	}
}

static const struct row {
	const char *program, *children;
} rows[] = {
	{ "a + b", "{(ab)}" },
	{ "-a", "{(a)}" },
	{ "a or b or c", "{(abc)}" },
	{ "a < b < c", "{(abc)}" },
	{ "a if b else c", "{(bac)}" },
	{ "a(b, *c, d=e, **f)", "{(ab(c)ef)}" },
	{ "a.b", "{(a)}" },
	{ "a[b]", "{(ab)}" },
	{ "a[b:c:d]", "{(a(bcd))}" },
	{ "a[:b]", "{(a(b))}" },
	{ "[a, 1], (a, b), {a, b}", "{((a#)(ab)(ab))}" },
	{ "{a: b, **c, d: e}", "{(abcde)}" },
	{ "[a for b in c if d if e for f in g]", "{(abcdefg)}" },
	{ "{a for b in c}", "{(abc)}" },
	{ "{a: b for c in d}", "{(abcd)}" },
	{ "(a for b in c)", "{(abc)}" },
	{ "lambda a, /, b=c, *d, e=f, **g: h", "{(cfh)}" },
	{ "(a := b)", "{(ab)}" },
	{ "f\"{a}{b!r:{c}}\"", "{((a)(b((c))))}" },
	{ "async def f():\n await a\n yield b\n", "{{(a)(b)}}" },
	{ "def f():\n yield from a\n yield\n", "{{(a)#}}" },
	{ "@a\n@b\ndef f(c: d, e: g=h, *i: j, k=l, **m: n) -> o: p\n", "{abhldgjno{p}}" },
	{ "@a\nclass b(c, d=e): f\n", "{ace{f}}" },
	{ "def f(): return a\n", "{{a}}" },
	{ "del a, b", "{ab}" },
	{ "a = b = c", "{abc}" },
	{ "a += b", "{ab}" },
	{ "a: b = c", "{abc}" },
	{ "for a in b: c\nelse: d\n", "{ab{c}{d}}" },
	{ "while a: b\nelse: c\n", "{a{b}{c}}" },
	{ "if a: b\nelif c: d\nelse: e\n", "{a{b}{c{d}{e}}}" },
	{ "with a as b, c: d\n", "{abc{d}}" },
	{ "raise a from b", "{ab}" },
	{ "try: a\nexcept b as c: d\nexcept: e\nelse: f\nfinally: g\n", "{{a}b{d}{e}{f}{g}}" },
	{ "try: a\nfinally: b\n", "{{a}{}{b}}" },
	{ "assert a, b", "{ab}" },
	{ "import a\nfrom a import b\npass\n", "{}" },
	{ "def f():\n global a\n nonlocal b\nwhile a:\n break\n continue\n", "{{}a{}{}}" },
};

START_TEST(the_children_of_every_kind_come_in_order)
{
	const struct row *row = &rows[_i];
	struct source src;
	struct diag d = { 0 };
	struct ast a;
	struct sbuf told = { 0 };

	ck_assert(source_from_text(&src, "a.py", row->program, strlen(row->program), &d));
	ck_assert_msg(ast_parse(&a, &src, NULL, &d), "%s: %s", row->program, d.message);
	tell_body(&told, a.body);
	ck_assert_msg(strcmp(told.text, row->children) == 0, "%s: %s", row->program, told.text);
	sbuf_fini(&told);
	ast_fini(&a);
	source_fini(&src);
}
END_TEST

START_TEST(who_wants_no_bodies_or_no_expressions_gets_none)
{
	static const char program[] = "for a in b:\n c\n";
	struct source src;
	struct diag d = { 0 };
	struct ast a;
	struct sbuf told = { 0 };

	ck_assert(source_from_text(&src, "a.py", program, strlen(program), &d));
	ck_assert(ast_parse(&a, &src, NULL, &d));
	children_of_stmt(a.body.at[0], &(struct visitor){ .self = &told, .expr = tell_expr });
	ck_assert_str_eq(told.text, "ab");
	sbuf_truncate(&told, 0);
	children_of_stmt(a.body.at[0], &(struct visitor){ .self = &told, .body = tell_body });
	ck_assert_str_eq(told.text, "{c}{}");
	sbuf_fini(&told);
	ast_fini(&a);
	source_fini(&src);
}
END_TEST

Suite *children_suite(void);

Suite *children_suite(void)
{
	Suite *s = suite_create("children");
	TCase *t = tcase_create("children");

	tcase_add_loop_test(
		t, the_children_of_every_kind_come_in_order, 0, (int)(sizeof rows / sizeof *rows));
	tcase_add_test(t, who_wants_no_bodies_or_no_expressions_gets_none);
	suite_add_tcase(s, t);
	return s;
}
