class AppError(Exception):
    """Base of ours."""


class NotFound(AppError):
    def __init__(self, name, code=404):
        super().__init__(f"{name} not found")
        self.name = name
        self.code = code


class Silent(AppError):
    def __str__(self):
        return "custom text"


for exc in (NotFound("x"), NotFound("y", code=1), Silent(1, 2), AppError(), AppError("a", "b")):
    try:
        raise exc
    except AppError as e:
        print(str(e), repr(e), e.args, getattr(e, "code", None))
