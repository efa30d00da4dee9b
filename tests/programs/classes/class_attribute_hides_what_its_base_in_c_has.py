from collections import deque


class Failure(Exception):
    args = "of the class"


class Stop(StopIteration):
    value = "of the class"


class Short(deque):
    maxlen = 3


class Plain(deque):
    pass


failure = Failure(1, 2)
print(failure.args, repr(failure))
failure.args = "its own"
print(failure.args, Failure.args)
stop = Stop(3)
print(stop.value)
stop.value = 4
print(stop.value)
short = Short([1], 5)
print(short.maxlen, short)
short.maxlen = 2
print(short.maxlen)


def generator():
    return 7
    yield


def delegate():
    print((yield from generator()))


for unused in delegate():
    pass

for x in Plain([1]), deque([1], 4), generator, 1, 2.5, slice(1), property():
    for name in "maxlen", "__closure__", "__globals__", "start", "real", "fget":
        if hasattr(x, name):
            try:
                setattr(x, name, 1)
            except (AttributeError, TypeError) as e:
                print(type(e).__name__, e)
            try:
                delattr(x, name)
            except (AttributeError, TypeError) as e:
                print(type(e).__name__, e)
