class A:
    def f(self, *a): return ("f", a)
method = type(A().f)
a = A()
m = method(A.f, a)
print(m(), m.__self__ is a, m.__func__ is A.f, m == a.f, hash(m) == hash(a.f), type(m) is method)
print(method(len, [1, 2])(), method(A, 1).__func__ is A, repr(method(len, [1]))[:30])
for args in ((), (1,), (A.f,), (A.f, None), (A.f, 1, 2), (1, 2)):
    try: print(method(*args).__self__)
    except TypeError as e: print(e)
try: method(A.f, self=1)
except TypeError as e: print(e)
import types
print(types.MethodType is method, types.MethodType(print, "x")())
class C: pass
c = C(); c.g = types.MethodType(lambda self: self is c, c); print(c.g())
try: m.note = 1
except AttributeError as e: print(e)
try: m.note
except AttributeError as e: print(e)
try: m.__name__ = 1
except AttributeError as e: print(e)
try: del m.note
except AttributeError as e: print(e)
A.f.note = 5
print(m.note)
try: m.note = 6
except AttributeError as e: print(e)
try: del m.note
except AttributeError as e: print(e)
for x in ([].append, len, list.append, "".join, print, A, type, dict.fromkeys):
    try: x.note = 1
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
    try: x.note
    except (AttributeError, TypeError) as e: print(type(e).__name__, e)
    print(type(x).__name__)
    A.note = 1; del A.note
