#include "vm/value/traverse.h"

#include "vm/coro/async_gen.h"
#include "vm/value/frame.h"
#include "vm/value/machine.h"

#include <stddef.h>

struct visit {
	traverse_fn *f;
	void *arg;
};

static void visit(const struct visit *v, value x)
{
	if (is_obj(x))
		v->f(v->arg, obj_get(x));
}

static void visit_obj(const struct visit *v, void *o)
{
	if (o)
		v->f(v->arg, o);
}

static void visit_backwards(const struct visit *v, const value *at, size_t n)
{
	while (n-- > 0)
		visit(v, at[n]);
}

static void visit_all(const struct visit *v, const value *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		visit(v, at[i]);
}

/* Of kinds whose instances can be of a user's class. */
struct typed {
	struct obj obj;
	struct type *type;
	struct dict *attrs;
};

static void visit_typed(const struct visit *v, struct obj *o)
{
	visit_obj(v, ((struct typed *)o)->attrs);
	visit_obj(v, ((struct typed *)o)->type);
}

static void visit_list(const struct visit *v, struct obj *o)
{
	visit_typed(v, o);
	visit_backwards(v, ((struct list *)o)->at, ((struct list *)o)->len);
}

static void visit_tuple(const struct visit *v, struct obj *o)
{
	visit_typed(v, o);
	visit_backwards(v, ((struct tuple *)o)->at, ((struct tuple *)o)->len);
}

static void visit_dict(const struct visit *v, struct obj *o)
{
	const struct dict *d = (struct dict *)o;
	visit_typed(v, o);
	for (uint32_t i = 0; i < d->len; i++) {
		visit(v, d->at[i].val);
		visit(v, d->at[i].key);
	}
}

static void visit_set(const struct visit *v, struct obj *o)
{
	const struct set *s = (struct set *)o;
	visit_typed(v, o);
	for (uint32_t i = 0; s->table && i <= s->mask; i++)
		visit(v, s->table[i].key);
}

static void visit_deque(const struct visit *v, struct obj *o)
{
	const struct deque *d = (struct deque *)o;
	visit_typed(v, o);
	for (uint32_t i = 0; i < d->len; i++)
		visit(v, d->at[(d->head + i) % d->cap]);
}

static void visit_slice(const struct visit *v, struct obj *o)
{
	const struct slice *s = (struct slice *)o;
	visit_all(v, (value[]){ s->start, s->stop, s->step }, 3);
}

static void visit_cell(const struct visit *v, struct obj *o)
{
	visit(v, ((struct cell *)o)->v);
}

static void visit_function(const struct visit *v, struct obj *o)
{
	const struct function *f = (struct function *)o;
	visit(v, f->defaults);
	visit(v, f->kwdefaults);
	visit(v, f->doc);
	visit_obj(v, f->attrs);
	visit_all(v, f->free, f->nfree);
	visit(v, f->annotations);
}

static void visit_method(const struct visit *v, struct obj *o)
{
	visit(v, ((struct method *)o)->func);
	visit(v, ((struct method *)o)->self);
}

static void visit_native(const struct visit *v, struct obj *o)
{
	visit(v, ((struct native *)o)->self);
	visit_obj(v, ((struct native *)o)->owner);
}

static void visit_type(const struct visit *v, struct obj *o)
{
	const struct type *t = (struct type *)o;
	visit_obj(v, t->attrs);
	visit_obj(v, t->base);
	visit_obj(v, t->meta);
}

static void visit_exception(const struct visit *v, struct obj *o)
{
	const struct exception *e = (struct exception *)o;
	visit(v, e->value);
	visit_typed(v, o);
	visit(v, e->args);
	visit(v, e->notes);
	visit_obj(v, e->tb);
	visit(v, e->cause);
	visit(v, e->context);
}

static void visit_traceback(const struct visit *v, struct obj *o)
{
	const struct traceback *t = (struct traceback *)o;
	visit_obj(v, t->next);
	visit_obj(v, t->frame);
}

static void visit_module(const struct visit *v, struct obj *o)
{
	visit_obj(v, ((struct module *)o)->globals);
}

static void visit_property(const struct visit *v, struct obj *o)
{
	const struct property *p = (struct property *)o;
	visit_all(v, (value[]){ p->get, p->set, p->del, p->doc }, 4);
}

static void visit_wrapper(const struct visit *v, struct obj *o)
{
	visit(v, ((struct wrapper *)o)->func);
}

static void visit_super(const struct visit *v, struct obj *o)
{
	const struct super *s = (struct super *)o;
	visit_obj(v, s->start);
	visit(v, s->self);
	visit_obj(v, s->self_type);
}

static void visit_iter(const struct visit *v, struct obj *o)
{
	visit(v, ((struct iter *)o)->source);
}

