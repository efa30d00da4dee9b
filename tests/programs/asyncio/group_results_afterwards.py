import asyncio
async def square(n):
    await asyncio.sleep(3 - n)
    return n * n
async def main():
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(square(n), name=f"sq{n}") for n in range(3)]
    print([(t.get_name(), t.result()) for t in ts])
    try:
        tg.create_task(square(1))
    except RuntimeError as e:
        print("refused")
asyncio.run(main())
