class L:
    def __init__(self, v):
        self.v = v

    def __len__(self):
        return self.v


print(len(L(3)), bool(L(0)), bool(L(1)))
for v in (-1, 1.5, "a", None):
    try:
        len(L(v))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
