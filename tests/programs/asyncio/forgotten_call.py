import asyncio
async def main():
    print("never")
try:
    asyncio.run(main)
except ValueError as e:
    print(str(e).split(" at ")[0])
async def other():
    try:
        await main
    except TypeError as e:
        print(e)
    try:
        asyncio.create_task(main)
    except TypeError as e:
        print(str(e).split(" at ")[0])
asyncio.run(other())
