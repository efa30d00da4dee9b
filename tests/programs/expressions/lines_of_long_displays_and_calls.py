def f(a,
      b=(1 +
         2),
      *c):
    """doc
    string"""
    x = [
        a,
        b,

        *c
    ]
    y = {
        "k": a,
        "l":
            b,
        **{"z":
           3}
    }
    z = (a
         if a > b
         else
         b)
    w = (
        a < b
        and
        b < 10
        or
        not
        a
    )
    return (x,
            y,
            z, w)
print(f(1,
        2,
        3,
        4))
print(
    f(
        *[5,
          6]
    )
)
v = f(
    a=1
)[
    2
]
print(v)
r = (f(1)
     [0]
     .copy()
     .__len__()
     )
print(r)
