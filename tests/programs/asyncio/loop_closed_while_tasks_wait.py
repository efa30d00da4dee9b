import asyncio
async def waits():
    try:
        await asyncio.sleep(10)
    finally:
        print("finally of the waiting one")
async def main():
    asyncio.ensure_future(waits())
    await asyncio.sleep(1)
    return "main done"
loop = asyncio.new_event_loop()
print(loop.run_until_complete(main()))
print(len(asyncio.all_tasks(loop)))
t = asyncio.all_tasks(loop).pop()
t.cancel()
try:
    loop.run_until_complete(t)
except asyncio.CancelledError:
    print("cancelled by hand")
loop.close()
