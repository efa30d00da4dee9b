def risky(n):
    if n == 0:
        raise ValueError("reached zero")
    try:
        risky(n - 1)
    finally:
        print("unwinding", n)


print("start")
risky(2)
print("never")
