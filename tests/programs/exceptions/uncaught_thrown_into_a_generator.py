def worker():
    while True:
        try:
            yield
        except ValueError as e:
            print("worker", e)


def drive(w):
    w.throw(ValueError("handled"))
    w.throw(KeyError("not handled"))


w = worker()
next(w)
drive(w)
