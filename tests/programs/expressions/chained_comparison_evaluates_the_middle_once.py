def show(x):
    print("eval", x)
    return x


print(show(1) < show(5) < show(9))
print(show(5) < show(1) < show(9))
print(1 < 2 > 1 != 3 == 3)
