/* Part of eval.c: calls, iteration, suspension. */

/* The n registers from b on, callable and arguments, were used; r is what the
 * call gave. */
static const struct instr *called(STATE, value r, unsigned n)
{
	consume_range(vm, R, pc->b, n);
	if (r == V_ERROR)
		return NULL;
	if (r != V_PENDING)
		return put_last(GO, r);
	if (vm->instance != V_UNSET) {
		R[pc->b] = vm->instance;
		vm->instance = V_UNSET;
	}
	return NULL;
}

/* frame_enter(vm, g, CONTINUE_DELIVER), called by f, the running one. */
static inline bool enter_alone(struct vm *vm, struct frame *f, struct frame *g)
{
	uint32_t depth = f->depth + g->proto->deepens;
	if (depth > vm->options.limits.depth)
		return frame_enter(vm, g, CONTINUE_DELIVER);
	g->depth = depth;
	coro_set_state(f, CORO_WAITING);
	coro_set_state(g, CORO_RUNNING);
	g->back = f;
	vm->frame = vm->pushed = g;
	if (vm_watched(vm)) {
		g->flags |= FRAME_SHOWN;
		tell_frame(vm, EVENT_CALL, g, V_UNSET);
	}
	return true;
}

/* A frame of fn, whose call only moves the n arguments in the registers from
 * args on. */
static inline struct frame *frame_for(
	struct vm *vm, value *R, struct function *fn, unsigned args, unsigned n)
{
	struct frame *g = frame_make(vm, fn->proto, fn->proto->kind);
	for (unsigned i = 0; i < n; i++) {
		g->regs[i] = R[args + i];
		R[args + i] = V_UNSET;
	}
	for (uint32_t i = 0; i < fn->nfree; i++)
		g->regs[fn->proto->code->first_free + i] = value_keep(fn->free[i]);
	return g;
}

/* Enters fn (proto.plain_args); the callable is in register b. */
static const struct instr *call_plain(STATE, struct function *fn, unsigned args, unsigned n)
{
	(void)nv;
	f->pc = pc + 1;
	struct frame *g = frame_for(vm, R, fn, args, n);
	if (!enter_alone(vm, f, g)) {
		frame_discard(vm, g);
		return NULL;
	}
	R[pc->b] = V_UNSET;
	obj_drop(vm, fn);
	return switched(vm);
}

/* Makes a generator or coroutine of fn (proto.made_args). */
static const struct instr *make_plain(STATE, struct function *fn, unsigned args, unsigned n)
{
	f->pc = pc + 1;
	struct frame *g = frame_for(vm, R, fn, args, n);
	if (fn->awaitable)
		g->flags |= FRAME_AWAITABLE;
	if (fn->renamed)
		coro_take_names(vm, g, fn);
	tell_frame(vm, EVENT_CREATE, g, V_UNSET);
	R[pc->b] = V_UNSET;
	obj_drop(vm, fn);
	return put_last(GO, obj_value(g));
}

static inline struct function *as_function(value v)
{
	return is_kind(v, OBJ_FUNCTION) ? (struct function *)obj_get(v) : NULL;
}

/* send and next of generators: v goes to g, if it is one; then the n registers
 * of the call were used. */
static inline bool send_alone(STATE, value g, value v, unsigned n)
{
	(void)nv;
	if (!is_kind(g, OBJ_GENERATOR))
		return false;
	f->pc = pc + 1;
	if (!resume_alone(vm, f, (struct frame *)obj_get(g), v))
		return false;
	consume_range(vm, R, pc->b, n);
	return true;
}

static inline bool is_native(value v, enum obj_kind kind, native_fn *fn)
{
	return is_kind(v, kind) && ((struct native *)obj_get(v))->def->fn == fn;
}

static __attribute__((noinline)) const struct instr *call_slow(STATE)
{
	struct function *fn = as_function(R[pc->b]);
	if (fn && fn->proto->plain_args == pc->c)
		return call_plain(GO, fn, pc->b + 1, pc->c);
	if (fn && fn->proto->made_args == pc->c)
		return make_plain(GO, fn, pc->b + 1, pc->c);
	if (pc->c == 1 && is_native(R[pc->b], OBJ_NATIVE, builtin_next) &&
		send_alone(GO, R[pc->b + 1], V_NONE, 2))
		return switched(vm);
	f->pc = pc + 1;
	struct args a = { R + pc->b + 1, pc->c, 0, NULL };
	return called(GO, call_value(vm, R[pc->b], &a), pc->c + 1);
}

