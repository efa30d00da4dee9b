/* Whether a call at the end of a function with the same parameters is a jump:
 * so in all that gcc optimises, if it does it well.  (Not when it counts for
 * --coverage: that needs COSUB_PLAIN_LOOP.) */
#if defined __GNUC__ && !defined __clang__ && defined __OPTIMIZE__ && \
	!defined __SANITIZE_ADDRESS__ && !defined COSUB_PLAIN_LOOP
#pragma GCC optimize("O2")
#define CALLS_JUMP
#endif

#include "vm/eval/eval.h"

#include "vm/eval/call.h"
#include "vm/kind/dict.h"
#include "vm/kind/function.h"
#include "vm/kind/iter.h"
#include "vm/eval/module.h"
#include "vm/kind/number.h"
#include "vm/kind/seq.h"
#include "vm/kind/str.h"
#include "vm/coro/frame_object.h"
#include "vm/coro/frame_pool.h"
#include "vm/value/kind.h"
#include "vm/value/machine.h"
#include "vm/value/ops.h"
#include "vm/value/special.h"
#include "vm/value/notify.h"
#include "vm/value/type.h"

#include <assert.h>

/*
 * Each instruction is a function of the state below.  It gives the next
 * instruction, or NULL when the loop must look up: an exception is set, another
 * frame runs, or something waits to be done (vm->attention).  (A quick one may
 * give that of another frame, which runs now.)  Before anything that can do one
 * of these, f->pc is set behind the instruction.
 *
 * The quick ones do not come back to the loop but end with go: a call of the
 * next instruction that compilers turn into a jump.  So they have no local
 * variable whose address is taken, and what may need one, or saves registers,
 * stands in a function of its own.
 *
 * A temporary that holds no object needs no care: it is dead or small.  One
 * that holds an object is alive; so an instruction that reads a temporary takes
 * the object out (consume).
 */
#define STATE struct vm *vm, struct frame *f, value *R, uint32_t nv, const struct instr *pc
#define GO vm, f, R, nv, pc
#define UNUSED ((void)vm, (void)f, (void)R, (void)nv)
#define OP(name) static const struct instr *op_##name(STATE)

/* A part of a quick instruction that goes on itself. */
#define QUICK_INLINE static inline __attribute__((always_inline))

typedef const struct instr *op_fn(STATE);
static op_fn *const ops[OPCODE_COUNT];

/* On to the instruction pc. */
#ifdef CALLS_JUMP
QUICK_INLINE const struct instr *go(STATE)
{
	return ops[pc->op](GO);
}
#else
static inline const struct instr *go(STATE)
{
	UNUSED;
	return pc;
}
#endif
#define GO_TO(to) go(vm, f, R, nv, to)

/* Registers. */

static inline const struct instr *next(STATE)
{
	(void)R;
	(void)nv;
	if (!vm->attention)
		return pc + 1;
	f->pc = pc + 1;
	return NULL;
}

/* f's instruction, which stands before f->pc, jumps so far.  What it dropped is ended before:
 * until then f stands where it dropped that. */
static inline const struct instr *jump_by(struct vm *vm, struct frame *f, int32_t distance)
{
	if (vm->attention) {
		deliver_later(vm, f, small_make(distance), DELIVER_JUMP);
		return NULL;
	}
	f->pc += distance;
	return f->pc;
}

static __attribute__((noinline)) const struct instr *put_over(STATE, value old)
{
	value_drop(vm, old);
	return next(GO);
}

/* v (owned) goes into register r, and on to the next instruction. */
QUICK_INLINE const struct instr *put(STATE, unsigned r, value v)
{
	value old = R[r];
	R[r] = v;
	if (is_obj(old))
		return put_over(GO, old);
	return GO_TO(pc + 1);
}

static inline void consume(struct vm *vm, value *R, uint32_t nv, unsigned r)
{
	value v = R[r];
	if (r >= nv && is_obj(v)) {
		R[r] = V_UNSET;
		value_drop(vm, v);
	}
}

/* The value of register r, owned: a temporary's is taken, a variable's kept. */
static inline value take(value *R, uint32_t nv, unsigned r)
{
	value v = R[r];
	if (r < nv)
		return value_keep(v);
	R[r] = V_UNSET;
	return v;
}

