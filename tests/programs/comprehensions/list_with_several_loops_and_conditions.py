print([x * y for x in range(1, 4) for y in range(1, 4) if x != y if x * y % 2 == 0])
print([(a, b) for a in "ab" for b in "xy"], [[i * j for j in range(3)] for i in range(3)])
print([c for row in [[1, 2], [3]] for c in row], [x if x % 2 else -x for x in range(5)])
print([*map(str, [i for i in range(3)])], [] == [x for x in []], [len(w) for w in "one three".split()])
