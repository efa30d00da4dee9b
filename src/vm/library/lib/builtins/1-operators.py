# What C code hands on because code of the program has to run: C pushes the
# frame of one of these functions, and its result is the result of the
# operation.  Their names stand in native.h.  __cosub_special(x, name) is the
# method that the class of x has of its own, as a function of x.

EQ, NE = 2, 3
MUL = 2


# ---- operators ----

def binary(a, b, iname, name, rname, op):
    if iname is not None:
        f = __cosub_special(a, iname)
        if f is not None:
            r = f(a, b)
            if r is not NotImplemented:
                return r
        if isinstance(a, (list, set, dict)):
            r = __cosub_binary(op, True, a, b)
            if r is not NotImplemented:
                return r
    f = __cosub_special(a, name)
    g = None
    if type(a) is not type(b):
        g = __cosub_special(b, rname)
        if g is not None and f is not None and issubclass(type(b), type(a)) and g is not __cosub_special(a, rname):
            r = g(b, a)
            if r is not NotImplemented:
                return r
            g = None
    if f is not None:
        r = f(a, b)
        if r is not NotImplemented:
            return r
    if g is not None:
        r = g(b, a)
        if r is not NotImplemented:
            return r
    if f is None:
        r = __cosub_binary(op, iname is not None, a, b)
        if r is not NotImplemented:
            return r
    if op == MUL and __cosub_special(b, "__index__") is not None and isinstance(a, (str, list, tuple)):
        return a * index_of(b)
    __cosub_binary_error(op, iname is not None, a, b)


def compare_by(x, y, name):
    f = __cosub_special(x, name)
    if f is not None:
        return f(x, y)
    if name == "__ne__":
        f = __cosub_special(x, "__eq__")
        if f is not None:
            r = f(x, y)
            if r is NotImplemented:
                return r
            return not r
    return NotImplemented


def compare(a, b, name, rname, op):
    reflected = type(a) is not type(b) and issubclass(type(b), type(a))
    if reflected:
        r = compare_by(b, a, rname)
        if r is not NotImplemented:
            return r
    r = compare_by(a, b, name)
    if r is not NotImplemented:
        return r
    if not reflected:
        r = compare_by(b, a, rname)
        if r is not NotImplemented:
            return r
    r = __cosub_compare(op, a, b)
    if r is not NotImplemented:
        return r
    if op == EQ:
        return a is b
    if op == NE:
        return a is not b
    sign = __cosub_compare_sign(op)
    raise TypeError(f"'{sign}' not supported between instances of '{type(a).__name__}' and '{type(b).__name__}'")


def divmod_of(a, b):
    f = __cosub_special(a, "__divmod__")
    if f is not None:
        r = f(a, b)
        if r is not NotImplemented:
            return r
    f = __cosub_special(b, "__rdivmod__")
    if f is not None and type(a) is not type(b):
        r = f(b, a)
        if r is not NotImplemented:
            return r
    raise TypeError(f"unsupported operand type(s) for divmod(): '{type(a).__name__}' and '{type(b).__name__}'")


def contains(item, container):
    f = __cosub_special(container, "__contains__")
    if f is not None:
        return True if f(container, item) else False
    r = __cosub_contains(item, container)
    if r is not NotImplemented:
        return r
    if not __cosub_is_iterable(container):
        raise TypeError(f"argument of type '{type(container).__name__}' is not iterable")
    for x in container:
        if x is item or x == item:
            return True
    return False


def truth(x):
    f = __cosub_special(x, "__bool__")
    if f is None:
        return len_of(x) != 0
    r = f(x)
    if r is True or r is False:
        return r
    raise TypeError(f"__bool__ should return bool, returned {type(r).__name__}")


def len_of(x):
    r = __cosub_special(x, "__len__")(x)
    if not isinstance(r, int):
        raise TypeError(f"'{type(r).__name__}' object cannot be interpreted as an integer")
    if r < 0:
        raise ValueError("__len__() should return >= 0")
    return r + 0


def hash_of(x):
    r = __cosub_special(x, "__hash__")(x)
    if not isinstance(r, int):
        raise TypeError("__hash__ method should return an integer")
    return -2 if r == -1 else r + 0


def index_of(x):
    f = __cosub_special(x, "__index__")
    if f is None:
        raise TypeError(f"'{type(x).__name__}' object cannot be interpreted as an integer")
    r = f(x)
    if not isinstance(r, int):
        raise TypeError(f"__index__ returned non-int (type {type(r).__name__})")
    return r


def indexed(x, i):
    return x[index_of(i)]


def int_of(x):
    f = __cosub_special(x, "__int__")
    if f is None:
        f = __cosub_special(x, "__index__")
    if f is None and __cosub_special(x, "__trunc__") is not None:
        __cosub_refuse("int() of an object that has only __trunc__")
    if f is None:
        raise TypeError(f"int() argument must be a string, a bytes-like object or a real number, not '{type(x).__name__}'")
    r = f(x)
    if not isinstance(r, int):
        raise TypeError(f"__int__ returned non-int (type {type(r).__name__})")
    return r


def float_of(x):
    f = __cosub_special(x, "__float__")
    if f is None:
        if __cosub_special(x, "__index__") is None:
            raise TypeError(f"float() argument must be a string or a real number, not '{type(x).__name__}'")
        return float(index_of(x))
    r = f(x)
    if not isinstance(r, float):
        raise TypeError(f"{type(x).__name__}.__float__ returned non-float (type {type(r).__name__})")
    return r


# ---- attributes ----

def getattr_or(x, name, default):
    try:
        return getattr(x, name)
    except AttributeError:
        return default


def has_attr(x, name):
    try:
        getattr(x, name)
    except AttributeError:
        return False
    return True


def property_get(x, name, getter, fallback):
    try:
        return getter(x)
    except AttributeError:
        pass
    return fallback(x, name)


def dir_of(x):
    return sorted(__cosub_special(x, "__dir__")(x))


def new_instance(cls, new, args, names):
    made = new(cls, *args, **names)
    if isinstance(made, cls):
        init = __cosub_special(made, "__init__")
        if init is None and isinstance(made, (list, set, dict, BaseException)):
            made.__init__(*args, **names)
        elif init is not None and init(made, *args, **names) is not None:
            raise TypeError("__init__() should return None")
    return made


# ---- text ----

def str_of(x):
    name = "__str__"
    f = __cosub_special(x, name)
    if f is None:
        name = "__repr__"
        f = __cosub_special(x, name)
    r = f(x)
    if isinstance(r, str):
        return r
    raise TypeError(f"{name} returned non-string (type {type(r).__name__})")


def repr_of(x):
    r = __cosub_special(x, "__repr__")(x)
    if isinstance(r, str):
        return r
    raise TypeError(f"__repr__ returned non-string (type {type(r).__name__})")


def format_of(x, spec):
    r = __cosub_special(x, "__format__")(x, spec)
    if isinstance(r, str):
        return r
    raise TypeError(f"__format__ must return a str, not {type(r).__name__}")


def join_items(separator, iterable):
    return separator.join(list_from(iter(iterable)))


def print_items(items, sep, end, file, flush):
    first = True
    for x in items:
        if first:
            first = False
        else:
            print_text(file, sep)
        print_text(file, str(x))
    print_text(file, end)
    if flush and type(file) is not int:
        file.flush()


def print_text(file, text):
    if type(file) is int:
        __cosub_write(file, text)
    else:
        file.write(text)