static void consume_range(struct vm *vm, value *R, unsigned from, unsigned n)
{
	for (unsigned r = from; r < from + n; r++) {
		value v = R[r];
		if (is_obj(v)) {
			R[r] = V_UNSET;
			value_drop(vm, v);
		}
	}
}

/* Which operands the instruction reads: bit 0 a, bit 1 b, bit 2 c. */
static inline unsigned operands_read(unsigned op)
{
	switch (op) {
#define X(name, shape, form, of, doc) \
	case OP_##name: \
		return (shape[0] == 'r') | (shape[1] == 'r') << 1 | \
			(shape[1] && shape[2] == 'r') << 2;
		OPCODES(X)
#undef X
	default:
		return 0;
	}
}

/* Takes away the operands of the instruction that are temporaries. */
static inline void consume_operands(STATE)
{
	(void)f;
	unsigned read = operands_read(pc->op);
	if (read & 1)
		consume(vm, R, nv, pc->a);
	if (read & 2)
		consume(vm, R, nv, pc->b);
	if (read & 4)
		consume(vm, R, nv, pc->c);
}

/* As put to register a, after something that may have dropped objects. */
static const struct instr *put_last(STATE, value v)
{
	value_set(vm, &R[pc->a], v);
	f->pc = pc + 1;
	return next(GO);
}

/* The result r of an operation goes to register a. */
static const struct instr *settle(STATE, value r)
{
	consume_operands(GO);
	return r == V_ERROR || r == V_PENDING ? NULL : put_last(GO, r);
}

/* An operation was done that has no result (r is dropped). */
static const struct instr *settle_none(STATE, value r)
{
	consume_operands(GO);
	if (r == V_ERROR || r == V_PENDING)
		return NULL;
	value_drop(vm, r);
	return next(GO);
}

#include "vm/eval/eval_switch.h"
#include "vm/eval/eval_data.h"
#include "vm/eval/eval_attr.h"
#include "vm/eval/eval_display.h"
#include "vm/eval/eval_jump.h"
#include "vm/eval/eval_call.h"
#include "vm/eval/eval_exc.h"

/* Results that come later. */

/* The condition of the jump at hand is v (owned). */
static void deliver_condition(struct vm *vm, struct frame *f, value v)
{
	const struct instr *pc = f->pc - 1;
	value t = ops_truth(vm, v);
	value_drop(vm, v);
	if (t == V_ERROR || t == V_PENDING)
		return;
	unsigned traits = opcode_traits(pc->op);
	bool taken = (t == V_TRUE) != ((traits & OPCODE_NEGATED) != 0);
	if ((traits & OPCODE_KEEPS) != 0 && !taken)
		consume(vm, f->regs, f->proto->nvars, pc->a);
	if (taken)
		jump_by(vm, f, (traits & OPCODE_COMPARES) != 0 ? (int16_t)pc->c : pc->jump);
}

static void deliver_iterator(struct vm *vm, struct frame *f, value v)
{
	if (iter_is_iterator(vm, v)) {
		value_set(vm, &f->regs[f->pc[-1].a], v);
		return;
	}
	raise_type(vm, "iter() returned non-iterator of type '%T'", v);
	value_drop(vm, v);
}

/* The items of list v (owned) go to the registers of an UNPACK, those in the
 * middle as a list to one of an UNPACK_REST. */
static void deliver_items(struct vm *vm, struct frame *f, value v)
{
	const struct instr *pc = f->pc - 1;
	const struct list *l = list_get(v);
	value *dst = &f->regs[pc->a];
	uint32_t before = pc->c, after = 0;
	if (pc->op == OP_UNPACK_REST) {
		after = pc[1].bc;
		uint32_t middle = l->len - before - after;
		value_set(vm, dst + before, list_from(vm, l->at + before, middle));
	}
	for (uint32_t i = 0; i < before; i++)
		value_set(vm, dst + i, value_keep(l->at[i]));
	for (uint32_t i = 0; i < after; i++)
		value_set(vm, dst + before + 1 + i, value_keep(l->at[l->len - after + i]));
	value_drop(vm, v);
}

