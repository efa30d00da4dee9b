class Tell:
    def __iter__(self):
        for i in range(10):
            print("give", i)
            yield i


try:
    a, b = Tell()
except ValueError as e:
    print(e)
it = iter(Tell())
print(next(it))
x, y, z = (v for v, _ in zip(it, range(3)))
print(x, y, z)