OP(CALL)
{
	struct function *fn = as_function(R[pc->b]);
	if (fn && fn->proto->plain_args == pc->c && enters_quickly(vm, f, fn))
		return enter_quickly(GO, fn, pc->b + 1, pc->c);
	return call_slow(GO);
}

/* The row of a native method of just the class of self that takes n arguments; or NULL. */
static inline const struct native_def *fits_native(
	struct vm *vm, value method, value self, unsigned n)
{
	if (self == V_UNSET || !is_kind(method, OBJ_NATIVE_METHOD))
		return NULL;
	const struct native *m = (struct native *)obj_get(method);
	bool fits = m->owner == type_of(vm, self) && (int)n >= m->def->min && (int)n <= m->def->max;
	return fits ? m->def : NULL;
}

static __attribute__((noinline)) const struct instr *call_method_slow(STATE)
{
	struct function *fn = as_function(R[pc->b]);
	bool has_self = R[pc->b + 1] != V_UNSET;
	unsigned args = pc->b + (has_self ? 1u : 2u), n = pc->c + has_self;
	if (fn && fn->proto->plain_args == n)
		return call_plain(GO, fn, args, n);
	if (fn && fn->proto->made_args == n)
		return make_plain(GO, fn, args, n);
	if (pc->c == 1 && is_native(R[pc->b], OBJ_NATIVE_METHOD, coro_method_send) &&
		send_alone(GO, R[pc->b + 1], R[pc->b + 2], 3))
		return switched(vm);
	f->pc = pc + 1;
	struct args a = { R + pc->b + 2, pc->c, 0, NULL };
	const struct native_def *def = fits_native(vm, R[pc->b], R[pc->b + 1], pc->c);
	value r = def ? def->fn(vm, R[pc->b + 1], &a) : call_method(vm, R[pc->b], R[pc->b + 1], &a);
	return called(GO, r, pc->c + 2);
}

OP(CALL_METHOD)
{
	struct function *fn = as_function(R[pc->b]);
	unsigned has_self = R[pc->b + 1] != V_UNSET, n = pc->c + has_self;
	if (fn && fn->proto->plain_args == n && enters_quickly(vm, f, fn))
		return enter_quickly(GO, fn, pc->b + 2 - has_self, n);
	return call_method_slow(GO);
}

static struct args named_args(const struct frame *f, const value *at, const struct instr *pc)
{
	const struct tuple *names = tuple_get(f->proto->constants[pc[1].bc]);
	return (struct args){ at, pc->c - names->len, names->len, names->at };
}

OP(CALL_KW)
{
	f->pc = pc + 1;
	struct args a = named_args(f, R + pc->b + 1, pc);
	return called(GO, call_value(vm, R[pc->b], &a), pc->c + 1);
}

OP(CALL_METHOD_KW)
{
	f->pc = pc + 1;
	struct args a = named_args(f, R + pc->b + 2, pc);
	return called(GO, call_method(vm, R[pc->b], R[pc->b + 1], &a), pc->c + 2);
}

OP(SPREAD)
{
	f->pc = pc + 1;
	value v = R[pc->b];
	if (seq_is_plain(vm, v))
		return settle(GO, value_keep(v));
	if (iter_is_iterable(vm, v))
		return settle(GO, vm_tail(vm, LIB_TUPLE_FROM, &v, 1));
	value text = call_text(vm, R[pc->c]);
	raise_type(vm, "%S argument after * must be an iterable, not %T", text, v);
	value_drop(vm, text);
	return settle(GO, V_ERROR);
}

OP(CALL_EX)
{
	f->pc = pc + 1;
	return called(GO, call_spread(vm, R[pc->b], R[pc->b + 1], R[pc->b + 2]), 3);
}

OP(MAKE_FUNCTION)
{
	value v = function_new(vm, f, f->proto->codes[pc->c], R[pc->b], R[pc->b + 1], R[pc->b + 2]);
	R[pc->b] = R[pc->b + 1] = R[pc->b + 2] = V_UNSET;
	return put(GO, pc->a, v);
}

static __attribute__((noinline)) const struct instr *return_slow(STATE, value v)
{
	UNUSED;
	f->pc = pc + 1;
	if (return_alone(vm, f, v))
		return switched(vm);
	coro_return(vm, v);
	return NULL;
}

QUICK_INLINE const struct instr *give_result(STATE, value v)
{
	if (!returns_quickly(vm, f) || !empty_lightly(f) || !give_lightly(f->back, v))
		return return_slow(GO, v);
	struct frame *by = f->back;
	coro_set_state(f, CORO_FINISHED);
	coro_set_state(by, CORO_RUNNING);
	vm->frame = by;
	frame_recycle(vm, f);
	return GO_INTO(by);
}

