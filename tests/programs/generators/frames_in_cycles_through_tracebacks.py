def leaf(name):
    try:
        yield name
        yield name
    finally:
        print("closed", name)
def L(name):
    g = leaf(name); next(g); return g
async def aiter(x):
    for i in x: yield i
async def comp():
    m = L("compvar")
    return [1 // (n - 1) async for n in aiter(leaf2())]
def leaf2():
    try:
        yield 2
        yield 1
    finally:
        print("closed leaf2")
def run(c):
    try:
        c.send(None)
    except StopIteration as e:
        return e.value
async def f():
    try:
        await comp()
    except ZeroDivisionError as e:
        kept = e
    return "f"
print(run(f()))
print("1")
async def g():
    try:
        await comp()
    except ZeroDivisionError as e:
        print(repr(e))
    return "g"
print(run(g()))
print("2")
async def h():
    try:
        return [x async for x in aiter(leaf2()) if 1 // (x - 1)]
    except ZeroDivisionError as e:
        global out
        out = e
print(run(h()))
print("3")
out = None
print("4")
async def k():
    s = {n: 1 // (n - 1) async for n in aiter(leaf2())}
try: run(k())
except ZeroDivisionError as e: kept = e
print("5")
kept = None
print("6")
def gg():
    x = L("gg")
    try:
        yield 1
    except ValueError as e:
        kept = e
    yield 2
g1 = gg(); next(g1); g1.throw(ValueError); del g1
print("7")
g1 = gg(); next(g1); g1.throw(ValueError); list(g1); del g1
print("8")
def hh():
    x = L("hh")
    try:
        1/0
    except ZeroDivisionError as e:
        yield e
        print("no")
g1 = hh(); e = next(g1); del g1
print("9")
del e
print("10")
def ii():
    x = L("ii")
    try:
        1/0
    except ZeroDivisionError:
        yield 1
g1 = ii(); next(g1); del g1
print("11")
g1 = ii(); next(g1); g1.close(); print("11b"); del g1
print("12")
def jj():
    x = L("jj")
    try:
        try: 1/0
        finally: yield 1
    except GeneratorExit as e:
        yield 2
g1 = jj(); next(g1); del g1
print("13")
