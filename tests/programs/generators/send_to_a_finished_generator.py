def g():
    x = yield
    print("got", x)


it = g()
next(it)
for act in (lambda: it.send(1), lambda: it.send(2), lambda: next(it), lambda: it.throw(ValueError("late"))):
    try:
        act()
    except StopIteration as e:
        print("stop", e.value)
    except ValueError as e:
        print(e)
print(it.close())
