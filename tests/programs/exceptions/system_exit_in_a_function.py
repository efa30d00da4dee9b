def leave(code):
    try:
        raise SystemExit(code)
    finally:
        print("cleaning up", code)


def gen():
    try:
        yield 1
    finally:
        print("generator closed")


g = gen()
next(g)
try:
    leave(0)
except SystemExit as e:
    print("caught", e.code)
leave(4)
