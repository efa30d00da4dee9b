def none():
    pass


def one(a):
    pass


def three(a, b, c=3):
    pass


for call in (lambda: none(1), lambda: one(), lambda: one(1, 2), lambda: three(1), lambda: three(), lambda: three(1, 2, 3, 4),
             lambda: one(a=1, b=2), lambda: one(1, a=2), lambda: none(x=1)):
    try:
        call()
    except TypeError as e:
        print(e)
