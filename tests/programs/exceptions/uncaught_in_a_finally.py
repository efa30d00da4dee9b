def close():
    raise OSError("cannot close")


def work():
    try:
        raise ValueError("work failed")
    finally:
        close()


work()
