def tag(name):
    print("make", name)

    def apply(f):
        print("apply", name, f.__name__)

        def wrapper(*args):
            return f"<{name}>{f(*args)}</{name}>"

        return wrapper

    return apply


@tag("b")
@tag("i")
def text(s):
    return s.upper()


print(text("hi"), text.__name__)


@lambda f: f()
def now():
    return "called at once"


print(now)
