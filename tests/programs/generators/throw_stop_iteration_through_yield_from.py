class NoThrow:
    def __iter__(self):
        return self
    def __next__(self):
        return 1
class Throw(NoThrow):
    def throw(self, *a):
        print('throw', a)
        raise StopIteration(7)
def gen(it):
    try:
        x = yield from it
        print('result', x)
    except StopIteration as e:
        print('caught', e.args)
        yield 'c'
for it in (NoThrow(), Throw(), range(3), iter([1, 2])):
    g = gen(it)
    next(g)
    try:
        print(g.throw(StopIteration(5)))
    except BaseException as e:
        print(repr(e))
def gen2():
    yield from range(2)
    print('should not get here')
g = gen2()
next(g)
try:
    g.throw(StopIteration)
except RuntimeError as e:
    print(repr(e))
