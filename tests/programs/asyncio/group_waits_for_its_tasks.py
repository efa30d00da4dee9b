import asyncio
async def work(n):
    await asyncio.sleep(n)
    print("work", n)
    return n
async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(work(2))
        b = tg.create_task(work(1), name="b")
        print(tg)
    print(a.result(), b.result(), b.get_name(), tg)
    late = work(0)
    try:
        tg.create_task(late)
    except RuntimeError as e:
        print(e)
    late.close()
asyncio.run(main())
