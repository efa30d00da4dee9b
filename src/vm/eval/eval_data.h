/* Part of eval.c: lines, moves, names, items, operators. */

/* Lines. */

static __attribute__((noinline)) const struct instr *line_slow(STATE)
{
	(void)R;
	(void)nv;
	const struct observer *o = vm->observer;
	f->pc = pc + 1;
	vm->countdown += pc->a;
	if (!o || ++vm->steps > vm->options.limits.steps)
		vm_end_steps(vm);
	if (vm_watched(vm) && o->line && !(f->flags & (FRAME_SILENT | FRAME_LIBRARY))) {
		f->flags |= FRAME_TOLD;
		o->line(o->self, vm, f);
	} else {
		tell_frame(vm, EVENT_LINE, f, V_UNSET);
	}
	return vm->attention ? NULL : GO_INTO(f);
}

OP(LINE)
{
	f->line = pc->bc;
	f->flags &= (uint16_t)~FRAME_STALE;
	return (vm->countdown -= pc->a) < 0 ? line_slow(GO) : GO_TO(pc + 1);
}

OP(LINE_IF)
{
	return f->line == pc->bc && !(f->flags & FRAME_STALE) ? GO_TO(pc + 1) : op_LINE(GO);
}

OP(STALE)
{
	UNUSED;
	f->flags |= FRAME_STALE;
	return GO_TO(pc + 1);
}

OP(EXT)
{
	UNUSED;
	return pc + 1;
}

/* Moves. */

OP(MOVE)
{
	return put(GO, pc->a, take(R, nv, pc->b));
}
OP(COPY)
{
	return put(GO, pc->a, value_keep(R[pc->b]));
}
OP(LOAD_CONST)
{
	return put(GO, pc->a, value_keep(f->proto->constants[pc->bc]));
}
OP(LOAD_INT)
{
	return put(GO, pc->a, small_make(pc->jump));
}
OP(LOAD_NONE)
{
	return put(GO, pc->a, V_NONE);
}
OP(LOAD_TRUE)
{
	return put(GO, pc->a, V_TRUE);
}
OP(LOAD_FALSE)
{
	return put(GO, pc->a, V_FALSE);
}
OP(LOAD_UNSET)
{
	return put(GO, pc->a, V_UNSET);
}
OP(DROP)
{
	return put(GO, pc->a, V_UNSET);
}
OP(FORGET)
{
	return put(GO, pc->a, V_UNSET);
}

static const struct instr *raise_unbound(STATE, unsigned r)
{
	(void)R;
	(void)nv;
	f->pc = pc + 1;
	vm_raise_name(vm, VM_EXC(vm, UnboundLocalError), f->proto->code->vars[r].name,
		"cannot access local variable '%s' where it is not associated with a value");
	return NULL;
}

OP(CHECK)
{
	return R[pc->a] == V_UNSET ? raise_unbound(GO, pc->a) : GO_TO(pc + 1);
}

OP(UNSET)
{
	return R[pc->a] == V_UNSET ? raise_unbound(GO, pc->a) : put(GO, pc->a, V_UNSET);
}

/* Globals. */

static const struct instr *raise_no_name(STATE, value name)
{
	(void)R;
	(void)nv;
	f->pc = pc + 1;
	vm_raise_name(vm, VM_EXC(vm, NameError), str_get(name)->bytes, "name '%s' is not defined");
	return NULL;
}

/* The global or else the builtin (borrowed), V_UNSET if neither. */
static value find_global(struct vm *vm, struct frame *f, uint32_t i)
{
	const struct dict_entry *e = &f->proto->globals->at[i];
	return e->val != V_UNSET ? e->val : dict_find_name(vm->builtins, e->key);
}

OP(GET_GLOBAL)
{
	value v = find_global(vm, f, pc->bc);
	if (v == V_UNSET)
		return raise_no_name(GO, f->proto->globals->at[pc->bc].key);
	return put(GO, pc->a, value_keep(v));
}

OP(SET_GLOBAL)
{
	struct dict *d = f->proto->globals;
	struct dict_entry *e = &d->at[pc->bc];
	f->pc = pc + 1;
	if (e->val != V_UNSET && !d->of_class && !notify_wanted(d)) {
		value_set(vm, &e->val, take(R, nv, pc->a));
		return next(GO);
	}
	dict_set_entry(vm, d, pc->bc, take(R, nv, pc->a));
	return next(GO);
}

