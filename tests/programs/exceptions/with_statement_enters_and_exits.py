class Guard:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, exc, tb):
        print("exit", self.name, kind and kind.__name__, exc, tb is not None)
        return self.swallow


with Guard("a") as name:
    print("body", name)
with Guard("b", True), Guard("c") as c:
    raise ValueError(c)
print("after")
try:
    with Guard("d"):
        raise KeyError("k")
except KeyError as e:
    print("out", e)


def leave():
    with Guard("r"):
        return "value"


print(leave())
for i in range(2):
    with Guard("loop"):
        continue
