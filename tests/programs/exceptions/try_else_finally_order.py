def run(action):
    log = []
    try:
        log.append("try")
        action()
    except ValueError as e:
        log.append(f"except {e}")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log


def fail():
    raise ValueError("bad")


print(run(lambda: None), run(fail))
try:
    run(lambda: 1 / 0)
except ZeroDivisionError as e:
    print("through", e)
