class C:
    pass


for act in (lambda: [][0], lambda: {}["k"], lambda: ()[1], lambda: "a"[5], lambda: C().x, lambda: C.y, lambda: undefined,
            lambda: None.z, lambda: int("x"), lambda: [1].index(2), lambda: (5).foo, lambda: {1: 2}[3], lambda: [].pop(),
            lambda: C()[0], lambda: C() + 1, lambda: setattr(None, "a", 1)):
    try:
        act()
    except Exception as e:
        print(type(e).__name__, e)
try:
    C()[0] = 1
except TypeError as e:
    print(e)
try:
    del C()[0]
except TypeError as e:
    print(e)
