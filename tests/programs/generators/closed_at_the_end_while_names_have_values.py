class Stop(Exception):
    pass


def worker(n):
    try:
        yield n
    except Stop:
        print("stopped")
    finally:
        print("end of", n, "with", word)


first = worker(1)
next(first)
second = worker(2)
next(second)
word = "hello"
print("last line")
