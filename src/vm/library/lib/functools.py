# The texts of what may hold itself: what is being shown is not shown again.
def _once(inside):
    shown = set()

    def once(show):
        def __repr__(self):
            key = id(self)
            if key in shown:
                return inside(self)
            shown.add(key)
            try:
                return show(self)
            finally:
                shown.discard(key)
        return __repr__
    return once


def _dots(x):
    return "..."


WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


@__cosub_builtin
class partial:
    def __init__(self, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, args = args[0], args[1:]
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        if keywords or self.keywords:
            return self.func(*self.args, *args, **{**self.keywords, **keywords})
        return self.func(*self.args, *args)

    @_once(_dots)
    def __repr__(self):
        parts = [repr(self.func)] + [repr(x) for x in self.args]
        parts += [f"{name}={x!r}" for name, x in self.keywords.items()]
        return "functools.partial(" + ", ".join(parts) + ")"


@__cosub_builtin
def reduce(*args):
    if len(args) < 2:
        raise TypeError(f"reduce expected at least 2 arguments, got {len(args)}")
    if len(args) > 3:
        raise TypeError(f"reduce expected at most 3 arguments, got {len(args)}")
    function, iterable, *initial = args
    try:
        it = iter(iterable)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial:
        total = initial[0]
    else:
        total = next(it, reduce)
        if total is reduce:
            raise TypeError("reduce() of empty iterable with no initial value")
    for x in it:
        total = function(total, x)
    return total


class CacheInfo:
    def __init__(self, hits, misses, maxsize, currsize):
        self.hits, self.misses, self.maxsize, self.currsize = hits, misses, maxsize, currsize

    def __iter__(self):
        return iter((self.hits, self.misses, self.maxsize, self.currsize))

    def __getitem__(self, i):
        return tuple(self)[i]

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return f"CacheInfo(hits={self.hits}, misses={self.misses}, maxsize={self.maxsize}, currsize={self.currsize})"


def _cache_key(args, keywords, typed):
    key = args
    if keywords:
        key = key + (CacheInfo,)
        for item in keywords.items():
            key = key + item
    if typed:
        key = key + tuple([type(x) for x in args])
    elif len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return key


def _cached(func, maxsize, typed):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    results = {}
    counts = [0, 0]

    def all_kept(*args, **keywords):
        key = _cache_key(args, keywords, typed)
        hashed = hash(key)
        found = __cosub_dict_find(results, key, hashed, counts)
        if found is not counts:
            counts[0] += 1
            return found
        counts[1] += 1
        result = func(*args, **keywords)
        __cosub_dict_set(results, key, hashed, result)
        return result

    def none_kept(*args, **keywords):
        counts[1] += 1
        return func(*args, **keywords)

    # The order of the dict is that of the last use; an entry knows its own key.
    def last_kept(*args, **keywords):
        key = _cache_key(args, keywords, typed)
        hashed = hash(key)
        entry = __cosub_dict_find(results, key, hashed, None)
        if entry is not None:
            counts[0] += 1
            __cosub_dict_move(results, entry[0], hashed)
            return entry[2]
        counts[1] += 1
        result = func(*args, **keywords)
        if __cosub_dict_find(results, key, hashed, None) is not None:
            return result
        if len(results) >= maxsize:
            oldest = next(iter(results.values()))
            __cosub_dict_remove(results, oldest[0], oldest[1])
        __cosub_dict_set(results, key, hashed, (key, hashed, result))
        return result

    def cache_info():
        return CacheInfo(counts[0], counts[1], maxsize, len(results))

    def cache_clear():
        results.clear()
        counts[:] = [0, 0]
    wrapper = all_kept if maxsize is None else last_kept if maxsize else none_kept
    update_wrapper(wrapper, func)
    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return __cosub_cache(wrapper)


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)
    return decorating_function


def cache(user_function, /):
    return _cached(user_function, None, False)


@__cosub_builtin
def cmp_to_key(mycmp):
    class K:
        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0
    return K


# How each comparison follows from each root: its result is taken as it is or
# turned round (yes), and equality joined by "or", "and not", or not asked.
_ORDERINGS = {
    "__lt__": (("__gt__", False, "and not"), ("__le__", True, "or"), ("__ge__", False, None)),
    "__le__": (("__ge__", False, "or"), ("__lt__", True, "and not"), ("__gt__", False, None)),
    "__gt__": (("__lt__", False, "and not"), ("__ge__", True, "or"), ("__le__", False, None)),
    "__ge__": (("__le__", False, "or"), ("__gt__", True, "and not"), ("__lt__", False, None)),
}


def _comparison(root, name, yes, equality):
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if not yes:
            result = not result
        if equality == "or":
            return result or self == other
        return result and self != other if equality else result
    compare.__name__ = name
    return compare


def total_ordering(cls):
    roots = [name for name in _ORDERINGS if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = [name for name in ("__lt__", "__le__", "__gt__", "__ge__") if name in roots][0]
    for name, yes, equality in _ORDERINGS[root]:
        if name not in roots:
            setattr(cls, name, _comparison(root, name, yes, equality))
    return cls


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        return func

    def register(cls, f=None):
        if f is not None:
            registry[cls] = f
            return f
        if isinstance(cls, type):
            return lambda g: register(cls, g)
        kinds = [t for name, t in getattr(cls, "__annotations__", {}).items() if name != "return"]
        if not kinds or f is not None:
            raise TypeError(
                f"Invalid first argument to `register()`: {cls!r}. "
                "Use either `@register(some_class)` or plain `@register` on an annotated function.")
        return register(kinds[0], cls)

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{getattr(func, '__name__', 'singledispatch function')} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **keywords)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)
