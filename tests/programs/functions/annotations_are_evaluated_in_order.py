def note(x):
    print("ann", x)
    return x


def f(a: note("a"), b: note("b") = note("default"), *c: note("c"), d: note("d") = 4) -> note("ret"):
    return a


print(f(1), f.__annotations__)
x: int = 3
y: note("module level")
print(x, "y" in globals(), __annotations__)
