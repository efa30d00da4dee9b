class A:
    def hi(self, x=1):
        return self.n, x


a = A()
a.n = 5
m = a.hi
print(m(), m(2), A.hi(a, 3), m.__self__ is a, m.__name__, m.__func__ is A.hi)
a.hi = lambda x: ("own", x)
print(a.hi(9), m())
try:
    A.hi()
except TypeError as e:
    print(e)
try:
    A().hi(1, 2)
except TypeError as e:
    print(e)
