#include "vm/eval/finalize.h"

#include "base/map.h"
#include "base/mem.h"
#include "vm/coro/coro.h"
#include "vm/coro/greenlet.h"
#include "vm/kind/dict.h"
#include "vm/kind/str.h"
#include "vm/value/machine.h"
#include "vm/value/traverse.h"
#include "vm/value/type.h"

#include <assert.h>
#include <stdlib.h>

/* LOST: looked at, and nothing that lives has been seen to hold it. */
enum state { UNSEEN, HELD, ALIVE, LOST };

/* CPython's function holds its cells by a tuple; here a second node of the
 * function, `closure`, stands for that. */
struct node {
	struct obj *o;
	bool closure;
	uint32_t birth, own_birth; /* that of its class, for the dict of a class; else the same */
	uint32_t unexplained;      /* references */
	size_t place;              /* in CPython's list, the last one if it was moved */
	enum state state;
};
struct order {
	ARRAY(uint32_t);
};

struct collection {
	struct vm *vm;
	struct {
		ARRAY(struct node);
	} nodes;           /* in the order of birth */
	struct map places; /* object → its node */
	struct order list; /* CPython's list: numbers of nodes */
};

static uint64_t key_of(const struct obj *o, bool closure)
{
	return (uint64_t)(uintptr_t)o + closure;
}

static struct node *find_node(const struct collection *c, const struct obj *o, bool closure)
{
	const uint64_t *place = map_find(&c->places, key_of(o, closure));
	return place ? &c->nodes.at[*place] : NULL;
}

static struct node *node_of(const struct collection *c, const struct obj *o)
{
	return find_node(c, o, false);
}

/* What there is. */

/* A class is born with a copy of its body's names; CPython begins to look after
 * a dict when something comes into it. */
static uint32_t birth_of(struct vm *vm, const struct obj *o)
{
	const struct dict *d = (const struct dict *)o;
	return o->kind == OBJ_DICT && d->filled ? d->filled : obj_birth(vm, o);
}

/* Tracebacks show the frame of a generator without holding it as others do. */
static uint32_t references_of(const struct obj *o)
{
	if (!is_coroutine_kind((enum obj_kind)o->kind) ||
		!frame_is_held_shown((const struct frame *)o))
		return o->refs;
	uint32_t traced = ((const struct frame *)o)->traced;
	return traced == FRAME_TRACED_MAX ? UINT32_MAX : o->refs + traced;
}

static void add_node(void *arg, struct obj *o)
{
	struct collection *c = arg;
	if (!traverse_knows(c->vm, o))
		return;
	struct node n = { .o = o,
		.birth = birth_of(c->vm, o),
		.own_birth = obj_birth(c->vm, o),
		.unexplained = references_of(o) };
	array_push(&c->nodes, n);
	n.closure = true;
	n.unexplained = 0;
	if (o->kind == OBJ_FUNCTION && ((struct function *)o)->nfree > 0)
		array_push(&c->nodes, n);
}

static int by_birth(const void *a, const void *b)
{
	const struct node *x = a, *y = b;
	if (x->birth != y->birth)
		return x->birth < y->birth ? -1 : 1;
	if (x->own_birth != y->own_birth)
		return x->own_birth < y->own_birth ? -1 : 1;
	return y->closure - x->closure;
}

/* Classes' dicts get the birth of their class. */
static void adopt(struct collection *c)
{
	struct map classes = { 0 };
	for (size_t i = 0; i < c->nodes.len; i++)
		if (c->nodes.at[i].o->kind == OBJ_TYPE)
			map_put(&classes,
				(uint64_t)(uintptr_t)((struct type *)c->nodes.at[i].o)->attrs,
				c->nodes.at[i].birth);
	for (size_t i = 0; i < c->nodes.len; i++) {
		const uint64_t *birth = map_find(&classes, (uint64_t)(uintptr_t)c->nodes.at[i].o);
		if (birth)
			c->nodes.at[i].birth = (uint32_t)*birth;
	}
	map_fini(&classes);
}

