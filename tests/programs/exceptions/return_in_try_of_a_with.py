class Ctx:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *exc):
        print("exit", exc[0])
        return exc[0] is ValueError


def f(mode):
    for i in range(2):
        with Ctx():
            try:
                if mode == "return":
                    return i
                if mode == "break":
                    break
                if mode == "raise":
                    raise ValueError(i)
            finally:
                print("finally", i)
    return "end"


for mode in ("return", "break", "raise"):
    print(mode, f(mode))
