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

/* Whether a call with n positional arguments needs no more than moving them. */
static inline bool is_simple(const struct code *c, unsigned n)
{
	return c->npos == n && !c->nkw_only && !(c->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR | CODE_VARARGS | CODE_VARKW));
}

/* Enters fn with the n arguments in the registers from args on; the callable
 * is in register b. */
static const struct instr *call_simple(STATE, struct function *fn, unsigned args, unsigned n)
{
	(void)nv;
	f->pc = pc + 1;
	struct frame *g = frame_new(vm, fn->proto, OBJ_FRAME);
	for (unsigned i = 0; i < n; i++) {
		g->regs[i] = R[args + i];
		R[args + i] = V_UNSET;
	}
	for (uint32_t i = 0; i < fn->nfree; i++)
		g->regs[fn->proto->code->first_free + i] = value_keep(fn->free[i]);
	if (!frame_enter(vm, g, THEN_DELIVER)) {
		call_discard(vm, g);
		return NULL;
	}
	R[pc->b] = V_UNSET;
	obj_drop(vm, fn);
	return switched(vm);
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

OP(CALL)
{
	struct function *fn = as_function(R[pc->b]);
	if (fn && is_simple(fn->proto->code, pc->c))
		return call_simple(GO, fn, pc->b + 1, pc->c);
	if (pc->c == 1 && is_native(R[pc->b], OBJ_NATIVE, builtin_next) && send_alone(GO, R[pc->b + 1], V_NONE, 2))
		return switched(vm);
	f->pc = pc + 1;
	struct args a = { R + pc->b + 1, pc->c, 0, NULL };
	return called(GO, call_value(vm, R[pc->b], &a), pc->c + 1);
}

OP(CALL_METHOD)
{
	struct function *fn = as_function(R[pc->b]);
	bool has_self = R[pc->b + 1] != V_UNSET;
	unsigned args = pc->b + (has_self ? 1u : 2u), n = pc->c + has_self;
	if (fn && is_simple(fn->proto->code, n))
		return call_simple(GO, fn, args, n);
	if (pc->c == 1 && is_native(R[pc->b], OBJ_NATIVE_METHOD, coro_method_send) && send_alone(GO, R[pc->b + 1], R[pc->b + 2], 3))
		return switched(vm);
	f->pc = pc + 1;
	struct args a = { R + pc->b + 2, pc->c, 0, NULL };
	return called(GO, call_method(vm, R[pc->b], R[pc->b + 1], &a), pc->c + 2);
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

static inline const struct instr *give_result(struct vm *vm, struct frame *f, value v)
{
	if (return_alone(vm, f, v))
		return switched(vm);
	coro_return(vm, v);
	return NULL;
}

OP(RETURN)
{
	f->pc = pc + 1;
	return give_result(vm, f, take(R, nv, pc->a));
}

OP(RETURN_NONE)
{
	(void)R;
	(void)nv;
	f->pc = pc + 1;
	return give_result(vm, f, V_NONE);
}

/* ---- iteration ---- */

OP(GET_ITER)
{
	f->pc = pc + 1;
	return settle(GO, ops_iter(vm, R[pc->b]));
}

static const struct instr *loop_ends(STATE)
{
	consume(vm, R, nv, pc->b);
	pc += (int16_t)pc->c;
	return next(GO);
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
	}
	f->pc = pc + 1;
	if (is_kind(it, OBJ_GENERATOR)) {
		struct frame *g = (struct frame *)obj_get(it);
		if (g->state == CORO_FINISHED)
			return loop_ends(GO);
		if (resume_alone(vm, f, g, V_NONE))
			return switched(vm);
		coro_send(vm, g, V_NONE, THEN_DELIVER);
		return NULL;
	}
	value v = ops_next(vm, it);
	if (v == V_STOP)
		return loop_ends(GO);
	return v == V_ERROR || v == V_PENDING ? NULL : put(GO, pc->a, v);
}

/* ---- suspension ---- */

OP(YIELD)
{
	f->pc = pc + 1;
	value v = take(R, nv, pc->b);
	if (suspend_alone(vm, f, v))
		return switched(vm);
	coro_suspend(vm, v, SUSPEND_YIELD);
	return NULL;
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
