/* Atoms, and the primaries that begin with one: attributes, subscripts, calls. */

#include "lang/tree/parse.h"

/* slice: [expression] ":" [expression] [":" [expression]] | named_expression */
static struct expr *slice(struct parser *p)
{
	const struct token *from = p->tok;
	struct expr *part[3] = { 0 };
	uint32_t height = 0;
	int n = 0;

	if (parse_at(p, TOKEN_STAR))
		return parse_starred(p);
	for (;;) {
		if (!parse_at(p, TOKEN_COLON) && !parse_at(p, TOKEN_RSQB) &&
			!parse_at(p, TOKEN_COMMA)) {
			part[n] = n ? parse_expression(p) : parse_named_expression(p);
			if (!part[n])
				return NULL;
			height = part[n]->height > height ? part[n]->height : height;
		}
		if (n == 2 || !parse_skip(p, TOKEN_COLON))
			break;
		n++;
	}
	if (n == 0)
		return part[0] ? part[0] : parse_unexpected(p);
	struct expr *e = parse_node(p, EXPR_SLICE, from, height);
	if (e) {
		e->as.slice.lower = part[0];
		e->as.slice.upper = part[1];
		e->as.slice.step = part[2];
	}
	return e;
}

/* slices: slice !"," | ("*" bitwise_or | slice) ("," ...)* [","] */
static struct expr *slices(struct parser *p)
{
	const struct token *from = p->tok;
	size_t mark = parse_sequence(p);
	struct expr *e = slice(p);

	if (!e || (!parse_at(p, TOKEN_COMMA) && e->kind != EXPR_STARRED))
		return e;
	parse_push(p, e);
	while (parse_skip(p, TOKEN_COMMA) && !parse_at(p, TOKEN_RSQB)) {
		e = slice(p);
		if (!e)
			return NULL;
		parse_push(p, e);
	}
	return parse_sequence_node(p, EXPR_TUPLE, from, mark);
}

/* primary "." NAME */
static struct expr *attribute(struct parser *p, const struct token *from, struct expr *value)
{
	p->tok++;
	const char *attr = parse_name(p);
	struct expr *e = attr ? parse_node(p, EXPR_ATTRIBUTE, from, value->height) : NULL;
	if (e) {
		e->as.attribute.value = value;
		e->as.attribute.attr = attr;
	}
	return e;
}

/* primary "(" [arguments] ")" */
static struct expr *call(struct parser *p, const struct token *from, struct expr *func)
{
	struct arguments a = { 0 };
	uint32_t height = func->height;

	if (!parse_arguments(p, &a, true, &height))
		return NULL;
	struct expr *e = parse_node(p, EXPR_CALL, from, height);
	if (e) {
		e->as.call.func = func;
		e->as.call.args = a.args;
		e->as.call.keywords = a.keywords;
		e->as.call.nkeywords = a.nkeywords;
	}
	return e;
}

/* primary "[" slices "]" */
static struct expr *subscript(struct parser *p, const struct token *from, struct expr *value)
{
	p->tok++;
	struct expr *index = slices(p);
	if (!index || !parse_expect(p, TOKEN_RSQB))
		return NULL;
	struct expr *e = parse_node(p, EXPR_SUBSCRIPT, from,
		index->height > value->height ? index->height : value->height);
	if (e) {
		e->as.subscript.value = value;
		e->as.subscript.index = index;
	}
	return e;
}

/* primary: atom ("." NAME | "(" [arguments] ")" | "[" slices "]")* */
struct expr *parse_primary(struct parser *p)
{
	const struct token *from = p->tok;
	struct expr *e = parse_atom(p);

	while (e) {
		switch (p->tok->kind) {
		case TOKEN_DOT:
			e = attribute(p, from, e);
			break;
		case TOKEN_LPAR:
			e = call(p, from, e);
			break;
		case TOKEN_LSQB:
			e = subscript(p, from, e);
			break;
		default:
			return e;
		}
	}
	return NULL;
}

/* An element is followed by a for: is it one that a comprehension can have? */
static bool check_element(struct parser *p, const struct expr *elt)
{
	if (elt->kind == EXPR_STARRED)
		return parse_fail(
			p, elt->span, "iterable unpacking cannot be used in comprehension");
	return true;
}

/* The rest of a display behind its first element:
 * ("," star_named_expression)* [","] close */
static struct expr *display(struct parser *p, const struct token *from, struct expr *first,
	enum expr_kind kind, enum token_kind close)
{
	size_t mark = parse_sequence(p);
	struct expr *e = first;

