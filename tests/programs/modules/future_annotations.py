"""What annotations become under PEP 563."""
from __future__ import annotations, division, generator_stop as stop
import __future__


def f(a: Missing[int, ...], *rest: "quoted", key: lambda x, /, y=1, *, z=2, **k: (x, y) = 3, **kw: x.y[1:2, ::3]) -> -a ** -b:
    v: undefined = 5
    return v


async def g(a: b if c else d or e and not f, b: [1, 2.5, *c], c: {1: 2, **d}, d: {1, 'a"b'}, e: (), h: (1,), i: f(1, *a, k=2, **b), j: (x for x in y if z), k: sum(x for x in y), l: a < b <= c != d is not None, m: (a + b) * c - (d - e), n: 1 .real, o: ~a | b & c ^ d << 1, p: {k: v for k, v in z}, q: None, r: ...):
    yield 1


print(f(1), division, stop, __future__.all_feature_names)
for name, text in (f.__annotations__ | g.__annotations__).items():
    print(name, "=", text)

n: int = 3
m: list[Undefined]


class C:
    x: (int, str) = 1
    if n:
        y: C
    z: "C" = None


print(__annotations__, C.__dict__["__annotations__"])
