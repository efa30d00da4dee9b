from collections import deque

d = deque([1, 2, 3])
try:
    for x in d:
        d.append(x)
except RuntimeError as e:
    print(e)
queue = deque(["a"])
seen = []
graph = {"a": "bc", "b": "d", "c": "d", "d": ""}
while queue:
    node = queue.popleft()
    if node not in seen:
        seen.append(node)
        queue.extend(graph[node])
print(seen)
