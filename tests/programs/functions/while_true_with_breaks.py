def find(limit):
    n = 0
    while True:
        n += 1
        if n % 2:
            continue
        if n > limit:
            return n


print(find(3))
while 0:
    print("never")
while 1:
    break
else:
    print("never either")
k = 3
while k > 0:
    k -= 1
    if k == 1:
        pass
else:
    print("ended", k)
if 0:
    print("dead")
if 1:
    print("alive")
if not 0:
    print("also")
