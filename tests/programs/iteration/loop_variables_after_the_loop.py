for i in range(3):
    pass
print(i)
for i in "":
    pass
print(i)
for x, (y, z) in [(1, (2, 3)), (4, (5, 6))]:
    pass
print(x, y, z)
for d in ({"k": 1},):
    for d["k"] in range(3):
        pass
    print(d)


class Box:
    pass


box = Box()
for box.v in "ab":
    print(box.v)
items = [0] * 3
for items[1] in (7, 8):
    print(items)
for *a, b in [(1, 2, 3), "xy"]:
    print(a, b)
