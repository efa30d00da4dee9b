from collections import deque
class Scheduler:
    def __init__(self): self.ready, self.cur, self.t = deque(), None, 0
    def spawn(self, g, name): self.ready.append((name, g))
    def run(self):
        while self.ready:
            name, g = self.cur = self.ready.popleft()
            try:
                cmd = g.send(None)
            except StopIteration as e:
                print(name, "finished", e.value)
                continue
            except Exception as e:
                print(name, "failed", repr(e))
                continue
            match_ = cmd and cmd[0]
            if match_ == "spawn": self.spawn(cmd[1], cmd[2])
            self.ready.append((name, g))
def sub(n):
    for i in range(n):
        print("sub", n, i)
        yield
    return n * n
def main():
    yield ("spawn", sub(2), "s2")
    yield ("spawn", sub(1), "s1")
    r = yield from sub(1)
    print("main got", r)
    raise RuntimeError("oops")
s = Scheduler()
s.spawn(main(), "main")
s.run()
