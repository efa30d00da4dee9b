def f():
    yield
def f2():
    try:
        yield
    except ValueError:
        raise IndexError('from f2')
def g(inner):
    try:
        raise KeyError('a')
    except Exception:
        yield from inner
def h(inner):
    try:
        raise OSError('b')
    except Exception:
        yield from g(inner)
def show(e):
    n = 0
    while e is not None and n < 9:
        print('   ', repr(e))
        e = e.__context__
        n += 1
def go(make):
  for outer in (g, h):
    gen = outer(make())
    gen.send(None)
    try:
        gen.throw(ValueError('v'))
    except Exception as e:
        show(e)
    gen = outer(make())
    gen.send(None)
    try:
        try:
            raise TypeError('outside')
        except TypeError:
            gen.throw(ValueError('v'))
    except Exception as e:
        show(e)
go(f)
go(f2)
def inner2():
    try:
        yield 1
    except ValueError:
        pass
    yield 2
    raise RuntimeError('later')
def mid():
    try:
        raise KeyError('m')
    except KeyError:
        yield from inner2()
gen = mid()
next(gen)
print(gen.throw(ValueError('x')))
try:
    next(gen)
except Exception as e:
    show(e)
gen = mid()
next(gen)
gen.close()
print('closed')
