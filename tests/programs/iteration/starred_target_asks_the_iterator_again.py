# A starred target takes what is left by asking the iterator for an iterator once more.


class Count:
    def __init__(self, n, error=None):
        self.n = n
        self.error = error
    def __iter__(self):
        print("iter")
        return self
    def __next__(self):
        print("next", self.n)
        self.n -= 1
        if self.n >= 0:
            return self.n
        if self.error:
            raise self.error
        raise StopIteration
class Other:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        print("other iter")
        return Count(self.n)
def gen():
    yield 1
    yield 2
for n in range(4):
    for make in Count, Other:
        try:
            a, *b = make(n)
            print(a, b)
        except Exception as e:
            print(repr(e))
        try:
            *b, a = make(n)
            print(a, b)
        except Exception as e:
            print(repr(e))
        try:
            a, c, *b, d = make(n)
            print(a, b, c, d)
        except Exception as e:
            print(repr(e))
        try:
            a, b = make(n)
            print(a, b)
        except Exception as e:
            print(repr(e))
try:
    a, *b = Count(1, KeyError(1))
except KeyError as e:
    print(repr(e))
a, *b = gen()
print(a, b)
try:
    a, b, c, *d = gen()
except ValueError as e:
    print(e)
try:
    a, *b = 5
except TypeError as e:
    print(e)
