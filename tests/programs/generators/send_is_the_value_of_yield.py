def averager():
    total, count, mean = 0, 0, None
    while True:
        x = yield mean
        if x is None:
            print("plain next")
            continue
        total += x
        count += 1
        mean = total / count


a = averager()
print(next(a), a.send(10), a.send(20), next(a), a.send(30))
b = averager()
try:
    b.send(1)
except TypeError as e:
    print(e)
print(b.send(None), b.send(4))
