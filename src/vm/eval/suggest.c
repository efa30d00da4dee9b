#include "vm/eval/suggest.h"

#include "vm/kind/dict.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/value/exception.h"
#include "vm/value/frame.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/type.h"

#include <ctype.h>
#include <string.h>

enum { MOVE_COST = 2, CASE_COST = 1, MAX_NAME = 40, MAX_CANDIDATES = 750 };

/* What it costs to write b for a. */
static size_t replace_cost(char a, char b)
{
	if (a == b)
		return 0;
	return tolower((unsigned char)a) == tolower((unsigned char)b) ? CASE_COST : MOVE_COST;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* The cost of turning a into b by inserting, deleting and replacing (the
 * Levenshtein distance with these costs). */
static size_t distance(const struct str *a, const struct str *b)
{
	size_t row[MAX_NAME + 1];
	for (size_t j = 0; j <= b->len; j++)
		row[j] = j * MOVE_COST;
	for (size_t i = 0; i < a->len; i++) {
		size_t diagonal = row[0];
		row[0] += MOVE_COST;
		for (size_t j = 0; j < b->len; j++) {
			size_t replaced = diagonal + replace_cost(a->bytes[i], b->bytes[j]);
			diagonal = row[j + 1];
			row[j + 1] = least(replaced, least(row[j], row[j + 1]) + MOVE_COST);
		}
	}
	return row[b->len];
}

struct suggestion {
	value name, best;
	size_t cost;
};

static void consider(struct suggestion *s, value candidate)
{
	const struct str *a = str_get(s->name), *b = str_get(candidate);
	if (str_equal(s->name, candidate) || a->len > MAX_NAME || b->len > MAX_NAME)
		return;
	size_t bound = (a->len + b->len + 3) * MOVE_COST / 6;
	size_t cost = distance(a, b);
	if (cost <= bound && (s->best == V_NONE || cost < s->cost)) {
		s->best = candidate;
		s->cost = cost;
	}
}

static void consider_keys(struct suggestion *s, const struct dict *d)
{
	value key, val;
	for (uint32_t i = 0; d->live < MAX_CANDIDATES && dict_next(d, &i, &key, &val);) {
		if (is_str(key))
			consider(s, key);
	}
}

static void consider_list(struct suggestion *s, value list)
{
	const struct list *l = list_get(list);
	for (uint32_t i = 0; l->len < MAX_CANDIDATES && i < l->len; i++)
		consider(s, l->at[i]);
}

static void consider_variables(struct vm *vm, struct suggestion *s, const struct code *c)
{
	for (unsigned i = 0; i < c->nvars; i++) {
		const char *name = c->vars[i].name;
		if ((c->vars[i].kind == VAR_PARAM || c->vars[i].kind == VAR_LOCAL) &&
			name[0] != '.')
			consider(s, str_intern(vm, name, strlen(name)));
	}
}

static void consider_names(struct vm *vm, struct suggestion *s, const struct exception *e)
{
	const struct traceback *tb = e->tb;
	while (tb && tb->next)
		tb = tb->next;
	if (!tb)
		return;
	consider_variables(vm, s, tb->frame->proto->code);
	if (s->best == V_NONE)
		consider_keys(s, tb->frame->proto->module->globals);
	if (s->best == V_NONE)
		consider_keys(s, vm->builtins);
}

value suggest_name(struct vm *vm, value exc)
{
	const struct exception *e = exception_get(exc);
	bool attribute = e->type == VM_EXC(vm, AttributeError);
	if (!e->attrs || (!attribute && e->type != VM_EXC(vm, NameError)))
		return V_NONE;
	struct suggestion s = { .name = dict_find_name(e->attrs, VM_STR(vm, name)),
		.best = V_NONE };
	if (!is_str(s.name))
		return V_NONE;
	if (!attribute) {
		consider_names(vm, &s, e);
		return value_keep(s.best);
	}
	value o = dict_find_name(e->attrs, VM_STR(vm, obj));
	if (o == V_UNSET)
		return V_NONE;
	value names = ops_names(vm, o);
	consider_list(&s, names);
	value best = value_keep(s.best);
	value_drop(vm, names);
	return best;
}
