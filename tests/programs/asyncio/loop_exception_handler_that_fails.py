import asyncio
def handler(loop, context):
    print("called")
    raise RuntimeError("handler fails")
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "first"})
    print("goes on")
asyncio.run(main())
