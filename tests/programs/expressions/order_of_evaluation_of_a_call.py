def t(x):
    print(x, end=" ")
    return x


def f(*args, **kwargs):
    print()
    return args, kwargs


def get():
    print("func", end=" ")
    return f


print(get()(t(1), *[t(2), t(3)], k=t(4), **{"m": t(5)}))
print({t("k1"): t("v1"), t("k2"): t("v2")})
print([t(1), t(2)][t(0)])
print(t(2) + t(3) * t(4))
