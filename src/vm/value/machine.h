#ifndef COSUB_VM_VALUE_MACHINE_H
#define COSUB_VM_VALUE_MACHINE_H

/*
 * The inside of a machine, for the files of this folder (and for observers to
 * read).  vm.h is what others use.
 */

#include "base/array.h"
#include "base/map.h"
#include "base/sbuf.h"
#include "vm/value/coro_name.h"
#include "vm/value/exception.h"
#include "vm/value/heap.h"
#include "vm/value/native.h"
#include "vm/value/vm.h"
#include "vm/value/weak_list.h"

/* The built-in exception classes: name, base. */
/* clang-format off */
#define EXCEPTION_TYPES(X) \
	X(BaseException,          object) \
	X(SystemExit,             BaseException) \
	X(KeyboardInterrupt,      BaseException) \
	X(GeneratorExit,          BaseException) \
	X(BaseExceptionGroup,     BaseException) \
	X(Exception,              BaseException) \
	X(ExceptionGroup,         BaseExceptionGroup) \
	X(StopIteration,          Exception) \
	X(StopAsyncIteration,     Exception) \
	X(ArithmeticError,        Exception) \
	X(FloatingPointError,     ArithmeticError) \
	X(OverflowError,          ArithmeticError) \
	X(ZeroDivisionError,      ArithmeticError) \
	X(AssertionError,         Exception) \
	X(AttributeError,         Exception) \
	X(BufferError,            Exception) \
	X(EOFError,               Exception) \
	X(ImportError,            Exception) \
	X(ModuleNotFoundError,    ImportError) \
	X(LookupError,            Exception) \
	X(IndexError,             LookupError) \
	X(KeyError,               LookupError) \
	X(MemoryError,            Exception) \
	X(NameError,              Exception) \
	X(UnboundLocalError,      NameError) \
	X(OSError,                Exception) \
	X(TimeoutError,           OSError) \
	X(FileNotFoundError,      OSError) \
	X(BlockingIOError,        OSError) \
	X(ChildProcessError,      OSError) \
	X(FileExistsError,        OSError) \
	X(InterruptedError,       OSError) \
	X(IsADirectoryError,      OSError) \
	X(NotADirectoryError,     OSError) \
	X(PermissionError,        OSError) \
	X(ProcessLookupError,     OSError) \
	X(ConnectionError,        OSError) \
	X(BrokenPipeError,        ConnectionError) \
	X(ConnectionAbortedError, ConnectionError) \
	X(ConnectionRefusedError, ConnectionError) \
	X(ConnectionResetError,   ConnectionError) \
	X(ReferenceError,         Exception) \
	X(RuntimeError,           Exception) \
	X(NotImplementedError,    RuntimeError) \
	X(RecursionError,         RuntimeError) \
	X(SyntaxError,            Exception) \
	X(IndentationError,       SyntaxError) \
	X(TabError,               IndentationError) \
	X(SystemError,            Exception) \
	X(TypeError,              Exception) \
	X(ValueError,             Exception) \
	X(UnicodeError,           ValueError) \
	X(Warning,                Exception) \
	X(UserWarning,            Warning) \
	X(DeprecationWarning,     Warning) \
	X(RuntimeWarning,         Warning) \
	X(PendingDeprecationWarning, Warning) \
	X(SyntaxWarning,          Warning) \
	X(FutureWarning,          Warning) \
	X(ImportWarning,          Warning) \
	X(UnicodeWarning,         Warning) \
	X(BytesWarning,           Warning) \
	X(ResourceWarning,        Warning) \
	X(EncodingWarning,        Warning)
/* clang-format on */

