print([x * y for x in range(3) for y in range(x)], {x: x ** 2 for x in range(3)}, {x % 3 for x in range(10)})
print([[i * j for j in range(3)] for i in range(3)], [x for x in range(20) if x % 2 if x % 3])
g = (print("gen", i) or i for i in range(3))
print("made")
print(next(g), list(g))
x = "outer"
print([x for x in range(2)], x)
def f():
    y = 10
    return [y + i for i in range(3) if i != y], sum(i * y for i in range(4))
print(f())
print([(lambda: i)() for i in range(3)], [z for z in [1, 2] for z in [z, z * 10]])
print(any(n > 3 for n in [1, 5, 1 / 1]), all(n for n in [1, 0, 1]), max((len(w), w) for w in ["a", "bbb", "cc"]))
try: [1 / i for i in [1, 0]]
except ZeroDivisionError as e: print(e)
def gen():
    try:
        for i in range(3): yield i
    finally: print("gen fin")
print([i for i, _ in zip(gen(), range(2))])
print(dict([("a", 1), ("b", 2)]), dict(a=1, **{"b": 2}), {k: [v for v in range(k)] for k in range(3)})
class A:
    n = 3
    l = [i for i in range(n)]
    try: m = [n for i in range(2)]
    except NameError as e: print(e)
print(A.l)
print(sorted({w: len(w) for w in "the quick brown fox".split()}.items(), key=lambda p: (-p[1], p[0])))
nested = [(a, b) for a in "xy" for b in (c for c in "12")]
print(nested)
print([*map(lambda p: p[0] + p[1], nested)], list(filter(None, [0, 1, "", "a", [], [0]])), list(zip(*[(1, 2), (3, 4)])))
