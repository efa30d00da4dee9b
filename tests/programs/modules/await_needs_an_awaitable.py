async def bad():
    await 5


async def wrong_await():
    class A:
        def __await__(self):
            return 7

    await A()


async def awaits_generator():
    await (x for x in ())


for f in (bad, wrong_await, awaits_generator):
    try:
        f().send(None)
    except TypeError as e:
        print(e)