/* Interned strings that C code uses: VM_STR(vm, __init__). */
/* clang-format off */
#define STATIC_STRINGS(X) \
	X(__init__) X(__new__) X(__repr__) X(__str__) X(__eq__) X(__ne__) X(__lt__) X(__le__) \
	X(__gt__) X(__ge__) X(__hash__) \
	X(__bool__) X(__len__) X(__getitem__) X(__setitem__) X(__delitem__) X(__contains__) \
	X(__iter__) X(__next__) \
	X(__reversed__) X(__call__) X(__enter__) X(__exit__) X(__aenter__) X(__aexit__) \
	X(__aiter__) X(__anext__) X(__await__) \
	X(__getattr__) X(__setattr__) X(__delattr__) X(__index__) X(__int__) X(__float__) \
	X(__abs__) X(__neg__) X(__pos__) X(__invert__) X(__format__) X(__round__) \
	X(__add__) X(__sub__) X(__mul__) X(__matmul__) X(__truediv__) X(__floordiv__) X(__mod__) \
	X(__pow__) X(__lshift__) X(__rshift__) X(__or__) X(__xor__) X(__and__) \
	X(__radd__) X(__rsub__) X(__rmul__) X(__rmatmul__) X(__rtruediv__) X(__rfloordiv__) \
	X(__rmod__) X(__rpow__) X(__rlshift__) X(__rrshift__) X(__ror__) X(__rxor__) X(__rand__) \
	X(__iadd__) X(__isub__) X(__imul__) X(__imatmul__) X(__itruediv__) X(__ifloordiv__) \
	X(__imod__) X(__ipow__) X(__ilshift__) X(__irshift__) X(__ior__) X(__ixor__) X(__iand__) \
	X(__name__) X(__qualname__) X(__doc__) X(__class__) X(__dict__) X(__module__) X(__main__) \
	X(__builtins__) X(__annotations__) X(__defaults__) X(__kwdefaults__) X(__code__) \
	X(__classcell__) X(__file__) X(__self__) X(__func__) X(__bases__) X(__base__) X(__mro__) \
	X(__wrapped__) X(__notes__) X(__cause__) X(__context__) X(__traceback__) \
	X(__suppress_context__) X(__missing__) X(__divmod__) X(__rdivmod__) \
	X(__init_subclass__) X(__set_name__) X(__subclasses__) X(__closure__) X(__globals__) \
	X(__slots__) X(__debug__) X(__sizeof__) X(__origin__) X(__length_hint__) X(__prepare__) \
	X(args) X(value) X(code) X(name) X(key) X(reverse) X(start) X(stop) X(step) X(sep) X(end) \
	X(file) X(flush) X(strict) X(encoding) X(errors) X(maxlen) X(message) X(exceptions) X(obj) \
	X(send) X(throw_) X(close) X(builtins) X(asyncio) X(greenlet) X(sys) X(stdout) X(stderr) \
	X(write) X(append) X(builtin_print)
/* clang-format on */

#define X(name, base) TYPE_##name,
enum exception_type { EXCEPTION_TYPES(X) EXCEPTION_TYPE_COUNT };
#undef X
#define X(name) STR_##name,
enum static_string { STATIC_STRINGS(X) STATIC_STRING_COUNT };
#undef X

/* How far the end of the program has come (finalize.h). */
enum ending {
	ENDING_NOT,      /* it runs */
	ENDING_COLLECTS, /* what only cycles hold goes */
	ENDING_LAST,     /* the exception that ended it goes */
	ENDING_NAMELESS  /* the modules are gone */
};

/* While a dead one is ended, and when it has ended (over), those that die thereby
 * come first: they stand in the queue from base on; then it goes on at next. */
struct floor {
	size_t next, base;
	bool over;
};
struct finalizer_queue {
	ARRAY(struct obj *);
};

/* A frame that stands in one chain of delegation and is run by another: whose
 * it is (borrowed; vm/coro/coro.c). */
struct loan {
	struct frame *frame, *owner;
};
/* throw(GeneratorExit) on a root first closes what it delegates to: what is to
 * be raised in the root then (owned). */
struct thrown {
	struct frame *root;
	value exc;
};
/* A value for a frame that runs next, given to it once the instruction that
 * caused it is over and those that died through it are ended. */
struct delivery {
	struct frame *frame;
	value v;
	enum delivery_kind kind;
};
/* An exception on its way at frame, put aside while a dead generator is closed. */
struct held {
	struct frame *frame;
	const struct instr *pc; /* the frame's own: meanwhile it stands at place */
	const struct instr *place;
	value exc;
	bool again, passing, library, thrown;
	uint32_t entries;
};

