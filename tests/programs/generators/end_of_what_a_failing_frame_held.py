# What a frame held while an expression or a loop ran is ended before the frame
# itself is left by an exception; the value sent last decides how the end of
# every delegation in the chain is told.


def numbers():
    try:
        yield 1
    finally:
        print("numbers end")


def loop():
    for n in numbers():
        yield n


def leaf():
    got = yield "leaf"
    print("leaf got", got)


def middle():
    yield from leaf()


def top():
    yield from middle()
    yield "after"


g = loop()
next(g)
try:
    g.throw(ValueError("out of the loop"))
except ValueError as e:
    print("caught", e)

for value in None, "something":
    g = top()
    print(next(g))
    print(g.send(value))
    g.close()
