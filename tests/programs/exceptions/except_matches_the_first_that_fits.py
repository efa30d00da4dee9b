def kind(exc):
    try:
        raise exc
    except (KeyError, IndexError) as e:
        return f"lookup pair {e!r}"
    except LookupError:
        return "lookup"
    except ArithmeticError as e:
        return f"arithmetic {type(e).__name__}"
    except Exception:
        return "other"


class MyLookup(LookupError):
    pass


for e in (KeyError("k"), IndexError(3), MyLookup(), ZeroDivisionError(), OverflowError("o"), ValueError, RuntimeError):
    print(kind(e))
try:
    try:
        raise ValueError("v")
    except TypeError:
        print("no")
except ValueError as e:
    print("outer", e)
