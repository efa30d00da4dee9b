def note(x):
    print("default", x)
    return x


def add(item, to=note([])):
    to.append(item)
    return to


print(add(1), add(2), add(3, [0]))
base = 10


def scaled(x, by=base):
    return x * by


base = 99
print(scaled(2), add.__defaults__, scaled.__name__)
