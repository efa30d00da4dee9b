def f(*args, **kwargs):
    return len(args) + len(kwargs)


def one():
    return 1


x = f(
    one(),
    2,
    k=one(),
    m=[
        3,
        one(),
    ],
)
print(x)
y = (
    one()
    + one()
    * 3
)
print(
    y,
    f(1,
      2),
)
z = "a,b".upper() \
    .split(",")
print(z)