OP(DEL_GLOBAL)
{
	const struct dict_entry *e = &f->proto->globals->at[pc->bc];
	if (e->val == V_UNSET)
		return raise_no_name(GO, e->key);
	f->pc = pc + 1;
	dict_set_entry(vm, f->proto->globals, pc->bc, V_UNSET);
	return next(GO);
}

/* Names in class bodies. */

/* The name as a class body sees it outside itself (borrowed). */
static value find_outside(struct vm *vm, struct frame *f, value name)
{
	value v = dict_find_name(f->proto->globals, name);
	return v != V_UNSET ? v : dict_find_name(vm->builtins, name);
}

OP(GET_NAME)
{
	value name = f->proto->names[pc->b];
	value v = dict_find_name(frame_namespace(f), name);
	if (v == V_UNSET)
		v = find_outside(vm, f, name);
	return v == V_UNSET ? raise_no_name(GO, name) : put(GO, pc->a, value_keep(v));
}

OP(SET_NAME)
{
	f->pc = pc + 1;
	value v = take(R, nv, pc->a);
	dict_set_name(vm, frame_namespace(f), f->proto->names[pc->b], v);
	value_drop(vm, v);
	return next(GO);
}

OP(DEL_NAME)
{
	f->pc = pc + 1;
	value name = f->proto->names[pc->b];
	int r = dict_remove(vm, frame_namespace(f), name, NULL);
	return r == 0 ? raise_no_name(GO, name) : r < 0 ? NULL : next(GO);
}

/* Cells. */

static struct cell *cell_get(value v)
{
	return (struct cell *)obj_get(v);
}

static const struct instr *raise_empty_cell(STATE, unsigned r)
{
	const struct var *var = &f->proto->code->vars[r];
	if (var->kind != VAR_FREE)
		return raise_unbound(GO, r);
	f->pc = pc + 1;
	vm_raise_name(vm, VM_EXC(vm, NameError), var->name,
		"cannot access free variable '%s' where it is not associated with a value in "
		"enclosing scope");
	return NULL;
}

OP(MAKE_CELL)
{
	(void)nv;
	(void)f;
	struct cell *c = obj_new(vm, OBJ_CELL, sizeof *c);
	c->v = R[pc->a];
	R[pc->a] = obj_value(c);
	return pc + 1;
}

OP(GET_CELL)
{
	value v = cell_get(R[pc->b])->v;
	return v == V_UNSET ? raise_empty_cell(GO, pc->b) : put(GO, pc->a, value_keep(v));
}

OP(GET_CLASS_CELL)
{
	value v = dict_find_name(frame_namespace(f), f->proto->names[pc->c]);
	if (v == V_UNSET)
		v = cell_get(R[pc->b])->v;
	return v == V_UNSET ? raise_empty_cell(GO, pc->b) : put(GO, pc->a, value_keep(v));
}

static const struct instr *cell_put(STATE, value v)
{
	struct cell *c = cell_get(R[pc->a]);
	value old = c->v;
	c->v = v;
	notify_cell(vm, c, old, v);
	value_drop(vm, old);
	return next(GO);
}

OP(SET_CELL)
{
	f->pc = pc + 1;
	return cell_put(GO, take(R, nv, pc->b));
}

OP(DEL_CELL)
{
	return cell_get(R[pc->a])->v == V_UNSET ? raise_empty_cell(GO, pc->a)
						: cell_put(GO, V_UNSET);
}

OP(FORGET_CELL)
{
	return cell_put(GO, V_UNSET);
}

/* Items. */

OP(GET_ITEM)
{
	value o = R[pc->b], i = R[pc->c];
	if (is_kind(o, OBJ_LIST) && is_small(i) && !(obj_get(o)->flags & OBJ_TYPED)) {
		const struct list *l = list_get(o);
		int64_t k = small_get(i);
		if (k < 0)
			k += l->len;
		if (k >= 0 && k < l->len && pc->b < nv)
			return put(GO, pc->a, value_keep(l->at[k]));
	}
	f->pc = pc + 1;
	return settle(GO, ops_get_item(vm, o, i));
}

