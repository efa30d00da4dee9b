class Failing:
    def __await__(self):
        raise ValueError("in __await__")


class Bare:
    def __await__(self):
        return 1


class Good:
    def __await__(self):
        return iter(())


class Items:
    def __init__(self, item):
        self.item = item
        self.left = 2

    def __aiter__(self):
        return self

    def __anext__(self):
        self.left -= 1
        if self.left < 0:
            raise StopAsyncIteration
        return self.item


async def loop(x):
    async for item in Items(x):
        print("  item", item)


async def comprehension(x):
    print(" ", [item async for item in Items(x)])


async def one(x):
    print(" ", await anext(Items(x)))


async def done():
    return "done"


for f in (loop, comprehension, one):
    print(f.__name__)
    for x in (Failing(), Bare(), 1, None, (i for i in "a"), Good()):
        try:
            f(x).send(None)
        except StopIteration:
            pass
        except (TypeError, ValueError) as e:
            print(" ", e, "| cause:", e.__cause__, "|", e.__suppress_context__)
try:
    loop(done()).send(None)
except RuntimeError as e:
    print(e)
