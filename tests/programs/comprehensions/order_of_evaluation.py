def t(x):
    print(x, end=" ")
    return x


r = [t(f"item{i}{j}") for i in t([0, 1]) if t(f"if{i}") or True for j in t([i])]
print(r)
first = [t(i) for i in (t("source"),)]
print(first)
