def handle():
    try:
        raise ValueError("first")
    except ValueError:
        try:
            raise KeyError("second")
        except KeyError:
            pass
        raise


try:
    handle()
except ValueError as e:
    print("again", e, e.__context__)
try:
    raise
except RuntimeError as e:
    print(e)


def reraise():
    raise


try:
    try:
        raise IndexError("from afar")
    except IndexError:
        reraise()
except IndexError as e:
    print(e)
