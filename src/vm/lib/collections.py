deque = __cosub_kind("collections.deque")


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
        return defaultdict(self.default_factory, self)

    __copy__ = copy

    def __repr__(self):
        return f"defaultdict({self.default_factory!r}, {dict.__repr__(self)})"


class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            self[key] = value
            return
        rest = list(self.items())
        self.clear()
        self[key] = value
        self.update(rest)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self)) if last else next(iter(self))
        return (key, self.pop(key))

    def __repr__(self):
        return f"OrderedDict({list(self.items())!r})" if self else "OrderedDict()"


class Counter(dict):
    def __init__(self, iterable=None, /, **keywords):
        dict.__init__(self)
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **keywords):
        if isinstance(iterable, dict):
            for key, n in iterable.items():
                self[key] = self[key] + n
        elif iterable is not None:
            for key in iterable:
                self[key] = self[key] + 1
        for key, n in keywords.items():
            self[key] = self[key] + n

    def subtract(self, iterable=None, /, **keywords):
        for key, n in Counter(iterable, **keywords).items():
            self[key] = self[key] - n

    def most_common(self, n=None):
        items = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return items if n is None else items[:n]

    def elements(self):
        for key, n in self.items():
            for i in range(n):
                yield key

    def total(self):
        return sum(self.values())

    def copy(self):
        return Counter(self)

    def __add__(self, other):
        return _positive({key: self[key] + other[key] for key in {**self, **other}})

    def __sub__(self, other):
        return _positive({key: self[key] - other[key] for key in {**self, **other}})

    def __or__(self, other):
        return _positive({key: max(self[key], other[key]) for key in {**self, **other}})

    def __and__(self, other):
        return _positive({key: min(self[key], other[key]) for key in self})

    def __repr__(self):
        if not self:
            return "Counter()"
        return "Counter({" + ", ".join([f"{key!r}: {n!r}" for key, n in self.most_common()]) + "})"


def _positive(counts):
    return Counter({key: n for key, n in counts.items() if n > 0})


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
    return property(lambda self: tuple.__getitem__(self, i), set_field, set_field, f"Alias for field number {i}")


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
    defaults = tuple(defaults or ())
    if len(defaults) > len(fields):
        raise TypeError("Got more default values than field names")
    attrs = {name: _field(i) for i, name in enumerate(fields)}
    attrs["_fields"] = attrs["__match_args__"] = fields
    attrs["_field_defaults"] = dict(zip(fields[len(fields) - len(defaults):], defaults))
    attrs["__doc__"] = f"{typename}({', '.join(fields)})"
    attrs["__module__"] = module or "__main__"
    return type(typename, (_NamedTuple,), attrs)


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for m in self.maps:
            if key in m:
                return m[key]
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        return any([key in m for m in self.maps])

    def __iter__(self):
        merged = {}
        for m in reversed(self.maps):
            merged.update(m)
        return iter(merged)

    def __len__(self):
        return len(list(iter(self)))

    def keys(self):
        return list(self)

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        del self.maps[0][key]

    def new_child(self, m=None):
        return ChainMap({} if m is None else m, *self.maps)

    def __repr__(self):
        return "ChainMap(" + ", ".join([repr(m) for m in self.maps]) + ")"
