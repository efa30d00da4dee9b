def f(n):
    while (
        n >
        0
    ):
        n -= 1
        if n == 2: continue
        elif (n ==
              1): break
        else: pass
        print(n)
    else: print("else")
    for i in (1,
              2): print(i)
    for i, j in zip(
        [1, 2],
        [3, 4]
    ):
        if i == j: pass
        elif i > j:
            pass
        else:
            print(i,
                  j)
    for _ in range(2): pass
    while True:
        break
    if n: return 1
    if not n:
        return 2
print(f(4), f(3))
x = 5
while x: x -= 1
if x: pass
else: y = 1
if (x
    == 0 and
    y): print("yes")
assert (x ==
        0), (
    "msg")
try:
    assert x, (
        "failed",
        x
    )
except AssertionError as e: print(e)
