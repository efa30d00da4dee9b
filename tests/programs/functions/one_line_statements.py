def f(x): return x + 1


if f(1): print("one"); print("line")
for i in range(2): print(i); f(i)
n = 2
while n: n -= 1
class C: a = 1; b = 2
try: f(None)
except TypeError: print("type error")
finally: print("finally")
x = 1; y = 2; print(x + y, C.b)
with_lambda = lambda a: a; print(with_lambda(3))
