class Counted:
    def __init__(self, f):
        self.f = f
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.f(*args, **kwargs)


@Counted
def add(a, b=1):
    return a + b


print(add(1), add(1, b=5), add.calls, callable(add), callable(3))
