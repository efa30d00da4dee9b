def f():
    total = 0
    partial = [total := total + v for v in (1, 2, 3)]
    return partial, total


print(f())
print([[inner for inner in range(outer)] for outer in range(4)])
print([y for x in range(5) if (y := x * x) > 3], y)
data = [("a", [1, 2]), ("b", [])]
print({k: (s := sum(v)) for k, v in data}, s, any((hit := k) == "b" for k, _ in data), hit)
