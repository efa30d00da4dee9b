def f(mode):
    try:
        try:
            if mode == "raise":
                raise ValueError("inner")
            if mode == "return":
                return "value"
        finally:
            print("finally 1", mode)
            if mode == "replace":
                raise KeyError("from finally")
    except ValueError as e:
        print("handler", e)
        return "handled"
    finally:
        print("finally 2", mode)
    return "end"


for mode in ("none", "raise", "return", "replace"):
    try:
        print(f(mode))
    except KeyError as e:
        print("KeyError", e)
