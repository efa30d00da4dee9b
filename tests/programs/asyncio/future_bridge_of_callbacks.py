import asyncio
class OldApi:
    def __init__(self, loop):
        self.loop = loop
    def request(self, x, on_done, on_error):
        if x < 0:
            self.loop.call_later(0.5, on_error, ValueError(f"bad {x}"))
        else:
            self.loop.call_later(x, on_done, x * 100)
async def request(api, x):
    fut = asyncio.get_running_loop().create_future()
    api.request(x, fut.set_result, fut.set_exception)
    return await fut
async def main():
    api = OldApi(asyncio.get_running_loop())
    print(await request(api, 1))
    print(await asyncio.gather(request(api, 2), request(api, -1), return_exceptions=True))
    try:
        await request(api, -5)
    except ValueError as e:
        print(e, asyncio.get_running_loop().time())
asyncio.run(main())
