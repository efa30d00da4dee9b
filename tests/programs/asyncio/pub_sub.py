import asyncio
class Hub:
    def __init__(self):
        self.subs = {}
    def subscribe(self, topic):
        return Subscription(self, topic)
    async def publish(self, topic, message):
        for q in self.subs.get(topic, ()):
            await q.put(message)
    async def close(self):
        for qs in self.subs.values():
            for q in qs:
                await q.put(None)
class Subscription:
    def __init__(self, hub, topic):
        self.hub, self.topic = hub, topic
        self.queue = asyncio.Queue(1)
    def __enter__(self):
        self.hub.subs.setdefault(self.topic, []).append(self.queue)
        return self
    def __exit__(self, *exc):
        self.hub.subs[self.topic].remove(self.queue)
    def __aiter__(self):
        return self
    async def __anext__(self):
        message = await self.queue.get()
        if message is None:
            raise StopAsyncIteration
        return message
async def reader(hub, name, topic, delay, most=None):
    with hub.subscribe(topic) as sub:
        n = 0
        async for m in sub:
            await asyncio.sleep(delay)
            print(asyncio.get_running_loop().time(), name, m)
            n += 1
            if n == most:
                break
    return n
async def main():
    hub = Hub()
    readers = [asyncio.create_task(reader(hub, *a)) for a in (("fast", "news", 0), ("slow", "news", 2), ("one", "sport", 1, 1))]
    await asyncio.sleep(0)
    for i in range(3):
        await hub.publish("news", f"n{i}")
        await hub.publish("sport", f"s{i}") if i == 0 else None
    await asyncio.sleep(5)
    await hub.close()
    print(await asyncio.gather(*readers))
asyncio.run(main())
