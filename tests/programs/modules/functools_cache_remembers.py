from functools import cache, lru_cache

calls = []


@cache
def fib(n):
    calls.append(n)
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(10), len(calls), fib(10), len(calls))


@lru_cache(maxsize=2)
def square(n):
    calls.append(f"sq{n}")
    return n * n


calls.clear()
for n in (1, 2, 1, 3, 2):
    square(n)
print(calls, square.cache_info())
square.cache_clear()
print(square.cache_info())
try:
    fib([])
except TypeError as e:
    print(e)
