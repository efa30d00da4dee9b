class A:
    pass


class B:
    def __eq__(self, other):
        print("B.__eq__", type(other).__name__)
        return isinstance(other, B)


a, b = A(), B()
print(a == a, a == A(), a != A(), a == b, b == a, b != B(), b == b)
print([a, b] == [a, b], a in [A(), a], b in [A()])


class C(B):
    def __eq__(self, other):
        print("C.__eq__")
        return NotImplemented


print(B() == C(), C() == 1)
