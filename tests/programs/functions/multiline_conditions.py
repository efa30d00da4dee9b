def yes(n):
    return n


if (
    yes(1)
    and yes(2)
    or yes(3)
):
    print("first")
elif yes(0):
    print("second")
value = (
    "big"
    if yes(5) > 3
    else "small"
)
print(value)
ok = (
    1
    < yes(2)
    < 3
)
print(ok, not
      yes(0))
assert (
    yes(1) ==
    1
), "never"