static void explain(void *arg, struct obj *o)
{
	struct node *n = node_of(arg, o);
	if (!n)
		return;
	assert(n->unexplained > 0 && "an object visits each reference that it holds once");
	n->unexplained--;
}

static void gather(struct collection *c)
{
	traverse_all(c->vm, add_node, c);
	adopt(c);
	qsort(c->nodes.at, c->nodes.len, sizeof *c->nodes.at, by_birth);
	for (size_t i = 0; i < c->nodes.len; i++) {
		map_put(&c->places, key_of(c->nodes.at[i].o, c->nodes.at[i].closure), i);
		array_push(&c->list, (uint32_t)i);
	}
	for (size_t i = 0; i < c->nodes.len; i++)
		if (!c->nodes.at[i].closure)
			traverse(c->vm, c->nodes.at[i].o, explain, c);
}

/* What lives. */

static void hold_node(struct collection *c, struct node *n)
{
	if (!n || n->state == HELD || n->state == ALIVE)
		return;
	if (n->state == LOST)
		array_push(&c->list, (uint32_t)(n - c->nodes.at));
	n->state = HELD;
}

static void hold(void *arg, struct obj *o)
{
	hold_node(arg, node_of(arg, o));
}

static void hold_function(struct collection *c, const struct function *f)
{
	struct obj *const parts[] = { is_obj(f->defaults) ? obj_get(f->defaults) : NULL,
		is_obj(f->kwdefaults) ? obj_get(f->kwdefaults) : NULL, (struct obj *)f->attrs,
		is_obj(f->annotations) ? obj_get(f->annotations) : NULL };
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i])
			hold(c, parts[i]);
	hold_node(c, find_node(c, &f->obj, true));
}

static void hold_cells(struct collection *c, const struct function *f)
{
	for (uint32_t i = f->nfree; i-- > 0;)
		if (is_obj(f->free[i]))
			hold(c, obj_get(f->free[i]));
}

/* What o holds; its attributes count as parts of itself. */
static void hold_all(struct collection *c, struct node *n)
{
	struct obj *o = n->o;
	if (o->kind == OBJ_FUNCTION) {
		(n->closure ? hold_cells : hold_function)(c, (struct function *)o);
		return;
	}
	struct dict *attrs = traverse_own_attrs(c->vm, o);
	traverse(c->vm, o, hold, c);
	if (attrs)
		traverse(c->vm, &attrs->obj, hold, c);
}

static void sort_out(struct collection *c)
{
	for (size_t i = 0; i < c->nodes.len; i++)
		c->nodes.at[i].state = c->nodes.at[i].unexplained > 0 ? HELD : UNSEEN;
	for (size_t i = 0; i < c->list.len; i++) {
		struct node *n = &c->nodes.at[c->list.at[i]];
		n->place = i;
		if (n->state == UNSEEN) {
			n->state = LOST;
			continue;
		}
		n->state = ALIVE;
		hold_all(c, n);
	}
}

static void collection_make(struct collection *c, struct vm *vm)
{
	*c = (struct collection){ .vm = vm };
	gather(c);
	sort_out(c);
}

static void collection_fini(struct collection *c)
{
	array_fini(&c->nodes);
	map_fini(&c->places);
	array_fini(&c->list);
}

/* Ending. */

struct enders {
	ARRAY(struct obj *);
};

static bool has_an_end(const struct obj *o)
{
	if (is_coroutine_kind((enum obj_kind)o->kind))
		return ((const struct frame *)o)->state != CORO_FINISHED;
	return o->flags & OBJ_MOURNED;
}

static void note_ender(struct enders *e, struct obj *o)
{
	if (has_an_end(o))
		array_push(e, obj_keep(o));
}

static void end_one(struct vm *vm, struct obj *o)
{
	if (coro_doom_held(vm, o))
		vm_settle(vm);
}

/* Whether the one at place i, which only we hold any more, had still to be told: it ends and
 * is let go of, or dies at once. */
static void end_released(struct vm *vm, struct enders *e, size_t i)
{
	struct obj *o = e->at[i];
	if (!has_an_end(o) || !coro_doom_held(vm, o)) {
		e->at[i] = NULL;
		obj_drop(vm, o);
	}
	vm_settle(vm);
}

