class Squares:
    def __getitem__(self, i):
        print("item", i)
        if i >= 3:
            raise IndexError("done")
        return i * i


s = Squares()
print(list(s), 4 in s, [x for x in s])
it = iter(s)
print(next(it), next(it))
a, b, c = s
print(a, b, c)
try:
    len(s)
except TypeError as e:
    print(e)
