def side(name, value):
    print("ask", name)
    return value


print(side("a", 0) or side("b", "") or side("c", "last"))
print(side("a", 1) and side("b", [2]) and side("c", []))
print(side("a", None) and side("b", 1))
print(None or 0, 0 or None, "" and 1, "x" and 1)
x = [] or {} or ()
print(x)
