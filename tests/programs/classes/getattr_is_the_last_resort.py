class Proxy:
    real = "class"

    def __init__(self):
        self.mine = 1

    def __getattr__(self, name):
        print("asked", name)
        if name.startswith("no"):
            raise AttributeError(f"never {name}")
        return name.upper()


p = Proxy()
print(p.mine, p.real, p.other, getattr(p, "nope", "default"), hasattr(p, "nothing"), hasattr(p, "x"))
try:
    p.no
except AttributeError as e:
    print(e)
p.late = 5
print(p.late, getattr(p, "late"), setattr(p, "set", 6), p.set, sorted(vars(p)))
