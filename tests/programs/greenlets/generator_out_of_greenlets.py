from greenlet import greenlet, getcurrent
def gen_via(fn):
    def run(*a):
        fn(*a)
        return None
    class G:
        def __init__(self, *a): self.g = greenlet(run); self.a = a
        def __iter__(self): return self
        def __next__(self):
            self.g.parent = getcurrent()
            r = self.g.switch(*self.a) if not self.g else self.g.switch()
            if self.g.dead: raise StopIteration
            return r
    return G
def emit(x): getcurrent().parent.switch(x)
@gen_via
def walk(t):
    if t:
        l, v, r = t
        for s in (l, r):
            if s is l: walk_in(l)
            if s is l: emit(v)
            else: walk_in(s)
def walk_in(t):
    if t:
        walk_in(t[0]); emit(t[1]); walk_in(t[2])
print(list(walk(((None, 1, None), 2, (None, 3, None)))))
def f():
    try:
        while True:
            print("tick", main.switch())
    finally:
        print("cleanup")
main = getcurrent()
g = greenlet(f)
g.switch(); g.switch(1)
g = None
print("dropped")
def p(): 
    print("in p", getcurrent().parent is q)
    return "p done"
def qf():
    print("q", greenlet(p).switch())
    return "q done"
q = greenlet(qf)
print(q.switch())
