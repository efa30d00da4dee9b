e = ValueError()
e.args = (e,)
for show in (repr, str, lambda x: f"{x}", lambda x: "%s %r" % (x, x)):
    try:
        show(e)
    except RecursionError as error:
        print(error)

inner = ValueError(1)
for i in range(5000):
    inner = ValueError(inner)
try:
    repr(inner)
except RecursionError as error:
    print(error)
s = None
for i in range(5000):
    s = slice(s)
try:
    repr(s)
except RecursionError as error:
    print(error)
