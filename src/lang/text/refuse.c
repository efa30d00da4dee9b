#include "lang/text/refuse.h"

#include "lang/text/unsupported.h"

#include <string.h>

#define NO_FILES "a program here has no files: put what it would read into a list or a text"
#define NO_NETWORK \
	"a program here has no network: let a coroutine with asyncio.sleep() stand for what is far"
#define NO_THREADS "let tasks of asyncio, generators or greenlets take turns instead of threads"
#define NO_BYTES "use a str, or a list of ints"
#define NO_CODE "write the code that shall run into the program"
#define NO_OBJECTS "cosub shows what lives and what is gone: print what you want to know"
#define SMALL_INTS "keep whole numbers between -2**63 and 2**63 - 1; floats are larger"
#define ONE_BASE "inherit from one class, and keep an object of the other in an attribute"
#define STEPS "cosub itself steps through the program: no hooks are needed"
#define KEEP_ONE "keep one in an attribute, and give the class the methods that you need"

/* Names with a space between two; "the builtin" and "the module" stand before them. */
static const struct {
	const char *names, *way;
} builtins[] = {
	{ "open", NO_FILES },
	{ "eval exec compile __import__ __build_class__", NO_CODE },
	{ "bytes bytearray memoryview", NO_BYTES },
	{ "complex", "use two floats" },
	{ "breakpoint", "stop with cosub's own break and watch" },
	{ "exit quit", "end with sys.exit() or by raising" },
};

static const struct {
	const char *names, *way;
} modules[] = {
	{ "threading concurrent multiprocessing subprocess signal sched", NO_THREADS },
	{ "queue", "use asyncio.Queue between tasks, or collections.deque" },
	{ "socket socketserver select selectors ssl http urllib ftplib smtplib imaplib poplib "
	  "xmlrpc wsgiref telnetlib webbrowser email asynchat asyncore",
		NO_NETWORK },
	{ "os io pathlib glob shutil tempfile fileinput filecmp csv json pickle shelve dbm sqlite3 "
	  "configparser tomllib zipfile tarfile gzip bz2 lzma zlib mmap stat fcntl posix marshal "
	  "plistlib",
		NO_FILES },
	{ "dataclasses", "write the class with an __init__() of its own" },
	{ "enum", "use names with values of their own in a class" },
	{ "re string textwrap difflib", "use the methods of str: split, find, startswith, ..." },
	{ "copy", "build the copy: list(x), dict(x), or an object with the same attributes" },
	{ "datetime calendar zoneinfo", "count seconds, from time.monotonic() if need be" },
	{ "weakref gc tracemalloc", NO_OBJECTS },
	{ "traceback inspect dis trace pdb bdb faulthandler profile cProfile timeit", STEPS },
	{ "logging warnings pprint", "print what you want to say" },
	{ "unittest doctest", "use assert" },
	{ "contextvars", "give the value as an argument" },
	{ "decimal fractions statistics numbers cmath", "use int and float" },
	{ "array struct binascii base64 hashlib hmac codecs", NO_BYTES },
	{ "bisect", "search the list with a loop" },
	{ "builtins importlib runpy code codeop ast symtable tokenize", NO_CODE },
	{ "argparse getopt optparse", "set the values at the top of the program" },
	{ "secrets uuid", "use random, or count" },
};

