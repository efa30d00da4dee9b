"""Module docstring."""


def documented():
    """Only this."""


def with_constant():
    """Doc."""
    5
    "a string in the middle"
    ...
    pass
    return None


class Documented:
    """Class doc."""

    x = 1


print(documented(), with_constant(), Documented.__doc__, __doc__, documented.__doc__)
None
[1, 2]
