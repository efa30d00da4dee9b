from greenlet import greenlet, getcurrent

main = getcurrent()
print(main.dead, bool(main), main.parent)
g = greenlet(lambda: None)
print(g.dead, bool(g), g.parent is main)
g.switch()
print(g.dead, bool(g), g.switch("back"))
try:
    g.parent = 5
except TypeError as e:
    print(e)
h = greenlet(lambda: 1)
i = greenlet(lambda: 2, h)
try:
    h.parent = i
except ValueError as e:
    print(e)
try:
    greenlet(5).switch()
except TypeError as e:
    print(e)
