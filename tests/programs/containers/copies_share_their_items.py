inner = [1]
outer = [inner, inner]
shallow = outer[:]
inner.append(2)
print(outer, shallow, shallow is outer, shallow[0] is inner)
grid = [[0] * 2] * 2
grid[0][0] = 5
print(grid)
grid = [[0] * 2 for _ in range(2)]
grid[0][0] = 5
print(grid)
