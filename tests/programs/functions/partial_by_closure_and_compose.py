def compose(*fs):
    def run(x):
        for f in reversed(fs):
            x = f(x)
        return x

    return run


def partial(f, *fixed):
    return lambda *more: f(*fixed, *more)


inc = partial(lambda a, b: a + b, 1)
double = partial(lambda a, b: a * b, 2)
print(compose(inc, double)(5), compose(double, inc)(5), compose()(7))
print(list(map(compose(str, inc), range(3))))
