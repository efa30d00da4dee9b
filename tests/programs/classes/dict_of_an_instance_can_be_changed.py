class Bag:
    shared = "class"


b = Bag()
b.__dict__["x"] = 1
b.__dict__.update(y=2, shared="instance")
print(b.x, b.y, b.shared, Bag.shared, vars(b) is b.__dict__)
for name in ("x", "nope"):
    print(name, hasattr(b, name), getattr(b, name, None))
delattr(b, "x")
setattr(b, "z", [])
b.z.append(1)
print(b.__dict__, "x" in vars(b))
Bag.later = lambda self: self.y
print(b.later(), b.__class__ is Bag, b.__class__.__name__)
