def f():
    try:
        x = yield 1
        print("got", x)
    except ValueError as e:
        print("caught", e)
        try:
            yield 2
        except KeyError as k:
            print(k.__context__, repr(k.__context__))
            raise RuntimeError("out") from k
    finally:
        print("fin")
g = f()
print(next(g))
print(g.throw(ValueError("v")))
try:
    g.throw(KeyError("k"))
except RuntimeError as e:
    print(repr(e), repr(e.__cause__), repr(e.__cause__.__context__))
try:
    g.send(1)
except StopIteration as e:
    print("stop", e.value)
print(g.gi_frame, g.gi_running, g.gi_yieldfrom)
