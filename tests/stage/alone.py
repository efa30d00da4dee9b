def average():
    total = 0.0
    count = 0
    mean = None
    while True:
        number = yield mean
        total += number
        count += 1
        mean = total / count

a = average()
next(a)
print(a.send(10))
print(a.send(20))
a.close()
