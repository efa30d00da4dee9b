e = "before"
try:
    raise ValueError("x")
except ValueError as e:
    print(e)
try:
    print(e)
except NameError as err:
    print(err)


def f():
    try:
        raise KeyError(1)
    except KeyError as k:
        kept = k
    try:
        return k
    except UnboundLocalError as u:
        return str(u), kept.args


print(f())