/* What type_find found of late, by class and interned name.  Any change of a
 * class begins a new epoch, and what was found before no longer counts. */
enum { LOOKUPS = 256 };
struct lookup {
	const struct type *type;
	value name, found;
	uint64_t epoch;
};
struct lookups {
	uint64_t epoch;
	struct lookup at[LOOKUPS];
};

struct vm {
	/* What the loop touches at every step, together. */
	struct frame *frame; /* the one that runs */
	int64_t countdown;   /* lines until the loop must look up; below 0 at once */
	bool attention;      /* something waits to be done before the next instruction */
	value exc;           /* being raised, or V_UNSET */
	bool exc_again;      /* exc is raised again: no event, no new traceback entry */
	bool exc_passing;    /* exc comes from another frame or run: its context is set already */
	bool exc_library;    /* ... from a frame of library code */
	/* throw() raises exc in the frame itself: it is not the end of what that delegates to */
	bool exc_thrown;
	uint32_t exc_entries; /* of its traceback, added since a handler last had exc */
	/* where RERAISE put the frame back to (as pc, behind the instruction), or NULL */
	const struct instr *exc_place;
	const struct observer *observer;
	const struct vm_hooks *hooks;
	struct frame
		*pushed; /* the frame that gave V_PENDING: where its result goes can still be set */
	value result;    /* of the inner run that was left */
	bool leave;      /* the loop ends */
	bool overflow;   /* a text was longer than memory allows (vm_text) */
	bool warned;     /* that a coroutine was never awaited, while the program ran */
	bool quiet;      /* the program is over: only its output is told */
	enum ending ending;

	struct vm_options options;
	int64_t steps; /* of the limit, used up before countdown was set */
	size_t memory, output;
	enum run_status status;
	int exit_status;
	char *end_text;
	bool deadlock; /* limit_text, which is deadlock_text, says that every task waits */
	char *deadlock_text;
	char *refusal; /* limit_text, which says what the program asked for outside the language */
	char *refused_at;       /* "FILE:LINE: " */
	const char *limit_text; /* a limit was reached: the run ends at the next instruction */

	uint32_t next_frame; /* ids given out */
	uint32_t nested;     /* inner runs of the loop under way */
	uint64_t handling;   /* at least as many frames handle an exception: with 0 none does */
	struct greenlet *greenlet; /* the one that runs; NULL until the program uses greenlets */
	struct greenlet *main_greenlet;
	struct type *greenlet_exit;
	uint32_t greenlets; /* numbers given out: each is one greenlet's for the whole run */
	struct finalizer_queue
		finalizer_queue; /* dead generators and greenlets to be ended, oldest first */
	/* those below it are done, or wait for the one that is being ended now */
	size_t finalizer_floor;
	struct {
		ARRAY(struct floor);
	} floors;        /* of the ones that wait for that */
	value thrown_as; /* the arguments of the throw() under way (a tuple), or V_UNSET */
	struct {
		ARRAY(struct loan);
	} loans;
	struct {
		ARRAY(struct thrown);
	} thrown;
	struct {
		ARRAY(struct delivery);
	} deliveries;
	struct {
		ARRAY(struct held);
	} held;
	value asyncgen_first,
		asyncgen_last; /* hooks for async generators: first iteration, death; or V_NONE */
	/* of asyncio: tasks not done; async generators to be closed with the loop */
	struct weak_list tasks, asyncgens;
	struct obj *latest_loop; /* of asyncio: the one that ran last, not held; or NULL */
	struct map coro_names
		[CORO_NAMES];   /* of coroutines that have names of their own: address -> STR */
	struct map frame_notes; /* of frames that are noted: address -> struct frame_notes * */
	value on_death; /* function that is told of the death of OBJ_MOURNED objects, or V_NONE */
	value instance; /* call_init: until the calling instruction has put it away */
	int64_t clock;  /* virtual time, ns */

