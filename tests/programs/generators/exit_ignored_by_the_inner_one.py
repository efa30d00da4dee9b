def stubborn():
    while True:
        try:
            yield "inner"
        except GeneratorExit:
            print("ignored")


def outer():
    try:
        yield from stubborn()
    except RuntimeError as e:
        print("outer", e)
        yield "after"


for end in GeneratorExit, GeneratorExit("mine"):
    o = outer()
    next(o)
    try:
        print(o.throw(end))
    except BaseException as e:
        print(repr(e))
    o.close()
o = outer()
next(o)
try:
    o.close()
except RuntimeError as e:
    print("main", e)


def quiet():
    yield 1


def plain():
    yield from quiet()


for i in range(3):
    p = plain()
    next(p)
    try:
        p.throw(GeneratorExit(i))
    except GeneratorExit as e:
        print(repr(e))
