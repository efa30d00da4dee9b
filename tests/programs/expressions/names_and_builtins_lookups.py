def show(*names):
    return [n in globals() for n in names]


x = 1
print(show("x", "print", "later"))
later = 2
print(show("later"), dir.__name__, callable(print), id(x) == id(x), type(id(x)).__name__)
print(isinstance(print, type(len)), type(type), type(object()).__name__, hash("a") == hash("a"))
print(getattr([1, 2], "append").__name__, [f.__name__ for f in (len, sorted, max)])
try:
    print(unknown_name)
except NameError as e:
    print(e, e.name)
