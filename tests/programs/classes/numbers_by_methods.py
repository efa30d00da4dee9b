import math


class Number:
    def __int__(self):
        return 7

    def __float__(self):
        return 2.25


class Index:
    def __index__(self):
        return 9


class Text:
    pass


class Wrong:
    def __int__(self):
        return "7"

    def __float__(self):
        return 1


n, i = Number(), Index()
print("%d %f %5.1f" % (n, n, n))
print("%d %x %f" % (i, i, i))
print(math.sqrt(n), math.sqrt(i), math.gcd(i, 6))
for use in (
    lambda: "%d" % Text(),
    lambda: "%f" % Text(),
    lambda: "%x" % n,
    lambda: math.sqrt(Text()),
    lambda: "%d" % Wrong(),
    lambda: "%f" % Wrong(),
):
    try:
        print(use())
    except TypeError as e:
        print(e)
