def countdown(n):
    print("start", n)
    while n > 0:
        r = yield n
        if r is not None:
            n = r
        else:
            n -= 1
    return "liftoff"
def delegator():
    res = yield from countdown(3)
    print("res", res)
    try:
        res = yield from countdown(2)
    except ValueError as e:
        print("deleg caught", e)
        res = "recovered"
    return res
d = delegator()
print(next(d), d.send(5), next(d))
while True:
    try:
        v = next(d)
        print(v)
        if v == 2:
            print("throwing", d.throw(ValueError("boom")))
    except StopIteration as s:
        print("returned", s.value)
        break
