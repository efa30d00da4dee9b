import inspect
def f(a, b=1, *c, d, **e):
    x = yield
    yield x
g = f(1, d=2)
print(inspect.getgeneratorstate(g)); next(g)
print(inspect.getgeneratorstate(g), g.gi_frame.f_locals, g.gi_frame.f_lineno, g.gi_suspended)
g.send(5)
print(g.gi_frame.f_locals["x"])
g.close()
print(inspect.getgeneratorstate(g), g.gi_frame)
print(inspect.isgeneratorfunction(f), inspect.isgenerator(g), f.__code__.co_varnames)
def h():
    def i():
        yield from k()
    return i
def k():
    yield me.gi_running, me.gi_yieldfrom is not None
me = h()()
print(next(me), me.gi_running, me.gi_yieldfrom.__name__)
print([type(z).__name__ for z in (me, (i for i in ()), k)])
