def inner():
    try:
        yield 1
    finally:
        print("inner closed")


def outer():
    try:
        yield from inner()
    finally:
        print("outer closed")


o = outer()
print(next(o))
o.close()


def refusing():
    try:
        yield 1
    except GeneratorExit:
        return "quiet"


def around():
    r = yield from refusing()
    print("never", r)


a = around()
next(a)
print(a.close())
