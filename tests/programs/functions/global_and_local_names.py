x = "global"


def reads():
    return x


def writes():
    global x, fresh
    x = "changed"
    fresh = 1


def shadows():
    x = "local"
    return x


print(reads(), shadows())
writes()
print(reads(), fresh)


def broken():
    print(x)
    x = 1


try:
    broken()
except UnboundLocalError as e:
    print(e)
