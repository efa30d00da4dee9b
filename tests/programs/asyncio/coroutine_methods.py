import asyncio
import inspect
async def f():
    await asyncio.sleep(0)
    return 1
c = f()
print(c.__name__, c.__qualname__, c.cr_running, c.cr_frame is not None, c.cr_await, inspect.getcoroutinestate(c))
print(c.send(None), inspect.getcoroutinestate(c), c.cr_suspended)
try:
    c.send("x")
except StopIteration as e:
    print("value", e.value)
print(inspect.getcoroutinestate(c))
d = f()
try:
    d.send(1)
except TypeError as e:
    print(e)
d.close()
d.close()
try:
    d.send(None)
except RuntimeError as e:
    print(e)
try:
    for x in f():
        pass
except TypeError as e:
    print(e)
try:
    print(f() + 1)
except TypeError as e:
    print(e)
