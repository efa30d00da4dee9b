# The place of an ignored error: the condition that dropped what failed to end, whether it jumps or not.
def stubborn():
    try:
        yield 1
    finally:
        yield 2
def made():
    g = stubborn(); next(g)
    return g
def f1():
    if made():
        print(1)
def f2():
    if not made():
        print(1)
    else:
        print(2)
def f3():
    while made():
        break
def f4():
    return (made() and
        1)
def f5():
    x = made() or 3
    x = 4
def f6():
    if made() == 1:
        print(1)
    elif made() != made():
        print(3)
def f7():
    print(1 if [made()] else
        2)
def f8():
    assert not made(), "x"
def f9():
    x = 1
    while x and not [made()] == [x]:
        x = 0
    print(x)
def f10():
    for i in [1, 2]:
        if made() is None:
            continue
        if made() < 3 if False else made():
            pass
def f11():
    [i for i in [1, 2] if made()]
def f12():
    if 1 < len([made()]) < 3:
        print(1)
    print(2)
def f13():
    made() in [made()]
    if made() not in (1,):
        pass
class C:
    def __init__(self): self.g = made()
    def __bool__(self): return True
    def __eq__(self, o): return False
    def __len__(self): return 0
class D:
    def __init__(self): self.g = made()
    def __len__(self): return 0
def f14():
    if C():
        pass
    if D():
        pass
    if C() == 1:
        pass
    while not D(): break
    assert C()
for f in (f1,f2,f3,f4,f5,f6,f7,f8,f9,f10,f11,f12,f13,f14):
    print(f.__name__)
    try:
        f()
    except (TypeError, AssertionError): pass
