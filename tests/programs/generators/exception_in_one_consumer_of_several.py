def source():
    n = 0
    while n < 4:
        try:
            n += 1
            yield n
        except ZeroDivisionError:
            print("source told of a division")


src = source()
for x in src:
    try:
        print(6 // (x - 2))
    except ZeroDivisionError:
        print("gets", src.throw(ZeroDivisionError))
print(next(src, "dry"))
