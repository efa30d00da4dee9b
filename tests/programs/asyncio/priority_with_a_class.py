import asyncio
class Job:
    def __init__(self, prio, name):
        self.prio, self.name = prio, name
    def __lt__(self, other):
        return self.prio < other.prio
    def __repr__(self):
        return f"Job({self.name})"
async def main():
    q = asyncio.PriorityQueue()
    for p, n in ((3, "c"), (1, "a"), (2, "b"), (1, "a2")):
        q.put_nowait(Job(p, n))
    print([q.get_nowait() for _ in range(4)], q.empty())
asyncio.run(main())
