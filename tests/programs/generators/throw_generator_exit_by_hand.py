def g():
    try:
        yield 1
    except GeneratorExit as e:
        print("exit", repr(e))
        yield "went on"
    yield "later"


it = g()
next(it)
print(it.throw(GeneratorExit))
print(next(it), next(it, "over"))


def inner():
    try:
        yield 1
    except GeneratorExit:
        print("inner exit")
        raise


def outer():
    try:
        yield from inner()
    except GeneratorExit:
        print("outer exit")


o = outer()
next(o)
try:
    o.throw(GeneratorExit)
except StopIteration:
    print("stopped")
