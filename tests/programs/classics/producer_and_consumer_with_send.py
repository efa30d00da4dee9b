def consumer():
    total = 0
    while True:
        item = yield total
        if item is None:
            return total
        print("consume", item)
        total += item


def producer(n, sink):
    next(sink)
    for i in range(n):
        print("produce", i)
        print("so far", sink.send(i))
    try:
        sink.send(None)
    except StopIteration as e:
        return e.value


print(producer(3, consumer()))
