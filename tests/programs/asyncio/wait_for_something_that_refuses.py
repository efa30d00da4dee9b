import asyncio
async def stubborn():
    while True:
        try:
            await asyncio.sleep(2)
            return "result all the same"
        except asyncio.CancelledError:
            print("not now", asyncio.get_running_loop().time())
async def main():
    print(await asyncio.wait_for(stubborn(), 1))
    print(asyncio.get_running_loop().time())
asyncio.run(main())
