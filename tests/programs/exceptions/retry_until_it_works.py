attempts = []


def flaky():
    attempts.append(len(attempts))
    if len(attempts) < 3:
        raise ConnectionError(f"attempt {len(attempts)}")
    return "ok"


def retry(f, times):
    for n in range(times):
        try:
            return f()
        except ConnectionError as e:
            print("retry after", e)
            last = e
    raise last


print(retry(flaky, 5), attempts)
attempts = [0] * -9
try:
    retry(flaky, 2)
except ConnectionError as e:
    print("gave up:", e)
