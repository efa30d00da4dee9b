from __future__ import annotations
import collections
import collections.abc
from collections import abc
from collections.abc import Iterable, Iterator, Generator, Sequence, Mapping, MutableMapping, Callable, Awaitable, Coroutine, AsyncIterator, AsyncGenerator, AsyncIterable, Hashable, Sized, Container, Collection, Reversible, Set, MutableSet, MutableSequence, KeysView, ItemsView, ValuesView
print(abc is collections.abc, abc.Iterable is Iterable)
class Countdown(Iterator):
    def __init__(self, n): self.n = n
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Countdown(3)), isinstance(Countdown(1), Iterable), issubclass(Countdown, Iterator))
class G(Generator):
    def __init__(self): self.x = 0
    def send(self, v):
        self.x += 1
        if self.x > 3: raise StopIteration(v)
        return self.x, v
    def throw(self, typ, val=None, tb=None):
        print("thrown", typ)
        super().throw(typ, val, tb)
g = G()
print(next(g), g.send(5))
g.close()
try: g.throw(ValueError("x"))
except ValueError as e: print(repr(e))
class D(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
d = D()
d["a"] = 1
d.update(b=2, c=3)
print(dict(d), list(d.items()), len(d.keys()), "a" in d, d.get("z", 9), d.pop("a"), d == {"b": 2, "c": 3}, len(d.values()))
print(d.setdefault("q", 4), sorted(d), d.popitem())
class S(Sequence):
    def __getitem__(self, i): return [1, 2, 3][i]
    def __len__(self): return 3
s = S()
print(list(s), list(reversed(s)), s.index(2), s.count(3), 4 in s, isinstance(s, Reversible), isinstance(s, Collection))
def gen(): yield
async def co(): pass
async def ag(): yield
c = co()
objs = [[], (), "", {}, set(), frozenset(), range(3), iter([]), {}.keys(), {}.values(), {}.items(), gen(), c, ag(), 1, None, len, gen, map(len, []), zip(), reversed([]), object(), int, D(), s, G(), collections.deque(), collections.defaultdict(int), collections.Counter(), [].append, Countdown(2)]
for t in (Iterable, Iterator, Generator, Sequence, Mapping, MutableMapping, Callable, Awaitable, Coroutine, AsyncIterator, AsyncGenerator, AsyncIterable, Hashable, Sized, Container, Collection, Reversible, Set, MutableSet, MutableSequence, KeysView, ItemsView, ValuesView):
    print(t.__name__, t, [int(isinstance(o, t)) for o in objs])
c.close()
for t in (Iterator, Generator, Mapping):
    try: t()
    except TypeError as e: print(e)
class Half(Iterator): pass
try: Half()
except TypeError as e: print(e)
class T(Iterator[int]):
    def __next__(self): raise StopIteration
print(list(T()), T.__mro__[1].__name__, issubclass(list, Sequence))
print(Iterable[int], Callable[[int], str])
class Mine: pass
Iterable.register(Mine)
print(isinstance(Mine(), Iterable))
def f(a: Iterator[int] = 1, *b: "x", c: lambda: 3 = 2, d: a if b else c = 1) -> dict[str, tuple[int, ...]] | None: pass
print(f.__annotations__)
class K:
    x: list[int]
    y: (int, str) = 3
print(K.__dict__["__annotations__"])
class MS(MutableSet):
    def __init__(self, it=()): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self, x):
        if x not in self.s: self.s.append(x)
    def discard(self, x):
        if x in self.s: self.s.remove(x)
a, b = MS([1, 2, 3]), MS([2, 3, 4])
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, a == MS([3, 2, 1]), a.isdisjoint(b))
a |= [7]; a.remove(1); print(list(a), a.pop())
