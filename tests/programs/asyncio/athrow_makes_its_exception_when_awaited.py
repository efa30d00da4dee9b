import asyncio
class Odd(Exception):
    def __init__(self, n):
        print("made", n)
        if n > 1:
            raise KeyError(n)
async def agen():
    while True:
        try:
            yield 1
        except Exception as e:
            print("in agen", repr(e), repr(e.__context__))
async def main():
    for given in (7,), (int,), (ValueError,), (Odd, 1), (Odd, 2), (ValueError(1), 2), (ValueError, 1, 5), (ValueError(3), None, None):
        for start in False, True:
            a = agen()
            if start:
                await anext(a)
            t = a.athrow(*given)
            print("thrown", given, start)
            try:
                try:
                    1 // 0
                except ZeroDivisionError:
                    print(await t)
            except BaseException as e:
                print(repr(e), repr(e.__context__))
            try:
                print(await t)
            except BaseException as e:
                print(repr(e), repr(e.__context__))
            try:
                print("next", await anext(a))
            except BaseException as e:
                print(repr(e), repr(e.__context__))
            await a.aclose()
            try:
                print("late", await a.athrow(*given))
            except BaseException as e:
                print(repr(e), repr(e.__context__))
asyncio.run(main())
