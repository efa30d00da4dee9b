def f(a, b, /, c, d=4, *, e, g=7):
    return a, b, c, d, e, g


print(f(1, 2, 3, e=5), f(1, 2, c=3, e=5, d=0), f(*[1, 2], **{"c": 3, "e": 5, "g": 0}))
for call in (lambda: f(1, b=2, c=3, e=5), lambda: f(1, 2, 3), lambda: f(1, 2, 3, 4, 5, e=6), lambda: f(1, 2, 3, e=5, h=1),
             lambda: f(1, e=5), lambda: f(1, 2, 3, c=3, e=5), lambda: f()):
    try:
        print(call())
    except TypeError as e:
        print(e)
