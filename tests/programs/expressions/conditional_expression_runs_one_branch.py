def left():
    print("left")
    return "L"


def right():
    print("right")
    return "R"


for flag in (True, False, [], [0]):
    print(left() if flag else right())
nested = [("neg" if n < 0 else "zero" if n == 0 else "pos") for n in (-1, 0, 1)]
print(nested)
