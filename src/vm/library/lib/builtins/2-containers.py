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


# A class's own append() and add() have no part in what follows.
list_append = list.append
set_add = set.add


def list_extend(items, iterable):
    # What becomes a list is first asked how many items it has.
    length = __cosub_special(iterable, "__len__")
    hint = __cosub_special(iterable, "__length_hint__")
    if length is None and hint is None:
        for x in iterable:
            list_append(items, x)
        return
    iterator = iter(iterable)
    if length is not None:
        len_of(iterable)
    else:
        hint(iterable)
    x = next(iterator, list_extend)
    while x is not list_extend:
        list_append(items, x)
        x = next(iterator, list_extend)


def set_update(items, iterable):
    for x in iterable:
        set_add(items, x)


def extend_in_place(items, iterable):
    list_extend(items, iterable)
    return items


def update_in_place(d, other):
    dict_update(d, other)
    return d


def init_list(items, iterable):
    list_extend(items, iterable)


_deque = __cosub_kind("collections.deque")


def deque_extend(d, iterable):
    for x in iterable:
        _deque.append(d, x)


def deque_extend_left(d, iterable):
    for x in iterable:
        _deque.appendleft(d, x)


def deque_copy(d):
    maxlen = d.maxlen
    copy = type(d)(d) if maxlen is None else type(d)(d, maxlen)
    if not isinstance(copy, _deque):
        raise TypeError(f"{type(d).__name__}() must return a deque, not {type(copy).__name__}")
    return copy


def deque_concat(d, other):
    result = deque_copy(d)
    _deque.extend(result, other)
    return result


def deque_repeat(d, n):
    result = deque_copy(d)
    items = list(_deque.__iter__(result))
    if n <= 0:
        _deque.clear(result)
    for _ in range(n - 1):
        _deque.extend(result, items)
    return result


def deque_compare(a, b, op):
    sign = __cosub_compare_sign(op)
    if sign in ("==", "!=") and _deque.__len__(a) != _deque.__len__(b):
        return sign == "!="
    ours, theirs = iter(a), iter(b)
    x, y = next(ours, _deque), next(theirs, _deque)
    while x is not _deque and y is not _deque:
        if x is not y and not x == y:
            return deque_items_compare(x, y, sign)
        x, y = next(ours, _deque), next(theirs, _deque)
    longer, shorter = x is not _deque, y is not _deque
    if sign in ("==", "!="):
        return (longer == shorter) == (sign == "==")
    if sign in ("<", ">="):
        return shorter == (sign == "<")
    return longer == (sign == ">")


def deque_items_compare(x, y, sign):
    if sign == "<":
        return bool(x < y)
    if sign == "<=":
        return bool(x <= y)
    if sign == ">":
        return bool(x > y)
    if sign == ">=":
        return bool(x >= y)
    return sign == "!="


def deque_extended(d, iterable):
    for x in iterable:
        _deque.append(d, x)
    return d


init_set = set_update


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
        pair = list(iter(pair))
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
    iterator = iter(iterable)
    for i in range(before):
        x = next(iterator, items)
        if x is items:
            raise ValueError(f"not enough values to unpack (expected at least {before + after}, got {i})")
        items.append(x)
    for x in iterator:      # which is asked for an iterator again
        items.append(x)
    if len(items) < before + after:
        raise ValueError(f"not enough values to unpack (expected at least {before + after}, got {len(items)})")
    return items
