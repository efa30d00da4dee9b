/* Part of eval.c: exceptions, with, classes, modules. */

OP(PUSH_EXC)
{
	value *handled = &R[f->proto->handled_reg];
	value saved = *handled == V_UNSET ? V_NONE : *handled;
	*handled = value_keep(R[pc->b]);
	vm->handling += saved == V_NONE;
	return put(GO, pc->a, saved);
}

OP(POP_EXC)
{
	vm->handling -= R[pc->a] == V_NONE;
	return put(GO, (unsigned)f->proto->handled_reg, take(R, nv, pc->a));
}

static bool is_exception_class(value v)
{
	return is_kind(v, OBJ_TYPE) && type_obj(v)->is_exception;
}

static bool can_catch(value v)
{
	if (!is_kind(v, OBJ_TUPLE))
		return is_exception_class(v);
	for (uint32_t i = 0; i < tuple_get(v)->len; i++)
		if (!is_exception_class(tuple_get(v)->at[i]))
			return false;
	return true;
}

OP(EXC_MATCH)
{
	f->pc = pc + 1;
	if (!can_catch(R[pc->c])) {
		raise_type(vm,
			"catching classes that do not inherit from BaseException is not allowed");
		return NULL;
	}
	int r = value_is_instance(vm, R[pc->b], R[pc->c]);
	return settle(GO, r < 0 ? V_ERROR : bool_make(r));
}

/* An exception (owned) of what raise was given: an instance, or a class that is
 * called. */
static value exception_of(struct vm *vm, value v, const char *refusal)
{
	if (is_kind(v, OBJ_EXCEPTION))
		return value_keep(v);
	if (!is_exception_class(v))
		return raise_type(vm, "%s", refusal);
	value made = vm_call(vm, v, NULL, 0);
	if (made == V_ERROR || is_kind(made, OBJ_EXCEPTION))
		return made;
	raise_type(vm, "calling %V should have returned an instance of BaseException, not %V", v,
		obj_value(type_of(vm, made)));
	value_drop(vm, made);
	return V_ERROR;
}

static bool set_cause(struct vm *vm, value exc, value from)
{
	value cause = V_NONE;
	if (from != V_NONE)
		cause = exception_of(vm, from, "exception causes must derive from BaseException");
	if (cause == V_ERROR)
		return false;
	struct exception *e = (struct exception *)obj_get(exc);
	value_set(vm, &e->cause, cause);
	e->suppress_context = true;
	return true;
}

static void set_placeless(struct frame *f, bool placeless)
{
	f->flags = (uint16_t)(placeless ? f->flags | FRAME_PLACELESS : f->flags & ~FRAME_PLACELESS);
}

static const struct instr *raise_handled(STATE)
{
	(void)R;
	(void)nv;
	(void)pc;
	value exc = frame_handled(f);
	if (exc == V_NONE) {
		vm_raise(vm, VM_EXC(vm, RuntimeError), "No active exception to reraise");
		return NULL;
	}
	set_placeless(f, false);
	vm->exc = value_keep(exc);
	vm->exc_again = true;
	return NULL;
}

OP(RAISE)
{
	f->pc = pc + 1;
	if (pc->c == 0)
		return raise_handled(GO);
	value exc = exception_of(vm, R[pc->a], "exceptions must derive from BaseException");
	if (exc == V_ERROR)
		return NULL;
	if (pc->c == 2 && !set_cause(vm, exc, R[pc->b])) {
		value_drop(vm, exc);
		return NULL;
	}
	vm_raise_value(vm, exc);
	return NULL;
}

OP(RERAISE)
{
	f->pc = pc + 1;
	const struct instr *at = NULL;
	if (pc->b != pc->a) {
		int64_t place = small_get(R[pc->b]);
		f->line = (uint32_t)(place >> 31);
		set_placeless(f, place >> 30 & 1);
		at = f->proto->instrs + (place & ((1 << 30) - 1)) + 1;
	} else if (pc->c != 2) {
		set_placeless(f, pc->c);
	}
	vm->exc = take(R, nv, pc->a);
	vm->exc_again = true;
	vm->exc_place = at;
	return NULL;
}

