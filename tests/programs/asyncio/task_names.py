import asyncio
async def who():
    return asyncio.current_task().get_name()
async def main():
    print(asyncio.current_task().get_name())
    a = asyncio.create_task(who())
    b = asyncio.create_task(who(), name="named")
    c = asyncio.create_task(who(), name=17)
    d = asyncio.get_running_loop().create_task(who(), name="by the loop")
    e = asyncio.create_task(who())
    print(await asyncio.gather(a, b, c, d, e))
    a.set_name("late")
    print(a.get_name(), c.get_name(), repr(c.get_name()))
asyncio.run(main())
asyncio.run(main())
