import asyncio
async def flaky(n, slow):
    await asyncio.sleep(3 if n in slow else 0.5)
    if n == 0:
        raise ConnectionError("first always fails")
    return f"answer {n}"
async def ask(slow):
    for n in range(4):
        try:
            async with asyncio.timeout(1):
                return await flaky(n, slow)
        except (ConnectionError, TimeoutError) as e:
            print(n, type(e).__name__, asyncio.get_running_loop().time())
    return "fallback"
async def main():
    print(await ask({1, 2}))
    print(await ask({1, 2, 3}))
asyncio.run(main())
