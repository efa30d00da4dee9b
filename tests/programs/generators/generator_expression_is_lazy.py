def show(x):
    print("show", x)
    return x


ge = (show(i) for i in [1, 2, 3] if i != 2)
print("made", type(ge).__name__, ge.__name__)
print(next(ge))
print(list(ge), list(ge))
n = 10
late = (i + n for i in range(2))
n = 20
print(list(late))
try:
    bad = (i for i in 5)
except TypeError as e:
    print(e)
print(sum(i * i for i in range(4)), any(show(i) for i in (0, 5, 9)), max((c for c in "hello"), key=ord))
