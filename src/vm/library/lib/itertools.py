# Iterators as classes: their state is in attributes that begin with "_", and
# their names and reprs are those of CPython's.


class _Iterator:
    def __iter__(self):
        return self


def _int(n):
    return range(n).stop


class count(_Iterator):
    def __init__(self, start=0, step=1):
        if isinstance(start, (str, list, tuple, set, dict)) or not hasattr(start, "__add__"):
            raise TypeError("a number is required")
        self._next = start
        self._step = step

    def __next__(self):
        n = self._next
        self._next = n + self._step
        return n

    def __repr__(self):
        if self._step == 1:
            return f"count({self._next!r})"
        return f"count({self._next!r}, {self._step!r})"


class cycle(_Iterator):
    def __init__(self, iterable, /):
        self._iterator = iter(iterable)
        self._saved = []
        self._index = -1

    def __next__(self):
        if self._index < 0:
            for x in self._iterator:
                self._saved.append(x)
                return x
            self._index = 0
        if not self._saved:
            raise StopIteration
        x = self._saved[self._index]
        self._index = (self._index + 1) % len(self._saved)
        return x


class repeat(_Iterator):
    def __init__(self, object, times=_Iterator):
        self._object = object
        self._times = None if times is _Iterator else max(_int(times), 0)

    def __next__(self):
        if self._times is not None:
            if self._times == 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __repr__(self):
        if self._times is None:
            return f"repeat({self._object!r})"
        return f"repeat({self._object!r}, {self._times})"


class chain(_Iterator):
    def __init__(self, /, *iterables):
        self._iterables = iter(iterables)
        self._active = None

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._iterables = iter(iterables)
        return made

    def __next__(self):
        while True:
            if self._active is None:
                self._active = iter(next(self._iterables))
            for x in self._active:
                return x
            self._active = None


def _slice_bound(v, what):
    if v is None or (isinstance(v, int) and v >= 0):
        return v
    raise ValueError(what)


class islice(_Iterator):
    def __init__(self, iterable, start, stop=_Iterator, step=None, /):
        if stop is _Iterator:
            start, stop = None, start
            message = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        else:
            message = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        self._wanted = _slice_bound(start, message) or 0
        self._stop = _slice_bound(stop, message)
        if step is not None and not (isinstance(step, int) and step > 0):
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._step = 1 if step is None else step
        self._count = 0
        self._iterator = iter(iterable)

    def __next__(self):
        if self._iterator is None:
            raise StopIteration
        stop = self._stop
        wanted = self._wanted if stop is None or self._wanted < stop else stop
        try:
            while self._count < wanted:
                next(self._iterator)
                self._count += 1
            if stop is not None and self._count >= stop:
                raise StopIteration
            x = next(self._iterator)
        except StopIteration:
            self._iterator = None
            raise
        self._count += 1
        self._wanted = self._wanted + self._step
        return x


class takewhile(_Iterator):
    def __init__(self, predicate, iterable, /):
        self._predicate = predicate
        self._iterator = iter(iterable)
        self._done = False

    def __next__(self):
        if self._done:
            raise StopIteration
        x = next(self._iterator)
        if self._predicate(x):
            return x
        self._done = True
        raise StopIteration


class dropwhile(_Iterator):
    def __init__(self, predicate, iterable, /):
        self._predicate = predicate
        self._iterator = iter(iterable)
        self._started = False

    def __next__(self):
        while True:
            x = next(self._iterator)
            if self._started:
                return x
            if not self._predicate(x):
                self._started = True
                return x


class filterfalse(_Iterator):
    def __init__(self, predicate, iterable, /):
        self._predicate = predicate
        self._iterator = iter(iterable)

    def __next__(self):
        while True:
            x = next(self._iterator)
            if not (x if self._predicate is None else self._predicate(x)):
                return x


class compress(_Iterator):
    def __init__(self, data, selectors):
        self._data = iter(data)
        self._selectors = iter(selectors)

    def __next__(self):
        while True:
            x = next(self._data)
            if next(self._selectors):
                return x


class starmap(_Iterator):
    def __init__(self, function, iterable, /):
        self._function = function
        self._iterator = iter(iterable)

    def __next__(self):
        return self._function(*next(self._iterator))


class accumulate(_Iterator):
    def __init__(self, iterable, func=None, *, initial=None):
        self._iterator = iter(iterable)
        self._func = func
        self._initial = initial
        self._total = None
        self._started = False

    def __next__(self):
        if not self._started:
            self._started = True
            self._total = next(self._iterator) if self._initial is None else self._initial
            return self._total
        x = next(self._iterator)
        self._total = self._total + x if self._func is None else self._func(self._total, x)
        return self._total


class pairwise(_Iterator):
    def __init__(self, iterable, /):
        self._iterator = iter(iterable)
        self._started = False

    def __next__(self):
        if not self._started:
            self._old = next(self._iterator)
            self._started = True
        new = next(self._iterator)
        pair = (self._old, new)
        self._old = new
        return pair


