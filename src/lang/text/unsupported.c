#include "lang/text/unsupported.h"

#include <string.h>

static const char *const builtins[] = { "__build_class__", "__import__", "breakpoint", "bytearray",
	"bytes", "compile", "complex", "copyright", "credits", "eval", "exec", "exit", "help",
	"license", "memoryview", "open", "quit" };

/* sys.stdlib_module_names, but for what there is and what begins with _. */
static const char *const modules[] = { "aifc", "argparse", "array", "ast", "asynchat", "asyncore",
	"atexit", "audioop", "base64", "bdb", "binascii", "bisect", "builtins", "bz2", "cProfile",
	"calendar", "cgi", "cgitb", "chunk", "cmath", "cmd", "code", "codecs", "codeop", "colorsys",
	"compileall", "concurrent", "configparser", "contextvars", "copy", "copyreg", "crypt",
	"csv", "ctypes", "curses", "dataclasses", "datetime", "dbm", "decimal", "difflib", "dis",
	"distutils", "doctest", "email", "encodings", "ensurepip", "enum", "errno", "faulthandler",
	"fcntl", "filecmp", "fileinput", "fnmatch", "fractions", "ftplib", "gc", "genericpath",
	"getopt", "getpass", "gettext", "glob", "graphlib", "grp", "gzip", "hashlib", "hmac",
	"html", "http", "idlelib", "imaplib", "imghdr", "imp", "importlib", "io", "ipaddress",
	"json", "keyword", "lib2to3", "linecache", "locale", "logging", "lzma", "mailbox",
	"mailcap", "marshal", "mimetypes", "mmap", "modulefinder", "msilib", "msvcrt",
	"multiprocessing", "netrc", "nis", "nntplib", "nt", "ntpath", "nturl2path", "numbers",
	"opcode", "optparse", "os", "ossaudiodev", "pathlib", "pdb", "pickle", "pickletools",
	"pipes", "pkgutil", "platform", "plistlib", "poplib", "posix", "posixpath", "pprint",
	"profile", "pstats", "pty", "pwd", "py_compile", "pyclbr", "pydoc", "pydoc_data", "pyexpat",
	"queue", "quopri", "re", "readline", "reprlib", "resource", "rlcompleter", "runpy", "sched",
	"secrets", "select", "selectors", "shelve", "shlex", "shutil", "signal", "site", "smtpd",
	"smtplib", "sndhdr", "socket", "socketserver", "spwd", "sqlite3", "sre_compile",
	"sre_constants", "sre_parse", "ssl", "stat", "statistics", "string", "stringprep", "struct",
	"subprocess", "sunau", "symtable", "sysconfig", "syslog", "tabnanny", "tarfile",
	"telnetlib", "tempfile", "termios", "textwrap", "threading", "timeit", "tkinter", "token",
	"tokenize", "tomllib", "trace", "traceback", "tracemalloc", "tty", "turtle", "turtledemo",
	"unicodedata", "unittest", "urllib", "uu", "uuid", "venv", "warnings", "wave", "weakref",
	"webbrowser", "winreg", "winsound", "wsgiref", "xdrlib", "xml", "xmlrpc", "zipapp",
	"zipfile", "zipimport", "zlib", "zoneinfo" };

static bool is_among(const char *const *names, size_t n, const char *name, size_t len)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(names[i]) == len && memcmp(names[i], name, len) == 0)
			return true;
	return false;
}

bool unsupported_builtin(const char *name)
{
	return is_among(builtins, sizeof builtins / sizeof *builtins, name, strlen(name));
}

bool unsupported_module(const char *name)
{
	return is_among(modules, sizeof modules / sizeof *modules, name, strcspn(name, "."));
}
