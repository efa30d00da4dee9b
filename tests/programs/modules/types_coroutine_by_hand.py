import types


@types.coroutine
def switch(value):
    got = yield value
    return got


async def worker(name):
    a = await switch(f"{name} one")
    b = await switch(f"{name} two")
    return a + b


w = worker("w")
print(type(w).__name__, w.send(None), w.send(1))
try:
    w.send(2)
except StopIteration as e:
    print("result", e.value)


async def outer():
    try:
        return await worker("inner")
    except ValueError as e:
        return f"handled {e}"


o = outer()
o.send(None)
try:
    o.throw(ValueError("thrown"))
except StopIteration as e:
    print(e.value)
