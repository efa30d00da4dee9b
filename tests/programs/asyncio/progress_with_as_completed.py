import asyncio
async def download(name, size):
    for _ in range(size):
        await asyncio.sleep(0.5)
    return name, size
async def main():
    files = {"a.txt": 3, "b.txt": 1, "c.txt": 4, "d.txt": 1}
    jobs = [download(*f) for f in files.items()]
    total = 0
    for n, c in enumerate(asyncio.as_completed(jobs), 1):
        name, size = await c
        total += size
        print(f"[{n}/{len(jobs)}] {name:<6} {total:>2} at {asyncio.get_running_loop().time()}")
asyncio.run(main())
