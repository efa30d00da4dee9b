import asyncio
loops = []
async def main(n):
    loops.append(asyncio.get_running_loop())
    await asyncio.sleep(1)
    return n, asyncio.current_task().get_name(), loops[-1].time()
print(asyncio.run(main(1)))
print(asyncio.run(main(2)))
print(loops[0] is loops[1], [l.is_closed() for l in loops])
