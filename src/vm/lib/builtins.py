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
        raise NotImplementedError("int() of an object that has only __trunc__ is outside the scenario language")
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
        if init is not None and init(made, *args, **names) is not None:
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
    return separator.join(list_from(iterable))


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


# ---- containers from iterables ----

def list_from(iterable):
    items = []
    list_extend(items, iterable)
    return items


def tuple_from(iterable):
    items = []
    list_extend(items, iterable)
    return tuple(items)


def set_from(iterable):
    items = set()
    for x in iterable:
        items.add(x)
    return items


def frozenset_from(iterable):
    items = set()
    for x in iterable:
        items.add(x)
    return frozenset(items)


def list_extend(items, iterable):
    # What becomes a list is first asked how many items it has.
    length = __cosub_special(iterable, "__len__")
    hint = __cosub_special(iterable, "__length_hint__")
    if length is None and hint is None:
        for x in iterable:
            items.append(x)
        return
    iterator = iter(iterable)
    if length is not None:
        len_of(iterable)
    else:
        hint(iterable)
    x = next(iterator, list_extend)
    while x is not list_extend:
        items.append(x)
        x = next(iterator, list_extend)


def set_update(items, iterable):
    for x in iterable:
        items.add(x)


def extend_in_place(items, iterable):
    list_extend(items, iterable)
    return items


def update_in_place(d, other):
    dict_update(d, other)
    return d


def init_list(items, iterable):
    list_extend(items, iterable)


init_deque = init_list


def init_set(items, iterable):
    for x in iterable:
        items.add(x)


def init_dict(d, other, names):
    dict_update(d, other)
    d.update(names)


def dict_from(other, names):
    d = {}
    dict_update(d, other)
    d.update(names)
    return d


def dict_update(d, other):
    if hasattr(other, "keys"):
        for key in other.keys():
            d[key] = other[key]
        return
    i = 0
    for pair in other:
        if not __cosub_is_iterable(pair):
            raise TypeError(f"cannot convert dictionary update sequence element #{i} to a sequence")
        pair = list(pair)
        if len(pair) != 2:
            raise ValueError(f"dictionary update sequence element #{i} has length {len(pair)}; 2 is required")
        d[pair[0]] = pair[1]
        i += 1


def display_update(d, mapping):
    if not hasattr(mapping, "keys"):
        raise TypeError(f"'{type(mapping).__name__}' object is not a mapping")
    for key in mapping.keys():
        d[key] = mapping[key]


def merge_keywords(names, mapping, text):
    if not hasattr(mapping, "keys"):
        raise TypeError(f"{text} argument after ** must be a mapping, not {type(mapping).__name__}")
    for key in mapping.keys():
        if not isinstance(key, str):
            raise TypeError("keywords must be strings")
        if key in names:
            raise TypeError(f"{text} got multiple values for keyword argument '{key}'")
        names[key] = mapping[key]


def unpack(iterable, before, after):
    if not __cosub_is_iterable(iterable):
        raise TypeError(f"cannot unpack non-iterable {type(iterable).__name__} object")
    items = []
    if after < 0:
        for x in iterable:
            items.append(x)
            if len(items) > before:
                raise ValueError(f"too many values to unpack (expected {before})")
        if len(items) < before:
            raise ValueError(f"not enough values to unpack (expected {before}, got {len(items)})")
        return items
    for x in iterable:
        items.append(x)
    if len(items) < before + after:
        raise ValueError(f"not enough values to unpack (expected at least {before + after}, got {len(items)})")
    return items


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


# ---- sorting: the comparisons of CPython 3.11's list.sort, in their order ----
# The same in C, for items that need no code of the program, is vm/list_sort.c;
# what runs, powers and leaps are stands there.

LONG_WIN = 7


def sorted_list(iterable, key, reverse):
    items = list(iterable)
    sorted_by(items, key, reverse)
    return items


def sorted_by(items, key, reverse):
    # While it is being sorted the list is empty, as a key function can see.
    values = items[:]
    items[:] = []
    try:
        sort_values(values, key, reverse)
    finally:
        changed = bool(items)
        items[:] = values
    if changed:
        raise ValueError("list modified during sort")


