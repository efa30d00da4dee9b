import asyncio
async def main():
    loop = asyncio.get_running_loop()
    for outer, inner in ((1, 2), (2, 1), (1, 1)):
        start = loop.time()
        try:
            async with asyncio.timeout(outer) as o:
                try:
                    async with asyncio.timeout(inner) as i:
                        await asyncio.sleep(9)
                except TimeoutError:
                    print("inner", loop.time() - start)
        except TimeoutError:
            print("outer", loop.time() - start)
        print(o, i)
asyncio.run(main())
