def task(name, n):
    for i in range(n):
        print(name, i)
        yield
    return name + " done"


def run(tasks):
    results = []
    while tasks:
        t = tasks.pop(0)
        try:
            next(t)
        except StopIteration as e:
            results.append(e.value)
        else:
            tasks.append(t)
    return results


print(run([task("a", 2), task("b", 1), task("c", 3)]))
