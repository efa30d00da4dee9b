/* Part of eval.c: displays, unpacking, text. */

/* Displays. */

OP(BUILD_TUPLE)
{
	value t = tuple_new(vm, pc->c);
	for (unsigned i = 0; i < pc->c; i++)
		tuple_get(t)->at[i] = take(R, nv, pc->b + i);
	return put(GO, pc->a, t);
}

OP(BUILD_LIST)
{
	value l = list_new(vm, pc->c);
	for (unsigned i = 0; i < pc->c; i++)
		list_append(vm, l, take(R, nv, pc->b + i));
	return put(GO, pc->a, l);
}

OP(BUILD_SET)
{
	f->pc = pc + 1;
	value s = set_new(vm, false);
	for (unsigned i = 0; i < pc->c; i++) {
		if (set_add(vm, s, R[pc->b + i]) < 0) {
			value_drop(vm, s);
			return NULL;
		}
	}
	consume_range(vm, R, pc->b, pc->c);
	return put_last(GO, s);
}

/* A dict of n values whose keys stand at keys, both with their strides. */
static const struct instr *build_dict(
	STATE, const value *keys, unsigned key_step, const value *vals, unsigned val_step)
{
	f->pc = pc + 1;
	struct dict *d = dict_new(vm);
	for (unsigned i = 0; i < pc->c; i++) {
		if (!dict_set(vm, d, keys[i * key_step], vals[i * val_step])) {
			obj_drop(vm, d);
			return NULL;
		}
	}
	consume_range(vm, R, pc->b, pc->c * val_step);
	return put_last(GO, obj_value(d));
}

OP(BUILD_DICT)
{
	return build_dict(GO, R + pc->b, 2, R + pc->b + 1, 2);
}

OP(BUILD_DICT_KEYS)
{
	return build_dict(GO, tuple_get(f->proto->constants[pc[1].bc])->at, 1, R + pc->b, 1);
}

OP(LIST_APPEND)
{
	f->pc = pc + 1;
	list_append(vm, R[pc->a], take(R, nv, pc->b));
	return next(GO);
}

/* Hands an update of a display to the library; LIB_… takes (container, items). */
static const struct instr *update(STATE, enum lib_function lib)
{
	return settle_none(GO, vm_tail(vm, lib, (value[]){ R[pc->a], R[pc->b] }, 2));
}

OP(LIST_EXTEND)
{
	f->pc = pc + 1;
	value v = R[pc->b];
	if (!seq_is_plain(vm, v)) {
		if (!iter_is_iterable(vm, v))
			return settle_none(
				GO, raise_type(vm, "Value after * must be an iterable, not %T", v));
		return update(GO, LIB_LIST_EXTEND);
	}
	bool list = is_kind(v, OBJ_LIST);
	uint32_t n = list ? list_get(v)->len : tuple_get(v)->len;
	list_splice(vm, R[pc->a], list_get(R[pc->a])->len, 0,
		list ? list_get(v)->at : tuple_get(v)->at, n);
	return settle_none(GO, V_NONE);
}

OP(LIST_TO_TUPLE)
{
	const struct list *l = list_get(R[pc->b]);
	return settle(GO, tuple_from(vm, l->at, l->len));
}

OP(SET_ADD)
{
	f->pc = pc + 1;
	return settle_none(GO, set_add(vm, R[pc->a], R[pc->b]) < 0 ? V_ERROR : V_NONE);
}

OP(SET_UPDATE)
{
	f->pc = pc + 1;
	int done = set_update(vm, R[pc->a], R[pc->b]);
	if (done != 0)
		return settle_none(GO, done > 0 ? V_NONE : V_ERROR);
	return update(GO, LIB_SET_UPDATE);
}

OP(DICT_SET)
{
	f->pc = pc + 1;
	return settle_none(
		GO, dict_set(vm, dict_obj(R[pc->a]), R[pc->b], R[pc->c]) ? V_NONE : V_ERROR);
}