OP(RETURN)
{
	return give_result(GO, take(R, nv, pc->a));
}
OP(RETURN_NONE)
{
	return give_result(GO, V_NONE);
}

/* Iteration. */

OP(GET_ITER)
{
	f->pc = pc + 1;
	return settle(GO, ops_iter(vm, R[pc->b]));
}

static const struct instr *loop_ends(STATE)
{
	consume(vm, R, nv, pc->b);
	f->pc = pc + 1;
	return jump_by(vm, f, (int16_t)pc->c);
}

/* The next item of what is no range. */
static __attribute__((noinline)) const struct instr *for_iter_slow(STATE)
{
	value it = R[pc->b];
	f->pc = pc + 1;
	if (is_kind(it, OBJ_GENERATOR)) {
		struct frame *g = (struct frame *)obj_get(it);
		if (g->state == CORO_FINISHED)
			return loop_ends(GO);
		if (resume_alone(vm, f, g, V_NONE))
			return switched(vm);
		coro_send(vm, g, V_NONE, CONTINUE_DELIVER);
		return NULL;
	}
	value v = ops_next(vm, it);
	if (v == V_STOP)
		return loop_ends(GO);
	return v == V_ERROR || v == V_PENDING ? NULL : put(GO, pc->a, v);
}

OP(FOR_ITER)
{
	value it = R[pc->b];
	if (is_kind(it, OBJ_RANGE_ITER)) {
		struct iter *i = (struct iter *)obj_get(it);
		int64_t n = i->index;
		if (i->end <= 0)
			return loop_ends(GO);
		if (small_fits(n) && i->end > 1) {
			i->end--;
			i->index += i->step;
			return put(GO, pc->a, small_make(n));
		}
	} else if (is_kind(it, OBJ_GENERATOR)) {
		struct frame *g = (struct frame *)obj_get(it);
		if (resumes_quickly(vm, f, g, V_NONE) && resume_quickly(vm, f, g, V_NONE)) {
			f->pc = pc + 1;
			return GO_INTO(g);
		}
		if (resume_chain_quickly(vm, f, g, V_NONE)) {
			f->pc = pc + 1;
			return GO_INTO(vm->frame);
		}
	}
	return for_iter_slow(GO);
}

/* Suspension. */

static __attribute__((noinline)) const struct instr *yield_slow(STATE, value v)
{
	UNUSED;
	f->pc = pc + 1;
	if (suspend_alone(vm, f, v))
		return switched(vm);
	coro_suspend(vm, v, SUSPEND_YIELD);
	return NULL;
}

OP(YIELD)
{
	value v = take(R, nv, pc->b);
	struct frame *root = f->link;
	if (!yields_quickly(vm, f) || !give_lightly(root->back, v))
		return yield_slow(GO, v);
	struct frame *by = root->back;
	f->pc = pc + 1;
	f->why = SUSPEND_YIELD;
	f->thrown = 0;
	coro_set_state(f, CORO_SUSPENDED);
	if (f != root)
		coro_set_state(root, CORO_SUSPENDED);
	root->back = NULL;
	root->obj.refs--;
	coro_set_state(by, CORO_RUNNING);
	vm->frame = by;
	return GO_INTO(by);
}

OP(DELEGATE)
{
	(void)R;
	(void)nv;
	f->pc = pc + 1;
	coro_delegate_send(vm, V_NONE);
	return NULL;
}

OP(GET_YIELD_FROM)
{
	f->pc = pc + 1;
	return settle(GO, coro_yield_from_iterator(vm, f, R[pc->b]));
}

OP(GET_AWAITABLE)
{
	f->pc = pc + 1;
	return settle(GO, coro_await_iterator(vm, R[pc->b], pc->c));
}

OP(GET_AITER)
{
	f->pc = pc + 1;
	return settle(GO, coro_async_iterator(vm, R[pc->b]));
}

OP(GET_ANEXT)
{
	f->pc = pc + 1;
	return settle(GO, coro_async_next(vm, R[pc->b]));
}

/* A method that the instruction called gave v (owned): is it what is needed? */
static void deliver_awaitable(struct vm *vm, struct frame *f, value v)
{
	value r = coro_check_awaitable(vm, f->pc - 1, v);
	if (r != V_ERROR && r != V_PENDING)
		value_set(vm, &f->regs[f->pc[-1].a], r);
}
