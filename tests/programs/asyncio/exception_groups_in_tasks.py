import asyncio
async def bad(e):
    await asyncio.sleep(0)
    raise e
async def run(*errors):
    async with asyncio.TaskGroup() as tg:
        for e in errors:
            tg.create_task(bad(e))
async def main():
    try:
        try:
            await run(ValueError(1), TypeError("t"), ValueError(2))
        except* ValueError as g:
            print("values", [str(e) for e in g.exceptions])
    except ExceptionGroup as rest:
        print("rest", rest.exceptions, rest.message)
    try:
        await run(KeyError("k"))
    except* KeyError as g:
        raise RuntimeError("translated") from g.exceptions[0]
asyncio.run(main())