def sort_values(values, key, reverse):
    if key is None:
        keys = values[:]
    else:
        keys = []
        for x in values:
            keys.append(key(x))
    if reverse:
        keys.reverse()
        values.reverse()
    try:
        if not __cosub_sort_plain(keys, values):
            sort_runs(keys, values)
    finally:
        if reverse:
            values.reverse()


def sort_runs(keys, values):
    n = len(keys)
    shortest, odd = n, 0
    while shortest >= 64:
        odd |= shortest & 1
        shortest >>= 1
    shortest += odd
    runs, patience, low = [], [LONG_WIN], 0
    while low < n:
        high = first_run(keys, values, low, n)
        if high < low + shortest:
            start, high = high, min(low + shortest, n)
            insert_all(keys, values, low, high, start)
        if runs:
            power = power_of(runs[-1], high - low, n)
            while len(runs) > 1 and runs[-2][2] > power:
                merge_runs(keys, values, runs, len(runs) - 2, patience)
            runs[-1][2] = power
        runs.append([low, high - low, 0])
        low = high
    while len(runs) > 1:
        i = len(runs) - 2
        if i > 0 and runs[i - 1][1] < runs[i + 1][1]:
            i -= 1
        merge_runs(keys, values, runs, i, patience)


def first_run(keys, values, low, n):
    # Where the run that begins at low ends; one that goes down is turned around.
    i = low + 2
    if i > n:
        return n
    if keys[low + 1] < keys[low]:
        while i < n and keys[i] < keys[i - 1]:
            i += 1
        keys[low:i] = keys[low:i][::-1]
        values[low:i] = values[low:i][::-1]
    else:
        while i < n and not keys[i] < keys[i - 1]:
            i += 1
    return i


def insert_all(keys, values, low, high, start):
    for i in range(start, high):
        pivot = keys[i]
        left, right = low, i
        while left < right:
            middle = left + (right - left >> 1)
            if pivot < keys[middle]:
                right = middle
            else:
                left = middle + 1
        keys.insert(left, keys.pop(i))
        values.insert(left, values.pop(i))


def power_of(run, length, n):
    a = 2 * run[0] + run[1]
    b = a + run[1] + length
    power = 1
    while a >= n or b < n:
        if a >= n:
            a -= n
            b -= n
        a *= 2
        b *= 2
        power += 1
    return power


def goes_behind(key, other, after):
    if after:
        return not key < other
    return other < key


def find_place(key, at, low, n, hint, after):
    # How many of the n sorted keys from low on the key goes behind.
    leap, last = 1, 0
    if goes_behind(key, at[low + hint], after):
        most = n - hint
        while leap < most and goes_behind(key, at[low + hint + leap], after):
            leap, last = 2 * leap + 1, leap
        first, end = hint + last + 1, hint + min(leap, most)
    else:
        most = hint + 1
        while leap < most and not goes_behind(key, at[low + hint - leap], after):
            leap, last = 2 * leap + 1, leap
        first, end = hint - min(leap, most) + 1, hint - last
    while first < end:
        middle = first + (end - first >> 1)
        if goes_behind(key, at[low + middle], after):
            first = middle + 1
        else:
            end = middle
    return end


def merge_runs(keys, values, runs, i, patience):
    low, n, power = runs[i]
    middle, m, power = runs.pop(i + 1)
    runs[i][1] += m
    low += find_place(keys[middle], keys, low, n, 0, True)
    if low == middle:
        return
    m = find_place(keys[middle - 1], keys, middle, m, m - 1, False)
    if m == 0:
        return
    if middle - low <= m:
        merge_up(keys, values, low, middle, middle + m, patience)
    else:
        merge_down(keys, values, low, middle, middle + m, patience)


