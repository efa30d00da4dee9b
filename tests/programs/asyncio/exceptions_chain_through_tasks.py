import asyncio
async def low():
    raise OSError("disk")
async def mid():
    try:
        await low()
    except OSError as e:
        raise RuntimeError("mid") from e
async def high():
    try:
        await asyncio.create_task(mid(), name="mid")
    finally:
        try:
            await asyncio.create_task(low(), name="low")
        except OSError:
            print("low failed again")
async def main():
    try:
        await high()
    except RuntimeError as e:
        while e:
            print(repr(e))
            e = e.__cause__ or e.__context__
    await high()
asyncio.run(main())
