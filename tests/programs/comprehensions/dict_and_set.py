words = ["apple", "bob", "cat", "bob"]
print({w: len(w) for w in words}, sorted({w[0] for w in words}), {v: k for k, v in {"a": 1, "b": 2}.items()})
print({k: [n for n in range(k)] for k in (1, 2)}, {i % 3 for i in range(10)}, {(i, j): i + j for i in (0, 1) for j in (5,)})


def note(x):
    print(x, end=" ")
    return x


print({note(f"k{i}"): note(f"v{i}") for i in range(2)})
try:
    {[]: 1 for _ in (1,)}
except TypeError as e:
    print(e)
