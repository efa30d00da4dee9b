a = None
print(a is None, a is not None)
print(NotImplemented is NotImplemented, ... is Ellipsis)
x = []
y = x
z = []
print(x is y, x is z, x == z, x is not z)
print(type(1) is int, type(True) is bool, type(None) is type(None))
