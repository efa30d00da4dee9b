def f(a):
    "about f"
    return a


def said(f, *args):
    try:
        print(f(*args))
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


f.x = 1
for wrapper in staticmethod, classmethod:
    w = wrapper(f)
    print(w.__dict__, f.__dict__)
    print(w.__module__, w.__name__, w.__qualname__, w.__doc__, w.__wrapped__ is f, w.__func__ is f,
          w.__isabstractmethod__, w.__annotations__)
    w.y = 2
    w.__name__ = "g"
    print(f.__dict__, f.__name__, w.__name__, w.y)
    for name in "__func__", "__wrapped__", "__isabstractmethod__":
        said(setattr, w, name, 5)
        said(delattr, w, name)
    for args in (), (None,), (None, None), (1, 2, 3):
        said(w.__get__, *args)
    print(wrapper(5).__func__, hasattr(wrapper(5), "__name__"), hasattr(wrapper(print), "__name__"))
    said(wrapper)
    said(wrapper, f, f)
print(staticmethod(f).__get__(None, int)(7), staticmethod(f).__get__(3)(7), staticmethod(f)(7))
print(classmethod(f).__get__(None, int)(), classmethod(f).__get__(7)(), classmethod(f).__get__(7, str)())
said(classmethod(f), 7)


class A:
    def get(self):
        return 1

    x = property(get)
    y = x
    z = property()

    class Inner:
        w = property()


a = A()
p = property(lambda s: 1, doc="d")
for args in (), (1,), (a, "name"), (1, 2, 3):
    said(p.__set_name__, *args)
    said(p.__set__, *args)
    said(p.__delete__, *args)
    said(p.__get__, *args)
p.__doc__ = 4
print(p.__doc__, p.__get__(None, A) is p)
said(setattr, p, "fget", 1)
said(setattr, p, "__isabstractmethod__", 1)


def g(self):
    return 3


g.__isabstractmethod__ = True
print(property(g).__isabstractmethod__, property(None, g).__isabstractmethod__,
      staticmethod(g).__isabstractmethod__, property().__isabstractmethod__)
print(property().__doc__, property(f).__doc__, property(f, doc="k").__doc__)
said(setattr, a, "x", 1)
said(delattr, a, "x")
said(getattr, a, "z")
said(getattr, A.Inner(), "w")
said(property().__get__, 1)
said(property().__set__, a, 1)
said(A.y.__set__, a, 1)
said(A.y.setter(lambda self, v: print("set", v)).__delete__, a)
A.late = property()
said(getattr, a, "late")
said([].__len__, 1)
said((1).__add__)
said(a.__setattr__, 1)
try:
    [].__len__(a=1)
except TypeError as e:
    print(e)


class B(A):
    def get(self):
        s = super()
        super.__init__(s, A.Inner, A.Inner())
        try:
            s.get()
        except AttributeError as e:
            print(e)
        super.__init__(s, B, self)
        return s.get()


print(B().get(), super(B, B()).get())
