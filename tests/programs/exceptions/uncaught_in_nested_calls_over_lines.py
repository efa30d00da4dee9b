def add(a, b):
    return a + b


def compute(x):
    return add(
        x,
        add(1,
            "2"),
    )


value = (
    1
    + compute(3)
)
