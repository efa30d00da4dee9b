def producer(q):
    for i in range(3):
        q.append(i)
        print("put", i)
        yield
def consumer(q):
    while True:
        while q:
            print("take", q.pop(0))
        yield
def run(*ts):
    ts = list(ts)
    while ts:
        t = ts.pop(0)
        try:
            next(t)
            ts.append(t)
        except StopIteration:
            print("ended", t.__name__)
            break
q = []
run(producer(q), consumer(q))
