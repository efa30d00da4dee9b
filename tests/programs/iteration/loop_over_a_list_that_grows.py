xs = [1, 2]
for x in xs:
    if x < 20:
        xs.append(x * 10)
print(xs)
ys = [1, 2, 3, 4]
for y in ys:
    ys.remove(y)
print(ys)
it = iter([1, 2])
for a in it:
    for b in it:
        print(a, b)
zs = [1]
z = iter(zs)
print(next(z), next(z, "end"))
zs.append(2)
print(next(z, "stays ended"))
