/* The clauses of comprehensions: for ... in ... if ... */

#include "lang/tree/parse.h"

#include <assert.h>

bool parse_at_comprehension(const struct parser *p)
{
	return parse_at(p, TOKEN_FOR) || (parse_at(p, TOKEN_ASYNC) && p->tok[1].kind == TOKEN_FOR);
}

/* for_if_clause: ["async"] "for" star_targets "in" disjunction ("if" disjunction)* */
static struct comprehension *clause(struct parser *p, uint32_t *height)
{
	assert(parse_at_comprehension(p) && "a clause begins here");
	struct comprehension *c = arena_alloc(&p->ast->arena, sizeof *c);
	size_t mark = parse_sequence(p);

	c->is_async = parse_skip(p, TOKEN_ASYNC);
	p->tok++;
	c->target = parse_for_targets(p);
	if (!c->target || !parse_expect(p, TOKEN_IN))
		return NULL;
	c->iter = parse_disjunction(p);
	if (!c->iter)
		return NULL;
	while (parse_skip(p, TOKEN_IF)) {
		struct expr *test = parse_disjunction(p);
		if (!test)
			return NULL;
		parse_push(p, test);
	}
	c->ifs = parse_take_exprs(p, mark);
	const uint32_t heights[] = { c->target->height, c->iter->height, parse_heights(&c->ifs) };
	for (size_t i = 0; i < sizeof heights / sizeof *heights; i++)
		*height = heights[i] > *height ? heights[i] : *height;
	return c;
}

bool parse_clauses(struct parser *p, struct comprehension_seq *clauses, uint32_t *height)
{
	size_t mark = parse_sequence(p);

	while (parse_at_comprehension(p)) {
		struct comprehension *c = clause(p, height);
		if (!c)
			return false;
		parse_push(p, c);
	}
	clauses->at = parse_take_structs(p, mark, sizeof *clauses->at, &clauses->len);
	return true;
}

struct expr *parse_comprehension(struct parser *p, enum expr_kind kind, const struct token *from,
	struct expr *elt, struct expr *value, enum token_kind close)
{
	uint32_t height = elt->height > parse_height(value) ? elt->height : parse_height(value);
	struct comprehension_seq clauses;

	if (!parse_clauses(p, &clauses, &height) || !parse_expect(p, close))
		return NULL;
	struct expr *e = parse_node(p, kind, from, height);
	if (e) {
		e->as.comp.elt = elt;
		e->as.comp.value = value;
		e->as.comp.generators = clauses;
	}
	return e;
}
