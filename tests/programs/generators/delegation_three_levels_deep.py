def leaf():
    try:
        got = yield "leaf"
        print("leaf got", got)
        return "leaf result"
    finally:
        print("leaf ends")


def middle():
    r = yield from leaf()
    return r + " via middle"


def root():
    while True:
        r = yield from middle()
        print(r)


it = root()
print(next(it))
print(it.send("hello"))
try:
    it.throw(ValueError("through all"))
except ValueError as e:
    print(e)
print(next(it, "dead"))
