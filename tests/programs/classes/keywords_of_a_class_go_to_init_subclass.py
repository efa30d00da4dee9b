class Base:
    reg = []
    def __init_subclass__(cls, /, label="none", **kw):
        super().__init_subclass__(**kw)
        cls.label = label
        Base.reg.append(cls.__name__)
class A(Base, label="a"): pass
class B(A, label="b"): x = 1
class C(A): pass
print(A.label, B.label, C.label, Base.reg)
for make in (lambda: type("D", (Base,), {}, label="d").label, lambda: type("E", (), {}, k=1), lambda: type("F", (Base,), {}, wrong=1)):
    try: print(make())
    except TypeError as e: print(e)
try:
    class G(Base, bad=1): pass
except TypeError as e: print(e)
try:
    class H(bad=1): pass
except TypeError as e: print(e)
bases = (Base,)
class G2:
    def __class_getitem__(cls, k): return (cls.__name__, k)
class G3(G2): pass
print(G2[1], G3[2], G3.__class_getitem__(3), type(G2.__dict__["__class_getitem__"]).__name__, type(Base.__dict__["__init_subclass__"]).__name__)
class P:
    @classmethod
    def __init_subclass__(cls, **kw): print("p", cls.__name__, kw)
class Q(P, a=1, b=2): pass
