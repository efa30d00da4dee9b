import asyncio
async def f():
    x = await asyncio.sleep(0, "a")
    y = await asyncio.sleep(0, "b")
    return x + y
c = f()
print(c.send(None))
print(c.send(None))
try:
    c.send(None)
except StopIteration as e:
    print("result", e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
async def g():
    await asyncio.sleep(1)
d = g()
try:
    d.send(None)
except RuntimeError as e:
    print(e)
async def main():
    e = f()
    print(e.send(None))
    try:
        await e
    except RuntimeError as err:
        print(err)
    h = f()
    h.send(None)
    h.close()
    print(h.cr_frame)
    try:
        h.throw(ValueError("late"))
    except RuntimeError as err:
        print(err)
    except ValueError as err:
        print(repr(err))
asyncio.run(main())
