from contextlib import closing, nullcontext, suppress

with suppress(KeyError, IndexError):
    {}["k"]
    print("never")
print("after")
try:
    with suppress(KeyError):
        raise ValueError("other")
except ValueError as e:
    print(e)


class Door:
    def close(self):
        print("closed")


with closing(Door()) as d:
    print(type(d).__name__)


def g():
    try:
        yield 1
    finally:
        print("generator closed")


with closing(g()) as it:
    print(next(it))
with nullcontext("value") as v:
    print(v)
