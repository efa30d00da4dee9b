def g():
    try:
        yield "body"
    finally:
        yield "in finally"
        print("after the finally's yield")


print(list(g()))
it = g()
next(it)
print(it.throw(ValueError("kept")))
try:
    next(it)
except ValueError as e:
    print("and then", e)


def h():
    for i in range(2):
        try:
            yield i
        finally:
            print("end of turn", i)


print(list(h()))
