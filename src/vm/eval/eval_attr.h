/*
 * Part of eval.c: attributes.  An instruction remembers what it found for the
 * class at hand (struct attr_cache), until a class changes: then the way
 * through the classes is gone again.
 */

static const struct attr_cache *cache_find(
	const struct vm *vm, const struct frame *f, const struct instr *pc, const struct type *t)
{
	const struct attr_cache *all = f->proto->caches;
	if (!all || !t)
		return NULL;
	const struct attr_cache *c = &all[pc - f->proto->instrs];
	return c->type == t && c->epoch == vm->lookups.epoch ? c : NULL;
}

static struct attr_cache *cache_make(
	const struct vm *vm, const struct frame *f, const struct instr *pc, const struct type *t)
{
	struct proto *p = f->proto;
	if (!p->caches)
		p->caches = mem_calloc(p->code->ninstrs, sizeof *p->caches);
	struct attr_cache *c = &p->caches[pc - p->instrs];
	*c = (struct attr_cache){ .type = t, .epoch = vm->lookups.epoch };
	return c;
}

/* The class of an instance of a program's class that derives from none in C; else NULL. */
static inline struct type *class_of_instance(value o)
{
	return is_kind(o, OBJ_INSTANCE) ? ((struct instance *)obj_get(o))->type : NULL;
}

/* The entry of the instance o that the instruction found last; NULL if there is none now. */
static inline struct dict_entry *entry_at_hand(
	const struct vm *vm, const struct frame *f, const struct instr *pc, value o)
{
	const struct attr_cache *c = cache_find(vm, f, pc, class_of_instance(o));
	if (!c)
		return NULL;
	const struct dict *d = ((const struct instance *)obj_get(o))->attrs;
	if (!d || c->index >= d->len || d->at[c->index].key != f->proto->names[pc->c] ||
		d->of_class)
		return NULL;
	return &d->at[c->index];
}

/* Remembers where the attribute lies in instance o, if it has it, and unless the
 * class has a say in it. */
static void remember_entry(struct vm *vm, const struct frame *f, const struct instr *pc, value o)
{
	struct type *t = class_of_instance(o);
	const struct dict *attrs = t ? ((struct instance *)obj_get(o))->attrs : NULL;
	value name = f->proto->names[pc->c];
	int64_t i = attrs ? dict_name_index(attrs, name) : -1;
	if (i >= 0 && !is_kind(type_find(t, name), OBJ_PROPERTY))
		cache_make(vm, f, pc, t)->index = (uint32_t)i;
}

static __attribute__((noinline)) const struct instr *get_attr_slow(STATE)
{
	value o = R[pc->b];
	f->pc = pc + 1;
	remember_entry(vm, f, pc, o);
	return settle(GO, ops_get_attr(vm, o, f->proto->names[pc->c]));
}

OP(GET_ATTR)
{
	const struct dict_entry *e = entry_at_hand(vm, f, pc, R[pc->b]);
	if (!e || (pc->b >= nv && obj_get(R[pc->b])->refs == 1))
		return get_attr_slow(GO);
	value v = value_keep(e->val);
	if (pc->b >= nv) {
		obj_get(R[pc->b])->refs--;
		R[pc->b] = V_UNSET;
	}
	return put(GO, pc->a, v);
}

/* Whether the instance o takes the attribute into its dict whatever it is: its class,
 * of which then something is remembered, has no say in it. */
static bool takes_attr(struct vm *vm, const struct frame *f, const struct instr *pc, value o)
{
	struct type *t = class_of_instance(o);
	value name = f->proto->names[pc->c];
	return cache_find(vm, f, pc, t) ||
		(t && special_attrs(vm, o) &&
			type_find_special(vm, o, VM_STR(vm, __setattr__)) == V_UNSET &&
			!is_kind(type_find(t, name), OBJ_PROPERTY) &&
			!special_find(vm, OBJ_INSTANCE, name) && name != VM_STR(vm, __class__) &&
			name != VM_STR(vm, __dict__));
}

