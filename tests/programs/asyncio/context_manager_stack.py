import asyncio
from contextlib import asynccontextmanager, suppress
@asynccontextmanager
async def timed(label):
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        yield lambda: loop.time() - start
    finally:
        print(f"{label}: {loop.time() - start:g}")
@asynccontextmanager
async def transaction(db):
    backup = dict(db)
    try:
        yield db
        print("commit", db)
    except BaseException as e:
        db.clear()
        db.update(backup)
        print("rollback", db, type(e).__name__)
        raise
async def main():
    db = {"x": 1}
    async with timed("all") as elapsed:
        async with transaction(db) as t:
            t["x"] = 2
            await asyncio.sleep(1)
        with suppress(ZeroDivisionError):
            async with timed("bad"), transaction(db) as t:
                t["x"] = 3
                await asyncio.sleep(0.5)
                t["y"] = 1 / 0
        try:
            async with asyncio.timeout(1), transaction(db) as t:
                t["x"] = 4
                await asyncio.sleep(9)
        except TimeoutError:
            print("timeout", elapsed())
    print(db)
asyncio.run(main())
