class Temp:
    def __init__(self, c):
        self._c = c

    @property
    def f(self):
        """Fahrenheit."""
        print("get")
        return self._c * 9 / 5 + 32

    @f.setter
    def f(self, value):
        print("set", value)
        self._c = (value - 32) * 5 / 9

    @property
    def fixed(self):
        return 1


t = Temp(100)
print(t.f)
t.f = 32
print(t._c, Temp.f.__doc__)
t.f += 18
print(t._c)
for act in (lambda: setattr(t, "fixed", 2), lambda: delattr(t, "f")):
    try:
        act()
    except AttributeError as e:
        print(e)
