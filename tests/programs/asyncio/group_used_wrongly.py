import asyncio
async def nothing():
    pass
async def main():
    tg = asyncio.TaskGroup()
    c = nothing()
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(e)
    c.close()
    async with tg:
        try:
            async with tg:
                pass
        except RuntimeError as e:
            print(e)
asyncio.run(main())
