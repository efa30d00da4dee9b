class Flaky:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 2:
            raise ValueError("second")
        if self.n > 4:
            raise StopIteration
        return self.n


f = Flaky()
try:
    for x in f:
        print(x)
except ValueError as e:
    print(e)
print(list(f))


class NotIter:
    def __iter__(self):
        return 5


class NoNext:
    def __iter__(self):
        return self


for bad in (NotIter(), NoNext(), object()):
    try:
        for _ in bad:
            pass
    except TypeError as e:
        print(str(e).replace("__main__.", ""))
