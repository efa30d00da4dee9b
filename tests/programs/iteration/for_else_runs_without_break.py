def find(x, xs):
    for i, v in enumerate(xs):
        if v == x:
            print("found at", i)
            break
    else:
        print("not found")


find(2, [1, 2, 3])
find(9, [1, 2, 3])
find(9, [])
n = 3
while n:
    n -= 1
    if n == 7:
        break
else:
    print("while ended", n)
