"""The text of a value: short, the same on every machine, and made without running code of the
program.  README.md says how each kind of value is written."""
import collections
import re
import types

MOST_ITEMS, MOST_CHARACTERS, MOST_DEPTH, MOST_TEXT = 20, 80, 4, 400
LARGEST_INT = 10 ** 60

ADDRESS = re.compile(r"0x[0-9a-fA-F]{6,}")
# Where a machine keeps a module's file is no fact of the program.
MODULE_FILE = re.compile(r"(?s)(cannot import name .*) \(.*\.(?:py|so)\)")

# Not t.__mro__ and the like: a metaclass of the program may answer that.
mro_of = type.__dict__["__mro__"].__get__
module_of = type.__dict__["__module__"].__get__
name_of = type.__dict__["__name__"].__get__
qualname_of = type.__dict__["__qualname__"].__get__


def text_of(value):
    try:
        text = inner_text(value, 0, ())
    except RecursionError:
        text = "…"
    return text if len(text) <= MOST_TEXT else text[:MOST_TEXT] + "…"


def inner_text(value, depth, seen):
    """depth: how many containers are around it; seen: their ids."""
    kind = type(value)
    write = WRITERS.get(kind)
    if write is not None:
        return write(value, depth, seen)
    bases = mro_of(kind)
    if BaseException in bases:
        return exception_text(value, depth, seen)
    if type in bases:
        return type.__repr__(value)
    module = module_of(kind)
    if type(module) is not str:
        module = "?"
    if "asyncio" in module:
        return asyncio_text(value)
    name = qualname_of(kind)
    return f"<{name}>" if module in ("builtins", "__main__") else f"<{module}.{name}>"


def write_as(kind, text):
    """Every instance of the class is written so: for a class of ours that stands in for another."""
    WRITERS[kind] = lambda value, depth, seen: text


def int_text(value, depth, seen):
    if -LARGEST_INT < value < LARGEST_INT:
        return int.__repr__(value)
    return f"<int {value.bit_length()} bits>"


def bytes_text(value, depth, seen):
    if len(value) > MOST_CHARACTERS:
        return f"{value[:MOST_CHARACTERS]!r}…+{len(value) - MOST_CHARACTERS}"
    return repr(value)


def str_text(value, depth, seen):
    if "0x" in value:
        value = ADDRESS.sub("0x…", value)
    moved = MODULE_FILE.fullmatch(value)
    if moved:
        value = moved[1] + " (unknown location)"
    return bytes_text(value, depth, seen)


def joined(texts, count):
    """The first MOST_ITEMS of count texts, and how many more there are."""
    shown = [text for _, text in zip(range(MOST_ITEMS), texts)]
    if count > MOST_ITEMS:
        shown.append(f"…+{count - MOST_ITEMS}")
    return ", ".join(shown)


def items_text(items, depth, seen):
    return joined((inner_text(item, depth + 1, seen) for item in items), len(items))


def container(opening, closing, cycle=None):
    """Decorates what writes a container: a cycle is written as ..., too deep a one as …."""
    def decorate(write):
        def write_container(value, depth, seen):
            if id(value) in seen:
                return cycle or f"{opening}...{closing}"
            if depth >= MOST_DEPTH and value:
                return f"{opening}…{closing}"
            return write(value, depth, seen + (id(value),))
        return write_container
    return decorate


@container("[", "]")
def list_text(value, depth, seen):
    return f"[{items_text(list(value), depth, seen)}]"


@container("(", ")")
def tuple_text(value, depth, seen):
    return f"({items_text(value, depth, seen)}{',' if len(value) == 1 else ''})"


@container("{", "}")
def dict_text(value, depth, seen):
    def pair(key, item):
        # The builtins of the module's globals are the interpreter's, not the program's.
        known = type(key) is str and key == "__builtins__"
        return (inner_text(key, depth + 1, seen) + ": " +
                ("{…}" if known else inner_text(item, depth + 1, seen)))
    items = list(value.items())
    return "{" + joined((pair(*item) for item in items), len(items)) + "}"


@container("deque([", "])", cycle="[...]")
def deque_text(value, depth, seen):
    most = "" if value.maxlen is None else f", maxlen={value.maxlen}"
    return f"deque([{items_text(list(value), depth, seen)}]{most})"


def set_text(value, depth, seen):
    """The items in the order of their texts."""
    frozen = type(value) is frozenset
    if not value:
        return "frozenset()" if frozen else "set()"
    if depth >= MOST_DEPTH:
        inner = "…"
    else:
        texts = sorted(inner_text(item, depth + 1, seen) for item in list(value))
        inner = joined(texts, len(texts))
    return f"frozenset({{{inner}}})" if frozen else f"{{{inner}}}"


def exception_text(value, depth, seen):
    kind = type(value)
    name = name_of(kind)
    if id(value) in seen or depth >= MOST_DEPTH:
        return f"{name}(…)"
    seen += (id(value),)
    if BaseExceptionGroup in mro_of(kind):
        message = BaseExceptionGroup.message.__get__(value)
        args = (message, list(BaseExceptionGroup.exceptions.__get__(value)))
    else:
        args = BaseException.args.__get__(value)
    return f"{name}({', '.join(inner_text(a, depth + 1, seen) for a in args)})"


def asyncio_text(value):
    """A future, a task, a lock, a queue and so on: the class, and how far a future has come."""
    kind = type(value)
    if not any(base.__name__ == "Future" for base in mro_of(kind)):
        return f"<{kind.__name__}>"
    state = "pending"
    if value.done():
        state = "cancelled" if value.cancelled() else "finished"
    return f"<Task {value.get_name()} {state}>" if kind.__name__ == "Task" else f"<Future {state}>"


def builtin_text(value, depth, seen):
    owner = value.__self__
    if owner is None or isinstance(owner, types.ModuleType):
        return f"<built-in function {value.__name__}>"
    return f"<built-in method {value.__name__} of {type(owner).__name__}>"


def slice_text(value, depth, seen):
    parts = (value.start, value.stop, value.step)
    return f"slice({', '.join(inner_text(part, depth + 1, seen) for part in parts)})"


def by_repr(value, depth, seen):
    return repr(value)


def by_qualname(kind):
    return lambda value, depth, seen: f"<{kind} {value.__qualname__}>"


# The exact type of a value -> what writes it.
WRITERS = {
    float: by_repr, bool: by_repr, complex: by_repr, range: by_repr,
    type(None): by_repr, type(...): by_repr, type(NotImplemented): by_repr,
    types.MethodDescriptorType: by_repr, types.WrapperDescriptorType: by_repr,
    int: int_text, str: str_text, bytes: bytes_text, bytearray: bytes_text,
    list: list_text, tuple: tuple_text, dict: dict_text, collections.deque: deque_text,
    set: set_text, frozenset: set_text, slice: slice_text,
    type: lambda value, depth, seen: type.__repr__(value),
    types.FunctionType: by_qualname("function"),
    types.BuiltinFunctionType: builtin_text,
    types.MethodType: lambda value, depth, seen:
        f"<bound method {getattr(value.__func__, '__qualname__', '?')}>",
    types.GeneratorType: by_qualname("generator"),
    types.CoroutineType: by_qualname("coroutine"),
    types.AsyncGeneratorType: by_qualname("async_generator"),
    types.ModuleType: lambda value, depth, seen: f"<module {value.__name__!r}>",
    types.CellType: lambda value, depth, seen: "<cell>",
}
