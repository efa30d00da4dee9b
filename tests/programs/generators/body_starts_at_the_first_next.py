def g():
    print("started")
    yield 1
    print("between")
    yield 2
    print("end")


it = g()
print("made", type(it).__name__)
print(next(it))
print(next(it))
try:
    next(it)
except StopIteration as e:
    print("stop", e.value)
try:
    next(it)
except StopIteration:
    print("still stopped")
