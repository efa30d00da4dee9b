import asyncio
class Actor:
    def __init__(self):
        self.inbox = asyncio.Queue()
        self.task = asyncio.create_task(self._run(), name=type(self).__name__)
    async def _run(self):
        while True:
            message, reply = await self.inbox.get()
            if message is None:
                return
            try:
                result = await self.handle(*message)
            except Exception as e:
                reply.set_exception(e)
            else:
                reply.set_result(result)
    def ask(self, *message):
        reply = asyncio.get_running_loop().create_future()
        self.inbox.put_nowait((message, reply))
        return reply
    async def stop(self):
        self.inbox.put_nowait((None, None))
        await self.task
class Account(Actor):
    def __init__(self, balance):
        self.balance = balance
        super().__init__()
    async def handle(self, what, amount=0):
        await asyncio.sleep(0.5)
        if what == "withdraw":
            if amount > self.balance:
                raise ValueError(f"only {self.balance} left")
            self.balance -= amount
        elif what == "deposit":
            self.balance += amount
        return self.balance
async def main():
    a = Account(10)
    replies = [a.ask("deposit", 5), a.ask("withdraw", 20), a.ask("withdraw", 12), a.ask("balance")]
    for r in await asyncio.gather(*replies, return_exceptions=True):
        print(repr(r))
    await a.stop()
    print(a.task.get_name(), a.task.done(), asyncio.get_running_loop().time())
asyncio.run(main())
