import asyncio
async def player(name, inbox, outbox, rounds):
    for _ in range(rounds):
        ball = await inbox.get()
        print(name, ball)
        await asyncio.sleep(1)
        await outbox.put(ball + 1)
    return name
async def main():
    a, b = asyncio.Queue(), asyncio.Queue()
    await a.put(0)
    print(await asyncio.gather(player("ping", a, b, 3), player("pong", b, a, 3)))
    print(a.get_nowait(), asyncio.get_running_loop().time())
asyncio.run(main())
