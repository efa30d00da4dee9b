import time

start = time.monotonic()
time.sleep(0.05)
passed = time.monotonic() - start
print(passed >= 0.05, passed < 5)
a = time.perf_counter()
b = time.perf_counter()
print(b >= a, type(time.time()).__name__, type(time.monotonic_ns()).__name__)
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
