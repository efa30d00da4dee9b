import heapq


class Job:
    def __init__(self, pri, name):
        self.pri, self.name = pri, name

    def __lt__(self, other):
        return self.pri < other.pri


h = []
for pri, name in ((3, "c"), (1, "a"), (2, "b")):
    heapq.heappush(h, Job(pri, name))
print([heapq.heappop(h).name for _ in range(3)])
try:
    heapq.heapify([(1, {}), (1, {})])
except TypeError as e:
    print(e)
