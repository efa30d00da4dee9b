class Target:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, v):
        print("send", v)
        self.n += 1
        if self.n > 3:
            raise StopIteration("over")
        return self.n

    def throw(self, kind, value=None, tb=None):
        print("throw", kind)
        return "thrown"


def g():
    return (yield from Target())


it = g()
print(next(it), it.send("a"), it.throw(ValueError), next(it))
try:
    it.send("last")
except StopIteration as e:
    print(e.value)
