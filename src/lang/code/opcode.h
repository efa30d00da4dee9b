#ifndef COSUB_LANG_CODE_OPCODE_H
#define COSUB_LANG_CODE_OPCODE_H

/*
 * The instructions of the machine, one row each.  From this table come the
 * enum, the names, the listing of code, the check of operands, and the
 * dispatch in vm/eval/eval.c.
 *
 * A register machine.  Registers below the code's nvars are variables
 * (parameters, locals, cells); those from nvars on are temporaries, used like
 * a stack.
 *
 * Shape: one letter for each of the operands a, b, c.
 *   d  a register that is written
 *   r  a register that is read; if it is a temporary, the instruction takes
 *      its value away (so that a value dies as soon as it was used)
 *   p  a register that is read and left as it is, temporary or not
 *   w  the first of several registers that are written
 *   q  the first of several registers that are read and taken away
 *   m  a register that is read and written (a variable that holds a cell, …)
 *   n  index of a name (struct code, names)
 *   g  index of a global (struct program, globals); fills b and c
 *   k  index of a constant (struct code, constants); fills b and c
 *   i  a signed 16-bit number         u  an unsigned 16-bit number
 *   j  a jump: signed distance from the next instruction, in 16 bits
 *   J  the same in 32 bits; fills b and c
 *   L  a line of the file; fills b and c
 *   l  index of a nested code (struct code, codes)
 *   -  not used
 * A row marked "+EXT" is followed by an instruction EXT with more operands.
 *
 * An instruction that raises takes its operands away first, as CPython does;
 * what else is in temporaries is dropped when the handler is entered.
 */

