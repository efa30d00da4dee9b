# The frame of a generator or coroutine that is suspended.


def gen(a):
    b = yield a
    yield b
g = gen(1)
print(g.gi_frame.f_lineno, g.gi_frame.f_locals)
next(g)
print(g.gi_frame.f_lineno, g.gi_frame.f_locals, g.gi_frame.f_code.co_name, g.gi_frame is g.gi_frame)
async def co():
    pass
c = co()
print(c.cr_frame.f_code.co_name, c.cr_frame.f_lineno)
c.close()
