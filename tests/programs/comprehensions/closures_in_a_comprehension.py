fs = [lambda n: n + i for i in range(3)]
print([f(10) for f in fs])
gs = [(lambda k: lambda n: n + k)(i) for i in range(3)]
print([g(10) for g in gs])


def outer(a):
    return [a * b for b in range(3) if b < a]


print(outer(2), outer(5))


class C:
    n = 3
    table = [i for i in range(n)]
    try:
        bad = [n for _ in range(2)]
    except NameError as e:
        bad = str(e)


print(C.table, C.bad)
