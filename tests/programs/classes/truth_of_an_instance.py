class Always:
    pass


class ByBool:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        print("bool", self.v)
        return self.v


class ByLen:
    def __len__(self):
        return 0


print(bool(Always()), bool(ByLen()), not ByLen(), ByBool(True) and "yes", ByBool(False) or "no")
if ByBool(False):
    print("never")
elif ByBool(True):
    print("elif")
print([x for x in (0, 1) if ByBool(x == 1)])
while ByBool(False):
    pass


class Wrong:
    def __bool__(self):
        return 1


try:
    bool(Wrong())
except TypeError as e:
    print(e)
