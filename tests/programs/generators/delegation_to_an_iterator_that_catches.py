class It:
    def __init__(self, n): self.n = n
    def __iter__(self):
        print("iter")
        return self
    def __next__(self):
        print("next", self.n)
        self.n -= 1
        if self.n < 0: raise StopIteration("done")
        return self.n
    def throw(self, typ, val=None, tb=None):
        print("throw", typ, val)
        return 99
    def close(self):
        print("close")
def d(n):
    r = yield from It(n)
    print("r", r)
    return r
g = d(2)
print(next(g))
print(g.throw(ValueError, "x"))
print(list(g))
g = d(3)
print(next(g))
g.close()
g = d(3); next(g)
try:
    g.throw(GeneratorExit("ge"))
except GeneratorExit as e: print(repr(e))
class NoSend:
    def __iter__(self): return self
    def __next__(self): return 1
def e():
    yield from NoSend()
g = e(); next(g)
try: g.send(5)
except AttributeError as x: print(x)
