def f(n):
    try:
        if n == 0: raise ValueError("zero")
        if n == 1: return "one"
        if n == 2: 1 / 0
        if n == 3: raise KeyError("k") from None
    except ValueError as e:
        return f"VE {e}"
    except (KeyError, ZeroDivisionError) as e:
        return type(e).__name__, e.args
    else:
        return "else"
    finally:
        print("finally", n)
for i in range(5): print(f(i))
def g():
    for i in range(3):
        try:
            if i == 1: continue
            print("body", i)
        finally:
            print("f", i)
            if i == 2: break
    else:
        print("never")
g()
def h():
    while True:
        try:
            return 1
        finally:
            break
    return 2
print(h())
def k():
    try:
        raise ValueError
    finally:
        return "swallow"
print(k())
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise TypeError("b")
except TypeError as e:
    print(repr(e.__context__), e.__cause__)
try:
    raise ValueError("x") from KeyError("y")
except ValueError as e:
    print(repr(e.__cause__), e.__suppress_context__)
e = ValueError("orig", 2)
print(str(e), repr(e), e.args, str(ValueError()), str(KeyError("q")), repr(KeyError("q")))
