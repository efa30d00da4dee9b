import asyncio
class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = {}
    def _put(self, item):
        self._queue.setdefault(item, None)
    def _get(self):
        item = next(iter(self._queue))
        del self._queue[item]
        return item
async def main():
    q = UniqueQueue()
    for x in "abacab":
        await q.put(x)
    print(q.qsize(), [await q.get() for _ in range(3)], q.empty())
asyncio.run(main())
