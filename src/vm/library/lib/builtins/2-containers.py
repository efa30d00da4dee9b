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
