import asyncio
async def commands(lines):
    for delay, line in lines:
        await asyncio.sleep(delay)
        yield line
async def main():
    jobs = {}
    async def job(name, n):
        try:
            await asyncio.sleep(n)
            print(f"[{name} finished]")
        except asyncio.CancelledError:
            print(f"[{name} killed]")
    script = [(0, "start a 3"), (0.5, "start b 1"), (0.1, "list"), (1, "kill a"), (0.1, "list"), (0, "what"), (0, "quit")]
    async for line in commands(script):
        match_ = line.split()
        print(">", line)
        if match_[0] == "start":
            jobs[match_[1]] = asyncio.create_task(job(match_[1], float(match_[2])))
        elif match_[0] == "kill":
            jobs[match_[1]].cancel()
        elif match_[0] == "list":
            print({n: "done" if t.done() else "running" for n, t in jobs.items()})
        elif match_[0] == "quit":
            break
        else:
            print("unknown:", line)
asyncio.run(main())
