# Tasks that are cancelled because the main one failed: that failure is being handled then.
import asyncio


async def sleeps(name):
    try:
        await asyncio.sleep(1)
    except BaseException as e:
        print(name, repr(e), repr(e.__context__))


async def catches_once():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as e:
        print("once", repr(e.__context__))
        await sleeps("twice")



async def fails():
    asyncio.create_task(sleeps("task"))
    await asyncio.sleep(0)
    raise KeyError("main")


async def fails_too():
    asyncio.create_task(catches_once())
    await asyncio.sleep(0)
    raise KeyError("main")


async def ends():
    asyncio.create_task(sleeps("task"))
    await asyncio.sleep(0)


async def begins_nothing():
    asyncio.create_task(sleeps("never begun"))
    raise KeyError("main")


for main in fails, fails_too, ends, begins_nothing:
    try:
        asyncio.run(main())
    except Exception as e:
        print(repr(e), repr(e.__context__))
