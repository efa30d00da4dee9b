class P:
    def __init__(self):
        self.x, self.items = 1, ["a", "b"]


p = P()
print("{0.x} {0.items[1]} {p.items}".format(p, p=p), "{:>{w}}|{:<{w}}".format("a", "b", w=4))
print("{!r} {!s} {!a}".format("q", "q", "é"), "{:,} {:.1%} {:+d}".format(1234567, 0.25, 3), "{{{}}}".format("x"))
for bad in ("{", "{0} {}", "{x}", "{0.nope}", "{:d}", "}"):
    try:
        print(bad.format("s"))
    except (ValueError, KeyError, AttributeError, IndexError) as e:
        print(type(e).__name__, e)
try:
    "{} {}".format(1)
except IndexError as e:
    print(e)