static void visit_lazy_iter(const struct visit *v, struct obj *o)
{
	visit(v, ((struct lazy_iter *)o)->func);
	visit(v, ((struct lazy_iter *)o)->arg);
}

static void visit_frame(const struct visit *v, struct obj *o)
{
	const struct frame *f = (struct frame *)o;
	if (!(f->flags & FRAME_CLEARED))
		visit_all(v, f->regs, f->proto->nregs);
}

static void visit_step(const struct visit *v, struct obj *o)
{
	visit_obj(v, ((struct async_step *)o)->gen);
	visit(v, ((struct async_step *)o)->arg);
}

static void (*const visits[OBJ_KIND_COUNT])(const struct visit *v, struct obj *o) = {
	[OBJ_LIST] = visit_list,
	[OBJ_TUPLE] = visit_tuple,
	[OBJ_DICT] = visit_dict,
	[OBJ_SET] = visit_set,
	[OBJ_FROZENSET] = visit_set,
	[OBJ_SLICE] = visit_slice,
	[OBJ_CELL] = visit_cell,
	[OBJ_FUNCTION] = visit_function,
	[OBJ_METHOD] = visit_method,
	[OBJ_NATIVE] = visit_native,
	[OBJ_TYPE] = visit_type,
	[OBJ_INSTANCE] = visit_typed,
	[OBJ_EXCEPTION] = visit_exception,
	[OBJ_TRACEBACK] = visit_traceback,
	[OBJ_MODULE] = visit_module,
	[OBJ_PROPERTY] = visit_property,
	[OBJ_STATICMETHOD] = visit_wrapper,
	[OBJ_CLASSMETHOD] = visit_wrapper,
	[OBJ_SUPER] = visit_super,
	[OBJ_FRAME] = visit_frame,
	[OBJ_GENERATOR] = visit_frame,
	[OBJ_COROUTINE] = visit_frame,
	[OBJ_ASYNC_GENERATOR] = visit_frame,
	[OBJ_ASYNC_GEN_STEP] = visit_step,
	[OBJ_COROUTINE_WRAPPER] = visit_step,
	[OBJ_LIST_ITER] = visit_iter,
	[OBJ_LIST_REVERSE_ITER] = visit_iter,
	[OBJ_TUPLE_ITER] = visit_iter,
	[OBJ_DICT_KEYS] = visit_iter,
	[OBJ_DICT_VALUES] = visit_iter,
	[OBJ_DICT_ITEMS] = visit_iter,
	[OBJ_DICT_KEY_ITER] = visit_iter,
	[OBJ_DICT_VALUE_ITER] = visit_iter,
	[OBJ_DICT_ITEM_ITER] = visit_iter,
	[OBJ_DICT_REVERSE_KEY_ITER] = visit_iter,
	[OBJ_DICT_REVERSE_VALUE_ITER] = visit_iter,
	[OBJ_DICT_REVERSE_ITEM_ITER] = visit_iter,
	[OBJ_DEQUE_REVERSE_ITER] = visit_iter,
	[OBJ_SET_ITER] = visit_iter,
	[OBJ_SEQ_ITER] = visit_iter,
	[OBJ_REVERSED] = visit_iter,
	[OBJ_DEQUE_ITER] = visit_iter,
	[OBJ_CALL_ITER] = visit_lazy_iter,
	[OBJ_ENUMERATE] = visit_lazy_iter,
	[OBJ_ZIP] = visit_lazy_iter,
	[OBJ_MAP] = visit_lazy_iter,
	[OBJ_FILTER] = visit_lazy_iter,
	[OBJ_DEQUE] = visit_deque,
};

bool traverse_knows(enum obj_kind k)
{
	return visits[k];
}

void traverse(struct obj *o, traverse_fn *f, void *arg)
{
	if (visits[o->kind])
		visits[o->kind](&(struct visit){ f, arg }, o);
}

struct dict *traverse_own_attrs(const struct obj *o)
{
	switch ((enum obj_kind)o->kind) {
	case OBJ_INSTANCE:
	case OBJ_LIST:
	case OBJ_TUPLE:
	case OBJ_DICT:
	case OBJ_SET:
	case OBJ_DEQUE: {
		struct dict *d = ((const struct typed *)o)->attrs;
		return d && d->obj.refs == 1 ? d : NULL;
	}
	default:
		return NULL;
	}
}

/* A block of the heap is an object or free (obj_free_hollow) or a spare frame.  A generator that
 * only tracebacks show has no references. */
struct walk {
	traverse_fn *f;
	void *arg;
};

static void walk_block(void *arg, void *block)
{
	const struct walk *w = arg;
	struct obj *o = block;
	if (o->refs > 0 || is_coroutine_kind((enum obj_kind)o->kind))
		w->f(w->arg, o);
}

void traverse_all(struct vm *vm, traverse_fn *f, void *arg)
{
	struct walk w = { f, arg };
	heap_walk(&vm->heap, walk_block, &w);
}
