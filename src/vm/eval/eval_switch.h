/*
 * Part of eval.c: the short ways from one frame to another.  Each does what the
 * general way of coro.h does in the common case (a function, or a generator
 * that neither delegates nor is delegated to), or says false and has done
 * nothing.
 */

/* Another frame runs now: the loop goes on there. */
static inline const struct instr *switched(const struct vm *vm)
{
	return vm->attention ? NULL : vm->frame->pc;
}

/* Drops v if it goes on living; false and nothing done if it would die. */
static inline bool drop_lightly(value v)
{
	if (!is_obj(v))
		return true;
	if (obj_get(v)->refs == 1)
		return false;
	obj_get(v)->refs--;
	return true;
}

static inline bool is_first(const struct frame *g)
{
	return g->pc == g->proto->instrs;
}

/* Whether g stands at a yield of its own or at its beginning, in no chain. */
static inline bool waits_alone(const struct frame *g)
{
	return (g->state == CORO_SUSPENDED || g->state == CORO_CREATED) && g->link == g &&
		!g->back && !(g->flags & FRAME_LOST_TIP) &&
		(is_first(g) || g->pc[-1].op == OP_YIELD);
}

/* g was resumed by send(v): told, and the yield has its result. */
static inline void go_on(struct vm *vm, struct frame *g, value v)
{
	bool first = is_first(g);
	if (vm_watched(vm)) {
		g->flags |= FRAME_SHOWN;
		if (!first)
			g->how = HOW_SEND;
		tell_frame(vm, first ? EVENT_CALL : EVENT_RESUME, g, first ? V_UNSET : v);
	}
	if (!first)
		value_set(vm, &g->regs[g->pc[-1].a], value_keep(v));
}

/* coro_send(vm, g, v, CONTINUE_DELIVER), called by f. */
static inline bool resume_alone(struct vm *vm, struct frame *f, struct frame *g, value v)
{
	uint32_t depth = f->depth + !(g->flags & FRAME_LIBRARY);
	if (!waits_alone(g) || (v != V_NONE && is_first(g)) || depth > vm->options.limits.depth)
		return false;
	obj_keep(g);
	g->depth = depth;
	g->flags = (uint16_t)(v != V_NONE ? g->flags | FRAME_SENT : g->flags & ~FRAME_SENT);
	g->back = f;
	g->continuation = CONTINUE_DELIVER;
	coro_set_state(f, CORO_WAITING);
	coro_set_state(g, CORO_RUNNING);
	vm->frame = vm->pushed = g;
	go_on(vm, g, v);
	return true;
}

/* Whether what by, which may be NULL, waits for just goes to a register, when
 * the frame that it waits for gives v. */
static inline bool takes_plainly(const struct frame *by)
{
	if (!by)
		return false;
	unsigned op = by->pc[-1].op;
	return op == OP_CALL || op == OP_CALL_METHOD || op == OP_FOR_ITER;
}

/* The running f gives v (given away) to the one that waits for it. */
static inline void give_back(struct vm *vm, struct frame *f, enum coro_state s, value v)
{
	struct frame *by = f->back;
	coro_set_state(f, s);
	f->back = NULL;
	vm->frame = by;
	coro_set_state(by, CORO_RUNNING);
	bool hollow = s == CORO_FINISHED && f->obj.refs == 1;
	if (hollow)
		frame_clear(vm, f);
	else if (s == CORO_FINISHED)
		frame_keep_back(f, by);
	value_set(vm, &by->regs[by->pc[-1].a], v);
	if (hollow && !notify_wanted(f))
		frame_recycle(vm, f);
	else
		obj_drop(vm, f);
}

static inline bool gives_alone(const struct vm *vm, const struct frame *f)
{
	return f->obj.kind == OBJ_GENERATOR && f->link == f &&
		f->continuation == CONTINUE_DELIVER && !(f->flags & FRAME_CLOSING) &&
		vm->loans.len == 0 && takes_plainly(f->back);
}

/* coro_suspend(vm, v, SUSPEND_YIELD). */
static inline bool suspend_alone(struct vm *vm, struct frame *f, value v)
{
	if (!gives_alone(vm, f))
		return false;
	f->why = SUSPEND_YIELD;
	if (vm_watched(vm) && f->flags & FRAME_SHOWN) {
		f->flags &= (uint16_t)~FRAME_SHOWN;
		tell_frame(vm, EVENT_YIELD, f, v);
	}
	give_back(vm, f, CORO_SUSPENDED, v);
	return true;
}

/* coro_return(vm, v) of a plain function. */
static inline bool return_alone(struct vm *vm, struct frame *f, value v)
{
	if (f->obj.kind != OBJ_FRAME || f->continuation != CONTINUE_DELIVER ||
		!takes_plainly(f->back))
		return false;
	tell_frame(vm, EVENT_RETURN, f, v);
	give_back(vm, f, CORO_FINISHED, v);
	return true;
}

/*
 * The same for a machine that nobody observes, where no object dies and no
 * limit is near: then the loop goes straight on in the other frame.
 */

/* Where the loop goes on in the frame g. */
#define GO_INTO(g) go(vm, (g), (g)->regs, (g)->proto->nvars, (g)->pc)

