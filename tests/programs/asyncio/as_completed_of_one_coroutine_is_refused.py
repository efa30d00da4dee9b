import asyncio
async def f():
    return 1
async def main():
    try:
        list(asyncio.as_completed(f()))
    except TypeError as e:
        print(e)
    print("refused")
asyncio.run(main())
