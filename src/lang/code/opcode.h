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
 * Form: what the compiler and the machine ask of a row (OPCODE_FORMS), and of
 * those that stand for an operator of the language which (enum bin_op, enum
 * cmp_op); a form has an operator once.
 *
 * A row marked "+EXT" is followed by an instruction EXT with more operands.
 *
 * An instruction that raises takes its operands away first, as CPython does;
 * what else is in temporaries is dropped when the handler is entered.
 */

/*          name             shape  form                 operator      what it does */
/* clang-format off */
#define OPCODES(X) \
	X(EXT,               "---", PLAIN,               NONE, \
		"the operand k or u (as a whole number in b and c) of the instruction before " \
		"it; never run") \
	/* Lines and moves. */ \
	X(LINE,              "-L",  PLAIN,               NONE, \
		"a source line begins: a step; a: 1 if it counts against the limit of steps") \
	X(LINE_IF,           "-L",  PLAIN,               NONE, \
		"a source line begins, unless it is the line at hand (and nothing marked it " \
		"stale)") \
	X(STALE,             "---", PLAIN,               NONE, \
		"the line at hand no longer counts: the next LINE_IF is a step (a jump " \
		"backwards, code without a line)") \
	X(MOVE,              "dr-", PLAIN,               NONE,         "a = b") \
	X(COPY,              "dp-", PLAIN,               NONE, \
		"a = b; b is kept even if temporary") \
	X(LOAD_CONST,        "dk",  PLAIN,               NONE,         "a = constant") \
	X(LOAD_INT,          "dJ",  PLAIN,               NONE, \
		"a = the signed 32-bit number in b and c") \
	X(LOAD_NONE,         "d--", PLAIN,               NONE,         "a = None") \
	X(LOAD_TRUE,         "d--", PLAIN,               NONE,         "a = True") \
	X(LOAD_FALSE,        "d--", PLAIN,               NONE,         "a = False") \
	X(LOAD_UNSET,        "d--", PLAIN,               NONE, \
		"a = nothing (marks an absent argument)") \
	X(DROP,              "r--", PLAIN,               NONE,         "drops the temporary a") \
	X(CHECK,             "p--", PLAIN,               NONE, \
		"raises UnboundLocalError if the variable a is unset") \
	X(UNSET,             "m--", PLAIN,               NONE, \
		"del of the local a; raises if it is unset") \
	X(FORGET,            "m--", PLAIN,               NONE, \
		"unsets the local a, set or not (end of except … as)") \
	/* Names. */ \
	X(GET_GLOBAL,        "dg",  PLAIN,               NONE, \
		"a = the global, else the builtin of that name, else NameError") \
	X(SET_GLOBAL,        "rg",  PLAIN,               NONE,         "the global = a") \
	X(DEL_GLOBAL,        "-g",  PLAIN,               NONE,         "del of the global") \
	X(GET_NAME,          "dn-", PLAIN,               NONE, \
		"class body: a = the name of the class, global or builtin") \
	X(SET_NAME,          "rn-", PLAIN,               NONE,         "class body: the name = a") \
	X(DEL_NAME,          "-n-", PLAIN,               NONE, \
		"class body: del of the name") \
	X(GET_CLASS_CELL,    "dpn", PLAIN,               NONE, \
		"class body: a = the name of the class, else the content of the cell in b") \
	X(MAKE_CELL,         "m--", PLAIN,               NONE, \
		"wraps the variable a (set or not) in a cell") \
	X(GET_CELL,          "dp-", PLAIN,               NONE, \
		"a = content of the cell in variable b; NameError or UnboundLocalError if empty") \
	X(SET_CELL,          "pr-", PLAIN,               NONE, \
		"content of the cell in variable a = b") \
	X(DEL_CELL,          "p--", PLAIN,               NONE, \
		"empties the cell in variable a; raises if it is empty") \
	X(FORGET_CELL,       "p--", PLAIN,               NONE, \
		"empties the cell in variable a, empty or not") \
	/* Attributes, items. */ \
	X(GET_ATTR,          "drn", PLAIN,               NONE,         "a = b.name") \
	X(SET_ATTR,          "rrn", PLAIN,               NONE,         "a.name = b") \
	X(DEL_ATTR,          "r-n", PLAIN,               NONE,         "del a.name") \
	X(GET_METHOD,        "wrn", PLAIN,               NONE, \
		"a, a+1 = function and self for calling b.name, or any callable and unset") \
	X(GET_ITEM,          "drr", PLAIN,               NONE,         "a = b[c]") \
	X(SET_ITEM,          "rrr", PLAIN,               NONE,         "a[b] = c") \
	X(DEL_ITEM,          "rr-", PLAIN,               NONE,         "del a[b]") \
	X(BUILD_SLICE,       "dq-", PLAIN,               NONE,         "a = slice(b, b+1, b+2)") \
	/* Operators. */ \
	X(ADD,               "drr", BINARY,              BIN_ADD,      "a = b + c") \
	X(SUB,               "drr", BINARY,              BIN_SUB,      "a = b - c") \
	X(MUL,               "drr", BINARY,              BIN_MUL,      "a = b * c") \
	X(MATMUL,            "drr", BINARY,              BIN_MATMUL,   "a = b @ c") \
	X(DIV,               "drr", BINARY,              BIN_DIV,      "a = b / c") \
	X(FLOORDIV,          "drr", BINARY,              BIN_FLOORDIV, "a = b // c") \
	X(MOD,               "drr", BINARY,              BIN_MOD,      "a = b % c") \
	X(POW,               "drr", BINARY,              BIN_POW,      "a = b ** c") \
	X(LSHIFT,            "drr", BINARY,              BIN_LSHIFT,   "a = b << c") \
	X(RSHIFT,            "drr", BINARY,              BIN_RSHIFT,   "a = b >> c") \
	X(OR,                "drr", BINARY,              BIN_OR,       "a = b | c") \
	X(XOR,               "drr", BINARY,              BIN_XOR,      "a = b ^ c") \
	X(AND,               "drr", BINARY,              BIN_AND,      "a = b & c") \
	X(IADD,              "drr", INPLACE,             BIN_ADD,      "a = b += c") \
	X(ISUB,              "drr", INPLACE,             BIN_SUB,      "a = b -= c") \
	X(IMUL,              "drr", INPLACE,             BIN_MUL,      "a = b *= c") \
	X(IMATMUL,           "drr", INPLACE,             BIN_MATMUL,   "a = b @= c") \
	X(IDIV,              "drr", INPLACE,             BIN_DIV,      "a = b /= c") \
	X(IFLOORDIV,         "drr", INPLACE,             BIN_FLOORDIV, "a = b //= c") \
	X(IMOD,              "drr", INPLACE,             BIN_MOD,      "a = b %= c") \
	X(IPOW,              "drr", INPLACE,             BIN_POW,      "a = b **= c") \
	X(ILSHIFT,           "drr", INPLACE,             BIN_LSHIFT,   "a = b <<= c") \
	X(IRSHIFT,           "drr", INPLACE,             BIN_RSHIFT,   "a = b >>= c") \
	X(IOR,               "drr", INPLACE,             BIN_OR,       "a = b |= c") \
	X(IXOR,              "drr", INPLACE,             BIN_XOR,      "a = b ^= c") \
	X(IAND,              "drr", INPLACE,             BIN_AND,      "a = b &= c") \
	X(ADD_INT,           "dri", BINARY_INT,          BIN_ADD,      "a = b + number") \
	X(SUB_INT,           "dri", BINARY_INT,          BIN_SUB,      "a = b - number") \
	X(MUL_INT,           "dri", BINARY_INT,          BIN_MUL,      "a = b * number") \
	X(FLOORDIV_INT,      "dri", BINARY_INT,          BIN_FLOORDIV, "a = b // number (not 0)") \
	X(MOD_INT,           "dri", BINARY_INT,          BIN_MOD,      "a = b % number (not 0)") \
	X(IADD_INT,          "dri", INPLACE_INT,         BIN_ADD,      "a = b += number") \
	X(ISUB_INT,          "dri", INPLACE_INT,         BIN_SUB,      "a = b -= number") \
	X(NOT,               "dr-", PLAIN,               NONE,         "a = not b") \
	X(NEG,               "dr-", PLAIN,               NONE,         "a = -b") \
	X(POS,               "dr-", PLAIN,               NONE,         "a = +b") \
	X(INVERT,            "dr-", PLAIN,               NONE,         "a = ~b") \
	X(LT,                "drr", COMPARE,             CMP_LT,       "a = b < c") \
	X(LE,                "drr", COMPARE,             CMP_LE,       "a = b <= c") \
	X(EQ,                "drr", COMPARE,             CMP_EQ,       "a = b == c") \
	X(NE,                "drr", COMPARE,             CMP_NE,       "a = b != c") \
	X(GT,                "drr", COMPARE,             CMP_GT,       "a = b > c") \
	X(GE,                "drr", COMPARE,             CMP_GE,       "a = b >= c") \
	X(IS,                "drr", COMPARE,             CMP_IS,       "a = b is c") \
	X(IS_NOT,            "drr", COMPARE,             CMP_IS_NOT,   "a = b is not c") \
	X(IN,                "drr", COMPARE,             CMP_IN,       "a = b in c") \
	X(NOT_IN,            "drr", COMPARE,             CMP_NOT_IN,   "a = b not in c") \
	/* Jumps. */ \
	X(JUMP,              "-J",  JUMP,                NONE,         "goes on there") \
	X(JUMP_IF,           "rJ",  JUMP_TRUTH,          NONE, \
		"goes on there if a is true") \
	X(JUMP_IF_NOT,       "rJ",  JUMP_NOT_TRUTH,      NONE, \
		"goes on there if a is false") \
	X(JUMP_IF_KEEP,      "mJ",  JUMP_TRUTH_KEEP,     NONE, \
		"if temporary a is true goes on there and keeps a, else drops a") \
	X(JUMP_IF_NOT_KEEP,  "mJ",  JUMP_NOT_TRUTH_KEEP, NONE, \
		"if temporary a is false goes on there and keeps a, else drops a") \
	X(JUMP_LT,           "rrj", JUMP_COMPARE,        CMP_LT,       "goes on there if a < b") \
	X(JUMP_LE,           "rrj", JUMP_COMPARE,        CMP_LE,       "goes on there if a <= b") \
	X(JUMP_EQ,           "rrj", JUMP_COMPARE,        CMP_EQ,       "goes on there if a == b") \
	X(JUMP_NE,           "rrj", JUMP_COMPARE,        CMP_NE,       "goes on there if a != b") \
	X(JUMP_GT,           "rrj", JUMP_COMPARE,        CMP_GT,       "goes on there if a > b") \
	X(JUMP_GE,           "rrj", JUMP_COMPARE,        CMP_GE,       "goes on there if a >= b") \
	X(JUMP_NOT_LT,       "rrj", JUMP_NOT_COMPARE,    CMP_LT, \
		"goes on there if not a < b") \
	X(JUMP_NOT_LE,       "rrj", JUMP_NOT_COMPARE,    CMP_LE, \
		"goes on there if not a <= b") \
	X(JUMP_NOT_EQ,       "rrj", JUMP_NOT_COMPARE,    CMP_EQ, \
		"goes on there if not a == b") \
	X(JUMP_NOT_NE,       "rrj", JUMP_NOT_COMPARE,    CMP_NE, \
		"goes on there if not a != b") \
	X(JUMP_NOT_GT,       "rrj", JUMP_NOT_COMPARE,    CMP_GT, \
		"goes on there if not a > b") \
	X(JUMP_NOT_GE,       "rrj", JUMP_NOT_COMPARE,    CMP_GE, \
		"goes on there if not a >= b") \
	X(JUMP_LT_INT,       "rij", JUMP_COMPARE_INT,    CMP_LT, \
		"goes on there if a < number") \
	X(JUMP_LE_INT,       "rij", JUMP_COMPARE_INT,    CMP_LE, \
		"goes on there if a <= number") \
	X(JUMP_EQ_INT,       "rij", JUMP_COMPARE_INT,    CMP_EQ, \
		"goes on there if a == number") \
	X(JUMP_NE_INT,       "rij", JUMP_COMPARE_INT,    CMP_NE, \
		"goes on there if a != number") \
	X(JUMP_GT_INT,       "rij", JUMP_COMPARE_INT,    CMP_GT, \
		"goes on there if a > number") \
	X(JUMP_GE_INT,       "rij", JUMP_COMPARE_INT,    CMP_GE, \
		"goes on there if a >= number") \
	X(JUMP_NOT_LT_INT,   "rij", JUMP_NOT_COMPARE_INT,CMP_LT, \
		"goes on there if not a < number") \
	X(JUMP_NOT_LE_INT,   "rij", JUMP_NOT_COMPARE_INT,CMP_LE, \
		"goes on there if not a <= number") \
	X(JUMP_NOT_EQ_INT,   "rij", JUMP_NOT_COMPARE_INT,CMP_EQ, \
		"goes on there if not a == number") \
	X(JUMP_NOT_NE_INT,   "rij", JUMP_NOT_COMPARE_INT,CMP_NE, \
		"goes on there if not a != number") \
	X(JUMP_NOT_GT_INT,   "rij", JUMP_NOT_COMPARE_INT,CMP_GT, \
		"goes on there if not a > number") \
	X(JUMP_NOT_GE_INT,   "rij", JUMP_NOT_COMPARE_INT,CMP_GE, \
		"goes on there if not a >= number") \
	/* Calls. */ \
	X(CALL,              "dqu", PLAIN,               NONE, \
		"a = call of b with the c arguments b+1 …") \
	X(CALL_METHOD,       "dqu", PLAIN,               NONE, \
		"a = call of the pair b, b+1 (of GET_METHOD) with the c arguments b+2 …") \
	X(CALL_KW,           "dqu", PLAIN,               NONE, \
		"+EXT k (a tuple of names): as CALL; the last arguments have these names") \
	X(CALL_METHOD_KW,    "dqu", PLAIN,               NONE, \
		"+EXT k (a tuple of names): as CALL_METHOD; the last arguments have these names") \
	X(SPREAD,            "drp", PLAIN,               NONE, \
		"a = the items of b, a tuple or list, for *b in a call of c (for the message)") \
	X(CALL_EX,           "dq-", PLAIN,               NONE, \
		"a = call of b with the sequence b+1 and the dict b+2 (or unset)") \
	X(MAKE_FUNCTION,     "dql", PLAIN,               NONE, \
		"a = function of code c; b, b+1, b+2: tuple of defaults, dict of keyword " \
		"defaults, dict of annotations (each may be unset); the cells of its free " \
		"variables are taken from the registers that the code names") \
	X(RETURN,            "r--", EXIT,                NONE,         "returns a") \
	X(RETURN_NONE,       "---", EXIT,                NONE,         "returns None") \
	/* Iteration, suspension. */ \
	X(GET_ITER,          "dr-", PLAIN,               NONE,         "a = iter(b)") \
	X(FOR_ITER,          "dpj", JUMP_AT_END,         NONE, \
		"a = next item of iterator b; at its end drops b and goes on there") \
	X(YIELD,             "dr-", PLAIN,               NONE, \
		"suspends with the value b; a = what is sent at the resumption (in an async " \
		"generator b is wrapped)") \
	X(GET_YIELD_FROM,    "dr-", PLAIN,               NONE, \
		"a = the iterator that yield from b delegates to") \
	X(GET_AWAITABLE,     "dru", PLAIN,               NONE, \
		"a = the iterator that await b delegates to; c: 0 await, 1 __aenter__, 2 " \
		"__aexit__ (for the message)") \
	X(DELEGATE,          "dmu", PLAIN,               NONE, \
		"a = result of delegating to iterator b until it ends, then drops b; c: enum " \
		"suspend_kind, SUSPEND_YIELD_FROM or SUSPEND_AWAIT") \
	X(GET_AITER,         "dr-", PLAIN,               NONE,         "a = b.__aiter__()") \
	X(GET_ANEXT,         "dp-", PLAIN,               NONE, \
		"a = the awaitable iterator of b.__anext__()") \
	X(END_ASYNC_FOR,     "m--", PLAIN,               NONE, \
		"drops the exception in a if it is StopAsyncIteration, else raises it again, " \
		"with no new step") \
	/* Displays, unpacking, text. */ \
	X(BUILD_TUPLE,       "dqu", PLAIN,               NONE, \
		"a = tuple of the c values b …") \
	X(BUILD_LIST,        "dqu", PLAIN,               NONE, \
		"a = list of the c values b …") \
	X(BUILD_SET,         "dqu", PLAIN,               NONE, \
		"a = set of the c values b …") \
	X(BUILD_DICT,        "dqu", PLAIN,               NONE, \
		"a = dict of the c pairs b, b+1 …") \
	X(BUILD_DICT_KEYS,   "dqu", PLAIN,               NONE, \
		"+EXT k (a tuple of keys): a = dict of these with the c values b …") \
	X(LIST_APPEND,       "pr-", PLAIN,               NONE,         "appends b to list a") \
	X(LIST_EXTEND,       "pr-", PLAIN,               NONE, \
		"appends the items of iterable b to list a (displays and call arguments)") \
	X(LIST_TO_TUPLE,     "dr-", PLAIN,               NONE,         "a = tuple of list b") \
	X(SET_ADD,           "pr-", PLAIN,               NONE,         "adds b to set a") \
	X(SET_UPDATE,        "pr-", PLAIN,               NONE, \
		"adds the items of iterable b to set a") \
	X(DICT_SET,          "prr", PLAIN,               NONE,         "dict a[b] = c") \
	X(DICT_UPDATE,       "pr-", PLAIN,               NONE, \
		"display: dict a takes the items of mapping b") \
	X(DICT_MERGE,        "prp", PLAIN,               NONE, \
		"call: dict a takes the items of mapping b; a key twice is TypeError (c: the " \
		"callable, for the message)") \
	X(UNPACK,            "wru", PLAIN,               NONE,         "a … = the c items of b") \
	X(UNPACK_REST,       "wru", PLAIN,               NONE, \
		"+EXT u (how many after): a … = the first c items of b, a list of the middle, " \
		"the last ones") \
	X(FORMAT,            "dqu", PLAIN,               NONE, \
		"a = text of b as in an f-string; c: 0 or the conversion letter, plus 256 if " \
		"b+1 holds the format spec") \
	X(BUILD_STRING,      "dqu", PLAIN,               NONE, \
		"a = the c strings b … joined") \
	/* Exceptions. */ \
	X(PUSH_EXC,          "dp-", PLAIN,               NONE, \
		"a = the exception being handled up to now; the one in b is handled from now on") \
	X(POP_EXC,           "r--", PLAIN,               NONE, \
		"the exception in a (saved by PUSH_EXC) is the one being handled again") \
	X(EXC_MATCH,         "dpr", PLAIN,               NONE, \
		"a = whether exception b is an instance of c (a class or a tuple)") \
	X(RAISE,             "rru", EXIT,                NONE, \
		"c: 0 raise, 1 raise a, 2 raise a from b") \
	X(RERAISE,           "rpu", EXIT,                NONE, \
		"raises exception a again, with no new step; b: register with the place saved " \
		"at the handler's entry (which becomes the frame's place and line at hand), or " \
		"a itself if none; c: 1 if this instruction has no line, 2 if it has none right " \
		"behind a STAR_END") \
	X(LOAD_ASSERTION,    "d--", PLAIN,               NONE, \
		"a = the class AssertionError") \
	X(WITH_ENTER,        "wr-", PLAIN,               NONE, \
		"a = bound __exit__ of b, a+1 = result of its __enter__") \
	X(ASYNC_WITH_ENTER,  "wr-", PLAIN,               NONE, \
		"a = bound __aexit__ of b, a+1 = result of calling its __aenter__ (to be " \
		"awaited)") \
	X(WITH_EXCEPT,       "dpp", PLAIN,               NONE, \
		"a = result of calling b (an __exit__) with type, value and traceback of " \
		"exception c") \
	X(STAR_MATCH,        "wpr", PLAIN,               NONE, \
		"except*: a, a+1 = the part of exception b that matches c (or None), the rest " \
		"(or None); b may be a plain exception") \
	X(STAR_END,          "drr", PLAIN,               NONE, \
		"except*: a = what is left to raise (or None) of original b and the list c of " \
		"raised and unmatched exceptions") \
	/* Classes, modules. */ \
	X(LOAD_BUILD_CLASS,  "d--", PLAIN,               NONE, \
		"a = the function that makes a class of (body function, name, bases …)") \
	X(IMPORT,            "dk",  PLAIN,               NONE, \
		"a = the module whose dotted name is the constant") \
	X(IMPORT_FROM,       "dpn", PLAIN,               NONE, \
		"a = b.name; ImportError if it is not there") \
	X(NOT_IN_LANGUAGE,   "-k",  PLAIN,               NONE, \
		"the run ends with the constant text: outside the scenario language")
