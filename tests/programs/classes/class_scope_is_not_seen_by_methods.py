x = "global"


class C:
    x = "class"
    y = x + "!"

    def get(self):
        return x

    z = [x for _ in range(1)]
    w = (lambda: x)()


print(C.y, C().get(), C.z, C.w, C.x)


def make(v):
    class Local:
        def get(self):
            return v

        held = v

    return Local


print(make(1)().get(), make(2).held, make(1) is make(1), make(3).__qualname__)