OP(SET_ITEM)
{
	f->pc = pc + 1;
	return settle_none(GO, ops_set_item(vm, R[pc->a], R[pc->b], R[pc->c]));
}

OP(DEL_ITEM)
{
	f->pc = pc + 1;
	return settle_none(GO, ops_del_item(vm, R[pc->a], R[pc->b]));
}

OP(BUILD_SLICE)
{
	value v = slice_new(vm, R[pc->b], R[pc->b + 1], R[pc->b + 2]);
	consume_range(vm, R, pc->b, 3);
	return put_last(GO, v);
}

/* Operators. */

static __attribute__((noinline)) const struct instr *binary_slow(
	STATE, enum bin_op op, bool in_place)
{
	f->pc = pc + 1;
	return settle(GO, ops_binary(vm, op, in_place, R[pc->b], R[pc->c]));
}

static __attribute__((noinline)) const struct instr *binary_int_slow(
	STATE, enum bin_op op, bool in_place)
{
	f->pc = pc + 1;
	return settle(GO, ops_binary(vm, op, in_place, R[pc->b], small_make((int16_t)pc->c)));
}

/* The operations on small ints: false if the result is none, or an error. */

static inline bool add(value a, value b, value *r)
{
	return both_small(a, b) &&
		!__builtin_add_overflow((int64_t)a, (int64_t)(b - 1), (int64_t *)r);
}

static inline bool sub(value a, value b, value *r)
{
	return both_small(a, b) &&
		!__builtin_sub_overflow((int64_t)a, (int64_t)(b - 1), (int64_t *)r);
}

static inline bool mul(value a, value b, value *r)
{
	bool fits = both_small(a, b) &&
		!__builtin_mul_overflow((int64_t)(a - 1), small_get(b), (int64_t *)r);
	*r |= 1;
	return fits;
}

static inline int64_t floor_mod(int64_t a, int64_t b)
{
	int64_t m = a % b;
	return m && (m < 0) != (b < 0) ? m + b : m;
}

static inline bool mod(value a, value b, value *r)
{
	if (!both_small(a, b) || small_get(b) <= 0)
		return false;
	*r = small_make(floor_mod(small_get(a), small_get(b)));
	return true;
}

static inline bool floordiv(value a, value b, value *r)
{
	if (!both_small(a, b) || small_get(b) <= 0)
		return false;
	int64_t x = small_get(a), y = small_get(b);
	*r = small_make((x - floor_mod(x, y)) / y);
	return true;
}

#define QUICK(name, function, bin, in_place) \
	OP(name) \
	{ \
		value r = 0; \
		return function(R[pc->b], R[pc->c], &r) ? put(GO, pc->a, r) \
							: binary_slow(GO, bin, in_place); \
	}
#define QUICK_INT(name, function, bin, in_place) \
	OP(name) \
	{ \
		value r = 0; \
		return function(R[pc->b], small_make((int16_t)pc->c), &r) \
			? put(GO, pc->a, r) \
			: binary_int_slow(GO, bin, in_place); \
	}
#define SLOW(name, bin, in_place) \
	OP(name) \
	{ \
		return binary_slow(GO, bin, in_place); \
	}

QUICK(ADD, add, BIN_ADD, false)
QUICK(SUB, sub, BIN_SUB, false)
QUICK(MUL, mul, BIN_MUL, false)
QUICK(MOD, mod, BIN_MOD, false)
QUICK(FLOORDIV, floordiv, BIN_FLOORDIV, false)
QUICK(IADD, add, BIN_ADD, true)
QUICK(ISUB, sub, BIN_SUB, true)
QUICK(IMUL, mul, BIN_MUL, true)
QUICK(IMOD, mod, BIN_MOD, true)
QUICK(IFLOORDIV, floordiv, BIN_FLOORDIV, true)
QUICK_INT(ADD_INT, add, BIN_ADD, false)
QUICK_INT(SUB_INT, sub, BIN_SUB, false)
QUICK_INT(MUL_INT, mul, BIN_MUL, false)
QUICK_INT(MOD_INT, mod, BIN_MOD, false)
QUICK_INT(FLOORDIV_INT, floordiv, BIN_FLOORDIV, false)
QUICK_INT(IADD_INT, add, BIN_ADD, true)
QUICK_INT(ISUB_INT, sub, BIN_SUB, true)
SLOW(MATMUL, BIN_MATMUL, false)
SLOW(DIV, BIN_DIV, false)
SLOW(POW, BIN_POW, false)
SLOW(LSHIFT, BIN_LSHIFT, false)
SLOW(RSHIFT, BIN_RSHIFT, false)
SLOW(OR, BIN_OR, false)
SLOW(XOR, BIN_XOR, false)
SLOW(AND, BIN_AND, false)
SLOW(IMATMUL, BIN_MATMUL, true)
SLOW(IDIV, BIN_DIV, true)
SLOW(IPOW, BIN_POW, true)
SLOW(ILSHIFT, BIN_LSHIFT, true)
SLOW(IRSHIFT, BIN_RSHIFT, true)
SLOW(IOR, BIN_OR, true)
SLOW(IXOR, BIN_XOR, true)
SLOW(IAND, BIN_AND, true)

