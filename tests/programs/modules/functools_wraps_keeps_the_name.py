from functools import wraps


def logged(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        print("call", f.__name__, args)
        return f(*args, **kwargs)

    return wrapper


@logged
def add(a, b=2):
    """Adds."""
    return a + b


print(add(1), add.__name__, add.__doc__, add.__qualname__, add.__wrapped__(5, 5))
