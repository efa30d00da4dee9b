import asyncio
async def gen(n):
    try:
        while True:
            yield n
    finally:
        print("end of", n)
        if n == 2:
            raise ValueError("while closing")
keep = []
def handler(loop, context):
    print(context["message"].split(" at ")[0], repr(context["exception"]), context["asyncgen"] is keep[2])
async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    for n in range(4):
        g = gen(n)
        keep.append(g)
        await anext(g)
    await keep[1].aclose()
    print("main ends")
asyncio.run(main())
print("after")