static inline bool enters_quickly(
	const struct vm *vm, const struct frame *f, const struct function *fn)
{
	const struct proto *p = fn->proto;
	return p->spare && !vm->observer && fn->nfree == 0 && fn->obj.refs > 1 &&
		f->depth < vm->options.limits.depth &&
		vm->memory + p->spare_size <= vm->options.limits.memory;
}

/* Calls fn with the n arguments in the registers from args on; it is in
 * register b. */
QUICK_INLINE const struct instr *enter_quickly(
	STATE, struct function *fn, unsigned args, unsigned n)
{
	(void)nv;
	struct frame *g = frame_make(vm, fn->proto, OBJ_FRAME);
	for (unsigned i = 0; i < n; i++) {
		g->regs[i] = R[args + i];
		R[args + i] = V_UNSET;
	}
	R[pc->b] = V_UNSET;
	fn->obj.refs--;
	g->depth = f->depth + fn->proto->deepens;
	g->back = f;
	f->pc = pc + 1;
	coro_set_state(f, CORO_WAITING);
	coro_set_state(g, CORO_RUNNING);
	vm->frame = vm->pushed = g;
	return GO_INTO(g);
}

/* Whether the function f can give its result to a call. */
static inline bool returns_quickly(const struct vm *vm, const struct frame *f)
{
	const struct proto *p = f->proto;
	if (vm->observer || f->obj.refs != 1 || f->noted || f->obj.kind != OBJ_FRAME ||
		f->continuation != CONTINUE_DELIVER || !f->back || !p->spare_size ||
		p->nspare >= SPARE_FRAMES)
		return false;
	unsigned op = f->back->pc[-1].op;
	return op == OP_CALL || op == OP_CALL_METHOD;
}

/* Empties the registers of f as far as nothing dies: false if something would. */
static inline bool empty_lightly(struct frame *f)
{
	for (value *r = f->regs, *end = r + f->proto->nheld; r < end; r++) {
		if (!drop_lightly(*r))
			return false;
		*r = V_UNSET;
	}
	return true;
}

/* v (owned) goes to the register for which the frame by waits, if that can be. */
static inline bool give_lightly(struct frame *by, value v)
{
	value *to = &by->regs[by->pc[-1].a];
	if (!drop_lightly(*to))
		return false;
	*to = v;
	return true;
}

/* Whether the generator g can go on with v. */
static inline bool resumes_quickly(
	const struct vm *vm, const struct frame *f, const struct frame *g, value v)
{
	return !vm->observer && waits_alone(g) && (v == V_NONE || !is_first(g)) &&
		f->depth < vm->options.limits.depth;
}

/* The generator g, called by f, goes on with v (borrowed). */
static inline const struct instr *resume_quickly(
	struct vm *vm, struct frame *f, struct frame *g, value v)
{
	if (!is_first(g)) {
		value *to = &g->regs[g->pc[-1].a];
		if (!drop_lightly(*to))
			return NULL;
		*to = value_keep(v);
	}
	g->obj.refs++;
	g->depth = f->depth + !(g->flags & FRAME_LIBRARY);
	g->flags = (uint16_t)(v != V_NONE ? g->flags | FRAME_SENT : g->flags & ~FRAME_SENT);
	g->back = f;
	g->continuation = CONTINUE_DELIVER;
	coro_set_state(f, CORO_WAITING);
	coro_set_state(g, CORO_RUNNING);
	vm->frame = vm->pushed = g;
	return g->pc;
}

/* The same for g, the root of a chain of delegation, whose tip stands at a yield:
 * where the tip goes on with v, or NULL and nothing done. */
static inline const struct instr *resume_chain_quickly(
	struct vm *vm, struct frame *f, struct frame *g, value v)
{
	struct frame *tip = g->link;
	if (vm->observer || tip == g || g->state != CORO_SUSPENDED || g->back ||
		g->flags & FRAME_LOST_TIP || tip->state != CORO_SUSPENDED || is_first(tip) ||
		tip->pc[-1].op != OP_YIELD)
		return NULL;
	uint32_t depth = f->depth + !(g->flags & FRAME_LIBRARY),
		 tip_depth = tip->depth - g->depth + depth;
	value *to = &tip->regs[tip->pc[-1].a];
	if (tip_depth > vm->options.limits.depth || !drop_lightly(*to))
		return NULL;
	*to = value_keep(v);
	g->obj.refs++;
	tip->depth = tip_depth;
	g->depth = depth;
	g->back = f;
	g->continuation = CONTINUE_DELIVER;
	coro_set_state(f, CORO_WAITING);
	coro_set_state(g, CORO_WAITING);
	coro_set_state(tip, CORO_RUNNING);
	vm->frame = tip;
	vm->pushed = g;
	return tip->pc;
}

/* Whether f, the tip of a chain, can give way with a value. */
static inline bool yields_quickly(const struct vm *vm, const struct frame *f)
{
	const struct frame *root = f->link;
	return !vm->observer && f->obj.kind == OBJ_GENERATOR && root->obj.kind == OBJ_GENERATOR &&
		root->obj.refs > 1 && root->continuation == CONTINUE_DELIVER && !f->above_thrown &&
		!(f->flags & FRAME_CLOSING) && vm->loans.len == 0 && takes_plainly(root->back);
}
