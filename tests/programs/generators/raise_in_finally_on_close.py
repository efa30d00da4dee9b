def g(mode):
    try:
        yield 1
    finally:
        if mode == "raise":
            raise ValueError("in finally")
        if mode == "return":
            return "quiet"


for mode in ("raise", "return", "plain"):
    it = g(mode)
    next(it)
    try:
        print(mode, it.close())
    except ValueError as e:
        print(mode, e, repr(e.__context__))
it = g("return")
next(it)
try:
    it.throw(KeyError("swallowed"))
except StopIteration as e:
    print("stop", e.value)
