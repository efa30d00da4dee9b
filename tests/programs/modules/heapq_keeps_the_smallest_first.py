import heapq

h = []
for n in (5, 1, 4, 2, 3):
    heapq.heappush(h, n)
    print(h)
print([heapq.heappop(h) for _ in range(3)], h)
data = [9, 7, 8, 1]
heapq.heapify(data)
print(data, heapq.heappushpop(data, 0), heapq.heapreplace(data, 5), data)
print(heapq.nlargest(2, [3, 1, 2]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), list(heapq.merge([1, 4], [2, 3])))
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
tasks = [(2, "low"), (1, "high"), (1, "also")]
heapq.heapify(tasks)
print([heapq.heappop(tasks)[1] for _ in range(3)])