/* Those that only we hold any more, since another was ended, die at once.  (With very many it
 * is left to their turn.) */
static void end_freed(struct vm *vm, struct enders *e)
{
	enum { MANY = 2000 };
	size_t i = 0;
	while (e->len <= MANY && i < e->len) {
		if (e->at[i] && e->at[i]->refs == 1) {
			end_released(vm, e, i);
			i = 0;
		} else {
			i++;
		}
	}
}

/* Ends all, in their order, and lets go of them. */
static void end_all(struct vm *vm, struct enders *e)
{
	for (size_t i = 0; i < e->len && !vm->limit_text; i++) {
		if (e->at[i])
			end_one(vm, e->at[i]);
		end_freed(vm, e);
	}
	for (size_t i = 0; i < e->len; i++)
		if (e->at[i])
			obj_drop(vm, e->at[i]);
	array_fini(e);
}

static void end_lost(struct vm *vm)
{
	struct collection c;
	struct enders e = { 0 };
	collection_make(&c, vm);
	for (size_t i = 0; i < c.nodes.len; i++)
		if (c.nodes.at[i].state == LOST)
			note_ender(&e, c.nodes.at[i].o);
	collection_fini(&c);
	end_all(vm, &e);
}

static bool is_programs_code(const struct obj *o)
{
	if (o->kind == OBJ_FUNCTION)
		return !(((const struct function *)o)->proto->code->flags & CODE_LIBRARY);
	return is_coroutine_kind((enum obj_kind)o->kind) &&
		!(((const struct frame *)o)->flags & FRAME_LIBRARY);
}

/* The event loop that asyncio.get_event_loop() made, or V_UNSET. */
static value default_loop(struct vm *vm)
{
	value m = vm->modules ? dict_find_name(vm->modules, VM_STR(vm, asyncio)) : V_UNSET;
	if (m == V_UNSET)
		return V_UNSET;
	value state = dict_find_name(
		((struct module *)obj_get(m))->globals, str_intern(vm, "_State", 6));
	return is_kind(state, OBJ_TYPE) ? type_find(type_obj(state), str_intern(vm, "default", 7))
					: V_UNSET;
}

/* Whether that loop, which nothing ever frees, holds code of the program, and so
 * all names of that. */
static bool is_held_by_asyncio(struct vm *vm)
{
	value loop = default_loop(vm);
	if (!is_obj(loop))
		return false;
	struct collection c;
	bool held = false;
	collection_make(&c, vm);
	for (size_t i = 0; i < c.nodes.len; i++)
		c.nodes.at[i].state = LOST;
	c.list.len = 0;
	hold(&c, obj_get(loop));
	for (size_t i = 0; i < c.list.len && !held; i++) {
		struct node *n = &c.nodes.at[c.list.at[i]];
		held = is_programs_code(n->o);
		hold_all(&c, n);
	}
	collection_fini(&c);
	return held;
}

/* An object that has an end, and where it stands in CPython's list. */
struct placed {
	struct obj *o;
	uint64_t place;
};
struct row {
	ARRAY(struct placed);
};

static int by_place(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	return x->place < y->place ? -1 : x->place > y->place;
}

/* What has an end, all or only what is lost, in the order of `before` (birth → place); behind
 * it, in the order of now, what was born since. */
static void note_in_order(
	const struct collection *c, const struct map *before, bool all, struct enders *e)
{
	struct row row = { 0 };
	for (size_t i = 0; i < c->nodes.len; i++) {
		const struct node *n = &c->nodes.at[i];
		const uint64_t *place = map_find(before, n->own_birth);
		struct placed p = { n->o, place ? *place : (uint64_t)UINT32_MAX + n->place };
		if (!n->closure && (all || n->state == LOST) && has_an_end(n->o))
			array_push(&row, p);
	}
	if (row.len)
		qsort(row.at, row.len, sizeof *row.at, by_place);
	for (size_t i = 0; i < row.len; i++)
		note_ender(e, row.at[i].o);
	array_fini(&row);
}

