x = (1 +
     2 *
     3)
a = b = (
    x
)
x += (
    1
)
l = [1, 2, 3]
l[
    0
] = (
    5
)
l[0], l[1] = (
    l[1],
    l[0]
)
del (
    l[0],
    a
)
s = f"""{x}
{l
 [0]}
{x!r:>{
    5}}"""
print(s, "a"
      "b"
      f"{x}")
t = ("%s %s" %
     (x,
      l))
print(t)
u: int = (
    3
)
def f() -> (
    int
):
    n: str
    m: int = 1
    global gg
    gg = m
    return m
print(
    f(), -
    x, not
    x, x
    is not
    None, 1
    in l, 0 < x
    < 100)
c = x if x else \
    y
print(c); import math; from math import (
    sqrt,
    pi as PI
)
print(sqrt(4)); pass
class E: pass
class F(E): "doc"
class G:
    "doc"
    z: int = 1
    w: str
print(F.__doc__, G.__annotations__)
if 0: print("no")
if 1: print("yes")
while 0: print("no")
if __debug__: print("dbg")
if not __debug__: print("nodbg")
