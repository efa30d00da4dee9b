def worker():
    done = 0
    while True:
        try:
            yield done
        except ValueError as e:
            print("recovered from", e)
            done = -1
        else:
            done += 1


w = worker()
print(next(w), next(w), w.throw(ValueError("oops")), next(w))
try:
    w.throw(KeyError("k"))
except KeyError as e:
    print("escaped", e)
print(list(w))
v = worker()
try:
    v.throw(ValueError("not started"))
except ValueError as e:
    print(e, next(v, "finished"))