/* clang-format on */

#define X(name, shape, form, of, doc) OP_##name,
enum opcode { OPCODES(X) OPCODE_COUNT };
#undef X

/* What a form is: bits of enum opcode_trait. */
/* clang-format off */
#define OPCODE_FORMS(X) \
	X(PLAIN, 0) \
	X(BINARY, 0) \
	X(INPLACE, 0) \
	X(BINARY_INT, 0) \
	X(INPLACE_INT, 0) \
	X(COMPARE, 0) \
	X(JUMP, OPCODE_JUMPS) \
	X(JUMP_AT_END, OPCODE_BRANCHES) \
	X(JUMP_TRUTH, OPCODE_BRANCHES | OPCODE_TESTS) \
	X(JUMP_NOT_TRUTH, OPCODE_BRANCHES | OPCODE_TESTS | OPCODE_NEGATED) \
	X(JUMP_TRUTH_KEEP, OPCODE_BRANCHES | OPCODE_TESTS | OPCODE_KEEPS) \
	X(JUMP_NOT_TRUTH_KEEP, OPCODE_BRANCHES | OPCODE_TESTS | OPCODE_NEGATED | OPCODE_KEEPS) \
	X(JUMP_COMPARE, OPCODE_BRANCHES | OPCODE_TESTS | OPCODE_COMPARES) \
	X(JUMP_NOT_COMPARE, OPCODE_BRANCHES | OPCODE_TESTS | OPCODE_COMPARES | OPCODE_NEGATED) \
	X(JUMP_COMPARE_INT, OPCODE_BRANCHES | OPCODE_TESTS | OPCODE_COMPARES) \
	X(JUMP_NOT_COMPARE_INT, OPCODE_BRANCHES | OPCODE_TESTS | OPCODE_COMPARES | OPCODE_NEGATED) \
	X(EXIT, OPCODE_LEAVES)
/* clang-format on */

#define X(name, traits) OPCODE_##name,
enum opcode_form { OPCODE_FORMS(X) OPCODE_FORM_COUNT };
#undef X

enum opcode_trait {
	OPCODE_JUMPS = 1 << 0,
	OPCODE_MAY_GO_ON = 1 << 1, /* a jump: only if something is so */
	OPCODE_BRANCHES = OPCODE_JUMPS | OPCODE_MAY_GO_ON,
	OPCODE_TESTS = 1 << 2,    /* ... a condition, which may take other code to find out */
	OPCODE_NEGATED = 1 << 3,  /* ... jumps if it is false */
	OPCODE_KEEPS = 1 << 4,    /* ... and keeps its operand then */
	OPCODE_COMPARES = 1 << 5, /* ... of two values */
	OPCODE_LEAVES = 1 << 6    /* what follows is not reached */
};

#endif