OP(DICT_UPDATE)
{
	f->pc = pc + 1;
	value v = R[pc->b];
	if (dict_is_plain(vm, v))
		return settle_none(
			GO, dict_merge(vm, dict_obj(R[pc->a]), dict_obj(v)) ? V_NONE : V_ERROR);
	return update(GO, LIB_DISPLAY_UPDATE);
}

OP(DICT_MERGE)
{
	f->pc = pc + 1;
	return settle_none(GO, call_merge(vm, dict_obj(R[pc->a]), R[pc->b], R[pc->c]));
}

/* Unpacking. */

static const struct instr *raise_unpack(struct vm *vm, uint32_t got, uint32_t want, bool at_least)
{
	if (got > want)
		raise_value(vm, "too many values to unpack (expected %u)", want);
	else
		raise_value(vm, "not enough values to unpack (expected %s%u, got %u)",
			at_least ? "at least " : "", want, got);
	return NULL;
}

OP(UNPACK)
{
	f->pc = pc + 1;
	value v = R[pc->b];
	bool list = is_kind(v, OBJ_LIST);
	if (!seq_is_plain(vm, v)) {
		value r = vm_tail(
			vm, LIB_UNPACK, (value[]){ v, small_make(pc->c), small_make(-1) }, 3);
		return settle_none(GO, r);
	}
	uint32_t n = list ? list_get(v)->len : tuple_get(v)->len;
	if (n != pc->c)
		return raise_unpack(vm, n, pc->c, false);
	value_keep(v);
	consume_operands(GO);
	const value *at = list ? list_get(v)->at : tuple_get(v)->at;
	for (uint32_t i = 0; i < n; i++)
		R[pc->a + i] = value_keep(at[i]);
	value_drop(vm, v);
	return next(GO);
}

OP(UNPACK_REST)
{
	f->pc = pc + 1;
	value args[] = { R[pc->b], small_make(pc->c), small_make((int64_t)pc[1].bc) };
	return settle_none(GO, vm_tail(vm, LIB_UNPACK, args, 3));
}

/* Text. */

static value convert(struct vm *vm, value v, unsigned conversion, bool last)
{
	if (conversion == 's' && last)
		return ops_str(vm, v);
	if (conversion == 'r' && last)
		return ops_repr(vm, v);
	struct sbuf b = vm_text(vm);
	bool ok = conversion == 's' ? ops_str_now(vm, v, &b)
		: conversion == 'r' ? ops_repr_now(vm, v, &b)
				    : ops_ascii_now(vm, v, &b);
	value s = ok ? str_from_sbuf(vm, &b) : V_ERROR;
	sbuf_fini(&b);
	return s;
}

OP(FORMAT)
{
	f->pc = pc + 1;
	unsigned conversion = pc->c & 255;
	bool has_spec = pc->c & 256;
	value r;
	if (!conversion) {
		r = ops_format(vm, R[pc->b], has_spec ? R[pc->b + 1] : V_UNSET);
	} else {
		r = convert(vm, R[pc->b], conversion, !has_spec);
		if (has_spec && r != V_ERROR) {
			value s = r;
			r = ops_format(vm, s, R[pc->b + 1]);
			value_drop(vm, s);
		}
	}
	consume_range(vm, R, pc->b, has_spec ? 2 : 1);
	return r == V_ERROR || r == V_PENDING ? NULL : put_last(GO, r);
}

OP(BUILD_STRING)
{
	f->pc = pc + 1;
	struct sbuf b = vm_text(vm);
	for (unsigned i = 0; i < pc->c; i++)
		sbuf_bytes(&b, str_get(R[pc->b + i])->bytes, str_get(R[pc->b + i])->len);
	consume_range(vm, R, pc->b, pc->c);
	return put_last(GO, str_from_sbuf(vm, &b));
}
