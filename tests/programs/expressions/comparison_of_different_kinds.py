print(1 == "1", [] == (), None == 0, {} == [], 1 == True, 0.0 == False, "a" != 1, (1,) != [1])
print(1 < 2.5 < 3, True < 2, [1, 2] < [1, 2, 3], "Z" < "a", (1, "b") > (1, "a"))
for act in (lambda: 1 < "1", lambda: [] < (), lambda: None < 1, lambda: {} > {}, lambda: (1, 2) < (1, "x"), lambda: max(1, "a")):
    try:
        print(act())
    except TypeError as e:
        print(e)
print(float("nan") == float("nan"), float("inf") > 10 ** 15, -0.0 == 0.0, 0.1 + 0.2 == 0.3)
