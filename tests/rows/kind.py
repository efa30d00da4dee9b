def step(d):
    yield d[0]
    yield d

items = [1, 2]
d = dummy(items)
print(d, len(d), d[0] is items, d.twice(), type(d), bool(d))
for x in step(d):
    print(x)
items[:] = [d]
try:
    dummy()
except TypeError as error:
    print(error)
