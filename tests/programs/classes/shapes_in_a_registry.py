class Shape:
    registry = {}
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Shape.registry[cls.__name__] = cls
    def area(self): raise NotImplementedError(type(self).__name__)
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
class Circ(Shape):
    pi = 3
    def __init__(self, r): self.r = r
    @property
    def d(self): return self.r * 2
    @d.setter
    def d(self, v): self.r = v / 2
    @classmethod
    def unit(cls): return cls(1)
    @staticmethod
    def name(): return "circle"
    def area(self): return self.pi * self.r ** 2
c = Circ.unit()
c.d = 10
print(c, c.area(), Circ.name(), c.name(), Shape.registry)
try: Shape().area()
except NotImplementedError as e: print(repr(e))
try: del c.d
except AttributeError as e: print(e)
print(Sq.__mro__, issubclass(Sq, Shape), isinstance(c, (int, Shape)), Sq.__bases__)
print(type(Circ.d), type(Circ.__dict__["unit"]), type(Circ.__dict__["name"]))
class Meta2:
    x = [i for i in range(3)]
    y = [x for _ in range(2)] if False else 5
    def m(self): return __class__
print(Meta2.x, Meta2.y, Meta2().m())
print(getattr(c, "zz", "dflt"), hasattr(c, "d"), callable(c.area), dir(Sq)[-3:])
setattr(c, "new", 3); print(vars(c)); delattr(c, "new"); print(c.__dict__)
