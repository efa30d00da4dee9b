#ifndef COSUB_VM_VALUE_EXCEPTION_H
#define COSUB_VM_VALUE_EXCEPTION_H

/*
 * Exceptions: making, raising and printing them.  A function that fails sets
 * vm->exc and gives V_ERROR (or false, or -1); the loop does the rest.
 */

#include "vm/value/native.h"

struct sbuf;
struct frame;

/* Sets an exception of class t with one str argument, formatted as by printf.
 * Gives V_ERROR, so that `return vm_raise(...)` is the idiom.  Further
 * conversions: %V an owned-by-caller value's repr (bounded, runs no program
 * code), %T the name of the type of a value, %S a STR value's text. */
value vm_raise(struct vm *vm, struct type *t, const char *fmt, ...);

/* What the program asks for is outside the language: the run ends at the next
 * instruction, with its place, a sentence (formatted as by vm_raise) and exit
 * status 2, and no handler of the program's sees anything.  Gives V_ERROR. */
value vm_refuse(struct vm *vm, const char *fmt, ...);

/* NameError, UnboundLocalError: fmt has one %s, for name; sets the attribute
 * name, from which a traceback finds what may have been meant. */
value vm_raise_name(struct vm *vm, struct type *t, const char *name, const char *fmt);

/* Sets an exception of class t with the arguments args (a tuple, borrowed). */
value vm_raise_args(struct vm *vm, struct type *t, value args);

/* Sets the exception object exc (owned, given away) as the one being raised. */
value vm_raise_value(struct vm *vm, value exc);

/* Shorthands. */
#define raise_type(vm, ...) vm_raise((vm), VM_EXC((vm), TypeError), __VA_ARGS__)
#define raise_value(vm, ...) vm_raise((vm), VM_EXC((vm), ValueError), __VA_ARGS__)

/* A new exception of class t; args is a tuple (borrowed).  Sets the fields
 * that its class derives from args (StopIteration.value ...). */
struct exception *exception_new(struct vm *vm, struct type *t, value args);

/* StopIteration(v); no argument if v is None, as return does it. */
value vm_raise_stop(struct vm *vm, value v);

/* Whether exc is an instance of t. */
bool exception_is(const struct vm *vm, value exc, const struct type *t);

/* Takes vm->exc away (owned by the caller); vm->exc is unset. */
value vm_catch(struct vm *vm);

/* Whether vm->exc is set and an instance of t. */
bool vm_exc_is(struct vm *vm, const struct type *t);

/* except* (PEP 654): the part of exc that matches classes and the rest, both
 * owned, V_NONE if nothing; False with an exception (classes not acceptable). */
bool exception_star_match(struct vm *vm, value exc, value classes, value *match, value *rest);
/* What is left to raise after all handlers of except* (owned; V_NONE: nothing):
 * exc is the original, raised a list of what handlers raised and of the
 * unmatched rest. */
value exception_star_end(struct vm *vm, value exc, value raised);

/* str(exc) without running program code; appended. */
void exception_message(struct vm *vm, value exc, struct sbuf *out);

/* "Type: message" as the last line of a traceback (several lines if the
 * message has them). */
void exception_summary(struct vm *vm, value exc, struct sbuf *out);

/* An OSError's third argument is its filename, and none of args. */
void exception_take_filename(struct vm *vm, struct exception *e);

/* The whole traceback as CPython 3.11 prints it, chained exceptions and groups
 * with it, carets too. */
void exception_print(struct vm *vm, value exc, struct sbuf *out);

/* The same for an exception that nobody can catch ("Exception ignored in: …"):
 * without what it is chained to; and, when the modules are gone at the end of
 * the program, without source lines. */
void exception_print_ignored(struct vm *vm, value exc, struct sbuf *out);

/* Appends the compiler's warnings as CPython 3.11 prints them. */
void exception_warn_of_syntax(const struct program *p, struct sbuf *out);

/* "FILE:LINE: RuntimeWarning: coroutine 'x' was never awaited" and what CPython
 * 3.11 prints with it; appended. */
void exception_warn_never_awaited(struct vm *vm, const struct frame *coroutine, struct sbuf *out);

static inline struct exception *exception_get(value v)
{
	return (struct exception *)obj_get(v);
}

/* What BaseException.__str__ and __repr__ give, appended; inner runs for the
 * arguments. False with an exception. */
bool exception_str(struct vm *vm, value exc, struct sbuf *out);
bool exception_repr(struct vm *vm, value exc, struct sbuf *out);

/* Methods of BaseExceptionGroup. */
extern const struct native_def group_methods[];

/* ExceptionGroup("", members); members is a list or tuple. */
value exception_group_of(struct vm *vm, value members);

/* __new__ and __init__ of exceptions: t(*a); self.__init__(*a). */
struct args;
value exception_make(struct vm *vm, struct type *t, const struct args *a);
value exception_init(struct vm *vm, value self, const struct args *a);

/* The first entry from tb on that shows: library code's do not.  NULL: none. */
struct traceback *traceback_shown(struct traceback *tb);

/* Adds an entry for frame f at the front of exc's traceback, unless f is of
 * library code of which no frames are kept. */
void exception_add_trace(struct vm *vm, value exc, struct frame *f);

/* The same, for any frame, of one that no instruction of f raised: it comes from the end of
 * what f has just dropped. */
void exception_add_place(struct vm *vm, value exc, struct frame *f);

#endif
