class Acc:
    def __init__(self, items):
        self.items = items

    def __iadd__(self, x):
        print("iadd", x)
        self.items.append(x)
        return self

    def __sub__(self, x):
        print("sub", x)
        return Acc([i for i in self.items if i != x])


a = b = Acc([1])
a += 2
a += 3
print(a is b, a.items)
a -= 1
print(a is b, a.items, b.items)
try:
    a *= 2
except TypeError as e:
    print(e)
