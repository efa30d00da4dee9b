import asyncio
async def f():
    await asyncio.sleep(0)
    await asyncio.current_task()
async def main():
    t = asyncio.create_task(f(), name="me")
    try:
        await t
    except RuntimeError as e:
        print(str(e)[:30])
asyncio.run(main())
