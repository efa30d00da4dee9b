import asyncio
SITE = {
    "/": ["/a", "/b"], "/a": ["/b", "/c"], "/b": ["/d", "/"], "/c": [], "/d": ["/a", "/e"], "/e": ["/missing"],
}
class NotFound(Exception):
    pass
async def fetch(url):
    await asyncio.sleep(0.1 * (len(url) + 1))
    if url not in SITE:
        raise NotFound(url)
    return SITE[url]
class Crawler:
    def __init__(self, root, workers=2):
        self.todo = asyncio.Queue()
        self.seen = {root}
        self.errors = []
        self.order = []
        self.todo.put_nowait(root)
        self.n = workers
    async def crawl(self):
        workers = [asyncio.create_task(self.work(i), name=f"worker-{i}") for i in range(self.n)]
        await self.todo.join()
        for w in workers:
            w.cancel()
        results = await asyncio.gather(*workers, return_exceptions=True)
        return [type(r).__name__ for r in results]
    async def work(self, i):
        while True:
            url = await self.todo.get()
            try:
                links = await fetch(url)
                self.order.append((i, url))
                for link in links:
                    if link not in self.seen:
                        self.seen.add(link)
                        self.todo.put_nowait(link)
            except NotFound as e:
                self.errors.append(str(e))
            finally:
                self.todo.task_done()
async def main():
    c = Crawler("/")
    print(await c.crawl())
    print(c.order, sorted(c.seen), c.errors)
    print(round(asyncio.get_running_loop().time(), 3))
asyncio.run(main())
