import asyncio
async def node(tg, depth, name):
    await asyncio.sleep(1)
    print(name, asyncio.get_running_loop().time())
    if depth:
        tg.create_task(node(tg, depth - 1, name + "l"))
        tg.create_task(node(tg, depth - 1, name + "r"), name=name + "R")
async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(node(tg, 2, "n"))
        print(tg)
    print(tg)
asyncio.run(main())
