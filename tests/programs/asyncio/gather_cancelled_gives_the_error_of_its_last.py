# A cancelled gather() with return_exceptions ends with the CancelledError of the last one it
# was given, whichever ended last: if that was not cancelled, with a new one.
import asyncio


async def sleeper(seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        raise asyncio.CancelledError("from the sleeper") from ValueError(seconds)


async def fails():
    raise KeyError("at once")


async def cancelled(*coroutines):
    both = asyncio.create_task(together(*coroutines))
    await asyncio.sleep(0.01)
    both.cancel()
    try:
        await both
    except asyncio.CancelledError as e:
        print(repr(e), "cause", repr(e.__cause__), "context", repr(e.__context__))
        entry = e.__traceback__
        while entry is not None:
            code = entry.tb_frame.f_code
            if code.co_filename == __file__:
                print("   ", code.co_name)
            entry = entry.tb_next


async def together(*coroutines):
    print(await asyncio.gather(*coroutines, return_exceptions=True))


async def main():
    await cancelled(sleeper(1), fails())
    await cancelled(fails(), sleeper(2))
    await cancelled(sleeper(3), sleeper(4))


asyncio.run(main())
