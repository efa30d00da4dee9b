def coroutine(f):
    def start(*a, **k):
        c = f(*a, **k)
        next(c)
        return c
    return start
@coroutine
def grep(pat, target):
    try:
        while True:
            line = yield
            if pat in line: target.send(line)
    except GeneratorExit:
        print("grep closing")
        target.close()
@coroutine
def printer(prefix):
    try:
        while True:
            print(prefix, (yield))
    finally:
        print(prefix, "closed")
@coroutine
def broadcast(*ts):
    while True:
        item = yield
        for t in ts: t.send(item)
g = grep("py", printer(">"))
for l in ["python", "java", "pypy"]: g.send(l)
g.close()
b = broadcast(grep("a", printer("A")), grep("b", printer("B")))
for w in ["ab", "b", "c"]: b.send(w)
del b
print("end")