def merge_up(keys, values, low, middle, high, patience):
    # The left side is set aside: from i on; the right: from j on.  At any time
    # there is room between to and j for what is left of the left side.
    left, left_values, n = keys[low:middle], values[low:middle], middle - low
    keys[low], values[low] = keys[middle], values[middle]
    i, j, to = 0, middle + 1, low + 1
    decided = n == 1 or j == high
    leaping = False
    lefts = rights = 0
    try:
        while not decided:
            if not leaping:
                if keys[j] < left[i]:
                    lefts, rights = 0, rights + 1
                    keys[to], values[to] = keys[j], values[j]
                    j += 1
                    decided = j == high
                else:
                    lefts, rights = lefts + 1, 0
                    keys[to], values[to] = left[i], left_values[i]
                    i += 1
                    decided = i == n - 1
                to += 1
                if not decided and (lefts >= patience[0] or rights >= patience[0]):
                    leaping = True
                    patience[0] += 1
                continue
            patience[0] -= patience[0] > 1
            lefts = find_place(keys[j], left, i, n - i, 0, True)
            keys[to:to + lefts], values[to:to + lefts] = left[i:i + lefts], left_values[i:i + lefts]
            to, i = to + lefts, i + lefts
            if i >= n - 1:
                break
            keys[to], values[to] = keys[j], values[j]
            to, j = to + 1, j + 1
            if j == high:
                break
            rights = find_place(left[i], keys, j, high - j, 0, False)
            keys[to:to + rights], values[to:to + rights] = keys[j:j + rights], values[j:j + rights]
            to, j = to + rights, j + rights
            if j == high:
                break
            keys[to], values[to] = left[i], left_values[i]
            to, i = to + 1, i + 1
            if i == n - 1:
                break
            if lefts < LONG_WIN and rights < LONG_WIN:
                leaping = False
                lefts = rights = 0
                patience[0] += 1
        if i == n - 1:
            keys[to:to + high - j], values[to:to + high - j] = keys[j:high], values[j:high]
            to, j = to + high - j, high
    finally:
        keys[to:j], values[to:j] = left[i:], left_values[i:]


def merge_down(keys, values, low, middle, high, patience):
    # The right side is set aside: before j; the left: before i.  At any time
    # there is room between i and to for what is left of the right side.
    right, right_values = keys[middle:high], values[middle:high]
    i, j, to = middle - 1, high - middle, high - 1
    keys[to], values[to] = keys[i], values[i]
    decided = i == low or j == 1
    leaping = False
    lefts = rights = 0
    try:
        while not decided:
            if not leaping:
                if right[j - 1] < keys[i - 1]:
                    lefts, rights = lefts + 1, 0
                    i -= 1
                    keys[to - 1], values[to - 1] = keys[i], values[i]
                    decided = i == low
                else:
                    lefts, rights = 0, rights + 1
                    j -= 1
                    keys[to - 1], values[to - 1] = right[j], right_values[j]
                    decided = j == 1
                to -= 1
                if not decided and (lefts >= patience[0] or rights >= patience[0]):
                    leaping = True
                    patience[0] += 1
                continue
            patience[0] -= patience[0] > 1
            lefts = i - low - find_place(right[j - 1], keys, low, i - low, i - low - 1, True)
            keys[to - lefts:to], values[to - lefts:to] = keys[i - lefts:i], values[i - lefts:i]
            to, i = to - lefts, i - lefts
            if i == low:
                break
            to, j = to - 1, j - 1
            keys[to], values[to] = right[j], right_values[j]
            if j == 1:
                break
            rights = j - find_place(keys[i - 1], right, 0, j, j - 1, False)
            keys[to - rights:to], values[to - rights:to] = right[j - rights:j], right_values[j - rights:j]
            to, j = to - rights, j - rights
            if j <= 1:
                break
            to, i = to - 1, i - 1
            keys[to], values[to] = keys[i], values[i]
            if i == low:
                break
            if lefts < LONG_WIN and rights < LONG_WIN:
                leaping = False
                lefts = rights = 0
                patience[0] += 1
        if j == 1:
            keys[to - (i - low):to], values[to - (i - low):to] = keys[low:i], values[low:i]
            to, i = to - (i - low), low
    finally:
        keys[i:to], values[i:to] = right[:j], right_values[:j]


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
