x = 1
if x is 1:
    print("one")
print(x is not 2.0, None is x, x is (), x is -1, x is None)
try:
    pass
finally:
    x is 7
while x is 5:
    pass
assert (x, "is never false")


def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


attempt(lambda: 1 (2))
attempt(lambda: "a" (x))
attempt(lambda: [1, 2] (x))
attempt(lambda: {1: 2} (x))
attempt(lambda: {i for i in "a"} (x))
attempt(lambda: f"{x}" (x))
attempt(lambda: None (x))
attempt(lambda: 1 [0])
attempt(lambda: {1} [0])
attempt(lambda: (i for i in "a") [0])
attempt(lambda: (lambda: 1) [0])
attempt(lambda: [1, 2] ["a"])
attempt(lambda: "ab" [1.5])
attempt(lambda: (1, x) [None])
attempt(lambda: [1, 2] [1, 2])
attempt(lambda: [1, 2] [True])
attempt(lambda: [1, 2] [0:1])
attempt(lambda: {1: 2} [1.0])
table = [
    (1, 2)
    (3, 4)
] if not x else "no \d escape is told of"
print(table, not x is 3)


class A:
    def is_one(self):
        return self is 1


print(A().is_one(), [q for q in [1] if q is 1], 1 is x is 2)
