def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as e:
    print(type(e).__name__)


def careful(n):
    try:
        return careful(n + 1)
    finally:
        pass


try:
    careful(0)
except RecursionError:
    print("again")
print("still running")
