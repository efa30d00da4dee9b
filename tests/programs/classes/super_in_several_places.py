class A:
    @classmethod
    def make(cls):
        return f"A.make {cls.__name__}"

    @property
    def p(self):
        return "A.p"

    def __getitem__(self, k):
        return f"A[{k}]"


class B(A):
    @classmethod
    def make(cls):
        return "B+" + super().make()

    @property
    def p(self):
        return "B+" + super().p

    def __getitem__(self, k):
        return "B+" + super().__getitem__(k)

    def old(self):
        return super(B, self).p


class C(B):
    pass


c = C()
print(C.make(), c.p, c[1], c.old(), super(C, c).p)
try:
    super().x
except RuntimeError as e:
    print(e)
