import asyncio
async def nothing():
    pass
async def main():
    loop = asyncio.get_running_loop()
    for act in (asyncio.run, loop.run_until_complete, asyncio.new_event_loop().run_until_complete):
        c = nothing()
        try:
            act(c)
        except RuntimeError as e:
            print(e)
        c.close()
    try:
        loop.close()
    except RuntimeError as e:
        print(e)
asyncio.run(main())
for bad in (nothing, 5, None):
    try:
        asyncio.run(bad)
    except ValueError as e:
        print(str(e)[:33])
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
