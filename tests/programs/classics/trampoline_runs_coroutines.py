def trampoline(task):
    stack, value = [task], None
    while stack:
        try:
            called = stack[-1].send(value)
            stack.append(called)
            value = None
            print("depth", len(stack))
        except StopIteration as e:
            stack.pop()
            value = e.value
    return value


def factorial(n):
    if n == 0:
        return 1
    rest = yield factorial(n - 1)
    return n * rest


print(trampoline(factorial(4)))
