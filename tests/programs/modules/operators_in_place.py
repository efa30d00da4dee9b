import math
import operator as op

for f, a, b in (
    (op.iadd, 7, 2), (op.isub, 7, 2), (op.imul, 7, 2), (op.itruediv, 7, 2), (op.ifloordiv, 7, 2), (op.imod, 7, 2),
    (op.ipow, 7, 2), (op.ilshift, 7, 2), (op.irshift, 7, 2), (op.iand, 7, 2), (op.ior, 7, 2), (op.ixor, 7, 2),
):
    print(f.__name__, f(a, b), f)


class Matrix:
    def __matmul__(self, other):
        return ("new", other)


class Growing(Matrix):
    def __imatmul__(self, other):
        return ("same", other)


print(op.imatmul(Matrix(), 1), op.imatmul(Growing(), 2))
items = [1]
print(op.iconcat(items, [2]) is items, items)
names = {1, 2}
print(op.ior(names, {3}) is names, op.iand(names, {2, 3}) is names, names)
try:
    op.ilshift("a", 1)
except TypeError as e:
    print(e)
print([math.ulp(x) for x in (0, 1, -1, 1e300, 1.7976931348623157e308, math.inf, -math.inf, 5e-324)], math.ulp(math.nan))
