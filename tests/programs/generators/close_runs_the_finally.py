def g(name):
    try:
        yield name
        yield "never"
    except GeneratorExit:
        print(name, "exit")
        raise
    finally:
        print(name, "finally")


a = g("a")
print(next(a), a.close(), a.close(), next(a, "gone"))
b = g("b")
print(b.close(), next(b, "never started"))
c = g("c")
next(c)
del c
print("dropped")
for x in g("d"):
    break
print("left the loop")
