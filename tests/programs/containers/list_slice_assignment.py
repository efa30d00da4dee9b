xs = list(range(6))
xs[1:3] = "abc"
print(xs)
xs[::2] = [0] * len(xs[::2])
print(xs)
xs[2:2] = [7, 8]
print(xs)
xs[:] = xs[:2]
print(xs)
del xs[:1]
xs[5:] = (1, 2)
print(xs)
try:
    xs[::2] = [1]
except ValueError as e:
    print(e)
xs += (9,)
del xs[-1], xs[::-2]
print(xs)
