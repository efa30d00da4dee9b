import collections.abc as abc

deque = __cosub_kind("collections.deque")


# What is being shown: it may hold itself.
_shown = set()


def _once(show):
    def __repr__(self):
        key = id(self)
        if key in _shown:
            return "..."
        _shown.add(key)
        try:
            return show(self)
        finally:
            _shown.discard(key)
    return __repr__


@__cosub_builtin
class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **keywords):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        dict.__init__(self, *args, **keywords)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made

    __copy__ = copy

    def __repr__(self):
        factory = "..." if id(self) in _shown else _once(lambda self: repr(self.default_factory))(self)
        return f"{type(self).__name__}({factory}, {dict.__repr__(self)})"


def _move(d, key):
    if not __cosub_dict_move(d, key, hash(key)):
        raise KeyError(key)


# Item by item, as a class that derives from OrderedDict may want to see them.
def _take_all(d, args, keywords):
    for other in (*args, keywords) if keywords else args:
        if type(other) is dict:
            for key, value in other.items():
                d[key] = value
        elif hasattr(other, "keys"):
            for key in other.keys():
                d[key] = other[key]
        else:
            for pair in other:
                key, value = iter(pair)
                d[key] = value


@__cosub_builtin
class OrderedDict(dict):
    def __init__(self, /, *args, **keywords):
        if len(args) > 1:
            raise TypeError(f"expected at most 1 arguments, got {len(args)}")
        _take_all(self, args, keywords)

    def update(self, /, *args, **keywords):
        if len(args) > 1:
            raise TypeError(f"update() takes at most 1 positional argument ({len(args)} given)")
        _take_all(self, args, keywords)

    def move_to_end(self, key, last=True):
        _move(self, key)
        if last:
            return
        items = list(self.items())
        dict.clear(self)
        dict.update(self, items[-1:])
        dict.update(self, items[:-1])

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self)) if last else next(iter(self))
        return (key, self.pop(key))

    def copy(self):
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.__class__(self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.__class__(other)
        made.update(self)
        return made

    @_once
    def __repr__(self):
        name = self.__class__.__name__
        return f"{name}({list(self.items())!r})" if self else f"{name}()"


def _count(counter, iterable):
    cls = type(counter)
    if cls.get is not dict.get or cls.__setitem__ is not dict.__setitem__:
        for key in iterable:
            counter[key] = counter.get(key, 0) + 1
        return
    for key in iterable:
        hashed = hash(key)
        __cosub_dict_set(counter, key, hashed, __cosub_dict_find(counter, key, hashed, 0) + 1)


class Counter(dict):
    def __init__(self, iterable=None, /, **keywords):
        dict.__init__(self)
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **keywords):
        if isinstance(iterable, dict):
            if self:
                for key, n in iterable.items():
                    self[key] = n + self.get(key, 0)
            else:
                dict.update(self, iterable)
        elif iterable is not None:
            _count(self, iterable)
        if keywords:
            self.update(keywords)

    def subtract(self, iterable=None, /, **keywords):
        if isinstance(iterable, dict):
            for key, n in iterable.items():
                self[key] = self.get(key, 0) - n
        elif iterable is not None:
            for key in iterable:
                self[key] = self.get(key, 0) - 1
        if keywords:
            self.subtract(keywords)

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def most_common(self, n=None):
        items = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return items if n is None else items[:max(n, 0)]

    def elements(self):
        for key, n in self.items():
            for i in range(n):
                yield key

    def total(self):
        return sum(self.values())

    def copy(self):
        return self.__class__(self)

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[key] == other[key] for each in (self, other) for key in each])

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[key] <= other[key] for each in (self, other) for key in each])

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[key] >= other[key] for each in (self, other) for key in each])

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        counts = [(key, n + other[key]) for key, n in self.items()]
        return _positive(counts + [(key, n) for key, n in other.items() if key not in self])

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        counts = [(key, n - other[key]) for key, n in self.items()]
        return _positive(counts + [(key, 0 - n) for key, n in other.items() if key not in self])

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        counts = [(key, max(n, other[key])) for key, n in self.items()]
        return _positive(counts + [(key, n) for key, n in other.items() if key not in self])

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive([(key, min(n, other[key])) for key, n in self.items()])

    def __pos__(self):
        return _positive(self.items())

    def __neg__(self):
        return _positive([(key, 0 - n) for key, n in self.items()])

    def _keep_positive(self):
        for key in [key for key, n in self.items() if not n > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        for key, n in other.items():
            self[key] += n
        return self._keep_positive()

    def __isub__(self, other):
        for key, n in other.items():
            self[key] -= n
        return self._keep_positive()

    def __ior__(self, other):
        for key, n in other.items():
            if n > self[key]:
                self[key] = n
        return self._keep_positive()

    def __iand__(self, other):
        for key, n in self.items():
            if other[key] < n:
                self[key] = other[key]
        return self._keep_positive()

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f"{self.__class__.__name__}({shown!r})"


def _positive(counts):
    made = Counter()
    for key, n in counts:
        if n > 0:
            made[key] = n
    return made


_KEYWORDS = set("""False None True and as assert async await break class continue def del elif else except finally
for from global if import in is lambda nonlocal not or pass raise return try while with yield""".split())


def _field_names(field_names, rename):
    names = field_names.replace(",", " ").split() if isinstance(field_names, str) else [str(x) for x in field_names]
    seen = set()
    for i in range(len(names)):
        name = names[i]
        if rename and (not name.isidentifier() or name in _KEYWORDS or name.startswith("_") or name in seen):
            names[i] = name = f"_{i}"
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    return names


def _field(i):
    def set_field(self, value):
        raise AttributeError("can't set attribute")

    def delete_field(self):
        raise AttributeError("can't delete attribute")
    return property(lambda self: tuple.__getitem__(self, i), set_field, delete_field, f"Alias for field number {i}")


class _NamedTuple(tuple):
    def __new__(cls, /, *args, **keywords):
        return tuple.__new__(cls, _bind_fields(cls, args, keywords))

    def __repr__(self):
        parts = [f"{name}={x!r}" for name, x in zip(self._fields, self)]
        return f"{type(self).__name__}(" + ", ".join(parts) + ")"

    def _asdict(self):
        return dict(zip(self._fields, self))

    def _replace(self, /, **changes):
        values = [changes.pop(name, x) for name, x in zip(self._fields, self)]
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return type(self)(*values)

    @classmethod
    def _make(cls, iterable):
        values = tuple(iterable)
        if len(values) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(values)}")
        return cls(*values)


