class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        if spec == "":
            return f"{self.cents / 100:.2f}"
        if spec == "c":
            return f"{self.cents}c"
        raise ValueError(f"bad spec {spec!r}")

    def __str__(self):
        return "money"


m = Money(1250)
print(f"{m} {m:c} {m!s} {m!s:>7}", format(m, "c"), "{:c}".format(m), str(m))
try:
    f"{m:x}"
except ValueError as e:
    print(e)
try:
    f"{object():5}"
except TypeError as e:
    print(e)
