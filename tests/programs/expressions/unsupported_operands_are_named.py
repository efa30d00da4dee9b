cases = [
    lambda: 1 + "a",
    lambda: "a" + 1,
    lambda: [] + (),
    lambda: {} - 1,
    lambda: None * 2,
    lambda: -"a",
    lambda: ~1.5,
    lambda: "a" < 1,
    lambda: [] >= {},
    lambda: 1 in 2,
    lambda: str(5)["x"],
    lambda: int(3)[0],
    lambda: len(5),
]
for case in cases:
    try:
        print(case())
    except TypeError as e:
        print(e)
