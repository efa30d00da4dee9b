# Names for annotations: nothing is checked.


class _Special:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, items):
        return _Alias(self, items)

    def __or__(self, other):
        return _Alias(Union, (self, other))

    def __ror__(self, other):
        return _Alias(Union, (other, self))

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Type {self._name} cannot be instantiated")

    def __repr__(self):
        return "typing." + self._name


class _Alias:
    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)

    def __getitem__(self, items):
        return _Alias(self.__origin__, items)

    def __or__(self, other):
        return _Alias(Union, (self, other))

    def __ror__(self, other):
        return _Alias(Union, (other, self))

    def __eq__(self, other):
        return isinstance(other, _Alias) and self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash(self.__args__)

    def __repr__(self):
        return f"{self.__origin__!r}[" + ", ".join([_text(t) for t in self.__args__]) + "]"


def _text(t):
    if t is type(None):
        return "None"
    if isinstance(t, type):
        return t.__qualname__ if t.__module__ == "builtins" else f"{t.__module__}.{t.__qualname__}"
    if t is ...:
        return "..."
    if isinstance(t, list):
        return "[" + ", ".join([_text(x) for x in t]) + "]"
    return repr(t)


Any = _Special("Any")
Union = _Special("Union")
Optional = _Special("Optional")
Callable = _Special("Callable")
ClassVar = _Special("ClassVar")
Final = _Special("Final")
Literal = _Special("Literal")
Annotated = _Special("Annotated")
NoReturn = _Special("NoReturn")
Never = _Special("Never")
Self = _Special("Self")
LiteralString = _Special("LiteralString")
TypeAlias = _Special("TypeAlias")
Type = _Special("Type")
List = _Special("List")
Dict = _Special("Dict")
Set = _Special("Set")
FrozenSet = _Special("FrozenSet")
Tuple = _Special("Tuple")
Deque = _Special("Deque")
DefaultDict = _Special("DefaultDict")
Counter = _Special("Counter")
OrderedDict = _Special("OrderedDict")
Iterable = _Special("Iterable")
Iterator = _Special("Iterator")
Generator = _Special("Generator")
Coroutine = _Special("Coroutine")
Awaitable = _Special("Awaitable")
AsyncIterable = _Special("AsyncIterable")
AsyncIterator = _Special("AsyncIterator")
AsyncGenerator = _Special("AsyncGenerator")
ContextManager = _Special("ContextManager")
AsyncContextManager = _Special("AsyncContextManager")
Sequence = _Special("Sequence")
MutableSequence = _Special("MutableSequence")
Mapping = _Special("Mapping")
MutableMapping = _Special("MutableMapping")
Collection = _Special("Collection")
Container = _Special("Container")
Sized = _Special("Sized")
Hashable = _Special("Hashable")
Reversible = _Special("Reversible")
Text = str
AnyStr = _Special("AnyStr")
TYPE_CHECKING = False


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound

    def __or__(self, other):
        return _Alias(Union, (self, other))

    def __repr__(self):
        return "~" + self.__name__


class ParamSpec(TypeVar):
    args = Any
    kwargs = Any


class Generic:
    @classmethod
    def __class_getitem__(cls, items):
        return cls


class Protocol(Generic):
    pass


def NewType(name, tp):
    def new_type(x):
        return x
    new_type.__name__ = new_type.__qualname__ = name
    return new_type


def NamedTuple(typename, fields=()):
    import collections
    return collections.namedtuple(typename, [name for name, t in fields])


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def runtime_checkable(cls):
    return cls


def no_type_check(arg):
    return arg


def get_type_hints(obj):
    return dict(obj.__annotations__)


def assert_never(arg):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ):
    return val


def reveal_type(obj):
    return obj
