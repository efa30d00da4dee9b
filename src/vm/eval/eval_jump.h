/* Part of eval.c: jumps. */

OP(JUMP)
{
	return GO_TO(pc + 1 + pc->jump);
}

static __attribute__((noinline)) const struct instr *branch_slow(STATE, bool negated, bool keep)
{
	f->pc = pc + 1;
	value t = ops_truth(vm, R[pc->a]);
	bool taken = (t == V_TRUE) != negated;
	if (t == V_PENDING ? !keep : !keep || !taken)
		consume(vm, R, nv, pc->a);
	if (t == V_ERROR || t == V_PENDING)
		return NULL;
	return jump_by(vm, f, taken ? pc->jump : 0);
}

QUICK_INLINE const struct instr *branch(STATE, bool negated, bool keep)
{
	value v = R[pc->a];
	if (v == V_TRUE || (v == V_NONE) || v == V_FALSE)
		return (v == V_TRUE) != negated ? GO_TO(pc + 1 + pc->jump) : GO_TO(pc + 1);
	return branch_slow(GO, negated, keep);
}

OP(JUMP_IF)
{
	return branch(GO, false, false);
}
OP(JUMP_IF_NOT)
{
	return branch(GO, true, false);
}
OP(JUMP_IF_KEEP)
{
	return branch(GO, false, true);
}
OP(JUMP_IF_NOT_KEEP)
{
	return branch(GO, true, true);
}

static __attribute__((noinline)) const struct instr *compare_branch_slow(
	STATE, enum cmp_op op, value b, bool negated)
{
	f->pc = pc + 1;
	value r = ops_compare(vm, op, R[pc->a], b);
	consume_operands(GO);
	if (r == V_ERROR || r == V_PENDING)
		return NULL;
	if (!is_bool(r)) {
		deliver(vm, r);
		return NULL;
	}
	return jump_by(vm, f, (r == V_TRUE) != negated ? (int16_t)pc->c : 0);
}

#define BRANCH(name, sign) \
	OP(JUMP_##name) \
	{ \
		if (both_small(R[pc->a], R[pc->b])) \
			return (int64_t)R[pc->a] sign(int64_t) R[pc->b] \
				? GO_TO(pc + 1 + (int16_t)pc->c) \
				: GO_TO(pc + 1); \
		return compare_branch_slow(GO, CMP_##name, R[pc->b], false); \
	} \
	OP(JUMP_NOT_##name) \
	{ \
		if (both_small(R[pc->a], R[pc->b])) \
			return (int64_t)R[pc->a] sign(int64_t) R[pc->b] \
				? GO_TO(pc + 1) \
				: GO_TO(pc + 1 + (int16_t)pc->c); \
		return compare_branch_slow(GO, CMP_##name, R[pc->b], true); \
	} \
	OP(JUMP_##name##_INT) \
	{ \
		if (is_small(R[pc->a])) \
			return small_get(R[pc->a]) sign(int16_t) pc->b \
				? GO_TO(pc + 1 + (int16_t)pc->c) \
				: GO_TO(pc + 1); \
		return compare_branch_slow(GO, CMP_##name, small_make((int16_t)pc->b), false); \
	} \
	OP(JUMP_NOT_##name##_INT) \
	{ \
		if (is_small(R[pc->a])) \
			return small_get(R[pc->a]) sign(int16_t) pc->b \
				? GO_TO(pc + 1) \
				: GO_TO(pc + 1 + (int16_t)pc->c); \
		return compare_branch_slow(GO, CMP_##name, small_make((int16_t)pc->b), true); \
	}
BRANCH(LT, <)
BRANCH(LE, <=)
BRANCH(EQ, ==)
BRANCH(NE, !=)
BRANCH(GT, >)
BRANCH(GE, >=)
#undef BRANCH
