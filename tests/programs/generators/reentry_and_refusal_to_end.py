def gen():
    global g
    try:
        yield next(g)
    except ValueError as e:
        print("inner", e)
    yield 2
g = gen()
print(next(g))
def gen2():
    global h
    h.close()
    yield
h = gen2()
try: next(h)
except ValueError as e: print(e)
def gen3():
    yield from k
k = gen3()
try: next(k)
except ValueError as e: print(e)
def gen4():
    try:
        yield 1
    finally:
        yield 2
m = gen4(); next(m)
try: m.close()
except RuntimeError as e: print(e)
print(next(m, "end"))
m = gen4(); next(m)
del m
print("after")
