class A:
    pass


class B(A):
    pass


print(isinstance(B(), (int, A)), isinstance(1, (str, list)), isinstance(True, int), issubclass(bool, int))
print(issubclass(B, (int, A)), type(B()) is A, type(B()) == B, isinstance(B, type), isinstance(A(), object))
print(type(1), type("s"), type(A), type(None), type([]), type(print).__name__, type(lambda: 0).__name__)
print(A, B.__base__.__name__, int.__name__, type(A()).__name__)
