def walk(n):
    first = n
    for i in range(n):
        with_i = [first, i]
        step = yield with_i
        if step:
            first += step
    return first


a, b = walk(3), walk(2)
print(next(a), next(b), a.send(10), next(b), a.send(5))
for it in (a, b):
    try:
        next(it)
    except StopIteration as e:
        print(e.value)
