class Pair:
    def __enter__(self):
        return 1, 2

    def __exit__(self, *exc):
        return None


class Box:
    pass


box, d = Box(), {}
with Pair() as (a, b), Pair() as box.p, Pair() as d["k"], Pair() as [x, *y]:
    print(a, b, box.p, d, x, y)
try:
    with Pair() as (a, b, c):
        print("never")
except ValueError as e:
    print(e)
