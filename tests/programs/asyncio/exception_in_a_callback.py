import asyncio
def bad(x):
    raise ValueError(x)
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print(sorted(c), c["message"].split(" at ")[0], repr(c["exception"])))
    loop.call_soon(bad, 1)
    f = asyncio.Future()
    f.add_done_callback(bad)
    f.set_result(None)
    await asyncio.sleep(0)
    def worse(loop, context):
        raise RuntimeError("in the handler")
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)
asyncio.run(main())
