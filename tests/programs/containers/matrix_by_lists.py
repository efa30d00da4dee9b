m = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*m)], sum(map(sum, m)), [x for r in m for x in r], max(max(r) for r in m))
identity = [[int(i == j) for j in range(3)] for i in range(3)]
print(identity)
product = [[sum(a * b for a, b in zip(row, col)) for col in zip(*identity)] for row in m]
print(product == m)
for row in m:
    print(" ".join(f"{x:>3}" for x in row))
m[0][1], m[1][2] = m[1][2], m[0][1]
print(m)
