def down(n):
    if n == 0:
        raise KeyError("deep")
    return down(n - 1)


down(8)