void deliver(struct vm *vm, value v)
{
	struct frame *f = vm->frame;
	const struct instr *pc = f->pc - 1;
	value *dst = &f->regs[pc->a];
	if ((opcode_traits(pc->op) & OPCODE_TESTS) != 0) {
		deliver_condition(vm, f, v);
		return;
	}
	switch (pc->op) {
	case OP_NOT:
	case OP_NOT_IN:
		value_set(vm, dst, bool_make(v != V_TRUE));
		break;
	case OP_SET_ATTR:
	case OP_DEL_ATTR:
	case OP_SET_ITEM:
	case OP_DEL_ITEM:
	case OP_LIST_EXTEND:
	case OP_SET_UPDATE:
	case OP_DICT_UPDATE:
	case OP_DICT_MERGE:
		value_drop(vm, v);
		break;
	case OP_GET_METHOD:
		value_set(vm, dst, v);
		value_set(vm, dst + 1, V_UNSET);
		break;
	case OP_WITH_ENTER:
	case OP_ASYNC_WITH_ENTER:
		value_set(vm, dst + 1, v);
		break;
	case OP_GET_ITER:
		deliver_iterator(vm, f, v);
		break;
	case OP_UNPACK:
	case OP_UNPACK_REST:
		deliver_items(vm, f, v);
		break;
	case OP_DELEGATE:
		coro_suspend(vm, v, (enum suspend_kind)f->why);
		break;
	case OP_GET_YIELD_FROM:
	case OP_GET_AWAITABLE:
	case OP_GET_AITER:
	case OP_GET_ANEXT:
		deliver_awaitable(vm, f, v);
		break;
	default:
		value_set(vm, dst, v);
	}
}

void deliver_later(struct vm *vm, struct frame *f, value v, enum delivery_kind kind)
{
	struct delivery d = { f, v, kind };
	array_push(&vm->deliveries, d);
	f->flags |= FRAME_DELIVERY;
}

static void take_delivery(struct vm *vm, struct frame *f)
{
	size_t i = vm->deliveries.len;
	while (vm->deliveries.at[--i].frame != f)
		assert(i > 0);
	struct delivery d = vm->deliveries.at[i];
	vm->deliveries.at[i] = vm->deliveries.at[--vm->deliveries.len];
	f->flags &= (uint16_t)~FRAME_DELIVERY;
	switch (d.kind) {
	case DELIVER_RESULT:
		deliver(vm, d.v);
		return;
	case DELIVER_SENT:
		coro_delegate_send(vm, d.v);
		return;
	case DELIVER_RETURN:
		coro_delegate_returned(vm, d.v);
		return;
	case DELIVER_END:
		deliver_end(vm, d.v);
		return;
	case DELIVER_JUMP:
		f->pc += small_get(d.v);
		return;
	}
}

void deliver_end(struct vm *vm, value result)
{
	struct frame *f = vm->frame;
	const struct instr *pc = f->pc - 1;
	if (pc->op != OP_FOR_ITER) {
		vm_raise_stop(vm, result);
		value_drop(vm, result);
		return;
	}
	if (result != V_NONE) {
		coro_tell_stop(vm, f, result);
		value_drop(vm, result);
	}
	consume(vm, f->regs, f->proto->nvars, pc->b);
	jump_by(vm, f, (int16_t)pc->c);
}

/* The loop. */

static op_fn *const ops[OPCODE_COUNT] = {
#define X(name, shape, form, of, doc) [OP_##name] = op_##name,
	OPCODES(X)
#undef X
};

static value leave(struct vm *vm)
{
	vm->leave = false;
	value r = vm->result;
	vm->result = V_UNSET;
	return r;
}

/* A limit was reached: the frames are left where they are. */
static value give_up(struct vm *vm)
{
	if (vm->exc == V_UNSET)
		vm_raise(vm, VM_EXC(vm, RuntimeError), "%s", vm->limit_text);
	return V_ERROR;
}

value eval_run(struct vm *vm)
{
	for (;;) {
		if (vm->limit_text)
			return give_up(vm);
		if (vm->finalizer_queue.len > vm->finalizer_floor && vm->frame) {
			coro_run_finalizer(vm);
			continue;
		}
		vm->attention = false;
		if (vm->leave)
			return leave(vm);
		if (vm->exc != V_UNSET) {
			vm_unwind(vm);
			continue;
		}
		struct frame *f = vm->frame;
		if (f->flags & FRAME_DELIVERY) {
			take_delivery(vm, f);
			continue;
		}
		const struct instr *pc = f->pc;
		do {
			f = vm->frame;
			pc = ops[pc->op](vm, f, f->regs, f->proto->nvars, pc);
		} while (pc);
	}
}
