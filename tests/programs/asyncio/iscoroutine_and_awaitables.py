import asyncio
import inspect
async def co():
    pass
async def agen():
    yield
def gen():
    yield
class Own:
    def __await__(self):
        yield
c, a, g = co(), agen(), gen()
print([asyncio.iscoroutine(x) for x in (c, a, g, co, Own())])
print([inspect.isawaitable(x) for x in (c, a, g, co, Own())])
print([asyncio.iscoroutinefunction(x) for x in (co, agen, gen, Own, lambda: c)])
c.close()
