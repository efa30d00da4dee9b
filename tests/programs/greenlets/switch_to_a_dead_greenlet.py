from greenlet import greenlet

g = greenlet(lambda x: x + 1)
print(g.switch(1), g.dead)
print(g.switch(5), g.switch(), g.switch(1, 2))
try:
    g.throw(ValueError("to the dead"))
except ValueError as e:
    print("came back", e)
h = greenlet(lambda: g.switch("through the dead"))
print(h.switch())
