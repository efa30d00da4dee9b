def f(k):
    try:
        if k == 0:
            return "ret"
        elif k == 1:
            raise ValueError(
                "one"
            )
        elif k == 2: 1 / 0
        print("body")
    except (
        ValueError,
        TypeError
    ) as e:
        print(e)
    except ZeroDivisionError: print("zd"); return "z"
    else:
        print("else")
        return "e"
    finally:
        print(
            "fin"
        )
    return "end"
for i in range(4): print(f(i))
def g():
    for i in range(3):
        try:
            try:
                if i == 0: continue
                if i == 1: raise KeyError(i)
                break
            finally: print("f1", i)
        except KeyError: print("ke")
        finally:
            print("f2", i)
    return i
print(g())
def h():
    try:
        try:
            raise ValueError
        finally:
            raise TypeError
    except TypeError:
        return 1
    finally:
        for i in range(2): print(i)
print(h())
def w():
    with open_(1) as a, \
         open_(2) as (b,
                      c):
        print(a, b, c)
        return a
class open_:
    def __init__(self, n): self.n = n
    def __enter__(self): return (self.n, 0)
    def __exit__(self, *a):
        return None
print(w())
with (
    open_(1) as q,
    open_(2)
):
    print(q)
