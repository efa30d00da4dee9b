class Log:
    def __setitem__(self, k, v):
        print("set", k, v)


def key(k):
    print("key", k)
    return k


log = Log()
log[key("a")] = log[key("b")] = x = 7
print(x)
i = 0
seq = [10, 20, 30]
i, seq[i] = 2, "here"
print(i, seq)
i = seq[i] = 0
print(i, seq)
