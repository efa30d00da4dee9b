def started(f):
    def make(*args):
        c = f(*args)
        next(c)
        return c

    return make


@started
def printer(prefix):
    try:
        while True:
            print(prefix, (yield))
    except GeneratorExit:
        print("printer closed")


@started
def grep(word, target):
    try:
        while True:
            line = yield
            if word in line:
                target.send(line)
    finally:
        target.close()


@started
def broadcast(targets):
    while True:
        item = yield
        for t in targets:
            t.send(item)


chain = broadcast([grep("a", printer("A:")), grep("b", printer("B:"))])
for text in ("apple", "bob", "cab"):
    chain.send(text)
chain.close()
