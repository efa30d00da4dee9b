import inspect


def g():
    print(inspect.getgeneratorstate(it))
    yield 1


async def co():
    pass


it = g()
print(inspect.getgeneratorstate(it), inspect.isgenerator(it), inspect.isgenerator(g), inspect.isgeneratorfunction(g))
next(it)
print(inspect.getgeneratorstate(it))
it.close()
print(inspect.getgeneratorstate(it), inspect.GEN_CLOSED)
c = co()
print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.iscoroutinefunction(co), inspect.getcoroutinestate(c))
c.close()
print(inspect.getcoroutinestate(c), inspect.isfunction(g), inspect.isclass(int))
