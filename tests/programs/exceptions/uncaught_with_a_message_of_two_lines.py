class Report(Exception):
    def __str__(self):
        return "first line\nsecond line"


class Quiet(Exception):
    pass


try:
    raise Quiet
except Quiet as e:
    print(repr(str(e)))
    raise Report() from e
