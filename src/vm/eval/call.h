#ifndef COSUB_VM_EVAL_CALL_H
#define COSUB_VM_EVAL_CALL_H

/*
 * Calls: the binding of arguments to parameters and the pushing of frames.
 * See native.h for how native functions let the program run.
 */

#include "vm/value/frame.h"
#include "vm/value/native.h"

/* Calls any callable with arguments (borrowed).  V_PENDING: a frame was pushed;
 * its result will go where the caller of this function has set it up to go
 * (the loop: register ret of the frame that ran). */
value call_value(struct vm *vm, value callable, const struct args *a);

/* The same for a FUNCTION whose first argument is self unless V_UNSET. */
value call_function(struct vm *vm, struct function *f, value self, const struct args *a);

/* Calls a function or method found on the type of self, with self in front
 * unless it is V_UNSET. */
value call_method(struct vm *vm, value callable, value self, const struct args *a);

/* "f()" or "module.f()" for messages about the arguments of a call; owned. */
value call_text(struct vm *vm, value callable);
/* callable(*items, **names): items a tuple or list, names a dict or V_UNSET. */
value call_spread(struct vm *vm, value callable, value items, value names);
/* Adds the items of mapping to the named arguments of a call of callable:
 * V_NONE, V_PENDING, or TypeError for a name that is there twice. */
struct dict;
value call_merge(struct vm *vm, struct dict *names, value mapping, value callable);

/* Of the frames of a function's code. */
enum obj_kind call_frame_kind(const struct code *c);

/* Starts the frame f whose parameters are bound: a generator or coroutine is
 * only made (the result); a function's frame is entered (V_PENDING). */
value call_start(struct vm *vm, struct frame *f);

/* For the call of a class: callable __init__ was called for the new instance
 * (owned, given away) and gave r, V_PENDING or another result of call_value.
 * Gives what the call of the class gives. */
value call_init(struct vm *vm, value instance, value r);

/* Makes the class of the body frame f, which ended. */
value class_of_body(struct vm *vm, struct frame *f);

/* Pushes the frame of a module's code; the module is its result. */
value call_module(struct vm *vm, struct module *m);

/* The function __build_class__ that class statements call. */
extern const struct native_def build_class_def;

/* Checks for native functions: the number of positional arguments and that
 * there are no named ones; in CPython's words. */
bool call_check_native(
	struct vm *vm, const struct native_def *def, value self, const struct args *a);

/* The same for a library function that is one in C in CPython (as_builtin);
 * has_self: self comes before the arguments. */
bool call_check_builtin(
	struct vm *vm, const struct function *fn, bool has_self, const struct args *a);

#endif
