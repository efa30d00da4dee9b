"""Text of a program that grows statement by statement, and the choices that it is made of."""
import contextlib
import random

ERRORS = ("ValueError", "KeyError", "TypeError", "LookupError", "OSError", "Custom")
IMPLICIT = ("[][{n}]", "{{}}[{n}]", "{n} // 0", "None.part{n}", "int('x{n}')", "missing{n}", "len({n})",
            "'a' + {n}", "next(iter(()))", "(lambda: 0)({n})", "a, b = [{n}]", "assert {n} < 0, 'low'")


class Source:
    """Lines of Python with a level of indentation, and a stream of random choices.

    The same seed gives the same choices, whatever machine or version of Python makes them.
    """

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.level = 0
        self.numbers = {}

    def put(self, text):
        self.lines.extend("    " * self.level + line for line in text.splitlines())

    @contextlib.contextmanager
    def block(self, header):
        """A compound statement: header is its first line, what is put meanwhile its body."""
        self.put(header)
        self.level += 1
        before = len(self.lines)
        yield
        if len(self.lines) == before:
            self.put("pass")
        self.level -= 1

    def fresh(self, stem):
        """A name that no other statement has."""
        self.numbers[stem] = self.numbers.get(stem, 0) + 1
        return f"{stem}{self.numbers[stem]}"

    def number(self):
        return self.random.randrange(10)

    def choose(self, *options):
        return options[int(self.random.random() * len(options))]

    def chance(self, probability):
        return self.random.random() < probability

    def weighted(self, rows):
        """One of the functions of (weight, function) rows."""
        at = self.random.random() * sum(weight for weight, _ in rows)
        for weight, function in rows:
            at -= weight
            if at < 0:
                return function
        return rows[-1][1]

    def error(self):
        """An expression that is a new exception."""
        return f"{self.choose(*ERRORS)}({self.number()})"

    def implicit(self):
        """A statement that fails by itself."""
        return self.choose(*IMPLICIT).format(n=self.number())

    def text(self):
        return "\n".join(self.lines) + "\n"
