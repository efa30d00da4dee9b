# ---- going through iterables ----

def sum_items(iterable, total):
    for x in iterable:
        total = total + x
    return total


def product_of(iterable, total):
    for x in iterable:
        total = total * x
    return total


def min_max(iterable, key, has_default, default, least):
    found = False
    best = best_key = None
    for x in iterable:
        k = x if key is None else key(x)
        if not found:
            found = True
            best, best_key = x, k
        elif k < best_key if least else k > best_key:
            best, best_key = x, k
    if found:
        return best
    if has_default:
        return default
    raise ValueError("min() arg is an empty sequence" if least else "max() arg is an empty sequence")


def any_item(iterable):
    for x in iterable:
        if x:
            return True
    return False


def all_items(iterable):
    for x in iterable:
        if not x:
            return False
    return True


def next_default(iterator, default):
    try:
        return next(iterator)
    except StopIteration:
        return default


async def anext_or(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default


class anext_awaitable:
    _started = None

    def __init__(self, awaitable, default):
        self._parts = awaitable, default

    def _run(self):
        if self._started is None:
            self._started = anext_or(*self._parts)
        return self._started

    def __await__(self):
        return self._run().__await__()

    def __iter__(self):
        return self

    def __next__(self):
        return self._run().send(None)

    def send(self, x):
        return self._run().send(x)

    def throw(self, *args):
        return self._run().throw(*args)

    def close(self):
        self._run().close()


def anext_default(iterator, default):
    return anext_awaitable(iterator.__anext__(), default)


def async_next(iterator):
    return await_next(__cosub_special(iterator, "__anext__")(iterator))


def await_next(awaitable):
    if __cosub_awaits_itself(awaitable):
        return awaitable
    try:
        method = __cosub_special(awaitable, "__await__")
        if method is None:
            raise TypeError(f"object {type(awaitable).__name__} can't be used in 'await' expression")
        return __cosub_check_await(method(awaitable))
    except BaseException as e:
        raise TypeError(f"'async for' received an invalid object from __anext__: {type(awaitable).__name__}") from e


def iter_of(x):
    r = __cosub_special(x, "__iter__")(x)
    if __cosub_is_iterator(r):
        return r
    raise TypeError(f"iter() returned non-iterator of type '{type(r).__name__}'")


def delegate_throw(iterator, exc, args):
    if isinstance(exc, GeneratorExit):
        close = getattr(iterator, "close", None)
        if close is not None:
            close()
        raise exc
    throw = getattr(iterator, "throw", None)
    if throw is None:
        raise exc
    return throw(*args)


# ---- lazy iterators: what they go through is made iterable first ----

def enumerate_make(iterable, start):
    return __cosub_enumerate(iter(iterable), start)


def zip_make(iterables, strict):
    return __cosub_zip(tuple([iter(x) for x in iterables]), strict)


def map_make(func, iterables):
    return __cosub_map(func, tuple([iter(x) for x in iterables]))


def filter_make(func, iterable):
    return __cosub_filter(func, iter(iterable))


class reversed:
    def __init__(self, sequence):
        self._sequence = sequence
        self._left = len(sequence)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left <= 0:
            raise StopIteration
        self._left -= 1
        try:
            return self._sequence[self._left]
        except (IndexError, StopIteration):
            self._left = 0
        raise StopIteration

    def __length_hint__(self):
        return 0 if len(self._sequence) < self._left else self._left


def reversed_of(sequence):
    return reversed(sequence)


def map_next(func, iterators):
    if len(iterators) == 1:
        return func(next(iterators[0]))
    args = []
    for it in iterators:
        args.append(next(it))
    return func(*args)


def filter_next(func, iterator):
    while True:
        x = next(iterator)
        if x if func is None else func(x):
            return x


def zip_next(iterators, strict):
    items = []
    for it in iterators:
        x = next_default(it, zip_next) if strict else next(it)
        if strict and x is zip_next:
            zip_end(iterators, len(items))
        items.append(x)
    return tuple(items)


def zip_end(iterators, n):
    # Argument n (from 0) came to its end; unless it was the first, it is too short.
    if n > 0:
        before = " 1" if n == 1 else f"s 1-{n}"
        raise ValueError(f"zip() argument {n + 1} is shorter than argument{before}")
    for i in range(1, len(iterators)):
        if next_default(iterators[i], zip_next) is not zip_next:
            before = " 1" if i == 1 else f"s 1-{i}"
            raise ValueError(f"zip() argument {i + 1} is longer than argument{before}")
    raise StopIteration


def enumerate_next(lazy, iterator):
    x = next(iterator)
    return (__cosub_count(lazy), x)


def call_iter_next(lazy, func, sentinel):
    x = func()
    if x == sentinel:
        __cosub_call_iter_end(lazy)
        raise StopIteration
    return x


def seq_iter_next(iterator, sequence, i):
    try:
        x = sequence[i]
    except (IndexError, StopIteration):
        __cosub_seq_iter_end(iterator)
        raise StopIteration
    __cosub_seq_iter_step(iterator)
    return x
