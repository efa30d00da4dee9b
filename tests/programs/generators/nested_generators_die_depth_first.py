def leaf(name):
    try:
        yield name
    finally:
        print("closed", name)

def simple(name):
    a, b = leaf(name + "a"), leaf(name + "b")
    next(a), next(b)
    yield name

def node(name):
    try:
        a, b = simple(name + "x"), leaf(name + "y")
        next(a), next(b)
        yield name
    finally:
        print("closed", name)

def wrap(name):
    a, b, c = node(name + "1"), simple(name + "2"), node(name + "3")
    next(a), next(b), next(c)
    yield from a

def stubborn(name):
    a, b = node(name+"s"), leaf(name + "t"),
    next(a), next(b)
    while True:
        try:
            yield
        except GeneratorExit:
            print("stubborn", name)

async def never(name, gens):
    pass

async def co(name):
    gs = [node(name + str(i)) for i in range(3)]
    for g in gs: next(g)
    try:
        await Wait()
    finally:
        print("closed co", name)

class Wait:
    def __await__(self):
        yield

def many(fs):
    l = [f("m%d" % i) for i, f in enumerate(fs)]
    for g in l:
        next(g) if hasattr(g, "__next__") else g.send(None)
    return l

l = many([node, wrap, simple, node])
l.clear()
print("--- 1")
l = many([stubborn, node, stubborn, wrap])
del l
print("--- 2")
l = many([co, node, co])
del l
print("--- 3")
l = [never("n", many([node, leaf])), node("q")]
next(l[1])
del l
print("--- 4")
d = dict(a=many([node, node]), b=many([wrap]))
del d
print("--- 5")
def f():
    a = many([node, wrap])
    b = many([leaf])
    raise KeyError
try: f()
except KeyError: print("caught")
print("--- 6")
def deep(n):
    try:
        g = deep(n - 1) if n else leaf("bottom")
        h = leaf("side%d" % n)
        next(h)
        next(g)
        yield
    finally:
        print("deep", n)
g = deep(5); next(g); del g
print("--- 7")
class C: pass
c = C(); c.x = many([node]); c.y = many([wrap, leaf]); c.z = c.x
del c
print("--- 8")
def raises(name):
    a = node(name + "r"); next(a)
    try:
        yield
    finally:
        b = node(name + "R"); next(b)
        raise ValueError(name)
l = many([raises, node, raises])
del l
print("--- 9")
l = many([node, stubborn, node])
it = iter(l)
x = [next(it)]
del l[:]
print("--- 10")
