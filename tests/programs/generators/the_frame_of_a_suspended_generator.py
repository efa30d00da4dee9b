def g(a):
    x = 1
    yield x
    y = 2
    yield y
it = g(5)
print(it.gi_frame.f_lineno, it.gi_frame.f_locals)
next(it)
print(it.gi_frame.f_lineno, it.gi_frame.f_locals)
next(it)
print(it.gi_frame.f_lineno, it.gi_frame.f_locals, it.gi_frame.f_code.co_name, it.gi_frame.f_back)
print(list(it), it.gi_frame)
