class Lock:
    def __init__(self):
        self.held = 0

    def __enter__(self):
        self.held += 1
        print("lock")

    def __exit__(self, *exc):
        self.held -= 1
        print("unlock", exc[0] and exc[0].__name__)


lock = Lock()


def guarded(n):
    with lock:
        for i in range(n):
            yield i


g = guarded(5)
print(next(g), lock.held)
g.close()
print(lock.held, list(guarded(2)))
h = guarded(1)
next(h)
try:
    h.throw(KeyError("k"))
except KeyError:
    print("through")
