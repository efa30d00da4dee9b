import asyncio
async def f():
    return asyncio.current_task().get_name()
async def main():
    t = asyncio.create_task(f(), name=17)
    print(repr(t.get_name()))
    t.set_name([1])
    print(await t)
    t.set_name("after the end")
    print(t.get_name())
    print(await asyncio.create_task(f()), await asyncio.create_task(f(), name=""))
asyncio.run(main())
