import asyncio
async def main():
    fut = asyncio.Future()
    fut.set_exception(ValueError("nobody asked"))
    del fut
    fut = asyncio.Future()
    fut.set_exception(ValueError("asked"))
    fut.exception()
    del fut
    print("end of main")
asyncio.run(main())
