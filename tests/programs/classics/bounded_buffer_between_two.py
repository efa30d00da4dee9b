def producer(items):
    buffer = []
    for item in items:
        buffer.append(item)
        if len(buffer) == 2:
            print("full", buffer)
            yield buffer
            buffer = []
    if buffer:
        yield buffer


def consumer(name):
    eaten = []
    while True:
        batch = yield eaten
        for item in batch:
            eaten.append(item)
            print(name, "eats", item)


c = consumer("c")
next(c)
for batch in producer("abcde"):
    result = c.send(batch)
print(result)
c.close()