static const struct {
	const char *what, *way;
} others[] = {
	{ "a bytes literal", NO_BYTES },
	{ "a complex number", "use two floats" },
	{ "an integer past 64 bits", SMALL_INTS },
	{ "an int that does not fit in 64 bits", SMALL_INTS },
	{ "the match statement", "use if and elif" },
	{ "import *", "name what you import" },
	{ "a relative import", "a scenario is one file: write what you need into it" },
	{ "multiple inheritance", ONE_BASE },
	{ "a starred base class", "name the base class" },
	{ "** in a class statement", "write the keywords out" },
	{ "__future__.barry_as_FLUFL", "leave it out: it only changes how != is written" },
	{ "an f-string in an annotation that stays text", "write the annotation without it" },
	{ "a finaliser __del__", "say in a finally, or by with, that something ends" },
	{ "a class with __slots__", "leave it out: nothing else changes" },
	{ "a class with __getattribute__", "use __getattr__, which is asked for what is missing" },
	{ "a metaclass", "give the class what it needs in its body, or by a decorator" },
	{ "a character by name (\\N{...})", "write the character itself, or \\u and its number" },
	{ "sys.getrefcount", NO_OBJECTS },
	{ "sys.getsizeof", NO_OBJECTS },
	{ "sys.settrace", STEPS },
	{ "sys.setprofile", STEPS },
	{ "greenlet.settrace", STEPS },
	{ "greenlet.gettrace", STEPS },
	{ "sys.gettrace", STEPS },
	{ "sys.getprofile", STEPS },
	{ "asyncio.to_thread", "call the function in a coroutine: nothing here blocks for real" },
	{ "the event loop's run_in_executor",
		"call the function in a coroutine: nothing here blocks for real" },
	{ "asyncio.open_connection", NO_NETWORK },
	{ "asyncio.start_server", NO_NETWORK },
	{ "asyncio.run_coroutine_threadsafe", NO_THREADS },
	{ "contextlib.redirect_stdout", "return the text instead of printing it" },
	{ "contextlib.AsyncExitStack", "nest async with" },
	{ "functools.cached_property",
		"keep the value in an attribute when it is first asked for" },
	{ "collections.ChainMap", "look into one dict after the other" },
	{ "str.encode", NO_BYTES },
	{ "int.to_bytes", NO_BYTES },
	{ "int.from_bytes", NO_BYTES },
	{ "the size of an object", NO_OBJECTS },
	{ "copying by pickle", "build the copy by hand" },
};

static const struct {
	const char *start, *way;
} starts[] = {
	{ "inheriting from ", KEEP_ONE },
	{ "a name with the character ", "spell the name with other letters" },
	{ "a static method as ", "define it as a plain method" },
	{ "a class method as ", "define it as a plain method" },
	{ "a property as ", "define it as a plain method" },
	{ "a descriptor's ", "use a property" },
	{ "a metaclass's ", "give the class what it needs in its body, or by a decorator" },
	{ "a switch of greenlets ", "switch in the function that called it" },
};

static bool begins(const char *what, size_t len, const char *start)
{
	size_t n = strlen(start);
	return len >= n && memcmp(what, start, n) == 0;
}

static const char *among_builtins(const char *name, size_t len)
{
	for (size_t i = 0; i < sizeof builtins / sizeof *builtins; i++)
		if (unsupported_among(builtins[i].names, name, len))
			return builtins[i].way;
	return "leave it out, or write what you need of it as a function";
}

static const char *among_modules(const char *name, size_t len)
{
	for (size_t i = 0; i < sizeof modules / sizeof *modules; i++)
		if (unsupported_among(modules[i].names, name, len))
			return modules[i].way;
	return "leave it out, or write what you need of it into the program";
}

/* For what a refusal names. */
static const char *way_on(const char *what, size_t len)
{
	static const char builtin[] = "the builtin ", module[] = "the module ";
	if (begins(what, len, builtin))
		return among_builtins(what + sizeof builtin - 1, len - (sizeof builtin - 1));
	if (begins(what, len, module))
		return among_modules(what + sizeof module - 1, len - (sizeof module - 1));
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strlen(others[i].what) == len && memcmp(others[i].what, what, len) == 0)
			return others[i].way;
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (begins(what, len, starts[i].start))
			return starts[i].way;
	return "leave it out, or write what you need of it into the program";
}

void refuse(struct diag *d, struct span span, const char *what)
{
	diag_refuse(
		d, span, way_on(what, strlen(what)), "%s is outside the scenario language", what);
}

const char *refuse_way_on(const char *sentence)
{
	static const char *const ends[] = { " is outside the scenario language",
		" are outside the scenario language" };
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		const char *end = strstr(sentence, ends[i]);
		if (end)
			return way_on(sentence, (size_t)(end - sentence));
	}
	return way_on(sentence, strlen(sentence));
}
