import asyncio
import types
@types.coroutine
def switch():
    yield
async def child(name, n):
    for i in range(n):
        print(name, i)
        await switch()
    return name * n
class MiniLoop:
    def __init__(self):
        self.ready = []
    def spawn(self, coro):
        self.ready.append(coro)
    def run(self):
        results = []
        while self.ready:
            coro = self.ready.pop(0)
            try:
                coro.send(None)
            except StopIteration as e:
                results.append(e.value)
            else:
                self.ready.append(coro)
        return results
mini = MiniLoop()
mini.spawn(child("x", 2))
mini.spawn(child("y", 3))
print(mini.run())
async def main():
    print(await asyncio.gather(child("p", 2), child("q", 1)))
asyncio.run(main())
