def g():
    for _ in range(4):
        try:
            yield
        except Exception as e:
            print(repr(e))


it = g()
next(it)
it.throw(ValueError)
it.throw(ValueError, "text")
it.throw(ValueError, ValueError("made"))
try:
    it.throw(TypeError("last"), None, None)
except StopIteration:
    print("stopped")
it = g()
next(it)
try:
    it.throw(5)
except TypeError as e:
    print(e)