	const struct kind *kinds[OBJ_KIND_COUNT]; /* their rows (vm/value/kind.h) */
	struct type *types[OBJ_KIND_COUNT];
	struct type *slot_wrapper, *method_wrapper; /* of special methods, unbound and bound */
	struct type *exceptions[EXCEPTION_TYPE_COUNT];
	value strings[STATIC_STRING_COUNT];
	value char_strings[128]; /* one-character ASCII strings */
	value empty_str, empty_tuple;
	value build_class; /* what class statements call */
	struct str_table {
		struct str **at;
		uint32_t cap, len;
	} interned;
	struct dict *builtins; /* names of the builtins */
	struct dict *modules;  /* imported ones, by name */
	struct module *main;
	bool offered;                  /* its names are builtins by now (vm_run_next) */
	value lib[LIB_FUNCTION_COUNT]; /* V_UNSET until first used */
	struct {
		ARRAY(struct program *);
	} programs; /* of library modules; owned */
	struct {
		ARRAY(struct proto *);
	} protos;                /* owned */
	struct proto call_proto; /* of frames that C calls from (vm/eval/nested.c) */
	struct lookups lookups;
	struct heap heap;   /* all objects */
	struct heap blocks; /* what belongs to them */
	uint32_t births;    /* objects made, strings not counted */
	struct {
		ARRAY(struct obj *);
	} repr_stack; /* containers whose repr is being made */
	struct {
		ARRAY(struct obj *);
	} dying;                /* their references are gone; obj_free comes to them */
	uint32_t drop_depth;    /* of obj_free */
	uint32_t c_depth;       /* C functions nested by the program's data (vm/value/depth.h) */
	uint32_t next_identity; /* numbers given out by plain_id */
};

#define VM_STR(vm, name) ((vm)->strings[STR_##name])
#define VM_TYPE(vm, kind) ((vm)->types[OBJ_##kind])
#define VM_EXC(vm, name) ((vm)->exceptions[TYPE_##name])

/* The exception in vm->exc is new where it is, or gone: nothing is known of it. */
static inline void vm_exc_is_new(struct vm *vm)
{
	vm->exc_again = vm->exc_passing = vm->exc_library = vm->exc_thrown = false;
	vm->exc_entries = 0;
	vm->exc_place = NULL;
}

/* Whether an observer is told what frames do. */
static inline bool vm_watched(const struct vm *vm)
{
	return vm->observer && !vm->quiet;
}

/* What the evaluator offers to all below it (struct vm_hooks). */
static inline value vm_tail(struct vm *vm, enum lib_function f, const value *args, uint32_t n)
{
	return vm->hooks->tail(vm, f, args, n);
}
static inline value vm_tail_call(struct vm *vm, value callable, const value *args, uint32_t n)
{
	return vm->hooks->tail_call(vm, callable, args, n);
}
static inline value vm_call(struct vm *vm, value callable, const value *args, uint32_t n)
{
	return vm->hooks->call(vm, callable, args, n);
}
static inline value vm_call_named(
	struct vm *vm, value callable, const value *args, uint32_t n, value names)
{
	return vm->hooks->call_named(vm, callable, args, n, names);
}

/* Prepares vm->call_proto. */
void nested_init(struct vm *vm);
/* Closes the dead generators that wait for it, when no program is running. */
void vm_settle(struct vm *vm);

/* Writes to stream 1 or 2: counted against the output limit, told to the
 * observer, passed to the host. */
void vm_write(struct vm *vm, int stream, const char *text, size_t n);

/* There were more steps than the limit allows. */
void vm_end_steps(struct vm *vm);
/* Ends the run at the next instruction; the first reason stays. */
void vm_set_limit(struct vm *vm, const char *sentence);

/* C code does n small pieces of work of the program's: items looked at, links
 * followed, bytes moved by the hundred.  WORK_PER_STEP of them count as a step.  Too many
 * end the run at the next instruction. */
enum { WORK_PER_STEP = 8 };
void vm_work(struct vm *vm, int64_t n);
/* The same for a loop that could go on for ever: false, with an exception, when
 * the run must end. */
bool vm_charge(struct vm *vm, int64_t n);

#endif
