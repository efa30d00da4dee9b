from greenlet import greenlet

trail = []


def station(name, following):
    def run(token):
        while token < 6:
            trail.append(f"{name}{token}")
            token = ring[following].switch(token + 1)
        return token

    return run


ring = {}
for name, following in (("a", "b"), ("b", "c"), ("c", "a")):
    ring[name] = greenlet(station(name, following))
print(ring["a"].switch(1))
print(trail, [g.dead for g in ring.values()])