OP(END_ASYNC_FOR)
{
	f->pc = pc + 1;
	if (exception_is(vm, R[pc->a], VM_EXC(vm, StopAsyncIteration)))
		return put(GO, pc->a, V_UNSET);
	set_placeless(f, false);
	vm->exc = take(R, nv, pc->a);
	vm->exc_again = true;
	return NULL;
}

OP(LOAD_ASSERTION)
{
	return put(GO, pc->a, value_keep(obj_value(VM_EXC(vm, AssertionError))));
}

/* Finds the two methods of a context manager; the first is called, the second
 * bound into register a. */
static const struct instr *with_enter(
	STATE, value enter_name, value exit_name, const char *protocol)
{
	f->pc = pc + 1;
	value manager = R[pc->b];
	value enter = type_find_special(vm, manager, enter_name),
	      exit = type_find_special(vm, manager, exit_name);
	if (enter == V_UNSET || exit == V_UNSET) {
		raise_type(vm, "'%T' object does not support the %s protocol%s%s%s", manager,
			protocol, enter == V_UNSET ? "" : " (missed ",
			enter == V_UNSET ? "" : str_get(exit_name)->bytes,
			enter == V_UNSET ? "" : " method)");
		return NULL;
	}
	value bound = method_new(vm, exit, manager);
	value r = call_method(vm, enter, manager, &(struct args){ 0 });
	if (r == V_ERROR) {
		value_drop(vm, bound);
		return NULL;
	}
	consume_operands(GO);
	value_set(vm, &R[pc->a], bound);
	if (r == V_PENDING)
		return NULL;
	value_set(vm, &R[pc->a + 1], r);
	return next(GO);
}

OP(WITH_ENTER)
{
	return with_enter(GO, VM_STR(vm, __enter__), VM_STR(vm, __exit__), "context manager");
}

OP(ASYNC_WITH_ENTER)
{
	return with_enter(
		GO, VM_STR(vm, __aenter__), VM_STR(vm, __aexit__), "asynchronous context manager");
}

OP(WITH_EXCEPT)
{
	f->pc = pc + 1;
	value exc = R[pc->c];
	struct exception *e = (struct exception *)obj_get(exc);
	value args[] = { obj_value(e->type), exc, e->tb ? obj_value(e->tb) : V_NONE };
	struct args a = { args, 3, 0, NULL };
	return settle(GO, call_value(vm, R[pc->b], &a));
}

OP(STAR_MATCH)
{
	f->pc = pc + 1;
	value match, rest;
	if (!exception_star_match(vm, R[pc->b], R[pc->c], &match, &rest))
		return NULL;
	consume_operands(GO);
	if (match != V_NONE)
		value_set(vm, &R[f->proto->handled_reg], value_keep(match));
	value_set(vm, &R[pc->a], match);
	value_set(vm, &R[pc->a + 1], rest);
	return next(GO);
}

OP(STAR_END)
{
	f->pc = pc + 1;
	set_placeless(f, true); /* for a RERAISE that comes right behind it */
	return settle(GO, exception_star_end(vm, R[pc->b], R[pc->c]));
}

/* Classes, modules. */

OP(LOAD_BUILD_CLASS)
{
	return put(GO, pc->a, value_keep(vm->build_class));
}

OP(IMPORT)
{
	f->pc = pc + 1;
	return settle(GO, module_import(vm, f->proto->constants[pc->bc]));
}

OP(IMPORT_FROM)
{
	f->pc = pc + 1;
	return settle(GO, module_import_from(vm, R[pc->b], f->proto->names[pc->c]));
}

OP(NOT_IN_LANGUAGE)
{
	(void)R;
	(void)nv;
	f->pc = pc + 1;
	vm_refuse(vm, "%S", f->proto->constants[pc->bc]);
	return NULL;
}
