import asyncio
async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as t:
        loop.call_later(0.5, lambda: t.reschedule(t.when() + 2))
        await asyncio.sleep(2.5)
        print("still here", loop.time(), t.when())
    print(t.expired())
    try:
        async with asyncio.timeout(10) as t:
            loop.call_later(0.5, lambda: t.reschedule(loop.time()))
            await asyncio.sleep(5)
    except TimeoutError:
        print("early", loop.time())
asyncio.run(main())
