def g():
    yield 1
    yield from me


me = g()
print(next(me))
try:
    next(me)
except ValueError as e:
    print(e)
print(next(me, "finished"))


def shared():
    yield "a"
    yield "b"
    yield "c"


s = shared()


def use(name):
    yield name
    yield from s


p, q = use("p"), use("q")
print(next(p), next(q), next(p), next(q), next(p), list(q), list(p))
