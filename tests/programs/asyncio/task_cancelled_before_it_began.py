import asyncio
async def work():
    print("never")
async def main():
    t = asyncio.create_task(work())
    print(t.cancel("early"), t.cancelled(), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    print(t.cancelled(), t.cancel())
asyncio.run(main())