def _bind_fields(cls, args, keywords):
    fields, defaults = cls._fields, cls._field_defaults
    if len(args) > len(fields):
        raise TypeError(_count_message(cls, len(args)))
    values = list(args)
    given = dict(zip(fields, args))
    for name in keywords:
        if name not in fields:
            raise TypeError(f"{cls.__name__}.__new__() got an unexpected keyword argument '{name}'")
        if name in given:
            raise TypeError(f"{cls.__name__}.__new__() got multiple values for argument '{name}'")
    missing = [name for name in fields[len(args):] if name not in keywords and name not in defaults]
    if missing:
        text = _name_list([repr(name) for name in missing])
        plural = "s" if len(missing) > 1 else ""
        raise TypeError(f"{cls.__name__}.__new__() missing {len(missing)} required positional argument{plural}: {text}")
    for name in fields[len(args):]:
        values.append(keywords[name] if name in keywords else defaults[name])
    return values


def _name_list(names):
    if len(names) < 3:
        return " and ".join(names)
    return ", ".join(names[:-1]) + ", and " + names[-1]


def _count_message(cls, n):
    most, least = len(cls._fields) + 1, len(cls._fields) + 1 - len(cls._field_defaults)
    takes = f"{most}" if least == most else f"from {least} to {most}"
    return f"{cls.__name__}.__new__() takes {takes} positional arguments but {n + 1} were given"


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    fields = tuple(_field_names(field_names, rename))
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > len(fields):
        raise TypeError("Got more default values than field names")
    attrs = {name: _field(i) for i, name in enumerate(fields)}
    attrs["_fields"] = attrs["__match_args__"] = fields
    attrs["_field_defaults"] = dict(zip(fields[len(fields) - len(defaults):], defaults))
    attrs["__doc__"] = f"{typename}({', '.join(fields)})"
    attrs["__module__"] = module or "__main__"
    return type(typename, (_NamedTuple,), attrs)
