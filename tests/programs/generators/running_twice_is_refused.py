def g():
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield me.gi_running
    try:
        me.close()
    except ValueError as e:
        print(e)
    try:
        me.throw(KeyError)
    except ValueError as e:
        print(e)
    yield "end"


me = g()
print(next(me), me.gi_running, next(me))


def through():
    yield from other


def looping():
    yield 1
    try:
        next(t)
    except ValueError as e:
        print("nested:", e)


other = looping()
t = through()
print(list(t))
