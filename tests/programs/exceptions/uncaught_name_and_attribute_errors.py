class Point:
    def __init__(self, x):
        self.x = x


p = Point(1)
try:
    print(p.y)
except AttributeError as e:
    print(e, e.name, e.obj is p)
try:
    print(pp)
except NameError as e:
    print(e, e.name)


def use():
    return completely_unknown


use()
