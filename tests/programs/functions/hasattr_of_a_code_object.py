# hasattr and getattr look for code objects, which come to be when asked for.
def g(a, b=1):
    x = 1
    yield x


print(hasattr(g, "__code__"), hasattr(g, "__nope__"), getattr(g, "__code__", None) is None)
print(g.__code__.co_name, g.__code__.co_varnames, g.__code__.co_argcount)
it = g(1)
for name in "gi_code", "cr_code", "gi_frame":
    if not hasattr(it, name):
        print("no", name)
print(it.gi_code.co_name, it.gi_frame.f_code.co_name)