	for (;;) {
		parse_push(p, e);
		if (!parse_skip(p, TOKEN_COMMA) && !parse_at(p, close))
			return parse_unexpected(p);
		if (parse_skip(p, close))
			return parse_sequence_node(p, kind, from, mark);
		if (!parse_at_comprehension(p)) {
			e = parse_star_named_expression(p);
			if (!e)
				return NULL;
		}
		if (parse_at_comprehension(p) && close != TOKEN_RPAR)
			return parse_fail(p, parse_span(p, from + 1),
				"did you forget parentheses around the comprehension target?");
		if (parse_at_comprehension(p))
			return parse_unexpected(p);
	}
}

/* list: "[" [star_named_expressions] "]"; listcomp: "[" named_expression for_if_clauses "]" */
static struct expr *list(struct parser *p)
{
	const struct token *from = p->tok++;

	if (parse_skip(p, TOKEN_RSQB))
		return parse_sequence_node(p, EXPR_LIST, from, parse_sequence(p));
	struct expr *first = parse_star_named_expression(p);
	if (!first)
		return NULL;
	if (parse_at_comprehension(p))
		return check_element(p, first)
			? parse_comprehension(p, EXPR_LIST_COMP, from, first, NULL, TOKEN_RSQB)
			: NULL;
	return display(p, from, first, EXPR_LIST, TOKEN_RSQB);
}

/* group: "(" (yield_expr | named_expression) ")"; the rest of it */
static struct expr *group(struct parser *p, struct expr *e)
{
	if (!parse_expect(p, TOKEN_RPAR))
		return NULL;
	if (e->kind == EXPR_STARRED)
		return parse_fail(p, e->span, "cannot use starred expression here");
	return e;
}

/* tuple, group or genexp: "(" ... ")" */
static struct expr *parenthesised(struct parser *p)
{
	const struct token *from = p->tok++;

	if (parse_skip(p, TOKEN_RPAR))
		return parse_sequence_node(p, EXPR_TUPLE, from, parse_sequence(p));
	if (parse_at(p, TOKEN_DOUBLE_STAR))
		return parse_fail(p, p->tok->span, "cannot use double starred expression here");
	struct expr *first = parse_at(p, TOKEN_YIELD) ? parse_yield(p)
						      : parse_star_named_expression(p);
	if (!first)
		return NULL;
	if (parse_at(p, TOKEN_COMMA) && from[1].kind != TOKEN_YIELD)
		return display(p, from, first, EXPR_TUPLE, TOKEN_RPAR);
	if (parse_at_comprehension(p) && from[1].kind != TOKEN_YIELD)
		return check_element(p, first)
			? parse_comprehension(p, EXPR_GENERATOR, from, first, NULL, TOKEN_RPAR)
			: NULL;
	return group(p, first);
}

/* The rest of: expression ":" expression */
static struct expr *dict_value(struct parser *p)
{
	const struct token *colon = p->tok;

	if (!parse_skip(p, TOKEN_COLON)) {
		if (parse_at(p, TOKEN_ERROR) || parse_starts_expression(p))
			return parse_unexpected(p);
		return parse_fail(p, p->tok[-1].span, "':' expected after dictionary key");
	}
	if (parse_at(p, TOKEN_RBRACE) || parse_at(p, TOKEN_COMMA))
		return parse_fail(
			p, colon->span, "expression expected after dictionary key and ':'");
	if (parse_at(p, TOKEN_STAR))
		return parse_fail(
			p, p->tok->span, "cannot use a starred expression in a dictionary value");
	return parse_expression(p);
}

/* double_starred_kvpair: "**" bitwise_or | expression ":" expression */
static bool pair(struct parser *p, struct expr **key, struct expr **value)
{
	*key = NULL;
	if (parse_skip(p, TOKEN_DOUBLE_STAR)) {
		*value = parse_bitwise_or(p);
	} else {
		*key = parse_expression(p);
		*value = *key ? dict_value(p) : NULL;
	}
	return *value != NULL;
}

static struct expr *dict_node(struct parser *p, const struct token *from, size_t mark)
{
	uint32_t n = (uint32_t)(parse_sequence(p) - mark) / 2;
	struct expr_seq keys = { arena_alloc(&p->ast->arena, n * sizeof *keys.at), n };
	struct expr_seq values = { arena_alloc(&p->ast->arena, n * sizeof *values.at), n };

	for (size_t i = 0; i < n; i++) {
		keys.at[i] = p->stack.at[mark + 2 * i];
		values.at[i] = p->stack.at[mark + 2 * i + 1];
	}
	p->stack.len = mark;
	uint32_t left = parse_heights(&keys), right = parse_heights(&values);
	struct expr *e = parse_node(p, EXPR_DICT, from, left > right ? left : right);
	if (e) {
		e->as.dict.keys = keys;
		e->as.dict.values = values;
	}
	return e;
}

