def assign(names, colours, conflicts, done={}):
    if not names:
        yield dict(done)
        return
    name, rest = names[0], names[1:]
    for colour in colours:
        if all(done.get(other) != colour for other in conflicts.get(name, ())):
            yield from assign(rest, colours, conflicts, {**done, name: colour})


conflicts = {"b": ["a"], "c": ["a", "b"], "d": ["c"]}
solutions = assign(list("abcd"), ["red", "green", "blue"], conflicts)
print(next(solutions))
print(sum(1 for _ in solutions))
