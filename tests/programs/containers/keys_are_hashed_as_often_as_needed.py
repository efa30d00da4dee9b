import functools
from collections import Counter, OrderedDict, defaultdict

log = []

class Key:
    def __init__(self, n, hashed=None):
        self.n = n
        self.hashed = n if hashed is None else hashed

    def __hash__(self):
        log.append(f"hash {self.n}")
        return self.hashed

    def __eq__(self, other):
        log.append(f"{self.n} == {other.n}")
        return self.n == other.n

a, b, c, strange = Key(1), Key(2), Key(3), Key(9)
like_a, beside_a = Key(1), Key(8, 1)

def told(name, f, *args):
    log.clear()
    try:
        result = f(*args)
    except KeyError as e:
        result = "KeyError"
    print(name, result if isinstance(result, (int, str, bool)) else "", log)

def augment(d):
    d[like_a] += 1

def cached():
    every = functools.cache(lambda key: 1)
    every(a)
    every(like_a)
    two = functools.lru_cache(2)(lambda key, *rest: 1)
    for key in a, like_a, b, a, c, b:
        two(key)
    named = functools.lru_cache(lambda key=1: 1)
    named(key=a)
    named(key=like_a)
    print(every.cache_info(), two.cache_info(), named.cache_info())

of_dicts = [
    ("get", lambda d: d.get(like_a)),
    ("setdefault", lambda d: d.setdefault(like_a, 7)),
    ("setdefault of a new one", lambda d: d.setdefault(strange, 7)),
    ("setdefault of one beside", lambda d: d.setdefault(beside_a, 7)),
    ("pop", lambda d: d.pop(strange)),
    ("update", lambda d: d.update([(like_a, 5), (strange, 1)])),
    ("fromkeys", lambda d: dict.fromkeys([a, beside_a])),
    ("fromkeys of a dict", lambda d: dict.fromkeys(d)),
    ("equal", lambda d: d == {like_a: 1, Key(2): 2, Key(3): 3}),
    ("keys and list", lambda d: len(d.keys() & [like_a, strange])),
    ("keys and set", lambda d: len(d.keys() & {like_a})),
    ("keys and larger set", lambda d: len(d.keys() & {like_a, b, c, strange})),
    ("keys and keys", lambda d: len(d.keys() & {like_a: 1}.keys())),

    ("keys or list", lambda d: len(d.keys() | [like_a])),
    ("keys less list", lambda d: len(d.keys() - [like_a])),
    ("items and list", lambda d: len(d.items() & [(like_a, 1)])),
    ("in items", lambda d: (like_a, 1) in d.items()),
    ("display", lambda d: len({**d, beside_a: 4})),
    ("augmented", augment),
    ("Counter", lambda d: len(Counter([a, like_a, beside_a, a]))),
    ("Counter of a dict", lambda d: len(Counter(d))),
    ("defaultdict", lambda d: len(defaultdict(list)[strange])),
    ("OrderedDict", lambda d: len(OrderedDict(d))),
    ("move_to_end", lambda d: OrderedDict([(a, 1), (b, 2)]).move_to_end(like_a)),
]
of_sets = [
    ("add", lambda s: s.add(like_a)),
    ("union", lambda s: len(s.union([like_a, beside_a]))),
    ("and", lambda s: len(s & {like_a})),
    ("intersection", lambda s: len(s.intersection([like_a, strange]))),
    ("symmetric difference", lambda s: len(s ^ {like_a, strange})),
    ("subset", lambda s: s.issubset([a, b, c])),
    ("superset", lambda s: s >= {like_a}),
    ("disjoint", lambda s: s.isdisjoint([like_a])),
    ("frozenset", lambda s: hash(frozenset(s)) != 0),
    ("tuple in a set of tuples", lambda s: (like_a, b) in {(a, b)}),
]
for name, f in of_dicts:
    d = {a: 1, b: 2, c: 3}
    told(name, f, d)
for name, f in of_sets:
    s = {a, b, c}
    told(name, f, s)
told("caches", cached)