class zip_longest(_Iterator):
    def __init__(self, /, *iterables, fillvalue=None, **others):
        if others:
            raise TypeError("zip_longest() got an unexpected keyword argument")
        self._iterators = [iter(x) for x in iterables]
        self._active = len(self._iterators)
        self._fill = fillvalue

    def __next__(self):
        if not self._active:
            raise StopIteration
        items = []
        for i in range(len(self._iterators)):
            it = self._iterators[i]
            x = self._fill if it is None else next(it, zip_longest)
            if x is zip_longest:
                self._active -= 1
                if not self._active:
                    raise StopIteration
                self._iterators[i] = None
                x = self._fill
            items.append(x)
        return tuple(items)


class _Tuples(_Iterator):
    # Those that know all that they give: _indices is the next choice of _pool.
    def __next__(self):
        if self._indices is None:
            raise StopIteration
        result = self._choice()
        self._advance()
        return result

    def _choice(self):
        return tuple([self._pool[i] for i in self._indices])


class product(_Tuples):
    def __init__(self, /, *iterables, repeat=1):
        self._pools = [tuple(x) for x in iterables] * repeat
        self._indices = [0] * len(self._pools)
        for pool in self._pools:
            if not pool:
                self._indices = None

    def _choice(self):
        return tuple([pool[i] for pool, i in zip(self._pools, self._indices)])

    def _advance(self):
        for k in range(len(self._pools) - 1, -1, -1):
            self._indices[k] += 1
            if self._indices[k] < len(self._pools[k]):
                return
            self._indices[k] = 0
        self._indices = None


class combinations(_Tuples):
    def __init__(self, iterable, r):
        r = _int(r)
        self._pool = tuple(iterable)
        if r < 0:
            raise ValueError("r must be non-negative")
        self._indices = list(range(r)) if r <= len(self._pool) else None

    def _advance(self):
        n, r = len(self._pool), len(self._indices)
        for k in range(r - 1, -1, -1):
            if self._indices[k] != k + n - r:
                self._indices[k] += 1
                for j in range(k + 1, r):
                    self._indices[j] = self._indices[j - 1] + 1
                return
        self._indices = None


class combinations_with_replacement(_Tuples):
    def __init__(self, iterable, r):
        r = _int(r)
        self._pool = tuple(iterable)
        if r < 0:
            raise ValueError("r must be non-negative")
        self._indices = [0] * r if self._pool or not r else None

    def _advance(self):
        n, r = len(self._pool), len(self._indices)
        for k in range(r - 1, -1, -1):
            if self._indices[k] != n - 1:
                self._indices[k:] = [self._indices[k] + 1] * (r - k)
                return
        self._indices = None


class permutations(_Tuples):
    def __init__(self, iterable, r=None):
        self._pool = tuple(iterable)
        n = len(self._pool)
        r = n if r is None else r
        if not isinstance(r, int):
            raise TypeError("Expected int as r")
        if r < 0:
            raise ValueError("r must be non-negative")
        self._order = list(range(n))
        self._cycles = list(range(n, n - r, -1))
        self._indices = self._order[:r] if r <= n else None

    def _advance(self):
        n, r = len(self._pool), len(self._indices)
        order, cycles = self._order, self._cycles
        for k in range(r - 1, -1, -1):
            cycles[k] -= 1
            if cycles[k]:
                j = n - cycles[k]
                order[k], order[j] = order[j], order[k]
                self._indices = order[:r]
                return
            order[k:] = order[k + 1:] + order[k:k + 1]
            cycles[k] = n - k
        self._indices = None


class _tee(_Iterator):
    # link: [item, next link], filled when first asked for.
    def __init__(self, iterator, link):
        self._iterator = iterator
        self._link = link

    def __next__(self):
        link = self._link
        if not link:
            link.append(next(self._iterator))
            link.append([])
        self._link = link[1]
        return link[0]


@__cosub_builtin
def tee(iterable, n=2, /):
    n = _int(n)
    if n < 0:
        raise ValueError("n must be >= 0")
    iterator, link = iter(iterable), []
    return tuple([_tee(iterator, link) for i in range(n)])


class groupby(_Iterator):
    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._keyfunc = key
        self._group = self._target = self._key = self._value = groupby

    def _step(self):
        self._value = next(self._iterator)
        self._key = self._value if self._keyfunc is None else self._keyfunc(self._value)

    def __next__(self):
        self._group = None
        while self._key is groupby or (self._target is not groupby and self._key == self._target):
            self._step()
        self._target = self._key
        self._group = _grouper(self, self._key)
        return (self._key, self._group)


class _grouper(_Iterator):
    def __init__(self, parent, target):
        self._parent = parent
        self._target = target

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if parent._value is groupby:
            parent._step()
        if parent._key != self._target:
            raise StopIteration
        value = parent._value
        parent._value = groupby
        return value


# In CPython they are classes in C.
for _class in list(globals().values()):
    if isinstance(_class, type) and not _class.__name__.startswith("_"):
        __cosub_builtin(_class)
