class Suspend:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        x = yield self.v
        return x * 2


async def co():
    print("start")
    a = await Suspend("first")
    print("a", a)
    b = await Suspend("second")
    return a, b


c = co()
print(c.cr_running, c.cr_await, c.__name__)
print(c.send(None), c.cr_await is not None)
print(c.send(5))
try:
    c.send(6)
except StopIteration as e:
    print(e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
d = co()
try:
    d.send(1)
except TypeError as e:
    print(e)
print(d.close())
try:
    for _ in co():
        pass
except TypeError as e:
    print(e)
