import functools


class Bare:
    def __getattr__(self, name):
        print("asked for", name)
        raise AttributeError(name)

    def __call__(self):
        pass


class Giving(Bare):
    def __getattr__(self, name):
        print("asked for", name)
        return {} if name == "__annotations__" else name


for kind in Bare, Giving:
    wrapped = kind()

    @functools.wraps(wrapped)
    def wrapper():
        pass

    print(wrapper.__name__, wrapper.__wrapped__ is wrapped)


@functools.lru_cache(2)
def square(x):
    print("square of", x)
    return x * x


for x in 1, 2, 1, 3, 2, 2:
    square(x)
print(square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square(3), square.cache_info())


@functools.lru_cache(0)
def uncached(x):
    return x


print(uncached(1), uncached(1), uncached.cache_info())
