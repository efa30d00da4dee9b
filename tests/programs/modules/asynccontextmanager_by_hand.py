from contextlib import asynccontextmanager


@asynccontextmanager
async def managed(name):
    print("open", name)
    try:
        yield name.upper()
    except KeyError as e:
        print("handled", e)
    finally:
        print("close", name)


async def main():
    async with managed("a") as a:
        print(a)
    async with managed("b"):
        raise KeyError("inside")
    try:
        async with managed("c"):
            raise ValueError("through")
    except ValueError as e:
        print(e)
    return "done"


try:
    main().send(None)
except StopIteration as e:
    print(e.value)
