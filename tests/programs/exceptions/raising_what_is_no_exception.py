for bad in (5, "text", int, None):
    try:
        raise bad
    except TypeError as e:
        print(e)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as e:
    print(e)
try:
    try:
        1 / 0
    except (ValueError, "x"):
        pass
except TypeError as e:
    print(e)
