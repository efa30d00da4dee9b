def deco(*args):
    def apply(f):
        print("apply", args)
        return f

    return apply


@deco(
    1,
    2,
)
@deco("inner")
def f(
    a,
    b=len("default"),
    *,
    c: int = 3,
):
    return (
        a,
        b,
        c,
    )


print(f(1))


@deco("class")
class C(
    object,
):
    attr = [
        1,
        2,
    ]


print(C.attr)
