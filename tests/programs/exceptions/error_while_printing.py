class Bad:
    def __repr__(self):
        raise ValueError("no repr")


try:
    print("start", Bad())
except ValueError as e:
    print("caught", e)
try:
    print([1, Bad()])
except ValueError as e:
    print("caught in list", e)
try:
    f"{Bad()!r}"
except ValueError as e:
    print("caught in f", e)
print("a", "b", sep="", end="|\n")
for bad in ({"sep": 5}, {"end": 1}, {"nope": 1}):
    try:
        print("x", **bad)
    except TypeError as e:
        print(e)
