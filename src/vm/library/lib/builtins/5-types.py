# ---- groups of exceptions ----

def group_test(condition):
    if isinstance(condition, type) and issubclass(condition, BaseException):
        return lambda exc: isinstance(exc, condition)
    if isinstance(condition, tuple):
        return lambda exc: isinstance(exc, condition)
    if callable(condition) and not isinstance(condition, type):
        return condition
    raise TypeError("expected a function, exception type or tuple of exception types")


def group_parts(exc, test):
    if test(exc):
        return exc, None
    if not isinstance(exc, BaseExceptionGroup):
        return None, exc
    matches, others = [], []
    for member in exc.exceptions:
        match, rest = group_parts(member, test)
        if match is not None:
            matches.append(match)
        if rest is not None:
            others.append(rest)
    return group_part(exc, matches), group_part(exc, others)


def group_part(exc, members):
    if not members:
        return None
    return __cosub_copy_place(exc, exc.derive(members))


def group_split(exc, condition):
    return group_parts(exc, group_test(condition))


def group_subgroup(exc, condition):
    return group_parts(exc, group_test(condition))[0]


# ---- types of annotations, code objects ----

class UnionType:
    def __init__(self, args):
        self.args = args
        self.__args__ = args

    def __or__(self, other):
        return type_union(self, other)

    def __ror__(self, other):
        return type_union(other, self)

    def __eq__(self, other):
        return isinstance(other, UnionType) and set(self.args) == set(other.args)

    def __hash__(self):
        return hash(frozenset(self.args))

    def __repr__(self):
        return " | ".join([type_text(t) for t in self.args])


def type_text(t):
    if t is type(None):
        return "None"
    if isinstance(t, type):
        return t.__qualname__ if t.__module__ == "builtins" else f"{t.__module__}.{t.__qualname__}"
    if t is ...:
        return "..."
    if isinstance(t, list):
        return "[" + ", ".join([type_text(x) for x in t]) + "]"
    return repr(t)


def type_union(a, b):
    args = []
    for t in (a, b):
        for part in t.args if isinstance(t, UnionType) else (t,):
            part = type(None) if part is None else part
            if part not in args:
                args.append(part)
    return args[0] if len(args) == 1 else UnionType(tuple(args))


class GenericAlias:
    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __or__(self, other):
        return type_union(self, other)

    def __ror__(self, other):
        return type_union(other, self)

    def __eq__(self, other):
        return isinstance(other, GenericAlias) and self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, items):
        return GenericAlias(self.__origin__, items if isinstance(items, tuple) else (items,))

    def __repr__(self):
        return type_text(self.__origin__) + "[" + ", ".join([type_text(t) for t in self.__args__]) + "]"


def generic_alias(origin, items):
    return GenericAlias(origin, items if isinstance(items, tuple) else (items,))


class code:
    def __repr__(self):
        return f'<code object {self.co_name} at {id(self):#x}, file "{self.co_filename}", line {self.co_firstlineno}>'


codes = {}


def code_of(x):
    facts = __cosub_code_facts(x)
    c = codes.get(facts[-1])
    if c is not None:
        return c
    c = codes[facts[-1]] = code()
    (c.co_name, c.co_qualname, c.co_firstlineno, c.co_flags, c.co_argcount, c.co_kwonlyargcount,
        c.co_varnames, c.co_filename) = facts[:-1]
    return c