/*          name             shape  what it does */
/* clang-format off */
#define OPCODES(X) \
	X(EXT,               "---", "the operand k or u (as a whole number in b and c) of the instruction before it; never run") \
	/* Lines and moves. */ \
	X(LINE,              "-L",  "a source line begins: a step; a: 1 if it counts against the limit of steps") \
	X(LINE_IF,           "-L",  "a source line begins, unless it is the line at hand (and nothing marked it stale)") \
	X(STALE,             "---", "the line at hand no longer counts: the next LINE_IF is a step (a jump backwards, code without a line)") \
	X(MOVE,              "dr-", "a = b") \
	X(COPY,              "dp-", "a = b; b is kept even if temporary") \
	X(LOAD_CONST,        "dk",  "a = constant") \
	X(LOAD_INT,          "dJ",  "a = the signed 32-bit number in b and c") \
	X(LOAD_NONE,         "d--", "a = None") \
	X(LOAD_TRUE,         "d--", "a = True") \
	X(LOAD_FALSE,        "d--", "a = False") \
	X(LOAD_UNSET,        "d--", "a = nothing (marks an absent argument)") \
	X(DROP,              "r--", "drops the temporary a") \
	X(CHECK,             "p--", "raises UnboundLocalError if the variable a is unset") \
	X(UNSET,             "m--", "del of the local a; raises if it is unset") \
	X(FORGET,            "m--", "unsets the local a, set or not (end of except … as)") \
	/* Names. */ \
	X(GET_GLOBAL,        "dg",  "a = the global, else the builtin of that name, else NameError") \
	X(SET_GLOBAL,        "rg",  "the global = a") \
	X(DEL_GLOBAL,        "-g",  "del of the global") \
	X(GET_NAME,          "dn-", "class body: a = the name of the class, global or builtin") \
	X(SET_NAME,          "rn-", "class body: the name = a") \
	X(DEL_NAME,          "-n-", "class body: del of the name") \
	X(GET_CLASS_CELL,    "dpn", "class body: a = the name of the class, else the content of the cell in b") \
	X(MAKE_CELL,         "m--", "wraps the variable a (set or not) in a cell") \
	X(GET_CELL,          "dp-", "a = content of the cell in variable b; NameError or UnboundLocalError if empty") \
	X(SET_CELL,          "pr-", "content of the cell in variable a = b") \
	X(DEL_CELL,          "p--", "empties the cell in variable a; raises if it is empty") \
	X(FORGET_CELL,       "p--", "empties the cell in variable a, empty or not") \
	/* Attributes, items. */ \
	X(GET_ATTR,          "drn", "a = b.name") \
	X(SET_ATTR,          "rrn", "a.name = b") \
	X(DEL_ATTR,          "r-n", "del a.name") \
	X(GET_METHOD,        "wrn", "a, a+1 = function and self for calling b.name, or any callable and unset") \
	X(GET_ITEM,          "drr", "a = b[c]") \
	X(SET_ITEM,          "rrr", "a[b] = c") \
	X(DEL_ITEM,          "rr-", "del a[b]") \
	X(BUILD_SLICE,       "dq-", "a = slice(b, b+1, b+2)") \
	/* Operators: in the order of enum bin_op, enum cmp_op. */ \
	X(ADD,               "drr", "a = b + c") \
	X(SUB,               "drr", "a = b - c") \
	X(MUL,               "drr", "a = b * c") \
	X(MATMUL,            "drr", "a = b @ c") \
	X(DIV,               "drr", "a = b / c") \
	X(FLOORDIV,          "drr", "a = b // c") \
	X(MOD,               "drr", "a = b % c") \
	X(POW,               "drr", "a = b ** c") \
	X(LSHIFT,            "drr", "a = b << c") \
	X(RSHIFT,            "drr", "a = b >> c") \
	X(OR,                "drr", "a = b | c") \
	X(XOR,               "drr", "a = b ^ c") \
	X(AND,               "drr", "a = b & c") \
	X(IADD,              "drr", "a = b += c") \
	X(ISUB,              "drr", "a = b -= c") \
	X(IMUL,              "drr", "a = b *= c") \
	X(IMATMUL,           "drr", "a = b @= c") \
	X(IDIV,              "drr", "a = b /= c") \
	X(IFLOORDIV,         "drr", "a = b //= c") \
	X(IMOD,              "drr", "a = b %= c") \
	X(IPOW,              "drr", "a = b **= c") \
	X(ILSHIFT,           "drr", "a = b <<= c") \
	X(IRSHIFT,           "drr", "a = b >>= c") \
	X(IOR,               "drr", "a = b |= c") \
	X(IXOR,              "drr", "a = b ^= c") \
	X(IAND,              "drr", "a = b &= c") \
	X(ADD_INT,           "dri", "a = b + number") \
	X(SUB_INT,           "dri", "a = b - number") \
	X(MUL_INT,           "dri", "a = b * number") \
	X(FLOORDIV_INT,      "dri", "a = b // number (not 0)") \
	X(MOD_INT,           "dri", "a = b % number (not 0)") \
	X(IADD_INT,          "dri", "a = b += number") \
	X(ISUB_INT,          "dri", "a = b -= number") \
	X(NOT,               "dr-", "a = not b") \
	X(NEG,               "dr-", "a = -b") \
	X(POS,               "dr-", "a = +b") \
	X(INVERT,            "dr-", "a = ~b") \
	X(LT,                "drr", "a = b < c") \
	X(LE,                "drr", "a = b <= c") \
	X(EQ,                "drr", "a = b == c") \
	X(NE,                "drr", "a = b != c") \
	X(GT,                "drr", "a = b > c") \
	X(GE,                "drr", "a = b >= c") \
	X(IS,                "drr", "a = b is c") \
	X(IS_NOT,            "drr", "a = b is not c") \
	X(IN,                "drr", "a = b in c") \
	X(NOT_IN,            "drr", "a = b not in c") \
	/* Jumps. */ \
	X(JUMP,              "-J",  "goes on there") \
	X(JUMP_IF,           "rJ",  "goes on there if a is true") \
	X(JUMP_IF_NOT,       "rJ",  "goes on there if a is false") \
	X(JUMP_IF_KEEP,      "mJ",  "if temporary a is true goes on there and keeps a, else drops a") \
	X(JUMP_IF_NOT_KEEP,  "mJ",  "if temporary a is false goes on there and keeps a, else drops a") \
	X(JUMP_LT,           "rrj", "goes on there if a < b") \
	X(JUMP_LE,           "rrj", "goes on there if a <= b") \
	X(JUMP_EQ,           "rrj", "goes on there if a == b") \
	X(JUMP_NE,           "rrj", "goes on there if a != b") \
	X(JUMP_GT,           "rrj", "goes on there if a > b") \
	X(JUMP_GE,           "rrj", "goes on there if a >= b") \
	X(JUMP_NOT_LT,       "rrj", "goes on there if not a < b") \
	X(JUMP_NOT_LE,       "rrj", "goes on there if not a <= b") \
	X(JUMP_NOT_EQ,       "rrj", "goes on there if not a == b") \
	X(JUMP_NOT_NE,       "rrj", "goes on there if not a != b") \
	X(JUMP_NOT_GT,       "rrj", "goes on there if not a > b") \
	X(JUMP_NOT_GE,       "rrj", "goes on there if not a >= b") \
	X(JUMP_LT_INT,       "rij", "goes on there if a < number") \
	X(JUMP_LE_INT,       "rij", "goes on there if a <= number") \
	X(JUMP_EQ_INT,       "rij", "goes on there if a == number") \
	X(JUMP_NE_INT,       "rij", "goes on there if a != number") \
	X(JUMP_GT_INT,       "rij", "goes on there if a > number") \
	X(JUMP_GE_INT,       "rij", "goes on there if a >= number") \
	X(JUMP_NOT_LT_INT,   "rij", "goes on there if not a < number") \
	X(JUMP_NOT_LE_INT,   "rij", "goes on there if not a <= number") \
	X(JUMP_NOT_EQ_INT,   "rij", "goes on there if not a == number") \
	X(JUMP_NOT_NE_INT,   "rij", "goes on there if not a != number") \
	X(JUMP_NOT_GT_INT,   "rij", "goes on there if not a > number") \
	X(JUMP_NOT_GE_INT,   "rij", "goes on there if not a >= number") \
	/* Calls. */ \
	X(CALL,              "dqu", "a = call of b with the c arguments b+1 …") \
	X(CALL_METHOD,       "dqu", "a = call of the pair b, b+1 (of GET_METHOD) with the c arguments b+2 …") \
	X(CALL_KW,           "dqu", "+EXT k (a tuple of names): as CALL; the last arguments have these names") \
	X(CALL_METHOD_KW,    "dqu", "+EXT k (a tuple of names): as CALL_METHOD; the last arguments have these names") \
	X(SPREAD,            "drp", "a = the items of b, a tuple or list, for *b in a call of c (for the message)") \
	X(CALL_EX,           "dq-", "a = call of b with the sequence b+1 and the dict b+2 (or unset)") \
	X(MAKE_FUNCTION,     "dql", "a = function of code c; b, b+1, b+2: tuple of defaults, dict of keyword defaults, dict of annotations (each may be unset); the cells of its free variables are taken from the registers that the code names") \
	X(RETURN,            "r--", "returns a") \
	X(RETURN_NONE,       "---", "returns None") \
	/* Iteration, suspension. */ \
	X(GET_ITER,          "dr-", "a = iter(b)") \
	X(FOR_ITER,          "dpj", "a = next item of iterator b; at its end drops b and goes on there") \
	X(YIELD,             "dr-", "suspends with the value b; a = what is sent at the resumption (in an async generator b is wrapped)") \
	X(GET_YIELD_FROM,    "dr-", "a = the iterator that yield from b delegates to") \
	X(GET_AWAITABLE,     "dru", "a = the iterator that await b delegates to; c: 0 await, 1 __aenter__, 2 __aexit__ (for the message)") \
	X(DELEGATE,          "dmu", "a = result of delegating to iterator b until it ends, then drops b; c: enum suspend_kind, SUSPEND_YIELD_FROM or SUSPEND_AWAIT") \
	X(GET_AITER,         "dr-", "a = b.__aiter__()") \
	X(GET_ANEXT,         "dp-", "a = the awaitable iterator of b.__anext__()") \
	X(END_ASYNC_FOR,     "m--", "drops the exception in a if it is StopAsyncIteration, else raises it again, with no new step") \
	/* Displays, unpacking, text. */ \
	X(BUILD_TUPLE,       "dqu", "a = tuple of the c values b …") \
	X(BUILD_LIST,        "dqu", "a = list of the c values b …") \
	X(BUILD_SET,         "dqu", "a = set of the c values b …") \
	X(BUILD_DICT,        "dqu", "a = dict of the c pairs b, b+1 …") \
	X(BUILD_DICT_KEYS,   "dqu", "+EXT k (a tuple of keys): a = dict of these with the c values b …") \
	X(LIST_APPEND,       "pr-", "appends b to list a") \
	X(LIST_EXTEND,       "pr-", "appends the items of iterable b to list a (displays and call arguments)") \
	X(LIST_TO_TUPLE,     "dr-", "a = tuple of list b") \
	X(SET_ADD,           "pr-", "adds b to set a") \
	X(SET_UPDATE,        "pr-", "adds the items of iterable b to set a") \
	X(DICT_SET,          "prr", "dict a[b] = c") \
	X(DICT_UPDATE,       "pr-", "display: dict a takes the items of mapping b") \
	X(DICT_MERGE,        "prp", "call: dict a takes the items of mapping b; a key twice is TypeError (c: the callable, for the message)") \
	X(UNPACK,            "wru", "a … = the c items of b") \
	X(UNPACK_REST,       "wru", "+EXT u (how many after): a … = the first c items of b, a list of the middle, the last ones") \
	X(FORMAT,            "dqu", "a = text of b as in an f-string; c: 0 or the conversion letter, plus 256 if b+1 holds the format spec") \
	X(BUILD_STRING,      "dqu", "a = the c strings b … joined") \
	/* Exceptions. */ \
	X(PUSH_EXC,          "dp-", "a = the exception being handled up to now; the one in b is handled from now on") \
	X(POP_EXC,           "r--", "the exception in a (saved by PUSH_EXC) is the one being handled again") \
	X(EXC_MATCH,         "dpr", "a = whether exception b is an instance of c (a class or a tuple)") \
	X(RAISE,             "rru", "c: 0 raise, 1 raise a, 2 raise a from b") \
	X(RERAISE,           "rpu", "raises exception a again, with no new step; b: register with the place saved at the handler's entry (which becomes the frame's place and line at hand), or a itself if none; c: 1 if this instruction has no line") \
	X(LOAD_ASSERTION,    "d--", "a = the class AssertionError") \
	X(WITH_ENTER,        "wr-", "a = bound __exit__ of b, a+1 = result of its __enter__") \
	X(ASYNC_WITH_ENTER,  "wr-", "a = bound __aexit__ of b, a+1 = result of calling its __aenter__ (to be awaited)") \
	X(WITH_EXCEPT,       "dpp", "a = result of calling b (an __exit__) with type, value and traceback of exception c") \
	X(STAR_MATCH,        "wpr", "except*: a, a+1 = the part of exception b that matches c (or None), the rest (or None); b may be a plain exception") \
	X(STAR_END,          "drr", "except*: a = what is left to raise (or None) of original b and the list c of raised and unmatched exceptions") \
	/* Classes, modules. */ \
	X(LOAD_BUILD_CLASS,  "d--", "a = the function that makes a class of (body function, name, bases …)") \
	X(IMPORT,            "dk",  "a = the module whose dotted name is the constant") \
	X(IMPORT_FROM,       "dpn", "a = b.name; ImportError if it is not there") \
	X(NOT_IN_LANGUAGE,   "-k",  "the run ends with the constant text: outside the scenario language")
/* clang-format on */

#define X(name, shape, doc) OP_##name,
enum opcode { OPCODES(X) OPCODE_COUNT };
#undef X

#endif
