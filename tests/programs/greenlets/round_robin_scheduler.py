from greenlet import greenlet

ready = []
log = []


def pause():
    hub.switch()


def worker(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        pause()


def loop():
    while ready:
        g = ready.pop(0)
        g.switch(*jobs.pop(g, ()))
        if not g.dead:
            ready.append(g)
    return "idle"


hub = greenlet(loop)
jobs = {}
for name, n in (("a", 2), ("b", 3)):
    g = greenlet(worker, hub)
    jobs[g] = (name, n)
    ready.append(g)
print(hub.switch(), log)
