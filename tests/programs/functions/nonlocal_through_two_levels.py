def outer():
    v = ["outer"]
    state = 0

    def middle():
        def inner():
            nonlocal state
            state += 1
            v.append(state)
            return state

        inner()
        return inner

    f = middle()
    f()
    return v, state


print(outer())


def early():
    def peek():
        return late

    try:
        peek()
    except NameError as e:
        print(e)
    late = 5
    return peek()


print(early())