/* before: where the objects stood when the first collection was over; may be empty.
 * all: not only what nothing holds. */
static void end_rest(struct vm *vm, const struct map *before, bool all)
{
	struct collection c;
	struct enders e = { 0 };
	collection_make(&c, vm);
	note_in_order(&c, before, all && !is_held_by_asyncio(vm), &e);
	collection_fini(&c);
	end_all(vm, &e);
}

static void note_places(struct vm *vm, struct map *places)
{
	struct collection c;
	collection_make(&c, vm);
	for (size_t i = 0; i < c.nodes.len; i++)
		if (!c.nodes.at[i].closure)
			map_put(places, c.nodes.at[i].own_birth, c.nodes.at[i].place);
	collection_fini(&c);
}

/* The end of a program. */

struct overview {
	bool ends, greenlet;
};

static void overview(void *arg, struct obj *o)
{
	struct overview *s = arg;
	s->ends |= has_an_end(o);
	s->greenlet |= o->kind == OBJ_GREENLET && greenlet_active((struct greenlet *)o) &&
		((struct greenlet *)o)->parent;
}

static struct overview overview_of(struct vm *vm)
{
	struct overview s = { 0 };
	traverse_all(vm, overview, &s);
	return s;
}

/* A greenlet that has not ended is a C stack that holds the module's names:
 * with one the second collection finds only what the program's last exception held. */
void finalize(struct vm *vm, value last)
{
	vm->ending = ENDING_COLLECTS;
	if (overview_of(vm).ends)
		end_lost(vm);
	vm->ending = ENDING_LAST;
	struct map places = { 0 };
	if (is_obj(last) && overview_of(vm).ends)
		note_places(vm, &places);
	value_drop(vm, last);
	vm_settle(vm);
	vm->ending = ENDING_NAMELESS;
	struct overview s = overview_of(vm);
	if (s.ends)
		end_rest(vm, &places, !s.greenlet);
	map_fini(&places);
}

void finalize_clear_names(struct vm *vm)
{
	struct dict *d = vm->main->globals;
	for (uint32_t i = 0; i < d->len; i++) {
		if (d->at[i].val == V_UNSET)
			continue;
		dict_set_entry(vm, d, i, V_NONE);
		vm_settle(vm);
	}
}

/* For tests. */

static void explain_value(struct collection *c, value v)
{
	if (is_obj(v))
		explain(c, obj_get(v));
}

static void explain_object(struct collection *c, void *o)
{
	if (o)
		explain(c, o);
}

/* What the machine itself holds. */
static void explain_machine(struct collection *c)
{
	struct vm *vm = c->vm;
	explain_object(c, vm->modules);
	explain_object(c, vm->greenlet_exit);
	explain_object(c, vm->greenlet);
	explain_object(c, vm->main_greenlet);
	explain_value(c, vm->on_death);
	explain_value(c, vm->asyncgen_first);
	explain_value(c, vm->asyncgen_last);
	for (int i = 0; i < LIB_FUNCTION_COUNT; i++)
		explain_value(c, vm->lib[i]);
	for (size_t i = 0; i < vm->protos.len; i++) {
		const struct proto *p = vm->protos.at[i];
		for (uint32_t k = 0; k < p->code->nconstants; k++)
			explain_value(c, p->constants[k]);
	}
}

size_t finalize_lost(struct vm *vm, uint32_t birth)
{
	struct collection c;
	size_t n = 0;
	bool greenlet = overview_of(vm).greenlet;
	vm->options.host.write = NULL;
	finalize_clear_names(vm);
	collection_make(&c, vm);
	explain_machine(&c);
	for (size_t i = 0; i < c.nodes.len; i++) {
		const struct node *node = &c.nodes.at[i];
		bool stack = greenlet && node->o->kind == OBJ_FRAME;
		n += obj_birth(vm, node->o) > birth && node->unexplained > 0 &&
			node->o->kind != OBJ_MODULE && !stack;
	}
	collection_fini(&c);
	return n;
}
