import asyncio
async def main():
    t = asyncio.timeout(1)
    print(t)
    try:
        t.reschedule(5)
    except RuntimeError as e:
        print(e)
    async with t:
        print(t)
    try:
        t.reschedule(5)
    except RuntimeError as e:
        print(e)
    try:
        async with t:
            pass
    except RuntimeError as e:
        print(e)
asyncio.run(main())