/* dict: "{" [double_starred_kvpairs] "}"; behind the first pair, if there is one */
static struct expr *dict(
	struct parser *p, const struct token *from, struct expr *key, struct expr *value)
{
	size_t mark = parse_sequence(p);

	for (;;) {
		parse_push(p, key);
		parse_push(p, value);
		if (!parse_skip(p, TOKEN_COMMA) && !parse_at(p, TOKEN_RBRACE))
			return parse_unexpected(p);
		if (parse_skip(p, TOKEN_RBRACE))
			return dict_node(p, from, mark);
		if (!pair(p, &key, &value))
			return NULL;
	}
}

/* dict or dictcomp: "{" kvpair for_if_clauses "}"; behind the first pair */
static struct expr *dict_or_comprehension(
	struct parser *p, const struct token *from, struct expr *key, struct expr *value)
{
	if (!value)
		return NULL;
	if (!parse_at_comprehension(p))
		return dict(p, from, key, value);
	if (!key)
		return parse_fail(
			p, from[1].span, "dict unpacking cannot be used in dict comprehension");
	return parse_comprehension(p, EXPR_DICT_COMP, from, key, value, TOKEN_RBRACE);
}

/* dict, set, dictcomp or setcomp: "{" ... "}" */
static struct expr *braces(struct parser *p)
{
	const struct token *from = p->tok++;

	if (parse_skip(p, TOKEN_RBRACE))
		return dict_node(p, from, parse_sequence(p));
	if (parse_skip(p, TOKEN_DOUBLE_STAR))
		return dict_or_comprehension(p, from, NULL, parse_bitwise_or(p));
	struct expr *first = parse_star_named_expression(p);
	if (!first)
		return NULL;
	bool is_key = first->kind != EXPR_STARRED &&
		(first->kind != EXPR_NAMED || from[1].kind == TOKEN_LPAR);
	if (is_key && parse_at(p, TOKEN_COLON))
		return dict_or_comprehension(p, from, first, dict_value(p));
	if (parse_at_comprehension(p))
		return check_element(p, first)
			? parse_comprehension(p, EXPR_SET_COMP, from, first, NULL, TOKEN_RBRACE)
			: NULL;
	return display(p, from, first, EXPR_SET, TOKEN_RBRACE);
}

static struct expr *name(struct parser *p)
{
	const struct token *from = p->tok;
	const char *id = parse_name(p);
	struct expr *e = parse_node(p, EXPR_NAME, from, 0);
	e->as.name.id = id;
	return e;
}

static struct expr *number(struct parser *p)
{
	const struct token *from = p->tok++;
	int64_t i = 0;
	double f = 0;
	struct expr *e;

	switch (literal_value(p->text + from->start, from->len, &i, &f)) {
	case LITERAL_INT:
		e = parse_constant(p, CONST_INT, from);
		e->as.constant.i = i;
		return e;
	case LITERAL_MIN:
	case LITERAL_WIDE:
		e = parse_constant(p, CONST_INT, from);
		e->as.constant.i = i;
		e->as.constant.wide = true;
		return e;
	case LITERAL_FLOAT:
		e = parse_constant(p, CONST_FLOAT, from);
		e->as.constant.f = f;
		return e;
	case LITERAL_IMAGINARY:
		parse_outside(p, from->span, "a complex number");
		return parse_constant(p, CONST_FLOAT, from);
	default:
		parse_outside(p, from->span, "an integer past 64 bits");
		return parse_constant(p, CONST_INT, from);
	}
}

static struct expr *word(struct parser *p, enum const_kind kind)
{
	const struct token *from = p->tok++;
	return parse_constant(p, kind, from);
}

/* atom: NAME | "True" | "False" | "None" | "..." | strings | NUMBER | displays */
struct expr *parse_atom(struct parser *p)
{
	switch (p->tok->kind) {
	case TOKEN_NAME:
		return name(p);
	case TOKEN_TRUE:
		return word(p, CONST_TRUE);
	case TOKEN_FALSE:
		return word(p, CONST_FALSE);
	case TOKEN_NONE:
		return word(p, CONST_NONE);
	case TOKEN_ELLIPSIS:
		return word(p, CONST_ELLIPSIS);
	case TOKEN_STRING:
		return parse_strings(p);
	case TOKEN_NUMBER:
		return number(p);
	case TOKEN_LPAR:
		return parenthesised(p);
	case TOKEN_LSQB:
		return list(p);
	case TOKEN_LBRACE:
		return braces(p);
	default:
		return parse_unexpected(p);
	}
}
