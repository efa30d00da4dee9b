import asyncio
async def main():
    q = asyncio.Queue()
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    q.put_nowait(1)
    q.task_done()
    await q.join()
    print(q.qsize(), "joined with an item inside")
    try:
        q.task_done()
    except ValueError as e:
        print(e)
asyncio.run(main())
