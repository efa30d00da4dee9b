def f(x):
    return x * 2


result = [
    f(x)
    for x in range(3)
    if x
]
print(result)
table = {
    k: f(v)
    for k, v in [
        ("a", 1),
        ("b", 2),
    ]
}
print(table)
total = sum(
    x
    for row in [[1, 2], [3]]
    for x in row
)
print(total)
print([
    [
        y
        for y in range(x)
    ]
    for x in (1, 2)
])
