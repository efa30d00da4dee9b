# ends that touch others
def g(n):
    try:
        yield n
    finally:
        print("closing", n, len(alive))
        if n in drop:
            alive.pop(drop[n], None)
drop = {"a": "c", "c": "d", "x": "b"}
alive = {}
for n in "abcdex":
    alive[n] = g(n)
    next(alive[n])
def refuse():
    while True:
        try:
            yield
        except GeneratorExit:
            print("refusing")
r = refuse()
next(r)
def fails():
    try:
        yield
    finally:
        1 / 0
f = [fails()]
next(f[0])
def ok():
    try:
        yield 1
    except GeneratorExit:
        print("ok got it")
        raise
k = [ok()]
next(k[0])
