def deco(*a):
    def w(f): return f
    return w
@deco(
    1,
    2
)
@deco()
def g(
    x=deco(
        3
    )
):
    return 1
class A(
    object
):
    x = (
        1,
        2
    )
    @deco(
        1)
    class B:
        y = [
            i
            for i in
            range(2)
            if i
        ]
    def m(self,
          a=1): return (
        a
    )
print(g(), A().m(), A.B.y)
h = lambda a, \
    b=2: (
        a +
        b
    )
print(h(1))
