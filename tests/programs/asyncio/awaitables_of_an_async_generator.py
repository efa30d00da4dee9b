import asyncio, inspect, types
async def ag():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("got", e)
        yield 3
a = ag()
s = [a.__anext__(), a.asend(None), a.athrow(ValueError("x")), a.aclose()]
for x in s:
    print(type(x).__name__, type(x), type(x).__module__, repr(x).split(" at")[0], inspect.isawaitable(x), inspect.iscoroutine(x), hasattr(x, "send"), hasattr(x, "__await__"), hasattr(x, "__next__"), x.__await__() is x, iter(x) is x)
print(type(s[0]) is type(s[1]), type(s[2]) is type(s[3]), type(s[1]) is type(s[2]))
for x in s:
    print([n for n in dir(x) if not n.startswith("__")], [n for n in ("__await__", "__iter__", "__next__") if n in dir(x)])
    for use in (lambda: x.nope, lambda: type(x)(), lambda: len(x), lambda: x[0], lambda: x + 1, lambda: x(), lambda: bool(x)):
        try: print(use())
        except Exception as e: print(type(e).__name__, e)
print(type(anext(a)).__name__, type(anext(a, None)).__name__)
async def co(): pass
c = co(); w = c.__await__(); print(type(w), type(w).__name__); c.close()
async def main():
    a = ag()
    n = a.__anext__()
    print(await n)
    try: await n
    except RuntimeError as e: print(e)
    t = a.athrow(ValueError("y"))
    print(await t)
    try: await t
    except RuntimeError as e: print(e)
    c = a.aclose()
    print(await c)
    try: await c
    except RuntimeError as e: print(e)
    for m in (lambda: a.__anext__(), lambda: a.asend(1), lambda: a.athrow(KeyError), lambda: a.aclose()):
        try: print(await m())
        except BaseException as e: print(type(e).__name__, e)
asyncio.run(main())
def by_hand():
    a = ag()
    x = a.asend(None)
    try: x.send(5)
    except BaseException as e: print(type(e).__name__, e)
    try: x.send(None)
    except BaseException as e: print(type(e).__name__, e)
    a = ag()
    x = a.athrow(KeyError("k"))
    try: x.send(5)
    except BaseException as e: print(type(e).__name__, e)
    try: x.throw(IndexError("i"))
    except BaseException as e: print(type(e).__name__, e)
    x.close()
    try: x.send(None)
    except BaseException as e: print(type(e).__name__, e)
    a = ag()
    x = a.aclose()
    try: x.throw(IndexError("i"))
    except BaseException as e: print(type(e).__name__, e)
    x = a.asend(None)
    try: x.throw(IndexError("i"))
    except BaseException as e: print(type(e).__name__, e)
    try: x.throw(5)
    except BaseException as e: print(type(e).__name__, e)
    x = a.asend(None)
    x.close()
    try: x.send(None)
    except BaseException as e: print(type(e).__name__, e)
    try: a.athrow(5)
    except BaseException as e: print(type(e).__name__, e)
    try: a.athrow()
    except BaseException as e: print(type(e).__name__, e)
    try: a.asend()
    except BaseException as e: print(type(e).__name__, e)
    x = a.athrow(5)
    try: x.send(None)
    except BaseException as e: print(type(e).__name__, e)
by_hand()
