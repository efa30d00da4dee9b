x = "outer"
print([x for x in range(3)], x)
i = 5
squares = {i: i * i for i in range(3)}
print(squares, i)
try:
    [undefined_here for k in (1,)]
except NameError as e:
    print(e)
try:
    k
except NameError as e:
    print(e)
print([y := n for n in (1, 2)], y)
