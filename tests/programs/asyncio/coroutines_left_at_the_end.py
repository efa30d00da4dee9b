async def f(): pass
async def h():
    try:
        await X()
    finally:
        print("h closing")
class X:
    def __await__(self):
        yield 1
def g(n):
    try:
        yield n
    finally:
        print("closing", n)
def mk(n):
    x = g(n)
    next(x)
    return x
l = [f(), mk("l")]
c = f()
k = [h()]
k[0].send(None)
async def ag():
    try:
        yield 1
    finally:
        print("ag closing")
q = [ag()]
try: q[0].__anext__().send(None)
except StopIteration as e: print(e.value)
