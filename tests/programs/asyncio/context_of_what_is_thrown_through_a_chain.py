import asyncio
def show(e):
    parts = []
    while e is not None:
        parts.append(repr(e))
        e = e.__context__
    print(" <- ".join(parts))
def inner():
    try:
        yield 1
    finally:
        pass
def middle():
    try:
        raise ValueError("middle")
    except ValueError:
        yield from inner()
def outer():
    try:
        raise KeyError("outer")
    except KeyError:
        yield from middle()
for how in ("direct", "handling"):
    g = outer()
    next(g)
    try:
        if how == "direct":
            g.throw(IndexError("thrown"))
        else:
            try:
                raise OSError("thrower")
            except OSError:
                g.throw(IndexError("thrown"))
    except IndexError as e:
        show(e)
def catches():
    try:
        raise ValueError("catches")
    except ValueError:
        try:
            yield from inner()
        except IndexError:
            yield "caught"
        yield from raises()
def raises():
    try:
        yield "in raises"
        raise LookupError("own")
    finally:
        pass
def top():
    try:
        raise KeyError("top")
    except KeyError:
        yield from catches()
g = top()
next(g)
print(g.throw(IndexError("one")), next(g))
try:
    next(g)
except LookupError as e:
    show(e)
g = top()
next(g)
g.throw(IndexError("one"))
next(g)
try:
    g.throw(RuntimeError("two"))
except RuntimeError as e:
    show(e)
def returns():
    try:
        yield 1
    except IndexError:
        return "returned"
def goes_on():
    try:
        raise ValueError("goes on")
    except ValueError:
        x = yield from returns()
        raise ZeroDivisionError(x)
def last():
    try:
        raise KeyError("last")
    except KeyError:
        yield from goes_on()
g = last()
next(g)
try:
    g.throw(IndexError)
except ZeroDivisionError as e:
    show(e)
async def main():
    async def sleeps():
        try:
            raise ValueError("failed first")
        except ValueError:
            await asyncio.sleep(9)
    async def retries():
        try:
            raise ConnectionError("lost")
        except ConnectionError:
            await sleeps()
    t = asyncio.create_task(retries())
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        show(e)
    try:
        async with asyncio.timeout(1):
            await retries()
    except TimeoutError as e:
        show(e)
        show(e.__cause__)
asyncio.run(main())
