class Err(ValueError):
    code = 7

    def __str__(self):
        return f"code {self.code}"


class Sub(Err):
    code = 8

    def __repr__(self):
        return "Sub!"


for kind in (Err, Sub):
    try:
        raise kind("given", 1)
    except ValueError as e:
        print(e, repr(e), e.args, [e], f"{e!s:>8}")
e = Sub()
e.extra = 5
print(vars(e), e.code, Sub.__mro__[1] is Err)
raise e
