import heapq


class Loop:
    def __init__(self):
        self.now, self.queue, self.order = 0, [], 0

    def spawn(self, task, delay=0):
        self.order += 1
        heapq.heappush(self.queue, (self.now + delay, self.order, task))

    def run(self):
        while self.queue:
            self.now, _, task = heapq.heappop(self.queue)
            try:
                self.spawn(task, next(task))
            except StopIteration:
                print(self.now, "a task ended")


loop = Loop()


def tick(name, every, n):
    for i in range(n):
        print(loop.now, name, i)
        yield every


loop.spawn(tick("fast", 1, 3))
loop.spawn(tick("slow", 2, 2))
loop.run()
