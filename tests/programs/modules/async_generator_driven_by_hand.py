import types


@types.coroutine
def pause(v):
    return (yield v)


async def agen():
    try:
        got = yield 1
        print("got", got)
        await pause("paused")
        yield 2
    finally:
        print("finally")


def run(step):
    try:
        v = step.send(None)
        while True:
            print("suspended with", v)
            v = step.send(None)
    except StopIteration as e:
        return ("value", e.value)
    except StopAsyncIteration:
        return "exhausted"


a = agen()
print(run(a.__anext__()), run(a.asend("hello")), run(a.__anext__()), run(a.__anext__()))
b = agen()
print(run(b.__anext__()), run(b.aclose()), run(b.__anext__()))
c = agen()
run(c.__anext__())
try:
    run(c.athrow(ValueError("thrown")))
except ValueError as e:
    print(e)
