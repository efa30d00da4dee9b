def outer():
    try:
        yield from inner()
    except BaseException as e:
        print("outer", repr(e), repr(e.__context__))
        raise
    finally:
        print("outer fin")
def inner():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("inner ge")
        raise ValueError("instead")
    finally:
        print("inner fin")
o = outer(); next(o)
try: o.close()
except ValueError as e: print("main", e, repr(e.__context__))
o = outer(); next(o)
try: o.throw(GeneratorExit)
except ValueError as e: print("main2", e)
o = outer(); next(o)
try: o.throw(StopIteration(3))
except RuntimeError as e: print("main3", e, repr(e.__cause__))
o = outer(); next(o)
try: o.throw(KeyError)
except KeyError as e: print("main4", repr(e))
o = outer()
try: o.throw(KeyError("unstarted"))
except KeyError as e: print("main5", repr(e))
print(list(o))
