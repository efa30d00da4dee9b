import asyncio
async def co():
    pass
async def ag():
    yield
def gen():
    yield
c = co()
print(asyncio.iscoroutine(c), asyncio.iscoroutine(co), asyncio.iscoroutine(gen()), asyncio.iscoroutine(ag()))
print(asyncio.iscoroutinefunction(co), asyncio.iscoroutinefunction(gen), asyncio.iscoroutinefunction(ag), asyncio.iscoroutinefunction(5))
print(asyncio.isfuture(c), asyncio.isfuture(asyncio.Future(loop=asyncio.new_event_loop())))
c.close()
