x = 1
del x
try:
    print(x)
except NameError as e:
    print(e)


def local():
    y = 2
    del y
    try:
        return y
    except UnboundLocalError as e:
        return str(e)


print(local())
a, b = [1, 2, 3], {"k": 1}
del a[0], b["k"]
print(a, b)
del (a, b)
print("a" in globals(), "b" in globals())