/* The attribute of the instance o, which takes it, becomes v (borrowed).  One that is
 * new has its place remembered when it is set again. */
static void set_taken(
	struct vm *vm, const struct frame *f, const struct instr *pc, value o, value v)
{
	struct dict *d = special_dict(vm, o);
	value name = f->proto->names[pc->c];
	uint32_t len = d->len;
	dict_set_name(vm, d, name, v);
	struct attr_cache *c = cache_make(vm, f, pc, class_of_instance(o));
	c->index = d->len == len ? (uint32_t)dict_name_index(d, name) : UINT32_MAX;
}

static __attribute__((noinline)) const struct instr *set_attr_slow(STATE)
{
	value o = R[pc->a];
	f->pc = pc + 1;
	if (!takes_attr(vm, f, pc, o))
		return settle_none(GO, ops_set_attr(vm, o, f->proto->names[pc->c], R[pc->b]));
	set_taken(vm, f, pc, o, R[pc->b]);
	return settle_none(GO, V_NONE);
}

/* The entry e of the object in register a becomes what is in b. */
static __attribute__((noinline)) const struct instr *replace_attr(STATE, struct dict_entry *e)
{
	struct dict *d = ((struct instance *)obj_get(R[pc->a]))->attrs;
	value old = e->val, v = take(R, nv, pc->b);
	f->pc = pc + 1;
	e->val = v;
	notify_entry(vm, d, (uint32_t)(e - d->at), e->key, old, e->key, v);
	value_drop(vm, old);
	consume(vm, R, nv, pc->a);
	return vm->attention ? NULL : GO_INTO(f);
}

OP(SET_ATTR)
{
	struct dict_entry *e = entry_at_hand(vm, f, pc, R[pc->a]);
	return e ? replace_attr(GO, e) : set_attr_slow(GO);
}

OP(DEL_ATTR)
{
	f->pc = pc + 1;
	return settle_none(GO, ops_del_attr(vm, R[pc->a], f->proto->names[pc->c]));
}

/* Methods. */

/* The class of what has no attributes beside those of an instance. */
static inline struct type *class_with_methods(struct vm *vm, value o)
{
	if (!is_obj(o))
		return NULL;
	const struct obj *p = obj_get(o);
	if (p->kind == OBJ_INSTANCE)
		return ((const struct instance *)p)->type;
	bool plain = vm->kinds[p->kind]->flags & KIND_METHODS;
	return plain && !(p->flags & OBJ_TYPED) ? vm->types[p->kind] : NULL;
}

static inline bool has_own(value o, value name)
{
	const struct dict *d = obj_kind(o) == OBJ_INSTANCE
		? ((const struct instance *)obj_get(o))->attrs
		: NULL;
	return d && dict_name_index(d, name) >= 0;
}

static __attribute__((noinline)) const struct instr *get_method_slow(STATE)
{
	f->pc = pc + 1;
	value o = R[pc->b], name = f->proto->names[pc->c], func = V_UNSET, self = V_UNSET;
	struct type *t = class_with_methods(vm, o);
	value found = t ? type_find(t, name) : V_UNSET;
	if (is_kind(found, OBJ_FUNCTION) || is_kind(found, OBJ_NATIVE_METHOD))
		cache_make(vm, f, pc, t)->found = found;
	value r = ops_get_method(vm, o, name, &func, &self);
	consume_operands(GO);
	if (r == V_ERROR || r == V_PENDING)
		return NULL;
	R[pc->a] = func;
	R[pc->a + 1] = self;
	return next(GO);
}

OP(GET_METHOD)
{
	value o = R[pc->b];
	const struct attr_cache *c = cache_find(vm, f, pc, class_with_methods(vm, o));
	if (!c || has_own(o, f->proto->names[pc->c]))
		return get_method_slow(GO);
	value self = take(R, nv, pc->b);
	R[pc->a] = value_keep(c->found);
	R[pc->a + 1] = self;
	return GO_TO(pc + 1);
}
