class Store:
    def __init__(self):
        self.items = {}

    def __setitem__(self, k, v):
        self.items.setdefault(k, []).append(v)

    def __iter__(self):
        yield from self.items

    @property
    def pairs(self):
        for k, vs in self.items.items():
            for v in vs:
                yield k, v

    @staticmethod
    def double(xs):
        for x in xs:
            yield x
            yield x

    @classmethod
    def of(cls, **kw):
        s = cls()
        for k, v in kw.items():
            s[k] = v
        return s


s = Store.of(a=1, b=2)
s["a"] = 3
print(list(s), list(s.pairs), list(Store.double("xy")), next(s.pairs), dict(s.pairs))
