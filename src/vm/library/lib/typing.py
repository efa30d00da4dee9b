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


class _SpecialForm(_Special):
    pass


class _SpecialGenericAlias(_Special):
    pass


class _TupleType(_SpecialGenericAlias):
    pass


class _CallableType(_SpecialGenericAlias):
    pass


class Any:
    pass


Union = _SpecialForm("Union")
Optional = _SpecialForm("Optional")
Callable = _CallableType("Callable")
ClassVar = _SpecialForm("ClassVar")
Final = _SpecialForm("Final")
Literal = _SpecialForm("Literal")
Annotated = _SpecialForm("Annotated")
NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")
Type = _SpecialGenericAlias("Type")
List = _SpecialGenericAlias("List")
Dict = _SpecialGenericAlias("Dict")
Set = _SpecialGenericAlias("Set")
FrozenSet = _SpecialGenericAlias("FrozenSet")
Tuple = _TupleType("Tuple")
Deque = _SpecialGenericAlias("Deque")
DefaultDict = _SpecialGenericAlias("DefaultDict")
Counter = _SpecialGenericAlias("Counter")
OrderedDict = _SpecialGenericAlias("OrderedDict")
Iterable = _SpecialGenericAlias("Iterable")
Iterator = _SpecialGenericAlias("Iterator")
Generator = _SpecialGenericAlias("Generator")
Coroutine = _SpecialGenericAlias("Coroutine")
Awaitable = _SpecialGenericAlias("Awaitable")
AsyncIterable = _SpecialGenericAlias("AsyncIterable")
AsyncIterator = _SpecialGenericAlias("AsyncIterator")
AsyncGenerator = _SpecialGenericAlias("AsyncGenerator")
ContextManager = _SpecialGenericAlias("ContextManager")
AsyncContextManager = _SpecialGenericAlias("AsyncContextManager")
Sequence = _SpecialGenericAlias("Sequence")
MutableSequence = _SpecialGenericAlias("MutableSequence")
Mapping = _SpecialGenericAlias("Mapping")
MutableMapping = _SpecialGenericAlias("MutableMapping")
Collection = _SpecialGenericAlias("Collection")
Container = _SpecialGenericAlias("Container")
Sized = _SpecialGenericAlias("Sized")
Hashable = _SpecialGenericAlias("Hashable")
Reversible = _SpecialGenericAlias("Reversible")
Text = str
AnyStr = _SpecialGenericAlias("AnyStr")
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


def assert_never(arg):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ):
    return val


def reveal_type(obj):
    return obj
