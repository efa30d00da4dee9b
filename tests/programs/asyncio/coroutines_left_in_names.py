async def f():
    pass
async def g():
    pass
a = f()
b = [f(), g()]
print("end")
