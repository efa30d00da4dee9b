class OnlyRepr:
    def __repr__(self):
        return "R()"


class OnlyStr:
    def __str__(self):
        return "S"


class Both(OnlyRepr):
    def __str__(self):
        return "both"


print(OnlyRepr(), [OnlyRepr()], str(OnlyRepr()), f"{OnlyRepr()}", f"{OnlyRepr()!r:>5}")
print(OnlyStr(), "OnlyStr object at 0x" in repr(OnlyStr()))
print(Both(), [Both()], "%s %r" % (Both(), Both()), "{} {!r}".format(Both(), Both()))


class Bad:
    def __repr__(self):
        return 5


try:
    repr(Bad())
except TypeError as e:
    print(e)
print(Bad, type(Bad()), Both.__repr__ is OnlyRepr.__repr__)