#undef QUICK
#undef QUICK_INT
#undef SLOW

static const struct instr *unary(STATE, enum unary_op op)
{
	f->pc = pc + 1;
	return settle(GO, ops_unary(vm, op, R[pc->b]));
}

OP(NEG)
{
	return unary(GO, UNARY_NEG);
}
OP(POS)
{
	return unary(GO, UNARY_POS);
}
OP(INVERT)
{
	return unary(GO, UNARY_INVERT);
}

OP(NOT)
{
	value v = R[pc->b];
	if (is_bool(v))
		return put(GO, pc->a, bool_make(v == V_FALSE));
	f->pc = pc + 1;
	value t = ops_truth(vm, v);
	return settle(GO, t == V_TRUE ? V_FALSE : t == V_FALSE ? V_TRUE : t);
}

static __attribute__((noinline)) const struct instr *compare_slow(STATE, enum cmp_op op)
{
	f->pc = pc + 1;
	return settle(GO, ops_compare(vm, op, R[pc->b], R[pc->c]));
}

#define COMPARE(name, sign) \
	OP(name) \
	{ \
		if (both_small(R[pc->b], R[pc->c])) \
			return put( \
				GO, pc->a, bool_make((int64_t)R[pc->b] sign(int64_t) R[pc->c])); \
		return compare_slow(GO, CMP_##name); \
	}
COMPARE(LT, <)
COMPARE(LE, <=)
COMPARE(EQ, ==)
COMPARE(NE, !=)
COMPARE(GT, >)
COMPARE(GE, >=)
#undef COMPARE

static const struct instr *is(STATE, bool negated)
{
	return settle(GO, bool_make((R[pc->b] == R[pc->c]) != negated));
}

OP(IS)
{
	return is(GO, false);
}
OP(IS_NOT)
{
	return is(GO, true);
}

/* Whether small int item is among small ints: 1, 0; -1: not known so easily. */
static int find_small(struct vm *vm, const value *at, uint32_t n, value item)
{
	uint32_t i = 0;
	while (i < n && at[i] != item && is_small(at[i]))
		i++;
	if (i < n && at[i] != item)
		return -1;
	vm_work(vm, i < n ? i + 1 : i);
	return i < n;
}

/* item in container, for a small int and a list or tuple: as find_small. */
static int contains_small(struct vm *vm, value container, value item)
{
	if (!is_small(item) || !is_obj(container) || obj_get(container)->flags & OBJ_TYPED)
		return -1;
	if (obj_kind(container) == OBJ_LIST)
		return find_small(vm, list_get(container)->at, list_get(container)->len, item);
	if (obj_kind(container) == OBJ_TUPLE)
		return find_small(vm, tuple_get(container)->at, tuple_get(container)->len, item);
	return -1;
}

static const struct instr *in(STATE, bool negated)
{
	f->pc = pc + 1;
	int quick = contains_small(vm, R[pc->c], R[pc->b]);
	value r = quick >= 0 ? bool_make(quick) : ops_contains(vm, R[pc->c], R[pc->b]);
	return settle(GO,
		r == V_TRUE            ? bool_make(!negated)
			: r == V_FALSE ? bool_make(negated)
				       : r);
}

OP(IN)
{
	return in(GO, false);
}
OP(NOT_IN)
{
	return in(GO, true);
}
