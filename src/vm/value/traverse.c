#include "vm/value/traverse.h"

#include "vm/value/frame.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"

bool traverse_knows(const struct vm *vm, const struct obj *o)
{
	return vm->kinds[o->kind]->traverse;
}

void traverse(const struct vm *vm, const struct obj *o, traverse_fn *f, void *arg)
{
	if (vm->kinds[o->kind]->traverse)
		vm->kinds[o->kind]->traverse(&(struct visit){ vm, f, arg }, o);
}

struct dict *traverse_own_attrs(const struct vm *vm, const struct obj *o)
{
	const struct kind *k = vm->kinds[o->kind];
	if (!(k->flags & KIND_OWN_ATTRS))
		return NULL;
	struct dict *d = *kind_attrs(k, o);
	return d && d->obj.refs == 1 ? d : NULL;
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
