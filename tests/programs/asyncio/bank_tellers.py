import asyncio
from collections import deque
class Bank:
    def __init__(self, tellers):
        self.tellers = asyncio.Semaphore(tellers)
        self.served = []
    async def customer(self, name, arrive, needs):
        await asyncio.sleep(arrive)
        came = asyncio.get_running_loop().time()
        async with self.tellers:
            waited = asyncio.get_running_loop().time() - came
            await asyncio.sleep(needs)
            self.served.append((name, waited, asyncio.get_running_loop().time()))
async def main():
    bank = Bank(2)
    people = [("ada", 0, 5), ("bob", 1, 2), ("cal", 2, 1), ("dee", 2, 4), ("eve", 6, 1)]
    async with asyncio.TaskGroup() as tg:
        for p in people:
            tg.create_task(bank.customer(*p), name=p[0])
    for name, waited, left in bank.served:
        print(f"{name:<4} waited {waited} left at {left}")
asyncio.run(main())
