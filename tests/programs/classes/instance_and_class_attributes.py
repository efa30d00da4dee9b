class Dog:
    kind = "canine"
    tricks = []

    def __init__(self, name):
        self.name = name

    def learn(self, trick):
        self.tricks.append(trick)


a, b = Dog("a"), Dog("b")
a.learn("sit")
print(b.tricks, a.kind, Dog.kind)
a.kind = "wolf"
print(a.kind, b.kind, a.__dict__, b.__dict__)
Dog.kind = "changed"
del a.kind
print(a.kind, b.kind, vars(b))
try:
    del a.kind
except AttributeError as e:
    print(e)
try:
    a.missing
except AttributeError as e:
    print(e)
