from greenlet import greenlet, getcurrent, GreenletExit
def a(x):
    print("a", x)
    y = gb.switch(x + 1)
    print("a got", y)
    z = gb.switch()
    print("a end", z)
    return "a-ret"
def b(x):
    print("b", x)
    y = ga.switch(x * 2)
    print("b got", y)
    try:
        ga.switch("bye")
    except GreenletExit:
        print("b exit")
        raise
ga, gb = greenlet(a), greenlet(b)
print(ga.switch(1), ga.dead, gb.dead, bool(ga), bool(gb))
print(gb.throw(GreenletExit), gb.dead)
try: print(ga.switch(5))
except Exception as e: print(repr(e))
def err(): raise KeyError("in greenlet")
g = greenlet(err)
try: g.switch()
except KeyError as e: print("parent", e)
def child(): 
    greenlet(err, getcurrent()).switch()
def mid():
    try: child()
    except KeyError as e: print("mid", e); return "m"
print(greenlet(mid).switch())
def kw(*a, **k): return a, k
print(greenlet(kw).switch(1, x=2))
m = getcurrent()
def multi():
    print(m.switch(1, 2)); print(m.switch(a=1)); print(m.switch(1, b=2)); return
g = greenlet(multi)
print(g.switch(), g.switch("s"), g.switch("t"), g.switch("u"))
