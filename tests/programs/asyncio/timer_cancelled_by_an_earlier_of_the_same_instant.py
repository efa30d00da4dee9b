import asyncio
async def main():
    loop = asyncio.get_running_loop()
    handles = {}
    def kill(other):
        print("kills", other)
        handles[other].cancel()
    handles["a"] = loop.call_later(1, kill, "b")
    handles["b"] = loop.call_later(1, kill, "a")
    handles["c"] = loop.call_later(1, print, "c")
    await asyncio.sleep(2)
    print(handles["a"].cancelled(), handles["b"].cancelled())
asyncio.run(main())
