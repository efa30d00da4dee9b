def inner():
    yield 1


def g():
    print("running", me.gi_running, me.gi_suspended)
    yield 0
    yield from inner()


me = g()
print(me.gi_running, me.gi_suspended, me.gi_frame is None, me.gi_yieldfrom)
next(me)
print(me.gi_running, me.gi_suspended, me.gi_yieldfrom)
next(me)
print(me.gi_suspended, me.gi_yieldfrom is not None, me.gi_yieldfrom.__name__)
print(next(me, "end"))
print(me.gi_frame, me.gi_suspended, me.gi_yieldfrom, me.__name__, me.__qualname__)
