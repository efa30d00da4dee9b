def change(xs, n, d):
    xs.append(4)
    xs = [0]
    n += 1
    d["k"] = xs
    return n


mine, number, table = [1], 5, {}
print(change(mine, number, table), mine, number, table)
a = b = []
a += [1]
print(b, a is b)
t = u = (1,)
t += (2,)
print(u, t)
