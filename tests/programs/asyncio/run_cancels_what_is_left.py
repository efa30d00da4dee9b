import asyncio
async def left(n):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("cancelled", n)
        await asyncio.sleep(1)
        print("cleaned", n)
        raise
async def main():
    for n in range(3):
        asyncio.create_task(left(n)).add_done_callback(lambda t: print("callback"))
    keep = list(asyncio.all_tasks())
    await asyncio.sleep(1)
    print("main ends")
    return "value"
print(asyncio.run(main()))
